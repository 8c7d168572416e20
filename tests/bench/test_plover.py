"""The bench of PLOVER's records gives the scorer one event a sentence."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import msgspec

from bench.plover import Record, measure_events

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import ModuleType

ROWS = [
    Record(
        "a", "The harbour office of Vorrin imposed sanctions on a bank.", "SANCTION"
    ),
    Record("b", "The rain fell on the harbour of Vorrin.", "AID"),
]
Told = dict[str, Any]


def _scored(gold: Mapping[str, Told], told: Mapping[str, Told]) -> Told:
    right = [told[name]["event"] == row["event"] for name, row in gold.items()]
    share = sum(right) / len(right)
    return {
        "event_accuracy": share,
        "event_macro_f1": share,
        "mode_accuracy": 0.0,
        "of_mode": 0,
    }


def test_every_sentence_is_asked_and_each_miss_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plover_gsr.dev.jsonl"
    path.write_bytes(b"\n".join(msgspec.json.encode(row) for row in ROWS))
    scorer = cast("ModuleType", SimpleNamespace(plover=_scored))
    figures = measure_events(path, scorer)
    assert figures.values == {"plover_type": 0.5}
    assert figures.asked == {"plover_type": 2}
    assert [(miss.at, miss.found) for miss in figures.misses] == [("b", "None")]
