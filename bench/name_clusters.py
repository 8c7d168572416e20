"""Names to groups: which are compared, and which are joined by average link."""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from bench.harness import Figures, joined
from bench.name_metric import NameRow, built
from onrecord.gazetteer import (
    organisation_likeness,
    parts_of,
    person_likeness,
    person_parts,
)
from onrecord.resolve.entities.near_names import near_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bench.name_metric import Metric, Pair

# Where average link stops. Swept on the measured file, which is for development: .5 to
# .7 give persons .84 to .85, .08 to .15 organisations .79.
CUTS = {"person": 0.6, "org": 0.12}


def measure_clusters(rows: Sequence[NameRow], metric: Metric) -> Figures:
    """Blocking recall, and how well the groups fit; persons and bodies apart."""
    pairs = [pair for kind in CUTS for pair in near(rows, kind)]
    groups: dict[str, str] = {}
    notes = []
    for kind, cut in CUTS.items():
        names = {row.id: row.name for row in rows if row.type == kind}
        own = [pair for pair in pairs if pair[0] in names]
        found = join_by_average(names, _likenesses(names, own, kind), cut)
        groups |= {id_: f"{kind} {group}" for id_, group in found.items()}
        part = metric.clusters(built([row for row in rows if row.type == kind]), found)
        notes.append(
            f"clusters of {kind}: B-cubed F1 {part['b3_f1']:.3f}, "
            f"precision {part['b3_precision']:.3f}, recall {part['b3_recall']:.3f}"
        )
    whole = metric.clusters(built(rows), groups)
    blocks = metric.blocking(built(rows), [{"a": a, "b": b} for a, b in pairs])
    notes.append(f"{blocks['candidates_per_name']:.1f} candidates a name")
    values = {"ofac_clusters_b3": whole["b3_f1"], "blocking_recall": blocks["recall"]}
    return joined(Figures(values, notes=tuple(notes)))


def near(rows: Sequence[NameRow], kind: str) -> list[Pair]:
    """The pairs of ids of this kind that are worth comparing."""
    parts = person_parts if kind == "person" else parts_of
    return near_pairs({row.id: parts(row.name) for row in rows if row.type == kind})


def _likenesses(
    names: Mapping[str, str], pairs: Sequence[Pair], kind: str
) -> dict[Pair, float]:
    likeness = person_likeness if kind == "person" else organisation_likeness
    return {(one, other): likeness(names[one], names[other]) for one, other in pairs}


def join_by_average(
    ids: Mapping[str, str], likeness: Mapping[Pair, float], cut: float
) -> dict[str, str]:
    """For every id its group: the closest are joined while the mean across holds.

    Pairs that were not compared count as not alike at all.
    """
    sums: dict[str, dict[str, float]] = {id_: {} for id_ in ids}
    for (one, other), alike in likeness.items():
        sums[one][other] = sums[other][one] = alike
    members = {id_: [id_] for id_ in ids}
    heap = [(-alike, *pair) for pair, alike in likeness.items() if alike >= cut]
    heapify(heap)
    while heap:
        _, one, other = heappop(heap)
        if one in members and other in members:
            group = f"{one}+"  # a name that no other group has
            while group in sums:
                group += "+"
            members[group] = members.pop(one) + members.pop(other)
            sums[group] = _merged(sums, one, other, group)
            for near, alike in sums[group].items():
                mean = alike / (len(members[group]) * len(members[near]))
                if mean >= cut:
                    heappush(heap, (-mean, min(group, near), max(group, near)))
    return {id_: group for group, ids_ in members.items() for id_ in ids_}


def _merged(
    sums: dict[str, dict[str, float]], one: str, other: str, group: str
) -> dict[str, float]:
    """The summed likeness of two groups to all others, which now see them as one."""
    whole: defaultdict[str, float] = defaultdict(float)
    for old in (one, other):
        for near, alike in sums[old].items():
            if near not in {one, other}:
                whole[near] += alike
                del sums[near][old]
        sums[old] = {}
    for near, alike in whole.items():
        sums[near][group] = alike
    return dict(whole)
