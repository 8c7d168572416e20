"""A small internet inside this process: invented hosts, one server on 127.0.0.1."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import httpcore

from onrecord.read.fetch import (
    Clocks,
    Guard,
    GuardedTransport,
    Manners,
    Network,
    PoliteFetcher,
    TimeLimits,
)
from onrecord.read.fetch.guard import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Write = Callable[[BaseHTTPRequestHandler], None]

ADDRESS = "93.184.215.14"  # where all invented hosts live
START = datetime(2031, 3, 2, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers at a path."""

    body: bytes = b"<!doctype html><p>Rain fell on the harbour.</p>"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html"),)

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        """Write it."""
        handler.send_response(self.status)
        for name, value in self.headers:
            handler.send_header(name, value)
        if not any(name == "Content-Length" for name, _ in self.headers):
            handler.send_header("Content-Length", str(len(self.body)))
        handler.end_headers()
        handler.wfile.write(self.body)


def page(body: str, *headers: tuple[str, str]) -> Reply:
    """An HTML page."""
    return Reply(body.encode(), headers=(("Content-Type", "text/html"), *headers))


def redirect(target: str, status: int = 302) -> Reply:
    """A redirect."""
    return Reply(b"", status, (("Location", target),))


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it reached the server."""

    host: str
    path: str
    headers: dict[str, str]


@dataclass(slots=True)
class Server:
    """Answers for all hosts by path; what is not there is 404, robots.txt too."""

    routes: dict[str, Write | list[Write]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0

    @property
    def paths(self) -> list[str]:
        """The paths asked for, without the small files of the site."""
        small = {"/robots.txt", "/.well-known/tdmrep.json"}
        return [request.path for request in self.asked if request.path not in small]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Write down the request and answer it; lists are used up, but for the last."""
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.asked.append(Asked(headers["host"], handler.path, headers))
        route = self.routes.get(handler.path, Reply(b"none", 404))
        if isinstance(route, list):
            route = route.pop(0) if len(route) > 1 else route[0]
        try:
            route(handler)
        except (BrokenPipeError, ConnectionResetError):
            handler.close_connection = True


@contextmanager
def serving(**routes: Write) -> Iterator[Server]:
    """A server on 127.0.0.1 that ends with the block."""
    server = Server(dict(routes))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.answer(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as named above
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        httpd.daemon_threads = True
        server.port = httpd.server_address[1]
        thread = threading.Thread(target=httpd.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            httpd.shutdown()
            thread.join()


@dataclass(slots=True)
class FakeTime:
    """Time that passes only when somebody sleeps."""

    passed: float = 0.0
    sleeps: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        """Let it pass."""
        self.sleeps.append(seconds)
        self.passed += seconds

    def now(self) -> datetime:
        """The time of day."""
        return START + timedelta(seconds=self.passed)

    @property
    def clocks(self) -> Clocks:
        """What a fetcher takes."""
        return Clocks(lambda: self.passed, self.sleep, self.now)


class Cables(httpcore.SyncBackend):
    """Leads connections to public addresses to the server, whatever the port."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.reached: list[str] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the server on 127.0.0.1."""
        self.reached.append(host)
        assert host == ADDRESS, f"{host}:{port} must not be reached"
        return super().connect_tcp("127.0.0.1", self.server.port, timeout)


def names(host: str, port: int) -> list[str]:
    """Numbers as the system reads them, in any form; every name is ADDRESS."""
    looks_like_number = host.strip("0123456789abcdefx.:%") == ""
    return resolve(host, port) if looks_like_number else [ADDRESS]


@dataclass(slots=True)
class World:
    """A server, a fetcher that can reach it, and the time."""

    server: Server
    time: FakeTime
    cables: Cables
    fetcher: PoliteFetcher


@contextmanager
def world(
    guard: Guard | None = None,
    limits: TimeLimits | None = None,
    manners: Manners | None = None,
) -> Iterator[World]:
    """The world with the real rules about addresses."""
    guard, time = guard or Guard(names), FakeTime()
    with serving() as server:
        cables = Cables(server)
        transport = GuardedTransport(guard, limits, network=cables)
        network = Network(transport, transport)
        with PoliteFetcher(
            guard, manners=manners, clocks=time.clocks, network=network
        ) as fetcher:
            yield World(server, time, cables, fetcher)
