"""Who wrote the article: by the markup, by the lines around the headline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.article.bylines import (
    author_names,
    bare_names,
    is_anothers,
    is_lead_in,
    is_person,
    printed_names,
    told_names,
)
from onrecord.article.metadata import Known, folded
from onrecord.article.moments import find_moment
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.front import Front

AUTHOR_CLASS = re.compile(
    r"(?:^|[.\-_])(?:by-?line|author|writer|autor|contributor|reporter|journalist)"
)
OTHERS_CLASS = re.compile(r"comment|related|reviewer")
NO_AUTHOR_CLASS = re.compile(r"checked|card|teaser|photo|caption|bio(?:$|[.\-_])|descr")
AUTHOR_ADDRESS = re.compile(
    r"/(?:by|authors?|writers?|profiles?|contributors?|staff"
    r"|journalists?|reporters?|redakteure?|autor(?:en|es)?|auteurs?)/",
    re.I,
)
MAX_ROW = 8  # blocks that name an author each
NEAR_LABEL = 3  # containers looked at
BESIDE_DATE = 3  # blocks from a bare name to a date
DATE_WORDS = 12
Names = tuple[Known[str], ...]
# How sure a printed byline is: the first line of the text, "by", an element's name,
# a name and nothing else.
OPENING, SAID, NAMED, ALONE = 4, 3, 2, 1
MIN_OUTLET = 4  # letters; a shorter name opens too many others


@dataclass(frozen=True, slots=True)
class Byline:
    """Names printed as the authors', and how sure that is."""

    names: Names
    sureness: int


def article_authors(front: Front, outlets: Sequence[str]) -> Names:
    """The authors, each with where the name was found; none when nobody is named.

    `outlets` are the outlet's names: it is an author only where no person is named.
    What the page prints with "by" before it counts more than markup that names
    somebody else: systems put in who uploaded the text.
    """
    told, printed = _once(_told(front)), printed_byline(front)
    named = _once(printed.names) if printed else ()
    people, others = _people(told, outlets), _people(named, outlets)
    is_said = printed is not None and printed.sureness >= SAID
    if others and is_said and _keys(people).isdisjoint(_keys(others)):
        return others
    return people or others or told or named


def _once(names: Sequence[Known[str]]) -> Names:
    """Names that differ by more than their spelling, the first spelling kept."""
    once = {folded(name.value): name for name in reversed(names)}
    return tuple(once.values())[::-1]


def _keys(names: Names) -> set[str]:
    return {folded(name.value) for name in names}


def _people(names: Names, outlets: Sequence[str]) -> Names:
    """The names without the outlet's own: "The Harbour Post", "Harbour Post Staff"."""
    known = [folded(outlet) for outlet in outlets]
    own = tuple(key for key in known if len(key) >= MIN_OUTLET)
    return tuple(
        name
        for name in names
        if folded(name.value) not in known and not folded(name.value).startswith(own)
    )


def _told(front: Front) -> Names:
    """The authors by the best origin of the markup that names any."""
    values = front.told.every("author")
    for origin in dict.fromkeys(value.origin for value in values):
        names = [
            Known(name, origin)
            for value in values
            if value.origin == origin
            for name in told_names(value.value)
        ]
        if names:
            return tuple(names)
    return ()


def printed_byline(front: Front) -> Byline | None:
    """The surest byline near the headline, the first of several; else one below."""
    best: Byline | None = None
    for at in front.near():
        found = _byline(front, at)
        if found and (best is None or found.sureness > best.sureness):
            best = found
    return best or _below(front)


def _byline(front: Front, at: int) -> Byline | None:
    """The byline that a block is or leads in to; None for any other block."""
    words = front.looks[at].text
    if _is_anothers(front, at):
        return None
    names = printed_names(words)
    is_opening = at in front.opening
    if names:
        return Byline(_placed(front, at, names), OPENING if is_opening else SAID)
    opening = _opening(front, at) if is_opening else None
    if opening:
        return opening
    if is_lead_in(words):
        return _led_in(front, at)
    return _named(front, at) or _alone(front, at)


