"""People and bodies."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from onrecord.record.views import decision_words
from onrecord.server.desk import desk_of, moved
from onrecord.server.joins import joins_of

router = APIRouter()


@router.get("/who/{identity}")
def who(request: Request, identity: str) -> Response:
    """One person or body: spellings, roles, statements."""
    desk = desk_of(request)
    found = desk.archive.entity(identity)
    if found.id != identity:
        return moved(request, "who", found.id)
    return desk.show(
        "who.html", entity=found, joins=joins_of(found), decision_words=decision_words
    )
