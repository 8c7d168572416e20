"""Stored pages with everything found in them."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from onrecord.server.desk import desk_of, moved
from onrecord.server.highlight import (
    asked_marks,
    asked_spans,
    marks_of,
    names_of,
    regions_of,
)
from onrecord.server.links import revisions_link

router = APIRouter()


@router.get("/page/{identity}")
def page(request: Request, identity: str, at: str = "") -> Response:
    """A page's text with its findings in place, at the words asked for."""
    desk = desk_of(request)
    found = desk.archive.page(identity)
    if found.page.id != identity:
        return moved(request, "page", found.page.id)
    text = found.page.text
    asked = asked_spans(at, len(text))
    marks = marks_of(found) + asked_marks(asked)
    regions = regions_of(text, found.zones, marks)
    return desk.show(
        "page.html",
        view=found,
        regions=regions,
        names=names_of(found),
        asked=asked,
        captures=desk.archive.captures(identity),
    )


@router.get("/page/{identity}/revisions")
def revisions(request: Request, identity: str) -> Response:
    """What changed between the captures of a page's address."""
    desk = desk_of(request)
    found = desk.archive.page(identity)
    if found.page.id != identity:
        return RedirectResponse(revisions_link(found.page.id))
    return desk.show(
        "revisions.html", view=found, found=desk.archive.revisions(identity)
    )
