"""Claims and what stands against them."""

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.errors import InputError
from onrecord.server.charts import lay_timeline
from onrecord.server.desk import desk_of, moved
from onrecord.server.links import side_link

router = APIRouter()

LISTED = 50
EVERY_DISPUTE = 100_000
WIDE, NARROW = 860, 340  # widths charts are drawn for


@router.get("/claims")
def claims(
    request: Request,
    q: str = "",
    every: bool = False,  # noqa: FBT001, FBT002 - a choice in an address
    limit: int = Query(LISTED, ge=1, le=1000),
) -> HTMLResponse:
    """Claims said more than once, or all, or those that hold words."""
    desk = desk_of(request)
    at_least = 1 if every or q.strip() else 2
    found = desk.archive.claims(q.strip() or None, at_least=at_least, limit=limit)
    return desk.show(
        "claims.html", claims=found, query=q.strip(), every=every, limit=limit
    )


@router.get("/claim/{identity}")
def claim(request: Request, identity: str) -> Response:
    """The life of one claim."""
    desk = desk_of(request)
    found = desk.archive.claim(identity)
    if found.id != identity:
        return moved(request, "claim", found.id)
    charts = [lay_timeline(found, width) for width in (WIDE, NARROW)]
    return desk.show("claim.html", claim=found, charts=charts)


@router.get("/disputes")
def disputes(
    request: Request,
    possible: bool = False,  # noqa: FBT001, FBT002 - a choice in an address
    limit: int = Query(LISTED, ge=1, le=1000),
) -> HTMLResponse:
    """What stands against what, with the words that show it."""
    desk = desk_of(request)
    found = desk.archive.disputes(include_possible=possible, limit=limit)
    return desk.show("disputes.html", disputes=found, possible=possible, limit=limit)


@router.get("/dispute/{identity}")
def dispute(request: Request, identity: str) -> RedirectResponse:
    """A dispute's permalink: to where it is told."""
    every = desk_of(request).archive.disputes(
        include_possible=True, limit=EVERY_DISPUTE
    )
    found = next((item for item in every if item.id.startswith(identity)), None)
    if found is None:
        raise InputError("no such dispute on record", where=identity)
    told = side_link(found.left) or side_link(found.right) or "/disputes"
    return RedirectResponse(f"{told.partition('#')[0]}#d-{found.id}")
