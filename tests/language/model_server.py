"""A model's address on this machine: it answers as a test says, and ends with it."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True, slots=True)
class Question:
    """A request as it reached the model."""

    path: str
    model: str
    task: str
    words: str
    headers: dict[str, str]


@dataclass(slots=True)
class Model:
    """Answers every question with `reply`, and keeps what it was asked."""

    reply: Reply
    asked: list[Question] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}/v1"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Keep the question and reply."""
        size = int(handler.headers["Content-Length"])
        told = json.loads(handler.rfile.read(size))
        task, words = (message["content"] for message in told["messages"])
        headers = {name.lower(): value for name, value in handler.headers.items()}
        asked = Question(handler.path, told["model"], task, words, headers)
        self.asked.append(asked)
        try:
            self.reply(handler)
        except (BrokenPipeError, ConnectionResetError):
            handler.close_connection = True


def raw(
    body: bytes, status: int = 200, headers: tuple[tuple[str, str], ...] = ()
) -> Reply:
    """A reply of these bytes."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers:
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return write


def saying(content: str) -> Reply:
    """A chat completion with this content."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    told = {"object": "chat.completion", "choices": [choice], "usage": {}}
    return raw(json.dumps(told).encode())


def proposing(*statements: object) -> Reply:
    """A chat completion with these statements."""
    return saying(json.dumps({"statements": statements}))


def statement(
    source: str, cue: str, *content: str, speaker: str | None = None
) -> dict[str, object]:
    """A statement as a model words it."""
    return {"source": source, "cue": cue, "content": content, "speaker": speaker}


@contextmanager
def model_at_home(reply: Reply) -> Iterator[Model]:
    """A model on 127.0.0.1 that ends with the block."""
    model = Model(reply)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            model.answer(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as named above
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        httpd.daemon_threads = True
        model.port = httpd.server_address[1]
        thread = threading.Thread(target=httpd.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield model
        finally:
            httpd.shutdown()
            thread.join()
