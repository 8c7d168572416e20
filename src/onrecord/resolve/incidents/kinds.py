"""Which kinds of events may be told as one: the table of kinds, by detail."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ANY = "any"  # the class of a kind that fits all of its family
DEALING = "dealing"
# What one reporter calls a fire or a crash another calls an attack; a flood never is.
HARM = frozenset({"violence", "mishap", "damage", "abduction", "unrest"})
# An arrest is told with the deed it is for: it says nothing about what that was.
AFTER = frozenset({"arrest"})
NATURE = "nature"
# People were struck, and no word says by what: "28 were killed" may be told of a crash.
VAGUE = frozenset({"harm", "killing"})


@dataclass(frozen=True, slots=True)
class Kind:
    """The family of a kind of event, the class in it, and its own finer name."""

    family: str
    narrow: str
    detail: str


@cache
def _table() -> Mapping[str, Kind]:
    text = files("onrecord.data").joinpath("event_kinds.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line[:1] not in {"", "#"}]
    return {
        row["detail"]: Kind(row["family"], row["class"], row["detail"])
        for row in csv.DictReader(lines, delimiter="\t")
    }


def kind_of(event_type: str, detail: str | None) -> Kind:
    """The kind of a report; a dealing between actors is a family by its own name."""
    name = detail or event_type
    known = _table().get(name)
    known_families = {*HARM, *AFTER, NATURE}
    if known is not None and known.family in known_families:
        return known
    if event_type in {"Dealing", "Strategic developments"}:
        return Kind(f"{DEALING}: {name}", ANY, name)
    return Kind("violence", ANY, name)


def compare_kinds(one: Kind, other: Kind) -> str:
    """How near two kinds are.

    "same", "near" (one class or a vague word), "arrest" (of one deed, maybe), "far"
    (one reporter's slip apart), "apart" (never one event).

    >>> compare_kinds(kind_of("", "flood"), kind_of("", "stabbing"))
    'apart'
    """
    if one.detail == other.detail:
        return "same"
    families = {one.family, other.family}
    if VAGUE & {one.detail, other.detail}:
        is_event = families <= HARM | AFTER | {"mishap", NATURE}
        return "near" if is_event else "apart"
    if AFTER & families:
        return "arrest" if families <= HARM | AFTER else "apart"
    if len(families) == 1:
        classes = {one.narrow, other.narrow}
        return "near" if len(classes) == 1 or ANY in classes else "far"
    if families <= HARM or families == {"mishap", NATURE}:
        return "far"
    return "apart"
