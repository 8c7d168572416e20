"""Incidents as texts tell them: old wire texts, PLOVER's sentences, our own gold."""

from __future__ import annotations

import importlib.util
import os
from functools import partial
from multiprocessing import Pool
from typing import TYPE_CHECKING, Any

from bench import dealings, plover
from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, joined, missing
from bench.incident_details import told_details
from bench.incident_gold import PLAIN_SET, read_incident_texts, read_incidents
from bench.incident_record import judged_incidents
from bench.incident_score import score_incidents
from bench.merging import measure_merging
from bench.muc import Records, Row
from bench.recorded import BenchError
from bench.told_texts import Reader
from onrecord.gazetteer.places import open_gazetteer
from onrecord.pipeline.tools import load_tools
from onrecord.settings import cache_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

MUC_KEYS = {
    "muc_f1": ("incident", "f1"),
    "muc_type": ("type_accuracy", "value"),
    "muc_date_exact_day": ("date_exact_day_accuracy", "value"),
    "muc_country": ("country_accuracy", "value"),
    "muc_killed": ("killed_accuracy", "value"),
    "muc_injured": ("injured_accuracy", "value"),
}
OWN_KEY = "own_incidents_f1"
OWN_NOTED = ("right_f1", "f1", "p", "r", "type", "place", "date", "killed", "injured")
PROCESSES = 2
BATCH = 50  # texts a process is given at once

Found = dict[str, Any]


def measure(inputs: Inputs) -> Figures:
    """Every set of texts that lies in the data folder."""
    return joined(
        _muc(inputs),
        _own(inputs),
        _plover(inputs),
        dealings.measure_recall(inputs.shared),
        measure_merging(inputs.shared / "bench" / "extraction"),
    )


def _plover(inputs: Inputs) -> Figures:
    path = find_dataset(inputs.data, "plover_gsr")
    if path is None:
        return missing(inputs.data / "plover_gsr", "plover_type")
    return plover.measure_events(path, load_scorer(inputs.data / "score.py"))


def _muc(inputs: Inputs) -> Figures:
    path = find_dataset(inputs.data, "muc4")
    if path is None:
        return missing(inputs.data / "muc4", *MUC_KEYS)
    rows = list(read_dataset(path, Row))
    found = records_of(rows)
    gold = {row.id: {"incidents": row.incidents} for row in rows}
    result = load_scorer(inputs.data / "score.py").muc(gold, found)
    values = {key: result[part][name] for key, (part, name) in MUC_KEYS.items()}
    return Figures(values, notes=(_told(result),))


def _own(inputs: Inputs) -> Figures:
    """Our own gold on real pages: its test part counts, its train part is told too."""
    folder = inputs.shared / "bench" / "extraction"
    texts = read_incident_texts(folder)
    if texts is None:
        return missing(folder / PLAIN_SET, OWN_KEY)
    tools = load_tools(gazetteer=open_gazetteer(cache_folder(os.environ)))
    judged = list(judged_incidents(read_incidents(1), texts, tools))
    scores = {
        part: score_incidents(page for gold, page in judged if gold.part == part)
        for part in ("train", "test")
    }
    notes = tuple(
        f"{_own_told(part, score)}; "
        + told_details(page for gold, page in judged if gold.part == part)
        for part, score in scores.items()
    )
    return Figures({OWN_KEY: scores["test"]["right_f1"]}, notes=notes)


def _own_told(part: str, score: Mapping[str, float]) -> str:
    told = ", ".join(f"{key} {score[key]:.3f}" for key in OWN_NOTED if key in score)
    return f"own gold, {part} part: {told}"


def records_of(rows: Sequence[Row]) -> Mapping[str, Found]:
    """What we find in each text, in the scheme's form; two processes share the work."""
    with Pool(PROCESSES, initializer=_open) as pool:
        return dict(pool.imap(_record, rows, chunksize=BATCH))


_READER: list[Reader] = []  # one a process, made when it starts


def _open() -> None:
    _READER[:] = [Reader(open_gazetteer(cache_folder(os.environ)))]


def _record(row: Row) -> tuple[str, Found]:
    reader = _READER[0]
    countries = reader.tools.countries
    records = Records(partial(_name, countries.name))
    return row.id, {"incidents": records.of(reader.incidents(row.text, row.day))}


def _name(name_of: Any, code: str) -> str:
    return (name_of(code) or code).upper()


def load_scorer(script: Path) -> ModuleType:
    """The metric that lies beside the data. Raises BenchError when it is none."""
    spec = importlib.util.spec_from_file_location("incidents_score", script)
    if spec is None or spec.loader is None or not script.exists():
        raise BenchError(f"{script} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _told(result: Mapping[str, Any]) -> str:
    """Precision and recall, and how often the figures told are right."""
    incident = result["incident"]
    parts = [f"muc: precision {incident['p']:.3f}, recall {incident['r']:.3f}"]
    for effect in ("killed", "injured"):
        part = result[f"{effect}_precision"]
        parts.append(f"{effect} right where told {part['value']} of {part['of']}")
    parts.append(f"finest place {result['finest_place_accuracy']['value']}")
    return "; ".join(parts)
