"""From an address to the answer that gives the page: redirects, hop by hop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from onrecord.model import Answer
from onrecord.read.fetch.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.read.fetch.guard import Guard

    Send = Callable[[httpx.URL], httpx.Response]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 8  # browsers give up at 20; pages of news need two or three
FORGOTTEN = frozenset({"set-cookie", "set-cookie2"})  # keys to a session, no evidence


def follow(
    address: str, send: Send, guard: Guard
) -> tuple[httpx.Response, tuple[Answer, ...]]:
    """The first answer that is no redirect, still open, and all answers to it.

    Every address on the way must pass the guard. Raises Refused when one does not,
    and when redirects go in a circle or on and on.
    """
    answers: list[Answer] = []
    url = guard.checked(address)
    while True:
        try:
            answer = send(url)
        except Refused as refused:
            raise _on_the_way(refused, url, answers) from refused
        answers.append(told(url, answer))
        target = answer.headers.get("location")
        if answer.status_code not in REDIRECTS or not target:
            return answer, tuple(answers)
        answer.close()
        url = _next(url, target, guard)
        _check_way(url, answers)


def told(url: httpx.URL, answer: httpx.Response) -> Answer:
    """What the server said, as it is kept with the capture; no cookies."""
    headers = (
        (name.decode("latin-1").lower(), value.decode("latin-1"))
        for name, value in answer.headers.raw
    )
    kept = tuple(header for header in headers if header[0] not in FORGOTTEN)
    return Answer(str(url), answer.status_code, kept)


def _next(url: httpx.URL, target: str, guard: Guard) -> httpx.URL:
    """Where a redirect leads, if the guard lets it."""
    try:
        return guard.checked(str(url.join(target)))
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise Refused(f"redirects to what is no web address ({error})") from error
    except Refused as refused:
        raise Refused(f"redirects to {target[:200]}, which {refused.reason}") from None


def _check_way(url: httpx.URL, answers: list[Answer]) -> None:
    if any(answer.url == str(url) for answer in answers):
        raise Refused("redirects in a circle; it may want cookies, which are not kept")
    if len(answers) > MAX_REDIRECTS:
        raise Refused(f"redirects more than {MAX_REDIRECTS} times")


def _on_the_way(refused: Refused, url: httpx.URL, answers: list[Answer]) -> Refused:
    """The reason, with the address it is about when that is not the one given."""
    if not answers:
        return refused
    return Refused(f"redirects to {str(url)[:200]}, which {refused.reason}")
