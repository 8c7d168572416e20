"""Pairs from the matters of our tables: what asserts, opposes or settles nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.training.disputes.tellings import AGREE, DISPUTE, OTHER, Made, Teller

HERE = Path(__file__).parent
MATTERS = ("matters.txt", "matters_long.txt")
# Up to where a draw takes a clause aside, and one that is left open; then elsewhere.
ASIDE, OPEN = 0.5, 0.7


@dataclass(frozen=True, slots=True)
class Matter:
    """Clauses that assert, that assert the opposite, and that settle neither."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    aside: tuple[str, ...]


@cache
def read_matters() -> list[Matter]:
    """The matters of the table."""
    text = "".join((HERE / name).read_text("utf-8") for name in MATTERS)
    lines = [line for line in text.splitlines() if line[:1] in {"+", "-", "="}]
    sides = [tuple(part.strip() for part in line[1:].split("|")) for line in lines]
    return [Matter(*sides[at : at + 3]) for at in range(0, len(sides), 3)]


def matter(tell: Teller) -> Made:
    """Two clauses of a matter, or of the same matter elsewhere."""
    drawn = tell.chance.choice(read_matters())
    one, two = (drawn.yes, drawn.no) if tell.at_times(0.5) else (drawn.no, drawn.yes)
    label = tell.label()
    if label == OTHER:
        return _beside(tell, drawn, one, two)
    mine, same = tell.chance.sample(one, 2)
    mine, same, against = _filled(tell, [mine, same, tell.chance.choice(two)])
    if label == AGREE:
        return tell.wrapped(mine, same, AGREE, opposite=against)
    return tell.wrapped(mine, against, DISPUTE, opposite=same)


def _beside(
    tell: Teller, matter: Matter, one: Sequence[str], two: Sequence[str]
) -> Made:
    way = tell.chance.random()
    mine = tell.chance.choice(one)
    if way < ASIDE:
        mine, aside = _filled(tell, [mine, tell.chance.choice(matter.aside)])
        how = "denying" if tell.at_times(0.1) else "affirming"
        return tell.said(mine, how), tell.said(aside), OTHER
    if way < OPEN:
        theirs = tell.chance.choice((*one, *two))
        mine, theirs = _filled(tell, [mine, theirs])
        return tell.said(mine), tell.said(theirs, "opening"), OTHER
    theirs = tell.chance.choice((*one, *two))
    slots = [slot for slot in ("{P}", "{N}", "{B}") if slot in mine and slot in theirs]
    if slots:
        return _elsewhere(tell, mine, theirs)
    first, second = _filled(
        tell, [mine, tell.chance.choice(tell.chance.choice(read_matters()).aside)]
    )
    return tell.said(first), tell.said(second), OTHER


def _elsewhere(tell: Teller, mine: str, theirs: str) -> Made:
    """The same of two places, persons or bodies."""
    while True:
        (left,), (right,) = _filled(tell, [mine]), _filled(tell, [theirs])
        pool = ("places", "persons", "bodies")
        named = [
            {name for key in pool for name in tell.words[key] if name in text}
            for text in (left, right)
        ]
        if not named[0] & named[1]:
            return tell.said(left), tell.said(right), OTHER


def _filled(tell: Teller, clauses: Sequence[str]) -> list[str]:
    place, elsewhere = tell.two("places")
    person, second = tell.two("persons")
    names = {"{P}": place, "{Q}": elsewhere, "{N}": person, "{M}": second}
    names["{B}"] = tell.one("bodies")
    filled = []
    for clause in clauses:
        for slot, name in names.items():
            clause = clause.replace(slot, name)  # noqa: PLW2901 - filled step by step
        filled.append(clause)
    return filled
