"""Asking a time-stamp authority over HTTP; only ever one that the user named."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

import httpx

from onrecord import __version__
from onrecord.errors import InputError

ASKED = "application/timestamp-query"
ANSWERED = "application/timestamp-reply"
MAX_BYTES = 200_000  # answers with a chain of certificates take some 6,000
WAIT_SECONDS = 10.0  # for each step; the whole answer gets three times as long
OK = 200


def ask_authority(url: str, request: bytes) -> bytes:
    """The authority's answer to this request, unread.

    Nothing but the request is sent; redirects are not followed. Raises InputError
    when there is no answer, or none of a sensible size, in sensible time.
    """
    _check(url)
    headers = {"content-type": ASKED, "accept": ANSWERED, "user-agent": _agent()}
    deadline = time.monotonic() + 3 * WAIT_SECONDS
    try:
        with (
            httpx.Client(timeout=WAIT_SECONDS) as client,
            client.stream("POST", url, content=request, headers=headers) as answer,
        ):
            if answer.status_code != OK:
                reason = f"the authority answered with status {answer.status_code}"
                raise InputError(reason, where=url)
            return _body(answer, url, deadline)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        told = str(error) or type(error).__name__
        raise InputError(f"cannot be reached ({told})", where=url) from error


def _agent() -> str:
    return f"onrecord/{__version__}"


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address:
        reason = "is no web address of a time-stamp authority"
        raise InputError(reason, where=url)


def _body(answer: httpx.Response, url: str, deadline: float) -> bytes:
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != ANSWERED:
        told = f"the answer is {kind or 'of no type'}, and not {ANSWERED}"
        raise InputError(told, where=url)
    body = bytearray()
    for chunk in answer.iter_bytes():
        body += chunk
        if len(body) > MAX_BYTES:
            raise InputError(f"the answer is larger than {MAX_BYTES} bytes", where=url)
        if time.monotonic() > deadline:
            raise InputError("the answer takes too long", where=url)
    return bytes(body)
