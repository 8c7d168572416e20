"""Numbers that leave out what they count: "the army speaks of 34", "admits three"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.tolls_said import put_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Effect

_GIVES = re.compile(
    r"\b(?:(?:speaks?|spoke|spoken|talks?|talked) of|admits?|admitted|acknowledged?s?|"
    r"concedes?|conceded|gave|gives|says|said|claims?|claimed|counted|counts|reported|"
    r"reports|puts? it at|not)(?: only| just| about)? <(?P<at>\d+)>(?= ?(?:[.,;]|$|and|but|"
    r"as|while|whereas|on|in|at|by)(?: |$))"
)

# "four in Vorrin and two in Oldport", "as were six others"
_JOINED = re.compile(
    r"\band (?:another )?<(?P<at>\d+)>"
    r"(?=(?: more| others)? (?:in|near|at|elsewhere)\b(?! (?:hospital|intensive|"
    r"critical|serious|custody|an?|the)\b))"
    r"|\bas (?:were|was|are|did)(?: also)? <(?P<at2>\d+)>"
)


def find_elliptic(
    text: str, effects: list[tuple[int, Effect]], before: Effect | None
) -> Iterator[tuple[Effect, int, bool]]:
    """From marked text: effect, which quantity, whether it is taken back ("not 48").

    `effects` are the sentence's own tolls by where they begin in `text`; a number takes
    the effect of the last one before it, else that of the sentence before.
    """
    at = put_at(text)
    if at is not None and before is not None and not effects:
        yield before, at, False
    for match in _GIVES.finditer(text):
        near = [effect for start, effect in effects if start < match.start()]
        effect = near[-1] if near else before
        is_taken_back = match.group().startswith("not ")
        if effect is not None and not (is_taken_back and not near):
            yield effect, int(match["at"]), is_taken_back


def find_joined(text: str, effects: list[tuple[int, Effect]]) -> Iterator[tuple[Effect, int]]:
    """From marked text: numbers of others to whom the same happened elsewhere."""
    for match in _JOINED.finditer(text):
        near = [effect for start, effect in effects if start < match.start()]
        if near:
            yield near[-1], int(match["at"] or match["at2"])
