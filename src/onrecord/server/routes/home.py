"""The first screen: what is on record, what is new, what is in doubt."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.server.desk import desk_of
from onrecord.server.wording import told_in_full

router = APIRouter()

SHOWN = 6  # of each kind; the lists have the rest
FEW = 4  # of what takes much room
TEASED = 10  # stories known from teasers alone for each that is told, at the most


@router.get("/")
def home(request: Request) -> HTMLResponse:
    """The record at a glance."""
    desk = desk_of(request)
    archive = desk.archive
    return desk.show(
        "home.html",
        summary=archive.summary(),
        stories=told_in_full(archive.stories(limit=SHOWN * TEASED))[:SHOWN],
        claims=archive.claims(None, at_least=2, limit=SHOWN),
        incidents=archive.incidents(limit=SHOWN),
        disputes=archive.disputes(include_possible=False, limit=FEW),
    )
