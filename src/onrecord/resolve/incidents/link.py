"""Reports of one event, in any outlet and at any time, are one incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.model import Link, make_link
from onrecord.resolve.incidents.likeness import Likeness, compare, weigh_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model import ReportText
    from onrecord.resolve.incidents.likeness import WordWeights

THRESHOLD = 0.5  # likeness at which two groups are one incident
UNSURE = 0.42  # likeness from which a pair is worth a person's look
COMMON = 400  # a key shared by more reports says nothing and joins nobody

Pair = tuple[str, str]
Like = Callable[[str, str], float]


def link_reports(reports: Sequence[ReportText]) -> list[Link]:
    """Links "same" that join the reports of one event, and pairs nobody can be sure of.

    The groups do not depend on the order of the reports. Two reports of one article
    are never joined: the article told them apart. Trials and anniversaries join by
    the date of the event they tell of.
    """
    ordered = sorted(reports, key=lambda item: item.report.id)
    by_id: dict[str, ReportText] = {item.report.id: item for item in ordered}
    weights = weigh_words(ordered)
    likeness = {
        pair: compare(by_id[pair[0]], by_id[pair[1]], weights)
        for pair in find_candidates(ordered)
    }
    groups = _grouped(by_id, likeness, weights)
    return [*_joining(groups, likeness), *_unsure(groups, likeness)]


def find_candidates(reports: Sequence[ReportText]) -> set[Pair]:
    """Pairs of reports that share a kind and a place, a week, a name or a title."""
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for item in reports:
        for key in sorted(set(_keys(item))):
            holders[key].append(item.report.id)
    return {
        (min(pair), max(pair))
        for ids in holders.values()
        if len(ids) <= COMMON
        for pair in combinations(ids, 2)
    }


def _keys(item: ReportText) -> Iterator[tuple[str, ...]]:
    likeness = Likeness.of(item)
    for word in likeness.place_words:
        yield likeness.family, "place", word
    if likeness.dates is not None and likeness.is_narrow:
        for day in likeness.dates:
            year, week, _ = day.isocalendar()
            yield likeness.family, "week", f"{year}-{week}"
    for name in item.names:
        yield likeness.family, "name", name
    if likeness.title_words:
        yield likeness.family, "title", " ".join(sorted(likeness.title_words))


def _grouped(
    by_id: Mapping[str, ReportText],
    likeness: Mapping[Pair, tuple[float, str]],
    weights: WordWeights,
) -> list[list[str]]:
    """Groups, the most alike joined first; one clear "no" keeps two apart."""
    known = dict(likeness)

    def like(one: str, other: str) -> float:
        pair = (min(one, other), max(one, other))
        if pair not in known:
            known[pair] = compare(by_id[pair[0]], by_id[pair[1]], weights)
        return known[pair][0]

    groups: list[list[str]] = []
    for component in _components(likeness):
        groups.extend(_merged(component, like_of=like))
    return groups


def _merged(members: Sequence[str], like_of: Like) -> list[list[str]]:
    """Join the two groups most alike until none are alike enough."""
    groups = [[member] for member in sorted(members)]
    while True:
        best = _best_pair(groups, like_of)
        if best is None:
            return groups
        one, other = best
        joined = sorted([*groups[one], *groups[other]])
        groups = [g for n, g in enumerate(groups) if n not in best] + [joined]
        groups.sort()


def _best_pair(groups: list[list[str]], like_of: Like) -> tuple[int, int] | None:
    best: tuple[float, int, int] | None = None
    for one, other in combinations(range(len(groups)), 2):
        scores = [like_of(a, b) for a in groups[one] for b in groups[other]]
        # A teaser says too little to be like everybody; it must be like somebody.
        tie = (max(scores) + sum(scores) / len(scores)) / 2
        if min(scores) < 0 or tie < THRESHOLD:
            continue
        if best is None or (tie, -one, -other) > (best[0], -best[1], -best[2]):
            best = (tie, one, other)
    return None if best is None else best[1:]


def _components(likeness: Mapping[Pair, tuple[float, str]]) -> list[list[str]]:
    """Reports tied by any pair that is alike enough to be joined."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for (one, other), (score, _) in likeness.items():
        if score >= THRESHOLD:
            neighbours[one].add(other)
            neighbours[other].add(one)
    seen: set[str] = set()
    components = []
    for start in sorted(neighbours):
        if start not in seen:
            component = _reached(start, neighbours)
            seen |= component
            components.append(sorted(component))
    return components


def _reached(start: str, neighbours: Mapping[str, Iterable[str]]) -> set[str]:
    reached, stack = {start}, [start]
    while stack:
        for other in neighbours[stack.pop()]:
            if other not in reached:
                reached.add(other)
                stack.append(other)
    return reached


def _joining(
    groups: Sequence[Sequence[str]], likeness: Mapping[Pair, tuple[float, str]]
) -> Iterator[Link]:
    """For each group the surest links that hold it together, none to spare."""
    for group in groups:
        inside = set(group)
        pairs = [
            (score, pair, reason)
            for pair, (score, reason) in likeness.items()
            if inside.issuperset(pair)
        ]
        tree: dict[str, str] = {member: member for member in group}
        for score, (one, other), reason in sorted(pairs, key=lambda p: (-p[0], p[1])):
            left, right = _root(tree, one), _root(tree, other)
            if left != right:
                tree[max(left, right)] = min(left, right)
                yield make_link("report", one, other, "same", "yes", score, reason)


def _root(tree: Mapping[str, str], member: str) -> str:
    while tree[member] != member:
        member = tree[member]
    return member


def _unsure(
    groups: Sequence[Sequence[str]], likeness: Mapping[Pair, tuple[float, str]]
) -> Iterator[Link]:
    """Pairs in different groups that are nearly, or by themselves, alike enough."""
    home = {member: n for n, group in enumerate(groups) for member in group}
    for (one, other), (score, reason) in sorted(likeness.items()):
        together = one in home and home[one] == home.get(other)
        if score >= UNSURE and not together:
            yield make_link("report", one, other, "same", "unsure", score, reason)
