"""Ages beside a name, and what stands behind them: "X, 42, a lecturer in law"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.annotate.mentions.scene import Scene, Spot

ADULT = 18  # years
AGE = re.compile(r"^(?:aged? )?\d{1,3}(?:[- ]years?[- ]old)?$", re.IGNORECASE)
BEFORE = re.compile(r"(\d{1,3})[- ]year[- ]old,?\s$")
REACH = 16  # characters before a name in which its age stands
OPENS = frozenset({",", "("})
CLOSES = frozenset({",", ".", ")", "and"})
HOME = frozenset({"of", "from"})


def years_of(scene: Scene, spot: Spot) -> int | None:
    """The age told right before or behind this name, None when none is."""
    place = scene.span(spot.sentence, spot.start, spot.end).start
    told = BEFORE.search(scene.page.text[max(0, place - REACH) : place])
    if told is not None:
        return int(told.group(1))
    end = _age_end(scene, spot)
    if end is None:
        return None
    return int(re.sub(r"\D", "", scene.words(spot.sentence, spot.end + 1, end)))


def is_minor(scene: Scene, spot: Spot) -> bool:
    """Whether the age beside the name is that of a child."""
    years = years_of(scene, spot)
    return years is not None and years < ADULT


def past_aside(scene: Scene, spot: Spot) -> int:
    """The token behind the name, past its age and home: the comma before a role.

    Of "X, 42, from Vorrin, a lecturer" it is the last comma; with no age or home, the
    token right behind the name.
    """
    end = _age_end(scene, spot)
    at = spot.end if end is None else end
    tokens = scene.sentences[spot.sentence].tokens
    if at < len(tokens) and tokens[at].text == ")":
        at += 1
    return _past_home(scene, spot, at)


def _age_end(scene: Scene, spot: Spot) -> int | None:
    """Where the age behind the name ends: the comma or bracket that closes it."""
    tokens = scene.sentences[spot.sentence].tokens
    start = end = spot.end + 1
    if start >= len(tokens) or tokens[spot.end].text not in OPENS:
        return None
    while end < len(tokens) and tokens[end].text not in CLOSES:
        end += 1
    words = scene.words(spot.sentence, start, end) if end > start else ""
    return end if AGE.match(words) else None


def _past_home(scene: Scene, spot: Spot, at: int) -> int:
    tokens = scene.sentences[spot.sentence].tokens
    if (
        at + 1 >= len(tokens)
        or tokens[at].text != ","
        or tokens[at + 1].text not in HOME
    ):
        return at
    end = at + 2
    homes = {s.start: s.end for s in scene.spots if s.sentence == spot.sentence
             and s.type == "place"}  # fmt: skip
    while end in homes:
        end = homes[end]
        if end + 1 in homes and tokens[end].text == ",":
            end += 1
    return end if end > at + 2 and end < len(tokens) and tokens[end].text == "," else at
