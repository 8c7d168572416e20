"""Small words in names, by their sounds: particles, titles, kinds of place."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.gazetteer.spelling.scripts import sounds_of

if TYPE_CHECKING:
    from collections.abc import Sequence

FATHER, SERVANT, GOD, FAITH = "1234"


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The small words of names, by their sounds."""

    particles: frozenset[str]
    patronymic: frozenset[str]
    openers: dict[str, str]
    ends: dict[str, str]
    titles: frozenset[str]
    titles_or_names: frozenset[str]
    titles_behind: re.Pattern[str]
    patronymic_ends: tuple[str, ...]
    given_too: frozenset[str]
    never_given_before: frozenset[str]
    place_words: frozenset[str]
    place_ends: re.Pattern[str]
    place_fronts: re.Pattern[str]

    def is_given(self, words: Sequence[str]) -> bool:
        """Whether the first of these sounds is a given name that is a particle, too.

        "Ben" is one in "Ben Torel", and none in "Ben Ali".
        """
        return (
            len(words) > 1
            and words[0] in self.given_too
            and words[1] not in self.never_given_before
        )


@cache
def small_words() -> SmallWords:
    """The table of small words."""
    path = resources.files("onrecord").joinpath("data", "name_particles.toml")
    table: dict[str, str] = tomllib.loads(path.read_text("utf-8"))
    heard = {
        key: frozenset(map(sounds_of, words.split())) for key, words in table.items()
    }
    ends = dict.fromkeys(heard["of_god"], GOD) | dict.fromkeys(heard["of_faith"], FAITH)
    behind, kinds, fronts = (
        "|".join(table[key].split())
        for key in ("titles_behind", "place_ends", "place_fronts")
    )
    return SmallWords(
        particles=heard["particles"],
        patronymic=heard["patronymic"],
        openers=dict.fromkeys(heard["father_of"], FATHER)
        | dict.fromkeys(heard["servant_of"], SERVANT),
        ends=ends,
        titles=heard["titles"],
        titles_or_names=heard["titles_or_names"],
        titles_behind=re.compile(f"(?<=.)(?:{behind})+$"),
        patronymic_ends=tuple(heard["patronymic_ends"]),
        given_too=heard["given_too"],
        never_given_before=heard["never_given_before"],
        place_words=heard["place_words"],
        place_ends=re.compile(f"(?<=..)(?:{kinds})$"),
        place_fronts=re.compile(f"^.{{2,}}?(?:{fronts})(?=..)"),
    )
