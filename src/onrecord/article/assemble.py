"""Zones to articles: the page's own, and the teasers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.credits import dateline_end
from onrecord.article.dating import printed_moments
from onrecord.article.described import describe, origins_of, value_of, values_of
from onrecord.article.features import looks
from onrecord.article.front import Dateline, front_of
from onrecord.article.label import zones_of
from onrecord.article.metadata import Told
from onrecord.article.teasers import Teaser, find_teasers
from onrecord.model import Article, Span, Zoned, article_id, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.article.zoning import Network
    from onrecord.model import Capture, Page, Zone

MIN_BRIEF_WORDS = 12  # under a headline
MIN_FLASH_WORDS = 5  # the same, where the markup calls the page a news article
MIN_BODY_WORDS = 25  # a page with less running text has no article of its own
RUNNING = frozenset({"body", "quote", "list", "table"})


def find_articles(
    page: Page, capture: Capture, network: Network | None = None
) -> tuple[Article, ...]:
    """The page's own article first, if it has one, then the teasers on it.

    `network` decides on zones; None: the one that ships with the package.
    """
    seen = looks(page)
    zones = zones_of(page, seen, network)
    own = _own(page, seen, zones, capture)
    teasers = find_teasers(page, seen, zones, own.title if own else None)
    outlet = own.outlet if own else capture.outlet
    items = [_teaser(page, teaser, outlet) for teaser in teasers]
    return (own, *items) if own else tuple(items)


def _enough(page: Page, zones: Sequence[Zone]) -> int:
    """How many words of running text make an article."""
    if "headline" not in zones:
        return MIN_BODY_WORDS
    is_news = Told(page.metadata).is_news()
    return MIN_FLASH_WORDS if is_news else MIN_BRIEF_WORDS


def _own(
    page: Page, seen: Sequence[Look], zones: Sequence[Zone], capture: Capture
) -> Article | None:
    """The page's own article."""
    running = [
        block.span
        for block, zone in zip(page.blocks, zones, strict=True)
        if zone in RUNNING
    ]
    words = sum(seen[at].words for at, zone in enumerate(zones) if zone in RUNNING)
    if words < _enough(page, zones):
        return None
    zoned, dateline = _zoned(page, zones)
    about = describe(front_of(page, capture, seen, zones, dateline))
    return Article(
        id=article_id(page.id, "article", running[0]),
        page_id=page.id,
        type="article",
        title=value_of(about.title),
        titles=tuple(item.span for item in zoned if item.zone == "headline"),
        zones=zoned,
        outlet=value_of(about.outlet),
        byline=values_of(about.byline),
        published=value_of(about.published),
        modified=value_of(about.modified),
        language=page.language,
        tags=values_of(about.tags),
        section=value_of(about.section),
        source_line=value_of(about.source_line),
        url=value_of(about.url),
        origins=origins_of(about),
    )


def _zoned(
    page: Page, zones: Sequence[Zone]
) -> tuple[tuple[Zoned, ...], Dateline | None]:
    """The zones of the page's blocks, a dateline cut from the paragraph it opens."""
    found: list[Zoned] = []
    dateline: Dateline | None = None
    for block, zone in zip(page.blocks, zones, strict=True):
        if zone == "body" and dateline is None:
            reach, agency = dateline_end(block.span.of(page.text))
            if reach:
                cut = _cut(page.text, block.span, reach)
                dateline = Dateline(cut[0].span, agency)
                found.extend(cut)
                continue
        found.append(Zoned(block.span, zone))
    return tuple(found), dateline


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
