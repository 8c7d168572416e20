"""How likely two reports are of one event, and why, from the signs of the pair."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.resolve.incidents.signs import find_bar, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.resolve.incidents.telling import Telling

APART = -1.0  # a clear "no"
ALWAYS = "always"
DIGITS = 6  # of a likeness; more would say more than the weights know
# What is said of a sign, the most telling first; of each line one sign is enough.
SAID = (
    (("several same streets", "same streets"), "same street"),
    (("same place", "near place"), "same place"),
    (("same day",), "same day"),
    (("told dates that fit", "presumed dates that fit"), "dates that fit"),
    (
        ("told dates that fit widely", "presumed dates that fit widely"),
        "dates that fit",
    ),
    (("same killed",), "same number killed"),
    (("same injured",), "same number injured"),
    (("same ages",), "same ages"),
    (("same person or body", "names 0.5"), "the same names"),
    (("words 0.2",), "like words"),
    (("title 0.5",), "like titles"),
    (("same numbers",), "same numbers"),
)


def compare(one: Telling, other: Telling) -> tuple[float, str]:
    """How likely two reports are of one event, from 0 to 1, and the reasons in words.

    -1 for two that cannot be: both are sure, and differ.
    """
    bar = find_bar(one, other)
    if bar is not None:
        return APART, bar
    signs = signs_of(one, other)
    weights = load_weights()
    # Exact in any order: a set of words has another order in every process.
    total = math.fsum((weights[ALWAYS], *(weights.get(sign, 0.0) for sign in signs)))
    return round(1 / (1 + math.exp(-total)), DIGITS), _reasons(one, signs)


def _reasons(one: Telling, signs: frozenset[str]) -> str:
    return ", ".join(dict.fromkeys(_said(one, signs))) or "little in common"


def _said(one: Telling, signs: frozenset[str]) -> Iterator[str]:
    if "kind same" in signs:
        yield f"both {one.kind.detail}"
    for names, words in SAID:
        if signs.intersection(names):
            yield words


@cache
def load_weights() -> Mapping[str, float]:
    """What each sign adds to the log odds of one event."""
    table = files("onrecord.data").joinpath("incident_weights.tsv")
    rows = (
        line.split("\t")
        for line in table.read_text(encoding="utf-8").splitlines()
        if line[:1] not in {"", "#"}
    )
    return {name: float(weight) for name, weight in rows}
