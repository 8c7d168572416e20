"""Numbers that leave out what they count: "the army speaks of 34", "admits three"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GIVES = re.compile(
    r"\b(?:(?:speaks?|spoke|spoken|talks?|talked) of|admits?|admitted|acknowledged?s?|"
    r"concedes?|conceded|gave|gives|says?|said|claims?|claimed|counted|counts|reported|"
    r"reports|puts? it at|not)(?: only| just| about)? <(?P<at>\d+)>(?= ?(?:[.,;]|$|and|"
    r"but|"
    r"as|while|whereas|on|in|at|by)(?: |$))"
)

# "four in Vorrin and two in Oldport", "as were six others"
_JOINED = re.compile(
    r"\band (?:another )?<(?P<at>\d+)>"
    r"(?=(?: more| others)? (?:in|near|at|elsewhere)\b(?! (?:hospital|intensive|"
    r"critical|serious|custody|an?|the)\b))"
    r"|\bas (?:were|was|are|did)(?: also)? <(?P<at2>\d+)>"
    r"|\band (?:in|at|near) (?:\w+ ){1,3}<(?P<at3>\d+)>(?= ?(?:[.,;]|$))"
    r"|[,;] (?:but )?<(?P<at4>\d+)> (?:[^\W\d]+ ){0,2}"
    r"(?:were|was|are|is)(?= ?(?:[.;]|$))"
)


def find_given(text: str) -> Iterator[tuple[int, bool]]:
    """From marked text: which quantity, and whether it is taken back ("not 48")."""
    for match in _GIVES.finditer(text):
        yield int(match["at"]), match.group().startswith("not ")


def find_joined(text: str) -> Iterator[int]:
    """From marked text: numbers of others to whom the same happened elsewhere."""
    for match in _JOINED.finditer(text):
        yield int(next(n for n in match.groups() if n))
