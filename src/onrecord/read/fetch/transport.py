"""One request over the network: to a checked address, within limits, in time.

Names are resolved once, here, and the connection goes to the very address that was
checked: a name that leads elsewhere a moment later gains nothing. The certificate is
checked against the name, and the Host header carries it. Every request has a
connection of its own, no cookies, and no settings from the environment but the
certificates to trust (SSL_CERT_FILE), which some newsrooms and universities need.

Behind a proxy it is the proxy that resolves names and connects. Then what can be told
here is refused here: inner addresses, and names that are known here as inner ones.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpcore
import httpx

from onrecord.read.fetch.guard import Guard, host_of, port_of
from onrecord.read.fetch.refusal import Refused, Unreachable

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.read.fetch.guard import Resolve


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """How long one request may take: to connect, without a byte, altogether."""

    connect_seconds: float = 10.0
    silence_seconds: float = 20.0
    total_seconds: float = 120.0


class GuardedTransport(httpx.BaseTransport):
    """Sends single requests where the guard allows; raises Refused for all else."""

    def __init__(
        self,
        guard: Guard | None = None,
        limits: TimeLimits | None = None,
        *,
        proxy: httpx.URL | None = None,
        network: httpcore.NetworkBackend | None = None,
    ) -> None:
        """`proxy` is one the user named; guard and `network` are others in tests."""
        self._guard = guard or Guard()
        self._limits = limits or TimeLimits()
        self._proxy = proxy
        self._network = network or httpcore.SyncBackend()
        self._certificates: ssl.SSLContext | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body still to be read; close it."""
        url = self._guard.checked(str(request.url))
        pool = self._pool(url)
        try:
            with _explained():
                answer = pool.handle_request(_request(request, url))
        except Refused:
            pool.close()
            raise
        body = _Body(answer, pool)
        return httpx.Response(answer.status, headers=answer.headers, stream=body)

    def _pool(self, url: httpx.URL) -> httpcore.ConnectionPool:
        """What makes the connection: there directly, or to the proxy."""
        end = time.monotonic() + self._limits.total_seconds
        deadline = Deadline(end, self._limits)
        find: Resolve = self._guard.addresses
        if self._proxy is not None:
            self._guard.check_from_outside(host_of(url), port_of(url))
            find = _as_named
        return httpcore.ConnectionPool(
            ssl_context=self._context() if url.scheme == "https" else None,
            max_connections=1,
            proxy=_proxy(self._proxy) if self._proxy is not None else None,
            network_backend=CheckedNetwork(find, self._network, deadline),
        )

    def _context(self) -> ssl.SSLContext:
        """The certificates to trust, read once: they cost some 20 ms."""
        if self._certificates is None:
            self._certificates = httpx.create_ssl_context()
        return self._certificates


def _as_named(host: str, _port: int) -> Sequence[str]:
    """The proxy's own host: the user named it, so it may be anywhere."""
    return (host,)


def _proxy(url: httpx.URL) -> httpcore.Proxy:
    """The proxy as the lower layer takes it, with the user's password for it."""
    auth = (url.username, url.password) if url.userinfo else None
    return httpcore.Proxy(str(url.copy_with(userinfo=None)), auth=auth)


def _request(request: httpx.Request, url: httpx.URL) -> httpcore.Request:
    """The request as the lower layer takes it; the URL keeps the name of its host."""
    target = httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )
    return httpcore.Request(request.method, target, headers=request.headers.raw)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a request must be over, whatever single steps take."""

    end: float  # by time.monotonic
    limits: TimeLimits

    def left(self, at_most: float) -> float:
        """Seconds for the next step; Refused when there are none."""
        seconds = self.end - time.monotonic()
        if seconds <= 0:
            raise Refused(f"took longer than {self.limits.total_seconds:.0f} seconds")
        return min(seconds, at_most)


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects to checked addresses alone; the deadline rules over any `timeout`."""

    def __init__(
        self, find: Resolve, network: httpcore.NetworkBackend, deadline: Deadline
    ) -> None:
        """`find` checks and gives addresses, `network` is what really connects."""
        self._find = find
        self._network = network
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that answers."""
        failed: Exception | None = None
        for address in self._find(host, port):
            seconds = self._deadline.left(self._deadline.limits.connect_seconds)
            try:
                stream = self._network.connect_tcp(
                    address, port, seconds, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            return TimedStream(stream, self._deadline)
        raise failed or httpcore.ConnectError("no address")


class TimedStream(httpcore.NetworkStream):
    """A connection that no other end can hold open beyond the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        """Take the connection and when all must be over."""
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes; none when the other end has closed."""
        return self._stream.read(max_bytes, self._seconds())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        self._stream.write(buffer, self._seconds())

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; the certificate must bear the name."""
        seconds = self._deadline.left(self._deadline.limits.connect_seconds)
        secret = self._stream.start_tls(ssl_context, server_hostname, seconds)
        return TimedStream(secret, self._deadline)

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def get_extra_info(self, info: str) -> object:
        """What the lower layer knows about the connection."""
        return self._stream.get_extra_info(info)

    def _seconds(self) -> float:
        return self._deadline.left(self._deadline.limits.silence_seconds)


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come; closing hangs up."""

    def __init__(self, answer: httpcore.Response, pool: httpcore.ConnectionPool):
        self._answer = answer
        self._pool = pool

    def __iter__(self) -> Iterator[bytes]:
        with _explained():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        """Hang up."""
        with _explained():
            self._answer.close()
            self._pool.close()


@contextmanager
def _explained() -> Iterator[None]:
    """What fails on the network, as a reason in words."""
    try:
        yield
    except httpcore.ConnectTimeout as error:
        raise Unreachable("does not answer: its server cannot be reached") from error
    except httpcore.TimeoutException as error:
        raise Refused("fell silent: its server sent nothing for too long") from error
    except httpcore.ConnectError as error:
        raise Unreachable(_no_connection(error)) from error
    except httpcore.RemoteProtocolError as error:
        raise Refused(f"broke off or is no web server ({error})") from error
    except httpcore.ProxyError as error:
        raise Unreachable(f"is refused by the proxy ({error})") from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise Refused(f"cannot be fetched ({error})") from error


def _no_connection(error: Exception) -> str:
    told = str(error)
    if "certificate" in told.lower():
        return f"has a certificate that cannot be trusted ({told})"
    return f"cannot be reached ({told or 'no connection'})"
