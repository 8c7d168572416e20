"""Addresses of the screens, and which foreign addresses may become links."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.record.views import DisputeView, Side, Words

ANCHOR = "words"  # where a page opens when words were asked for


def claim_link(claim: str, statement: str | None = None) -> str:
    """The claim's permalink, at one of its utterances when one is named."""
    return f"/claim/{quote(claim)}" + (f"#s-{quote(statement)}" if statement else "")


def incident_link(incident: str, report: str | None = None) -> str:
    """The incident's permalink, at one of its reports when one is named."""
    return f"/incident/{quote(incident)}" + (f"#r-{quote(report)}" if report else "")


def entity_link(entity: str) -> str:
    """The permalink of a person or body."""
    return f"/who/{quote(entity)}"


def story_link(story: str) -> str:
    """The permalink of a story."""
    return f"/story/{quote(story)}"


def page_link(page: str, finding: str | None = None) -> str:
    """A page's permalink, at one of its findings when one is named."""
    return f"/page/{quote(page)}" + (f"#f-{quote(finding)}" if finding else "")


def revisions_link(page: str) -> str:
    """What changed between the captures of a page's address."""
    return f"/page/{quote(page)}/revisions"


def words_link(words: Words) -> str:
    """The page with these exact words marked, opened where they stand."""
    at = ",".join(f"{span.start}-{span.end}" for span in words.spans)
    return f"/page/{quote(words.page_id)}?{urlencode({'at': at}, safe=',')}#{ANCHOR}"


def span_link(page: str, span: Span) -> str:
    """The page with one span marked, opened where it stands."""
    return f"/page/{quote(page)}?at={span.start}-{span.end}#{ANCHOR}"


def side_link(side: Side) -> str | None:
    """Where one side of a dispute is told in full; None for a body only named."""
    if side.claim:
        return claim_link(side.claim, side.id)
    return incident_link(side.incident) if side.incident else None


def dispute_link(dispute: DisputeView) -> str:
    """The dispute's permalink."""
    return f"/dispute/{quote(dispute.id)}"


def site_of(address: str) -> str | None:
    """The site of a web address, None when it is none.

    >>> site_of("https://www.news.example/a?b=c")
    'news.example'
    """
    if not web_link(address):
        return None
    return (urlsplit(address).hostname or "").removeprefix("www.")


def web_link(address: str | None) -> str | None:
    """The address when a browser may follow it, else None.

    >>> web_link("https://news.example/a"), web_link("javascript:alert(1)")
    ('https://news.example/a', None)
    """
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return address if is_web else None
