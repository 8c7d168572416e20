"""What a sentence tells somebody did, by PLOVER: the event, and its mode.

The metric is that of the data's README (`score.py plover`). Each record has one event;
ours is the sentence's main deed, acts of violence among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from bench.datasets import read_dataset
from bench.harness import Figures, Miss
from bench.told_texts import Reader
from onrecord.extract import main_deed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

KEY = "plover_type"


class Record(msgspec.Struct, frozen=True):
    """A sentence, and the event it is a record of; no mode: it has none."""

    id: str
    text: str
    event: str
    mode: str | None = None

    @property
    def as_scored(self) -> dict[str, str | None]:
        """The record as the scorer reads it."""
        return {"event": self.event, "mode": self.mode}


def measure_events(path: Path, scorer: ModuleType) -> Figures:
    """The share of sentences whose event we name; modes and macro F1 as a note."""
    records = list(read_dataset(path, Record))
    reader = Reader()
    told = {record.id: event_of(reader, record.text) for record in records}
    result = scorer.plover({each.id: each.as_scored for each in records}, told)
    misses = _misses(records, told)
    values = {KEY: result["event_accuracy"]}
    return Figures(values, misses, (_note(result),), {KEY: len(records)})


def event_of(reader: Reader, text: str) -> dict[str, str | None]:
    """The event and mode of the first deed that the text tells; None for no deed."""
    for sentence in reader.annotated(text, None).sentences:
        deed = main_deed(sentence)
        if deed is not None:
            return {"event": deed.kind.event, "mode": deed.mode}
    return {"event": None, "mode": None}


def _misses(
    records: Sequence[Record], told: Mapping[str, Mapping[str, str | None]]
) -> tuple[Miss, ...]:
    return tuple(
        Miss(KEY, record.id, f"{record.event}: {record.text}", str(found["event"]))
        for record in records
        if (found := told[record.id])["event"] != record.event
    )


def _note(result: Mapping[str, Any]) -> str:
    return (
        f"plover: macro F1 of events {result['event_macro_f1']:.3f}, "
        f"mode {result['mode_accuracy']:.3f} of {result['of_mode']}"
    )
