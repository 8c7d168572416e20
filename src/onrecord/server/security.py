"""What every answer carries, and who may ask: this machine's own browser alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

OWN_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
POLICY = "; ".join((
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class Guard:
    """Lets in what names this machine and only reads; marks every answer.

    A page elsewhere can point a name of its own at 127.0.0.1 and so have a browser
    ask us; its requests bear that name in `Host` and are refused.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or have the app answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = _refusal(scope)
        await (refusal or self.app)(scope, receive, send_marked)


def _refusal(scope: Scope) -> PlainTextResponse | None:
    if not _is_own(Headers(scope=scope).getlist("host")):
        reason = "This record is shown on this machine alone: ask 127.0.0.1.\n"
        return PlainTextResponse(reason, status_code=400)
    if scope["method"] != "GET":
        reason = "This record is only shown here: GET alone.\n"
        return PlainTextResponse(reason, status_code=405, headers={"Allow": "GET"})
    return None


def _is_own(hosts: list[str]) -> bool:
    if len(hosts) != 1:
        return False
    name, _, port = hosts[0].lower().rpartition(":")
    if not name or port.endswith("]"):
        name, port = hosts[0].lower(), ""
    return name in OWN_NAMES and (port == "" or port.isdecimal())
