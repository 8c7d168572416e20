"""The title as a person would cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.metadata import Known, folded, without_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.front import Front

TITLE_ORIGINS = ("json-ld", "opengraph", "microdata", "meta", "title")
HEADINGS = frozenset({"h1", "h2"})


def cited_title(front: Front, sites: Sequence[str]) -> Known[str] | None:
    """The title; None when neither page nor markup gives one.

    `sites` are the names of the outlet and the site. A newsroom's own metadata give
    the title; on other pages that text is written for search engines, and the
    headline is the title.
    """
    told = told_title(front, sites)
    printed = printed_title(front)
    if printed is None or told is None:
        return printed or told
    if folded(printed.value) in folded(told.value):
        return printed
    if front.told.is_news() or _is_doubtful(front, printed, sites):
        return told
    return printed


def told_title(front: Front, sites: Sequence[str]) -> Known[str] | None:
    """The title that the markup gives, without the site's name."""
    for origin in TITLE_ORIGINS:
        title = next(front.told.all("title", origin=origin), None)
        if title:
            return Known(without_site(title, *sites), origin)
    return None


def printed_title(front: Front) -> Known[str] | None:
    """The headline as the page prints it."""
    if front.headline is None:
        return None
    span = front.span(front.headline)
    return Known(" ".join(span.of(front.page.text).split()), "page", span)


def _is_doubtful(front: Front, printed: Known[str], sites: Sequence[str]) -> bool:
    """Whether the headline found is the site's name, or no heading of the first rank.

    A small heading counts less than titles of the markup that agree.
    """
    words = folded(printed.value)
    if any(words == folded(site) for site in sites):
        return True
    if front.headline is None or front.looks[front.headline].markup.tag in HEADINGS:
        return False
    told = [
        folded(without_site(title, *sites))
        for origin in TITLE_ORIGINS
        for title in front.told.all("title", origin=origin)
    ]
    return len(told) > 1 and len(set(told)) == 1
