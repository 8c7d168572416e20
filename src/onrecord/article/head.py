"""The headline, and what stands between it and the running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.article.bylines import is_byline
from onrecord.article.credits import is_captioned, source_credit
from onrecord.article.features import WORD
from onrecord.article.metadata import folded
from onrecord.article.moments import read_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

REACH = 60  # blocks before the running text among which the headline stands
MIN_WORDS, MAX_WORDS = 2, 40
SHORT_LINE = 25  # words; datelines and bylines are shorter
MIN_CAPTION_WORDS = 5
LEAD_WORDS = 8
LEAD_LINKS = 0.3
ABOVE, ABOVE_WORDS = 3, 10  # how far above a headline its date is looked for
LINKED = 0.5
BODY_LOOKED_AT = 12  # blocks of the body whose words a headline shares
TAG_SCORE = {"h1": 3.0, "h2": 1.0, "h3": 0.3}
MIN_SCORE = 0.2
LONG_WORD = 4  # letters; shorter words say nothing about what a text is about
NAMED = re.compile(r"(?:^|[.\-_\d])(?:by-?line|authors?|writer|autor\w*)(?:$|[.\-_\d])")
DATED = re.compile(
    r"(?:^|[.\-_\d])(?:date(?:line)?|time(?:stamp)?|published|posted|datum|pub-?date)"
    r"(?:$|[.\-_\d])"
)


def find_headline(
    looks: Sequence[Look], zones: Sequence[Zone], titles: Sequence[str]
) -> int | None:
    """Where the headline of the running text stands; None when it has none.

    `titles` are what the markup says the page is called.
    """
    body = [at for at, zone in enumerate(zones) if zone == "body"]
    if not body:
        return None
    about = _content_words(" ".join(looks[at].text for at in body[:BODY_LOOKED_AT]))
    known = [folded(title) for title in titles]
    best, found = MIN_SCORE, None
    for at in range(max(0, body[0] - REACH), body[0]):
        score = _score(looks[at], about, known) - 0.03 * (body[0] - at)
        if score >= best:
            best, found = score, at
    return found


def _content_words(text: str) -> frozenset[str]:
    """The longer words of a text, the case folded."""
    words = (word.casefold() for word in WORD.findall(text))
    return frozenset(word for word in words if len(word) >= LONG_WORD)


def _score(look: Look, about: frozenset[str], titles: Sequence[str]) -> float:
    """How much a block looks like the headline of this text."""
    if not MIN_WORDS <= look.words <= MAX_WORDS or look.label or look.line:
        return -9.0
    score = TAG_SCORE.get(look.markup.tag, 0.0)
    words = folded(look.text)
    if any(_is_same(words, title) for title in titles):
        score += 4.0
    content = _content_words(look.text)
    score += 2.0 * len(content & about) / max(3, len(content))
    if look.markup.bullet:
        score -= 1.5
    if look.text.endswith(".") or look.start or is_captioned(look.text):
        score -= 1.0
    if is_byline(look.text) or read_moment(look.text):
        score -= 2.0
    if look.markup.tag == "line" and look.markup.blank_before:
        score += 0.2
    return score


def _is_same(words: str, title: str) -> bool:
    """Whether a block is the title, or nearly all of it."""
    if words == title:
        return True
    shorter, longer = sorted((words, title), key=len)
    return len(shorter) >= 0.6 * len(longer) and shorter in longer


def mark_head(looks: Sequence[Look], zones: list[Zone], headline: int) -> None:
    """Set the zones from the headline to the first block of the running text."""
    zones[headline] = "headline"
    first_body = next(at for at, zone in enumerate(zones) if zone == "body")
    below = range(headline + 1, first_body)
    for at in below:
        zone = head_zone(looks[at])
        if zone is not None:
            zones[at] = zone
    if not any(zones[at] == "dateline" for at in below):
        _mark_above(looks, zones, headline)


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
