"""Stored pages with everything found in them."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from onrecord.server.desk import desk_of, moved
from onrecord.server.highlight import (
    asked_marks,
    asked_spans,
    marks_of,
    names_of,
    regions_of,
)

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
        "page.html", view=found, regions=regions, names=names_of(found), asked=asked
    )
