"""Weapons, and those struck by group, of the incidents that a reader found.

Few of the gold: they are told as counts beside the score, and are no share.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bench.incident_score import match_incidents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.incident_gold import GoldIncident
    from bench.incident_score import Answer, JudgedPage
    from bench.rows import Spans


def told_details(pages: Iterable[JudgedPage]) -> str:
    """How many weapons and parties of the incidents we find are told, of how many."""
    counts: Counter[str] = Counter()
    for page in pages:
        for number, at in match_incidents(page).items():
            counts.update(_counts(page.golds[number], page.answers[at]))
    parts = (f"{name} {counts[name]} of {counts[f'{name}_of']}" for name in _NAMES)
    return f"{', '.join(parts)}; weapons besides {counts['besides']}"


_NAMES = ("weapons", "struck", "groups")


def _counts(gold: GoldIncident, answer: Answer) -> Iterator[str]:
    """A weapon is told when any is; whom it struck by any of the words for them."""
    if gold.weapon:
        yield "weapons_of"
        if _touch(gold.weapon, answer.weapons):
            yield "weapons"
    elif answer.weapons:
        yield "besides"
    for party in (*gold.victims, *gold.targets):
        ours = [group for spans, group in answer.struck if _touch((party.span,), spans)]
        yield from ("struck_of", "groups_of")
        yield from ["struck"] if ours else []
        yield from ["groups"] if party.group in ours else []


def _touch(gold: Spans, ours: Spans) -> bool:
    return any(a < d and c < b for a, b in gold for c, d in ours)
