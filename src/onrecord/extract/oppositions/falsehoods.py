"""What is said to be untrue: "there is no truth to the union's claim that ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.oppositions.matters import place_of
from onrecord.extract.oppositions.sides import apart
from onrecord.extract.oppositions.told import is_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.oppositions.matters import Matters
    from onrecord.model import Statement

SURENESS = 0.9
UNTRUE = (
    r"(?:not (?:true|so|the case)|untrue|false|a lie|lies|nonsense|baseless|"
    r"unfounded|groundless|without (?:foundation|merit))"
)
BEFORE = re.compile(
    r"\bno (?:truth|substance|basis|foundation|merit) (?:to|in|for|behind)\W*$",
    re.IGNORECASE,
)
BEHIND = re.compile(rf"^\W*(?:is|are|was|were)(?: \w+ly)? {UNTRUE}\b", re.IGNORECASE)


def called_untrue(
    statement: Statement, statements: Sequence[Statement], matters: Matters
) -> tuple[str, float] | None:
    """The statement of another that this one names and says is not true.

    "No truth to X's claim that ...", "X's claim that ... is false".
    """
    for inner in statements:
        held = any(span.holds(inner.content[0]) for span in statement.content)
        is_named = inner.cue_class == "noun" and inner.id != statement.id
        if not held or not is_named or is_asked(matters.text_of(inner.cue)):
            continue
        if _is_untrue(inner, statement, matters):
            sides = apart(inner, statement, matters)
            return (inner.id, SURENESS) if sides != "no" else None
    return None


def _is_untrue(inner: Statement, outer: Statement, matters: Matters) -> bool:
    before, behind = matters.around(outer.content, place_of(inner), inner.content[-1])
    return bool(BEFORE.search(before) or BEHIND.match(behind))
