"""The search box."""

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.server.desk import desk_of
from onrecord.server.snippets import snippet_pieces

router = APIRouter()

LISTED = 30
LONGEST = 400  # characters of a question; the rest is not looked for


@router.get("/search")
def search(
    request: Request, q: str = "", limit: int = Query(LISTED, ge=1, le=500)
) -> HTMLResponse:
    """People, bodies and places in pages that hold these words."""
    desk = desk_of(request)
    query = " ".join(q[:LONGEST].split())
    hits = desk.archive.search(query, limit=limit) if query else ()
    names = desk.archive.entities(query) if query else ()
    shown = [(hit, snippet_pieces(hit.snippet, query)) for hit in hits]
    return desk.show("search.html", query=query, hits=shown, names=names, limit=limit)
