"""Zones to articles: the page's own, and the teasers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.article.bylines import printed_byline
from onrecord.article.credits import dateline_end, source_credit
from onrecord.article.features import count_words, looks
from onrecord.article.label import zones_of
from onrecord.article.metadata import (
    Told,
    folded,
    printed_moments,
    told_title,
)
from onrecord.article.outlet import printed_outlet
from onrecord.article.tags import printed_tags
from onrecord.article.teasers import Teaser, find_teasers
from onrecord.model import Article, Span, Zoned, article_id, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Capture, Page, Zone

HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.I)
MIN_BRIEF_WORDS = 12  # under a headline
MIN_BODY_WORDS = 25  # a page with less running text has no article of its own
RUNNING = frozenset({"body", "quote", "list", "table"})
HEAD = frozenset({"byline", "dateline"})


def find_articles(page: Page, capture: Capture) -> tuple[Article, ...]:
    """The page's own article first, if it has one, then the teasers on it."""
    seen = looks(page)
    zones = zones_of(page, seen)
    own = _own(page, seen, zones, capture)
    teasers = find_teasers(page, seen, zones, own.title if own else None)
    outlet = own.outlet if own else capture.outlet
    items = [_teaser(page, teaser, outlet) for teaser in teasers]
    return (own, *items) if own else tuple(items)


def _own(
    page: Page, seen: Sequence[Look], zones: Sequence[Zone], capture: Capture
) -> Article | None:
    """The page's own article."""
    told = Told(page.metadata)
    running = [
        block.span
        for block, zone in zip(page.blocks, zones, strict=True)
        if zone in RUNNING
    ]
    enough = MIN_BRIEF_WORDS if "headline" in zones else MIN_BODY_WORDS
    if sum(count_words(span.of(page.text)) for span in running) < enough:
        return None
    zoned, agency = _zoned(page, zones)
    outlet = capture.outlet or told.first("outlet") or printed_outlet(seen, zones, told)
    titles = tuple(item.span for item in zoned if item.zone == "headline")
    lines = [item.span.of(page.text) for item in zoned if item.zone in HEAD]
    published, modified = printed_moments(lines)
    credited = [source for line in lines if (source := source_credit(line))]
    if agency and outlet and agency.casefold() in outlet.casefold():
        agency = None  # the outlet's own correspondent
    return Article(
        id=article_id(page.id, "article", running[0]),
        page_id=page.id,
        type="article",
        title=_title(page, titles, told, outlet or _host(capture.where)),
        titles=titles,
        zones=zoned,
        outlet=outlet,
        byline=_byline(told, outlet, page, zones),
        published=told.moment("published") or published,
        modified=told.moment("modified") or modified,
        language=page.language,
        tags=told.tags() or printed_tags(seen, zones),
        section=told.first("section"),
        source_line=next(iter(credited), agency),
        url=told.first("url"),
    )


def _title(page: Page, titles: Sequence[Span], told: Told, site: str) -> str | None:
    """The title as a person would cite it.

    A newsroom's own metadata give it; on other pages that text is written for search
    engines, and the headline is the title.
    """
    printed = " ".join(titles[0].of(page.text).split()) if titles else None
    title = told_title(told, site)
    if printed is None or title is None:
        return printed or title
    is_same = folded(printed) in folded(title)
    return title if told.is_news() and not is_same else printed


def _host(where: str) -> str:
    """The name of the site in an address; empty for what is none."""
    match = HOST.match(where)
    return match[1].rpartition(".")[0] if match else ""


def _byline(
    told: Told, outlet: str | None, page: Page, zones: Sequence[Zone]
) -> tuple[str, ...]:
    """Who wrote it, by the markup; by the page where the markup names the outlet."""
    names = told.byline()
    if names and [folded(name) for name in names] != [folded(outlet or "")]:
        return names
    blocks = [
        block
        for block, zone in zip(page.blocks, zones, strict=True)
        if zone == "byline"
    ]
    printed = printed_byline(blocks, page.text)
    return printed or names


def _zoned(page: Page, zones: Sequence[Zone]) -> tuple[tuple[Zoned, ...], str | None]:
    """The zones of the page's blocks, a dateline cut from the paragraph it opens."""
    found: list[Zoned] = []
    agency = None
    is_first = True
    for block, zone in zip(page.blocks, zones, strict=True):
        if zone == "body" and is_first:
            reach, named = dateline_end(block.span.of(page.text))
            if reach:
                is_first, agency = False, named
                found.extend(_cut(page.text, block.span, reach))
                continue
        found.append(Zoned(block.span, zone))
    return tuple(found), agency


def _cut(text: str, span: Span, reach: int) -> list[Zoned]:
    """A dateline and the paragraph after it."""
    at = span.start + reach
    dateline = Zoned(Span(span.start, at), "dateline")
    rest = trimmed(Span(at, span.end), text, " \u00a0—\u2013-:")
    rest = Span(rest.start, span.end) if rest else None
    return [dateline, Zoned(rest, "body")] if rest else [dateline]


def _teaser(page: Page, teaser: Teaser, outlet: str | None) -> Article:
    """The article that a teaser stands for, by the outlet whose page shows it."""
    published, _ = printed_moments(teaser.dates)
    return Article(
        id=article_id(page.id, "teaser", teaser.titles[0]),
        page_id=page.id,
        type="teaser",
        title=teaser.title,
        titles=tuple(teaser.titles),
        zones=tuple(sorted(teaser.zones, key=lambda item: item.span)),
        outlet=outlet,
        byline=(),
        published=published,
        modified=None,
        language=page.language,
    )
