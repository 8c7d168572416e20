"""The peers of `bench names`: nomenklatura's logic-v2 and rigour, on the same pairs.

`pip install nomenklatura rigour`; without them their keys are left out.
"""

from __future__ import annotations

import time
from functools import cache
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING

from bench.harness import Figures
from bench.name_metric import PairRow, built
from onrecord.gazetteer import person_likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.name_metric import Metric

GROUP = 250  # pairs; ours and the peer take turns
Score = Callable[[str, str], float] if TYPE_CHECKING else object


def measure_speed(rows: Sequence[PairRow], metric: Metric) -> Figures:
    """How many times as many pairs a second as logic-v2, from names to scores.

    Every group of pairs is new to both, so that neither has scored it before; the
    figure is the median over groups. What the peers score stands in the notes.
    """
    if find_spec("nomenklatura") is None:
        line = "nomenklatura is not installed: no pairs_per_second_ratio"
        return Figures({}, notes=(line,))
    groups = [rows[at : at + GROUP] for at in range(0, len(rows) - GROUP + 1, GROUP)]
    turns = []
    for number, group in enumerate(groups):
        order: list[Score] = [person_likeness, logic_v2]
        taken = {score: _seconds(score, group) for score in order[:: 1 - 2 * (number % 2)]}
        turns.append((taken[person_likeness], taken[logic_v2]))
    ratio = median(theirs / ours for ours, theirs in turns[1:])  # the first one loads
    ours = GROUP / median(own for own, _ in turns[1:])
    notes = (f"{ours:.0f} pairs a second, each seen for the first time",)
    peers = _peer_notes(rows, metric)
    return Figures({"pairs_per_second_ratio": ratio}, notes=notes + peers)


def _seconds(score: Score, rows: Sequence[PairRow]) -> float:
    start = time.process_time()
    for row in rows:
        score(row.a, row.b)
    return time.process_time() - start


def _peer_notes(rows: Sequence[PairRow], metric: Metric) -> tuple[str, ...]:
    peers = {"logic-v2": logic_v2, "rigour, parts of names": rigour_parts}
    return tuple(
        f"{name} on OFAC persons: best F1 {found['best_f1']:.3f}, "
        f"R at P .95 {found['recall_at_p95']:.3f}"
        for name, score in peers.items()
        for found in [
            metric.curve(built(rows), {row.id: score(row.a, row.b) for row in rows})
        ]
    )


def logic_v2(first: str, second: str) -> float:
    """What logic-v2 says of two persons with these names."""
    return _logic()(first, second)


@cache
def _logic() -> Score:
    from followthemoney import model  # noqa: PLC0415 - not installed everywhere
    from nomenklatura.matching import get_algorithm  # noqa: PLC0415 - the same

    matcher = get_algorithm("logic-v2")
    config = matcher.default_config()

    def score(first: str, second: str) -> float:
        one, other = (
            model.get_proxy(
                {"id": id_, "schema": "Person", "properties": {"name": [name]}}
            )
            for id_, name in (("one", first), ("other", second))
        )
        return float(matcher.compare(one, other, config).score)

    return score


def rigour_parts(first: str, second: str) -> float:
    """The mean of rigour's own scores of the parts of two persons' names."""
    from rigour.names import (  # noqa: PLC0415 - not installed everywhere
        CompareConfig,
        NameTypeTag,
        analyze_names,
        compare_parts,
    )

    one, other = (
        min(analyze_names(NameTypeTag.PER, [name]), key=str)
        for name in (first, second)
    )
    aligned = compare_parts(one.parts, other.parts, CompareConfig())
    if not aligned:
        return 0.0
    return sum(pair.score for pair in aligned) / len(aligned)
