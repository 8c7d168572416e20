"""One request to an address that the user named: within limits, and never further.

No redirect is followed, no proxy or cookie is used, and whatever the other end does
the answer is over when its time is. Any address may be named, also on this machine.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpcore
import httpx

from onrecord.language.answers import AnswerLimits, Unanswered

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator

GOOD = 200
REDIRECTS = range(300, 400)
HINTS = {
    401: "; check the key",
    403: "; check the key",
    404: "; check the address and the name of the model",
}


def post(
    url: httpx.URL, headers: dict[str, str], body: bytes, limits: AnswerLimits
) -> bytes:
    """The body of the answer to this POST; raises Unanswered for all that is none."""
    target = httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )
    own = {"Host": url.netloc.decode("ascii"), "Accept-Encoding": "identity"}
    sent = list((own | headers).items())
    secure = httpx.create_ssl_context() if url.scheme == "https" else None
    network = _TimedNetwork(time.monotonic() + limits.answer_seconds, limits)
    with (
        _explained(limits),
        httpcore.ConnectionPool(ssl_context=secure, network_backend=network) as pool,
        pool.stream("POST", target, headers=sent, content=body) as answer,
    ):
        _check(answer)
        return _body(answer, limits.max_bytes)


def _check(answer: httpcore.Response) -> None:
    """Raise Unanswered unless the answer is one, as it was asked for."""
    if answer.status in REDIRECTS:
        raise Unanswered("redirects to another address, which is not followed")
    if answer.status != GOOD:
        hint = HINTS.get(answer.status, "")
        raise Unanswered(f"answers with status {answer.status}{hint}")
    told = {name.lower(): value.strip().lower() for name, value in answer.headers}
    if told.get(b"content-encoding", b"identity") != b"identity":
        raise Unanswered("answers in packed form, which was not asked for")


def _body(answer: httpcore.Response, max_bytes: int) -> bytes:
    taken = bytearray()
    for part in answer.iter_stream():
        taken += part
        if len(taken) > max_bytes:
            raise Unanswered(f"answers with more than {max_bytes:,} bytes")
    return bytes(taken)


class _TimedNetwork(httpcore.SyncBackend):
    """Connects as usual; `end` (by time.monotonic) rules over every step."""

    def __init__(self, end: float, limits: AnswerLimits) -> None:
        self._end = end
        self._limits = limits

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection that is over in time."""
        seconds = min(self._limits.connect_seconds, self._limits.answer_seconds)
        stream = super().connect_tcp(host, port, seconds, local_address, socket_options)
        return _TimedStream(stream, self._end)


class _TimedStream(httpcore.NetworkStream):
    """A connection that no other end can hold open, drop by drop."""

    def __init__(self, stream: httpcore.NetworkStream, end: float) -> None:
        self._stream = stream
        self._end = end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes; none when the other end has closed."""
        return self._stream.read(max_bytes, self._left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        self._stream.write(buffer, self._left())

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        left = self._left()
        secret = self._stream.start_tls(ssl_context, server_hostname, left)
        return _TimedStream(secret, self._end)

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def get_extra_info(self, info: str) -> object:
        """What the lower layer knows about the connection."""
        return self._stream.get_extra_info(info)

    def _left(self) -> float:
        """Seconds for the next step."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout
        return seconds


@contextmanager
def _explained(limits: AnswerLimits) -> Iterator[None]:
    """What fails on the way, as a reason in words."""
    try:
        yield
    except (httpcore.ConnectError, httpcore.ConnectTimeout, UnicodeError) as error:
        raise Unanswered("cannot be reached; is it running?") from error
    except httpcore.TimeoutException as error:
        reason = f"gave no answer within {limits.answer_seconds:g} seconds"
        raise Unanswered(reason) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise Unanswered("broke off, or is no web server") from error
