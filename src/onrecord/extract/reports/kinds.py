"""Kinds of events and the words that tell them, from their tables."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Strength = Literal["strong", "weak", "echo"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event; kinds of one `family` and fitting `group` may be one event."""

    name: str
    event_type: str
    sub_event_type: str | None
    detail: str
    family: str
    group: str
    rank: int

    def fits(self, other: Kind) -> bool:
        """Whether both may tell of one event."""
        if self.family != other.family:
            return False
        return "any" in {self.group, other.group} or self.group == other.group


@dataclass(frozen=True, slots=True)
class EventWord:
    """One or more words that tell of a kind of event."""

    kind: Kind
    is_verb: bool
    strength: Strength
    words: tuple[str, ...]
    needs: frozenset[str]


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its name."""
    return {
        row["kind"]: Kind(
            row["kind"],
            row["event_type"],
            row["sub_event_type"] or None,
            row["detail"],
            row["family"],
            row["class"],
            int(row["rank"]),
        )
        for row in _rows("event_kinds.tsv")
    }


@cache
def event_words() -> Mapping[str, tuple[EventWord, ...]]:
    """The words that tell of events, by their first word; the longest come first."""
    found: dict[str, list[EventWord]] = defaultdict(list)
    for row in _rows("events.tsv"):
        needs = frozenset(filter(None, (row["needs"] or "").split("|")))
        for form in row["forms"].split("|"):
            words = tuple(form.split(" "))
            strength = cast("Strength", row["strength"])
            is_verb = row["pos"] == "v"
            found[words[0]].append(
                EventWord(kinds()[row["kind"]], is_verb, strength, words, needs)
            )
    return {
        first: tuple(sorted(rows, key=lambda word: (-len(word.words), not word.needs)))
        for first, rows in found.items()
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (resources.files("onrecord") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return iter(csv.DictReader(lines, delimiter="\t"))
