"""Reports of one event, in any outlet and at any time, are one incident."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.resolve.incidents.candidates import find_candidates
from onrecord.resolve.incidents.clusters import group_alike, with_slight
from onrecord.resolve.incidents.likeness import APART, compare
from onrecord.resolve.incidents.telling import tellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model import Link, ReportText
    from onrecord.resolve.incidents.candidates import Pair
    from onrecord.resolve.incidents.telling import Telling

# Swept on the development half of bench/gold/merging, .2 to .7, with weights that had
# not seen the scene (bench/training/incidents.py): F1 is best from .3 to .4.
THRESHOLD = 0.35  # mean likeness at which two groups are one incident
UNSURE = 0.25  # likeness from which a pair is worth a person's look
CERTAIN = 2.0  # a person's "yes" is surer than any likeness
DECIDED = "a person decided"


def link_reports(
    reports: Sequence[ReportText], decided: Sequence[Link] = ()
) -> list[Link]:
    """Links "same" that join the reports of one event, and pairs nobody can be sure of.

    The groups do not depend on the order of the reports. Two reports of one article
    are never joined: the article told them apart. Trials and anniversaries join by
    the date of the event they tell of. `decided` are judgements of people, which no
    likeness overrules; they are not among the links that come back.
    """
    pairs = _Pairs(tellings(reports), decided)
    groups = _grouped(pairs, frozenset(r.report.id for r in reports if r.is_teaser))
    return [*_joining(groups, pairs), *_unsure(groups, pairs)]


def _grouped(pairs: _Pairs, slight: frozenset[str]) -> list[list[str]]:
    """Full reports first, then each teaser to the report it is most like."""
    full = {pair: s for pair, s in pairs.known.items() if not slight & set(pair)}
    groups = group_alike(full, pairs.like, pairs.articles, THRESHOLD)
    groups = with_slight(groups, sorted(slight), pairs.known, pairs.like, THRESHOLD)
    placed = {name for group in groups for name in group}
    rest = {
        pair: score
        for pair, score in pairs.known.items()
        if slight >= set(pair) and not placed & set(pair)
    }
    return sorted([*groups, *group_alike(rest, pairs.like, pairs.articles, THRESHOLD)])


class _Pairs:
    """How alike pairs of reports are, each found out once."""

    def __init__(
        self, compared: Mapping[str, Telling], decided: Sequence[Link]
    ) -> None:
        self._compared = compared
        self._told: dict[Pair, tuple[float, str]] = {}
        self.decided = dict(_judged(decided, compared))
        self._told.update(
            {pair: (score, DECIDED) for pair, score in self.decided.items()}
        )
        self.articles = {
            name: telling.report.article_id for name, telling in compared.items()
        }
        found = find_candidates(compared) | self.decided.keys()
        self.known = {pair: self.like(*pair) for pair in sorted(found)}

    def tell(self, one: str, other: str) -> tuple[float, str]:
        """How alike two reports are, and why."""
        pair = (min(one, other), max(one, other))
        if pair not in self._told:
            self._told[pair] = compare(self._compared[pair[0]], self._compared[pair[1]])
        return self._told[pair]

    def like(self, one: str, other: str) -> float:
        """How alike two reports are."""
        return self.tell(one, other)[0]


def _judged(
    decided: Sequence[Link], compared: Mapping[str, Telling]
) -> Iterator[tuple[Pair, float]]:
    for link in decided:
        if {link.left, link.right} <= compared.keys() and link.relation == "same":
            pair = (min(link.left, link.right), max(link.left, link.right))
            if link.judgement != "unsure":
                yield pair, CERTAIN if link.judgement == "yes" else APART


def _joining(groups: Sequence[Sequence[str]], pairs: _Pairs) -> Iterator[Link]:
    """For each group the surest links that hold it together, none to spare."""
    inside: dict[str, list[tuple[float, Pair]]] = defaultdict(list)
    home = {member: group[0] for group in groups for member in group}
    for pair, score in pairs.known.items():
        if home.get(pair[0], "") == home.get(pair[1]):
            inside[home[pair[0]]].append((-score, pair))
    for group in groups:
        tree = {member: member for member in group}
        for _, (one, other) in sorted(inside[group[0]]):
            left, right = _root(tree, one), _root(tree, other)
            if left != right:
                tree[max(left, right)] = min(left, right)
                if (one, other) not in pairs.decided:
                    score, reason = pairs.tell(one, other)
                    yield make_link("report", one, other, "same", "yes", score, reason)


def _root(tree: dict[str, str], member: str) -> str:
    while tree[member] != member:
        tree[member] = tree[tree[member]]
        member = tree[member]
    return member


def _unsure(groups: Sequence[Sequence[str]], pairs: _Pairs) -> Iterator[Link]:
    """Pairs in different groups that are nearly, or by themselves, alike enough."""
    home = {member: n for n, group in enumerate(groups) for member in group}
    for (one, other), score in sorted(pairs.known.items()):
        together = one in home and home[one] == home.get(other)
        if UNSURE <= score < CERTAIN and not together:
            reason = pairs.tell(one, other)[1]
            yield make_link("report", one, other, "same", "unsure", score, reason)
