"""The headline of the running text, found by how it looks and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.bylines import is_byline
from onrecord.article.credits import is_captioned
from onrecord.article.metadata import folded
from onrecord.article.moments import read_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

REACH = 60  # blocks before the running text among which the headline stands
MIN_WORDS, MAX_WORDS = 2, 40
NAMED_WORDS = 4  # fewer words name a section more often than they tell a story
BODY_LOOKED_AT = 12  # blocks of the body whose words a headline shares
TAG_SCORE = {"h1": 3.0, "h2": 1.0, "h3": 0.3}
MIN_SCORE = 0.2
MAX_PLACE = 2.0  # more than the place of a line ever says for it
CALLED = 2.0  # what the classifier says for a headline
HERALD_REACH = 6  # blocks below a headline in which its byline or date stands
HERALD_WORDS = 25
DECK_WORDS = 8
LIST_REACH = 2  # lines from a list's label to its first title
FEW_WORDS = 2
LISTING = frozenset({"teaser", "most-read"})


def find_headline(
    looks: Sequence[Look], zones: Sequence[Zone], titles: Sequence[str]
) -> int | None:
    """Where the headline of the running text stands; None when it has none.

    `titles` are what the markup says the page is called.
    """
    body = [at for at, zone in enumerate(zones) if zone == "body"]
    if not body:
        return None
    first = body[:BODY_LOOKED_AT]
    about = frozenset(word for at in first for word in looks[at].long_words)
    known = [folded(title) for title in titles]
    told = {looks[at].text for at in body}
    best, found = MIN_SCORE, None
    for at in range(max(0, body[0] - REACH), body[0]):
        if looks[at].text in told:
            continue  # a sentence of the text, shown above it
        called = CALLED if zones[at] == "headline" else 0.0
        appeal, distance = _appeal(looks[at], about, known), 0.03 * (body[0] - at)
        if appeal - distance + called + MAX_PLACE < best:
            continue
        score = appeal - _doubt(looks[at]) - distance + called
        if looks[at].markup.tag == "line":
            score += _place_score(looks, at, body[0])
        if score >= best:
            best, found = score, at
    return found


def _appeal(look: Look, about: frozenset[str], titles: Sequence[str]) -> float:
    """How much a block looks like the headline of this text."""
    if not MIN_WORDS <= look.words <= MAX_WORDS or look.label or look.line:
        return -9.0
    score = TAG_SCORE.get(look.markup.tag, 0.0)
    words = folded(look.text)
    if any(_is_same(words, title) for title in titles):
        score += 4.0
    content = frozenset(look.long_words)
    return score + 2.0 * len(content & about) / max(3, len(content))


def _doubt(look: Look) -> float:
    """How much the block itself speaks against a headline."""
    score = 0.0
    if look.markup.bullet:
        score += 1.5
    if look.words < NAMED_WORDS and look.markup.tag == "line":
        score += 0.8
    if look.text.endswith(".") or look.start or is_captioned(look.text):
        score += 1.0
    if is_byline(look.text) or read_moment(look.text):
        score += 2.0
    return score


def _place_score(looks: Sequence[Look], at: int, body: int) -> float:
    """What the lines around a line of saved text say for it as the headline.

    A headline stands alone between empty lines; its deck, its byline and its date
    stand below it. A title in a list of stories stands under that list's label.
    """
    score = 0.0
    if looks[at].markup.blank_before:
        score += 0.6 if _is_alone(looks, at) else 0.2
    if _is_listed(looks, at):
        score -= 1.5
    below = looks[at + 1 : min(body, at + 1 + HERALD_REACH)]
    if any(_is_herald(look) for look in below):
        score += 0.6
    if _is_deck(looks, at + 1, body):
        score += 0.6
    return score


def _is_listed(looks: Sequence[Look], at: int) -> bool:
    """Whether a list's label stands right above, or with a word or two between.

    Entries of a path to the page ("Latest news", "Holm") are no such labels.
    """
    between = 0 if at < LIST_REACH or looks[at - 1].words > FEW_WORDS else 1
    above = looks[max(0, at - 1 - between) : at]
    return any(look.label in LISTING and not look.markup.bullet for look in above)


def _is_alone(looks: Sequence[Look], at: int) -> bool:
    """Whether empty lines stand above and below a line."""
    ends = at + 1 == len(looks) or looks[at + 1].markup.blank_before > 0
    return looks[at].markup.blank_before > 0 and ends


def _is_herald(look: Look) -> bool:
    """Whether a line is a byline or tells a time, as lines below a headline do."""
    if look.words > HERALD_WORDS or look.label:
        return False
    return is_byline(look.text) or read_moment(look.text) is not None


def _is_deck(looks: Sequence[Look], at: int, body: int) -> bool:
    """Whether a line is the longer one that stands alone under a headline."""
    if at >= body or not _is_alone(looks, at):
        return False
    look = looks[at]
    told = look.label or look.line or look.start or look.markup.bullet
    return look.words >= DECK_WORDS and not told and not is_captioned(look.text)


def _is_same(words: str, title: str) -> bool:
    """Whether a block is the title, or nearly all of it."""
    if words == title:
        return True
    shorter, longer = sorted((words, title), key=len)
    return len(shorter) >= 0.6 * len(longer) and shorter in longer
