"""The first screen: what is on record, what is new, what is in doubt."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.server.desk import desk_of

router = APIRouter()

SHOWN = 6  # of each kind; the lists have the rest


@router.get("/")
def home(request: Request) -> HTMLResponse:
    """The record at a glance."""
    desk = desk_of(request)
    archive = desk.archive
    return desk.show(
        "home.html",
        summary=archive.summary(),
        stories=archive.stories(limit=SHOWN),
        claims=archive.claims(None, at_least=2, limit=SHOWN),
        incidents=archive.incidents(limit=SHOWN),
        disputes=archive.disputes(include_possible=False, limit=SHOWN),
    )
