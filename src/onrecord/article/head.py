"""What stands between the headline and the running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.article.bylines import AGO, bare_names, is_byline
from onrecord.article.credits import is_captioned, source_credit
from onrecord.article.moments import read_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

SHORT_LINE = 25  # words; datelines and bylines are shorter
MIN_CAPTION_WORDS = 5
LEAD_WORDS = 8
LEAD_LINKS = 0.3
ABOVE, ABOVE_WORDS = 3, 10  # how far above a headline its date is looked for
LINKED = 0.5
NAME_TO_DATE = 2  # lines from a name to the date of its byline
NAMED = re.compile(r"(?:^|[.\-_\d])(?:by-?line|authors?|writer|autor\w*)(?:$|[.\-_\d])")
DATED = re.compile(
    r"(?:^|[.\-_\d])(?:date(?:line)?|time(?:stamp)?|published|posted|datum|pub-?date)"
    r"(?:$|[.\-_\d])"
)


def mark_head(looks: Sequence[Look], zones: list[Zone], headline: int) -> None:
    """Set the zones from the headline to the first block of the running text."""
    zones[headline] = "headline"
    first_body = next(at for at, zone in enumerate(zones) if zone == "body")
    below = range(headline + 1, first_body)
    for at in below:
        zone = "byline" if _is_named(looks, at) else head_zone(looks[at])
        if zone == "body" and not _is_lead(looks, at, headline):
            continue
        if zone == "body" and any(
            looks[at].text in it.text for it in looks[first_body:]
        ):
            zone = "pull-quote"
        if zone is not None:
            zones[at] = zone
    if not any(zones[at] == "dateline" for at in below):
        _mark_above(looks, zones, headline)


def _is_lead(looks: Sequence[Look], at: int, headline: int) -> bool:
    """Whether prose above the text opens it: titles of videos stand there too.

    In saved text, a lead ends as a sentence does, or is the deck of the headline.
    """
    return looks[at].markup.tag != "line" or looks[at].ends or at == headline + 1


def _is_named(looks: Sequence[Look], at: int) -> bool:
    """Whether a line of saved text is bare names with a date beside or below them.

    "by" is often lost when a page is saved; the date is not.
    """
    look = looks[at]
    if look.markup.tag != "line" or look.label or not bare_names(look.text):
        return False
    if AGO.search(look.text):
        return True
    beside = looks[at : at + 1 + NAME_TO_DATE]
    return any(read_moment(near.text) for near in beside if near.words <= SHORT_LINE)


def _mark_above(looks: Sequence[Look], zones: list[Zone], headline: int) -> None:
    """Take a date or byline right above the headline, when none stands below it."""
    for at in range(headline - 1, max(-1, headline - 1 - ABOVE), -1):
        look = looks[at]
        if look.words > ABOVE_WORDS or look.link_share > LINKED or look.label:
            continue
        zone = head_zone(look)
        if zone in {"dateline", "byline"}:
            zones[at] = zone


def head_zone(look: Look) -> Zone | None:
    """The zone of a block beside a headline; None to leave it as it is."""
    is_credited = is_captioned(look.text) and look.words > MIN_CAPTION_WORDS
    if look.markup.tag == "figcaption" or is_credited:
        return "caption"
    small = _small_zone(look) if look.words <= SHORT_LINE else None
    if small is not None:
        return small
    if look.label or look.line or look.start or look.markup.bullet:
        return None
    is_lead = look.words >= LEAD_WORDS and look.link_share < LEAD_LINKS
    return "body" if is_lead else None


def _small_zone(look: Look) -> Zone | None:
    """Bylines and datelines, by their words and their names."""
    covering = " ".join(look.markup.containers[-3:])
    if is_byline(look.text) or source_credit(look.text) or NAMED.search(covering):
        return "byline"
    is_date = read_moment(look.text) or DATED.search(covering)
    return "dateline" if is_date else None
