"""Who stands behind an article: its publisher, or who wrote what it copies."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy import select

from onrecord.model import Link, groups_of, make_link
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import articles, links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.record.views.types import ArticleRef


def load_sources(
    connection: Connection, known: Mapping[str, ArticleRef]
) -> dict[str, str]:
    """For each of these articles a name of its source; equal names are one source.

    A copy has the source of its original. The source of an original is the agency that
    it credits, else its outlet, else the site it stands on: so many articles of one
    outlet, and many captures of one article, are one source. Where a page tells none
    of these, it is a source of its own.
    """
    copied = _copied(connection, known)
    one = [
        make_link("article", link.left, link.right, "same", "yes", 1.0, "a copy")
        for link in copied
    ]
    groups = groups_of(sorted(known), one)
    copies = {link.left for link in copied}
    agencies = _credits(connection, known)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name, group in groups.items():
        members[group].append(name)
    source = {
        group: _publisher(known[_original(names, copies)], agencies)
        for group, names in members.items()
    }
    return {name: source[group] for name, group in groups.items()}


def _copied(connection: Connection, ids: Mapping[str, ArticleRef]) -> Sequence[Link]:
    """The links that stand from these articles to what they copy."""
    query = query_of(Link).where(
        links.c.kind == "article",
        links.c.relation == "copy_of",
        links.c.judgement == "yes",
        links.c.revoked_at.is_(None),
    )
    rows = rows_among(connection, query, links.c.left, ids)
    return [value_of(Link, row) for row in rows]


def _credits(connection: Connection, ids: Mapping[str, ArticleRef]) -> dict[str, str]:
    """The agency that each of these articles credits, where it credits one."""
    query = select(articles.c.id, articles.c.source_line)
    rows = rows_among(connection, query, articles.c.id, ids)
    return {row.id: row.source_line for row in rows if row.source_line}


def _original(names: Sequence[str], copies: set[str]) -> str:
    """The first that copies none of the others; ids decide where none is left."""
    return min(names, key=lambda name: (name in copies, name))


def _publisher(article: ArticleRef, agencies: Mapping[str, str]) -> str:
    named = agencies.get(article.id) or article.outlet
    if named:
        return f"named {' '.join(named.casefold().split())}"
    site = urlsplit(article.url or article.where).hostname
    return f"site {site.removeprefix('www.')}" if site else f"article {article.id}"
