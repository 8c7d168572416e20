"""The title as a person would cite it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.article.metadata import Known, folded, without_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.front import Front

TITLE_ORIGINS = ("json-ld", "opengraph", "microdata", "meta", "title")
HEADINGS = frozenset({"h1", "h2"})
RANKED = frozenset({"h1", "h2", "h3"})
PATH = re.compile(r"bread-?crumb|(?:^|[ .\-_])nav(?:$|[ .\-_])")
PATH_REACH = 4  # containers looked at
HEADLINE_REACH = 12  # blocks below it in which the headline stands


def cited_title(front: Front, sites: Sequence[str]) -> Known[str] | None:
    """The title; None when neither page nor markup gives one.

    `sites` are the names of the outlet and the site. A newsroom's own metadata give
    the title; on other pages that text is written for search engines, and the
    headline is the title.
    """
    told = told_title(front, sites)
    below = _below_path(front)
    printed = below or printed_title(front)
    if printed is None or told is None:
        return printed or told
    if below or folded(printed.value) in folded(told.value):
        return printed
    if front.told.is_news() or _is_doubtful(front, printed, sites):
        return told
    return printed


def told_title(front: Front, sites: Sequence[str]) -> Known[str] | None:
    """The title that the markup gives, without the site's name."""
    return next(iter(_told_titles(front, sites)), None)


def _told_titles(front: Front, sites: Sequence[str]) -> list[Known[str]]:
    """What each place in the markup calls the page, names of the site left out."""
    names = {folded(site) for site in sites}
    found: dict[str, Known[str]] = {}
    for origin in TITLE_ORIGINS:
        for title in front.told.all("title", origin=origin):
            if folded(title) not in names:
                known = Known(without_site(title, *sites), origin)
                found.setdefault(origin, known)
    return list(found.values())


def printed_title(front: Front) -> Known[str] | None:
    """The headline as the page prints it."""
    return None if front.headline is None else _heading(front, front.headline)


def _below_path(front: Front) -> Known[str] | None:
    """The headline below a title that stands in the path to the page.

    "News > World > Rain falls" repeats the title for search engines. The longest
    heading below it that OpenGraph knows, too, is the headline; a shorter one is its
    kicker.
    """
    shared = front.told.first_of("title", "opengraph")
    if front.headline is None or shared is None:
        return None
    around = front.block(front.headline).markup.containers[-PATH_REACH:]
    if not PATH.search(" ".join(around)):
        return None
    told = folded(shared.value)
    if folded(front.looks[front.headline].text) in told:
        return None
    below = range(front.headline + 1, len(front.looks))
    headings = [
        (folded(front.looks[at].text), at)
        for at in islice(below, HEADLINE_REACH)
        if front.looks[at].markup.tag in RANKED
    ]
    known = [(len(words), at) for words, at in headings if words and words in told]
    return _heading(front, max(known)[1]) if known else None


def _heading(front: Front, at: int) -> Known[str]:
    span = front.span(at)
    return Known(" ".join(span.of(front.page.text).split()), "page", span)


def _is_doubtful(front: Front, printed: Known[str], sites: Sequence[str]) -> bool:
    """Whether the headline found is the site's name, or no heading of the first rank.

    A small heading counts less than titles of the markup that agree.
    """
    words = folded(printed.value)
    told = [folded(title.value) for title in _told_titles(front, sites)]
    whole = folded(next(front.told.all("title", origin="title"), ""))
    is_site = any(words == folded(site) for site in sites)
    # "Site: Rain falls", where OpenGraph says "Rain falls"
    if is_site or any(whole in {words + title, title + words} for title in told):
        return True
    if front.headline is None or front.looks[front.headline].markup.tag in HEADINGS:
        return False
    return len(told) > 1 and len(set(told)) == 1
