"""What every screen works with: the archive it reads, the templates it fills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.server.archive import Archive
from onrecord.server.rendering import environment

if TYPE_CHECKING:
    from fastapi import Request


@dataclass(frozen=True, slots=True)
class Desk:
    """An archive, ready to be shown."""

    archive: Archive

    def show(
        self, template: str, *, status: int = 200, **values: object
    ) -> HTMLResponse:
        """The template filled with these values."""
        made = environment().get_template(template)
        html = made.render(record_name=self.archive.name, **values)
        return HTMLResponse(html, status_code=status)


def desk_of(request: Request) -> Desk:
    """The desk of the app that got this request."""
    desk = request.app.state.desk
    if not isinstance(desk, Desk):
        raise TypeError("the app has no desk; make_app makes apps that have")
    return desk


def moved(request: Request, kind: str, identity: str) -> RedirectResponse:
    """To where a thing is found now: ids may be prefixes, and groups grow."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{kind}/{quote(identity)}{query}")