def _opening(front: Front, at: int) -> Byline | None:
    """The names of a paragraph that is nothing else, among the first of the text."""
    names = bare_names(front.looks[at].text.replace("/", ", "))
    is_told = front.zones[at] == "byline" or any(is_person(name) for name in names)
    if not names or not is_told or any(front.tells_of(name) for name in names):
        return None
    return Byline(_placed(front, at, names), OPENING)


def _led_in(front: Front, at: int) -> Byline | None:
    """The names in the blocks after one that says "by" and no more."""
    found: list[Known[str]] = []
    for below in range(at + 1, min(at + 1 + MAX_ROW, len(front.looks))):
        names = author_names(front.looks[below].text)
        found.extend(_placed(front, below, names))
        if not names and (found or below > at + 1):
            break
    return Byline(tuple(found), SAID) if found else None


def _named(front: Front, at: int) -> Byline | None:
    """The names of a block whose element or link is an author's."""
    if not _is_authors(front, at):
        return None
    found: list[Known[str]] = []
    for below in range(at, min(at + MAX_ROW, len(front.looks))):
        names = (
            author_names(front.looks[below].text) if _is_authors(front, below) else ()
        )
        found.extend(_placed(front, below, names))
        if not names and front.looks[below].words > 1:
            break
    return Byline(tuple(found), NAMED) if found else None


def _is_authors(front: Front, at: int) -> bool:
    """Whether a block's elements or its link are named after authors."""
    labels = _labels(front, at)
    if NO_AUTHOR_CLASS.search(labels):
        return False
    hrefs = front.block(at).markup.hrefs
    is_linked = any(AUTHOR_ADDRESS.search(href) for href in hrefs)
    return is_linked or AUTHOR_CLASS.search(labels) is not None


def _labels(front: Front, at: int) -> str:
    return " ".join(front.block(at).markup.containers[-NEAR_LABEL:])


def _is_anothers(front: Front, at: int) -> bool:
    """Whether a block names who helped, a reader, or the author of another story."""
    if is_anothers(front.looks[at].text):
        return True
    return OTHERS_CLASS.search(_labels(front, at)) is not None


def _alone(front: Front, at: int) -> Byline | None:
    """The names of a block that holds nothing else but a date, or stands beside one.

    Below a headline, no date is needed. Names of sections and towns stand there, too:
    somebody must bear a given name, unless the line is known as a byline or holds a
    date, too. Whom the headline names did not write the text.
    """
    words = front.looks[at].text
    printed = find_moment(words)
    is_byline = front.is_line(at, "byline") or front.is_twice(at)
    parts = [words]
    if printed:
        parts = [words[printed.end :], words[: printed.start]]
    elif not (is_byline or front.is_below_headline(at) or _is_dated(front, at)):
        return None
    for part in parts:
        bare = part.strip(" |·•,-")
        names = printed_names(bare) or bare_names(bare)
        is_told = is_byline or (printed is not None and not front.is_entry(bare))
        is_told = is_told or any(is_person(name) for name in names)
        if names and is_told and not any(front.tells_of(name) for name in names):
            return Byline(_placed(front, at, names), ALONE)
    return None


def _is_dated(front: Front, at: int) -> bool:
    """Whether a short block with a date stands close to this one."""
    around = range(max(0, at - BESIDE_DATE), at + 1 + BESIDE_DATE)
    return any(
        look.words <= DATE_WORDS and find_moment(look.text)
        for look in (front.looks[near] for near in around if near < len(front.looks))
    )


def _below(front: Front) -> Byline | None:
    """A byline printed after the text."""
    for at in front.after():
        if _is_anothers(front, at):
            continue
        names = printed_names(front.looks[at].text)
        if names:
            return Byline(_placed(front, at, names), SAID)
        named = _named(front, at)
        if named:
            return named
    return None


def _placed(front: Front, at: int, names: Sequence[str]) -> Names:
    """The names with their places in the block; a name rewritten has the block's."""
    block = front.span(at)
    words = block.of(front.page.text)
    found = []
    for name in names:
        start = words.find(name)
        first = block.start + start
        span = Span(first, first + len(name)) if start >= 0 else block
        found.append(Known(name, "page", span))
    return tuple(found)
