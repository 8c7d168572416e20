"""What stands between the headline and the running text."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.article.bylines import AGO, bare_names, is_byline
from onrecord.article.credits import is_captioned, source_credit
from onrecord.article.metadata import folded
from onrecord.article.moments import read_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

SHORT_LINE = 25  # words; datelines and bylines are shorter
MIN_CAPTION_WORDS = 5
LEADS = 2  # blocks of running text that may stand above a byline: decks
ABOVE, ABOVE_WORDS = 3, 10  # how far above a headline its date is looked for
LINKED = 0.5
NAME_TO_DATE = 2  # lines from a name to the date of its byline
RUNNING = frozenset({"body", "quote", "list", "table", "correction"})
NAMED = re.compile(r"(?:^|[.\-_\d])(?:by-?line|authors?|writer|autor\w*)(?:$|[.\-_\d])")
DATED = re.compile(
    r"(?:^|[.\-_\d])(?:date(?:line)?|time(?:stamp)?|published|posted|datum|pub-?date)"
    r"(?:$|[.\-_\d])"
)


def mark_head(looks: Sequence[Look], zones: list[Zone], headline: int) -> None:
    """Set the zones of the small print between the headline and the running text.

    Running text stays what it is. A title elsewhere that says other words is another
    story's.
    """
    for at, zone in enumerate(zones):
        if zone == "headline" and folded(looks[at].text) != folded(
            looks[headline].text
        ):
            zones[at] = "teaser"
    zones[headline] = "headline"
    below = _below(zones, headline)
    for at in below:
        small = "byline" if _is_named(looks, at) else head_zone(looks[at])
        if small is not None and zones[at] not in RUNNING:
            zones[at] = small
        elif small is None and zones[at] == "byline" and _is_bold(looks[at]):
            zones[at] = "heading"
    if not any(zones[at] == "dateline" for at in below):
        _mark_above(looks, zones, headline)


def _below(zones: Sequence[Zone], headline: int) -> range:
    """The blocks below the headline, until the text is well under way."""
    body = (at for at in range(headline + 1, len(zones)) if zones[at] == "body")
    last = headline
    for at in islice(body, LEADS):
        last = at
    return range(headline + 1, last)


def _is_bold(look: Look) -> bool:
    """Whether a paragraph is bold throughout: it opens a part of the text."""
    return look.markup.tag == "p" and look.markup.bold_characters >= len(look.text)


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
    """The zone of small print beside a headline; None to leave it as it is."""
    is_credited = is_captioned(look.text) and look.words > MIN_CAPTION_WORDS
    if look.markup.tag == "figcaption" or is_credited:
        return "caption"
    return _small_zone(look) if look.words <= SHORT_LINE else None


def _small_zone(look: Look) -> Zone | None:
    """Bylines and datelines, by their words and their names."""
    covering = " ".join(look.markup.containers[-3:])
    if is_byline(look.text) or source_credit(look.text) or NAMED.search(covering):
        return "byline"
    is_date = read_moment(look.text) or DATED.search(covering)
    return "dateline" if is_date else None
