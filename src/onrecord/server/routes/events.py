"""Incidents and stories."""

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.server.charts import lay_ledger
from onrecord.server.desk import desk_of, moved
from onrecord.server.wording import told_in_full

router = APIRouter()

LISTED = 50
WIDE, NARROW = 860, 340  # widths charts are drawn for


@router.get("/incidents")
def incidents(
    request: Request, limit: int = Query(LISTED, ge=1, le=1000)
) -> HTMLResponse:
    """Incidents with their figures by outlet."""
    desk = desk_of(request)
    found = desk.archive.incidents(limit=limit)
    return desk.show("incidents.html", incidents=found, limit=limit)


@router.get("/incident/{identity}")
def incident(request: Request, identity: str) -> Response:
    """One incident: figures by outlet, reports, where figures differ."""
    desk = desk_of(request)
    found = desk.archive.incident(identity)
    if found.id != identity:
        return moved(request, "incident", found.id)
    charts = [chart for width in (WIDE, NARROW) if (chart := lay_ledger(found, width))]
    return desk.show("incident.html", incident=found, charts=charts)


@router.get("/stories")
def stories(
    request: Request,
    teased: bool = False,  # noqa: FBT001, FBT002 - a choice in an address
    limit: int = Query(LISTED, ge=1, le=1000),
) -> HTMLResponse:
    """Stories, newest first; those known from teasers alone only when asked for."""
    desk = desk_of(request)
    found = desk.archive.stories(limit=limit)
    shown = found if teased else told_in_full(found)
    is_cut = len(found) >= limit
    return desk.show(
        "stories.html", stories=shown, teased=teased, limit=limit, is_cut=is_cut
    )


@router.get("/story/{identity}")
def story(request: Request, identity: str) -> Response:
    """One story: its articles by outlet, the claims and incidents in it."""
    desk = desk_of(request)
    found = desk.archive.story(identity)
    if found.id != identity:
        return moved(request, "story", found.id)
    told = desk.archive.claims_among(found.claims)
    return desk.show(
        "story.html",
        story=found,
        claims=sorted(told, key=lambda claim: -len(claim.statements)),
        incidents=desk.archive.incidents_among(found.incidents),
    )
