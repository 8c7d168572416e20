"""The metric of names, as it is defined beside the data, and the rows it takes."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

import msgspec

from bench.recorded import BenchError

if TYPE_CHECKING:
    from pathlib import Path

Pair = tuple[str, str]


class PairRow(msgspec.Struct, frozen=True):
    """Two names, and what they are to each other."""

    id: str
    a: str
    b: str
    type: str
    relation: str
    label: int
    kind: str = ""
    ca: str | None = None
    cb: str | None = None


class NameRow(msgspec.Struct, frozen=True):
    """A name, and whose it is."""

    id: str
    name: str
    type: str
    cluster: str


class Curve(TypedDict):
    """How well scores part the same from the different."""

    best_f1: float
    at: float
    recall_at_p95: float


class AtThreshold(TypedDict):
    """Precision and recall of what reaches a threshold."""

    precision: float
    recall: float


Built = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Metric:
    """The functions of the scorer, on plain rows."""

    curve: Callable[[Sequence[Built], Mapping[str, float]], Curve]
    at_threshold: Callable[[Sequence[Built], Mapping[str, float], float], AtThreshold]
    clusters: Callable[[Sequence[Built], Mapping[str, str]], Mapping[str, float]]
    blocking: Callable[[Sequence[Built], Sequence[Built]], Mapping[str, float]]


def load_metric(script: Path) -> Metric:
    """The metric of this file. Raises BenchError when it is none."""
    spec = importlib.util.spec_from_file_location("names_score", script)
    if spec is None or spec.loader is None:
        raise BenchError(f"{script} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Metric(module.curve, module.at_threshold, module.clusters, module.blocking)


def built(rows: Sequence[PairRow] | Sequence[NameRow]) -> list[dict[str, object]]:
    """The rows as the scorer takes them."""
    plain: list[dict[str, object]] = msgspec.to_builtins(rows)
    return plain
