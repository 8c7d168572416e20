"""Players hurt at play: "two defenders are injured" tells of no incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import singular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.toll import Toll
    from onrecord.model import Sentence

PLAYERS = frozenset({
    "player", "striker", "defender", "midfielder", "quarterback", "goalkeeper",
    "winger", "batsman", "bowler", "linebacker", "fullback", "halfback", "cornerback",
    "pitcher", "teammate", "centre-back", "regular", "sprinter", "forward",
})  # fmt: skip
BLOWS = frozenset({
    "crash", "attack", "blast", "explosion", "shooting", "fire", "bus", "bomb", "shot",
    "stabbing", "collapse", "lightning", "bombing", "gunman", "riot",
})  # fmt: skip
HURT = frozenset({"injured", "hurt", "injury", "injuries", "injuring", "concussion"})


def without_sport(sentence: Sentence, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls without players hurt at play, whom nothing struck but the game."""
    words = {token.text.casefold() for token in sentence.tokens}
    if words & BLOWS or not words & HURT:
        return list(tolls)
    return [toll for toll in tolls if toll.effect != "injured" or not _is_player(toll)]


def _is_player(toll: Toll) -> bool:
    return singular((toll.counted or "").split(" ")[-1]) in PLAYERS
