"""All that is known of the page's own article besides its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from onrecord.article.authors import article_authors
from onrecord.article.cited import cited_title
from onrecord.article.credits import LAST_CREDIT, source_credit
from onrecord.article.dating import article_dates
from onrecord.article.front import HEAD
from onrecord.article.metadata import TITLE_SUFFIX, Known, folded
from onrecord.article.outlet import printed_outlet
from onrecord.article.tags import printed_tags
from onrecord.model import Moment, Origin, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.front import Front

Value = TypeVar("Value")
HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.I)
ADDRESS = re.compile(r"^(?:https?:|www\.)", re.I)
WHOLE = re.compile(r"https?://\S+$", re.I)
URL_ORIGINS = ("link", "opengraph", "json-ld", "meta")


@dataclass(frozen=True, slots=True)
class Described:
    """The values of an article, each with where it was found."""

    title: Known[str] | None
    outlet: Known[str] | None
    byline: tuple[Known[str], ...]
    published: Known[Moment] | None
    modified: Known[Moment] | None
    tags: tuple[Known[str], ...]
    section: Known[str] | None
    source_line: Known[str] | None
    url: Known[str] | None


def describe(front: Front) -> Described:
    """What markup and page tell of the article."""
    outlet = article_outlet(front)
    sites = _sites(front, outlet)
    published, modified = article_dates(front)
    return Described(
        title=cited_title(front, sites),
        outlet=outlet,
        byline=article_authors(front, _outlets(front, outlet)),
        published=published,
        modified=modified,
        tags=front.told.tags() or printed_tags(front),
        section=_section(front),
        source_line=_credited(front) or _agency(front, outlet),
        url=canonical_url(front),
    )


def article_outlet(front: Front) -> Known[str] | None:
    """The outlet: as the user said, by the markup, by the page's own words.

    Of several names in the markup, the one with which the page's title ends.
    """
    if front.capture.outlet:
        return Known(front.capture.outlet, "given")
    told = [o for o in front.told.every("outlet") if not ADDRESS.match(o.value)]
    for title in front.told.all("title", origin="title"):
        end = folded(TITLE_SUFFIX.split(title)[-1])
        for outlet in told:
            if folded(outlet.value) == end:
                return outlet
    if told:
        return told[0]
    name = printed_outlet(front.looks, front.zones, front.told)
    authors = {folded(author) for author in front.told.all("author")}
    return _found(front, name) if name and folded(name) not in authors else None


def _found(front: Front, name: str) -> Known[str]:
    """A name with the first place where the page's text holds it, else its title."""
    at = front.page.text.find(name)
    if at < 0:
        return Known(name, "title")
    return Known(name, "page", Span(at, at + len(name)))


def canonical_url(front: Front) -> Known[str] | None:
    """The page's own address by its canonical link, else by other markup."""
    for origin in URL_ORIGINS:
        url = front.told.first_of("url", origin)
        if url and WHOLE.match(url.value):
            return url
    return None


def _section(front: Front) -> Known[str] | None:
    """The section by its name; some pages give its address."""
    sections = front.told.every("section")
    return next((each for each in sections if not ADDRESS.match(each.value)), None)


def _outlets(front: Front, outlet: Known[str] | None) -> tuple[str, ...]:
    """The names by which the outlet goes."""
    names = (outlet.value, *front.told.all("outlet")) if outlet else ()
    return tuple(dict.fromkeys(name for name in names if not ADDRESS.match(name)))


def _sites(front: Front, outlet: Known[str] | None) -> tuple[str, ...]:
    """The names by which the outlet and its site go."""
    host = HOST.match(front.capture.where)
    names = (host[1], host[1].rpartition(".")[0]) if host else ()
    return (*_outlets(front, outlet), *names)


def _credited(front: Front) -> Known[str] | None:
    """The agency that a line of the head credits, as worded."""
    for at, zone in enumerate(front.zones):
        source = source_credit(front.looks[at].text) if zone in HEAD else None
        if source:
            return Known(source, "page", front.span(at))
    return None


def _agency(front: Front, outlet: Known[str] | None) -> Known[str] | None:
    """The agency in the dateline, or behind the last sentence.

    None when it is the outlet: its own correspondent wrote.
    """
    dateline = front.dateline
    found = None
    if dateline and dateline.agency:
        found = Known(dateline.agency, "page", dateline.span)
    found = found or _signed(front)
    if found and outlet and found.value.casefold() in outlet.value.casefold():
        return None
    return found


def _signed(front: Front) -> Known[str] | None:
    """The agency in brackets at the end of the running text."""
    bodies = [at for at, zone in enumerate(front.zones) if zone == "body"]
    span = front.span(bodies[-1]) if bodies else None
    match = LAST_CREDIT.search(span.of(front.page.text)) if span else None
    if span is None or match is None:
        return None
    at = Span(span.start + match.start("agency"), span.start + match.end("agency"))
    return Known(match["agency"], "page", at)


def value_of(known: Known[Value] | None) -> Value | None:
    """The value alone."""
    return known.value if known else None


def values_of(known: Sequence[Known[Value]]) -> tuple[Value, ...]:
    """The values alone."""
    return tuple(each.value for each in known)


def origins_of(about: Described) -> tuple[Origin, ...]:
    """Where every value was found; one for each author and one for all tags."""
    named = (
        ("title", about.title),
        ("outlet", about.outlet),
        *(("byline", author) for author in about.byline),
        ("published", about.published),
        ("modified", about.modified),
        ("section", about.section),
        *(("tags", tag) for tag in about.tags[:1]),
        ("source_line", about.source_line),
        ("url", about.url),
    )
    return tuple(Origin(name, at.origin, at.span) for name, at in named if at)
