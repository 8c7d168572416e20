"""The peers of `bench names`: nomenklatura's logic-v2 and rigour, on the same pairs.

`pip install nomenklatura rigour`; without them their keys are left out.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING

from bench.harness import Figures
from bench.name_metric import built
from onrecord.gazetteer import person_likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.name_metric import Metric, Pair, PairRow

GROUP, MOST = 500, 10_000  # pairs; ours and the peer take turns
KEPT = 65536  # names whose entities are kept, as we keep the words of names
PEER = "nomenklatura"
Score = Callable[[str, str], float]


def measure_speed(pairs: Sequence[Pair]) -> Figures:
    """How many times as many pairs a second as logic-v2, from names to scores.

    The pairs are those that blocking finds worth comparing, in its order: every pair
    is new to both, names come again. The figure is the median over groups.
    """
    if find_spec(PEER) is None:
        line = f"{PEER} is not installed: no pairs_per_second_ratio"
        return Figures({}, notes=(line,))
    turns = []
    for number, at in enumerate(range(0, min(len(pairs), MOST), GROUP)):
        scores: list[Score] = [person_likeness, logic_v2]
        if number % 2:
            scores.reverse()
        taken = {score: _seconds(score, pairs[at : at + GROUP]) for score in scores}
        turns.append((taken[person_likeness], taken[logic_v2]))
    told = turns[1:] or turns  # the first one loads
    ratio = median(theirs / ours for ours, theirs in told)
    speeds = [GROUP / median(each) for each in zip(*told, strict=True)]
    note = f"pairs a second: ours {speeds[0]:.0f}, logic-v2 {speeds[1]:.0f}"
    return Figures({"pairs_per_second_ratio": ratio}, notes=(note,))


def peer_notes(rows: Sequence[PairRow], metric: Metric) -> Figures:
    """What the peers reach on the same pairs of persons, as notes."""
    if find_spec(PEER) is None:
        return Figures({})
    peers: dict[str, Score] = {
        "logic-v2": logic_v2,
        "rigour, parts of names": rigour_parts,
    }
    notes = []
    for name, score in peers.items():
        scores = {row.id: score(row.a, row.b) for row in rows}
        found = metric.curve(built(rows), scores)
        f1, recall = found["best_f1"], found["recall_at_p95"]
        notes.append(f"{name} on them: best F1 {f1:.3f}, R at P .95 {recall:.3f}")
    return Figures({}, notes=tuple(notes))


def _seconds(score: Score, pairs: Sequence[Pair]) -> float:
    start = time.process_time()
    for first, second in pairs:
        score(first, second)
    return time.process_time() - start


def logic_v2(first: str, second: str) -> float:
    """What logic-v2 says of two persons with these names."""
    return _logic()(first, second)


@cache
def _logic() -> Score:
    from followthemoney import EntityProxy, model  # noqa: PLC0415 - the same
    from nomenklatura.matching import get_algorithm  # noqa: PLC0415 - the same

    matcher = get_algorithm("logic-v2")
    config = matcher.default_config()

    @lru_cache(maxsize=KEPT)
    def person(name: str) -> EntityProxy:
        # It keeps what it worked out of an entity under the entity's id, whatever the
        # entity holds: an id that two names share gives both the first one's answer.
        properties = {"name": [name]}
        return model.get_proxy(
            {"id": name, "schema": "Person", "properties": properties}
        )

    def score(first: str, second: str) -> float:
        return float(matcher.compare(person(first), person(second), config).score)

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
        min(analyze_names(NameTypeTag.PER, [name]), key=str) for name in (first, second)
    )
    aligned = compare_parts(one.parts, other.parts, CompareConfig())
    if not aligned:
        return 0.0
    return float(sum(pair.score for pair in aligned) / len(aligned))
