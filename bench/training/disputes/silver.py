"""Silver pairs: made by program from our own tables of matters, frames and words.

They teach the network what opposes what before it sees the gold. Nothing here is
taken from any gold pair; the labels follow from how a pair is made.
"""

import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
MATTERS = ("matters.txt", "matters_long.txt")
AGREE, DISPUTE, OTHER = range(3)
Made = tuple[str, str, int]
ONES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Matter:
    """Clauses that assert, that assert the opposite, and that settle neither."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    aside: tuple[str, ...]


def read_matters() -> list[Matter]:
    """The matters of the table."""
    text = "".join((HERE / name).read_text("utf-8") for name in MATTERS)
    lines = [line for line in text.splitlines() if line[:1] in {"+", "-", "="}]
    sides = [tuple(part.strip() for part in line[1:].split("|")) for line in lines]
    return [Matter(*sides[at : at + 3]) for at in range(0, len(sides), 3)]


class Maker:
    """Draws pairs by chance; the same seed gives the same pairs."""

    def __init__(self, seed: int) -> None:
        """Read the tables."""
        self._chance = random.Random(seed)  # noqa: S311 - no secret is drawn
        self._matters = read_matters()
        self._words = tomllib.loads((HERE / "frames.toml").read_text("utf-8"))
        self._kinds: Sequence[tuple[Callable[[], Made], int]] = (
            (self._matter, 12), (self._figure, 4), (self._share, 3), (self._change, 2),
            (self._state, 2), (self._deed, 3), (self._cause, 2), (self._day, 1),
            (self._order, 1), (self._compared, 1),
        )  # fmt: skip

    def pairs(self, count: int) -> Iterator[Made]:
        """That many pairs, about a third of each label."""
        kinds, weights = zip(*self._kinds, strict=True)
        for _ in range(count):
            (make,) = self._chance.choices(kinds, weights)
            yield make()

    def _one(self, name: str) -> str:
        return str(self._chance.choice(self._words[name]))

    def _two(self, name: str) -> tuple[str, str]:
        first, second = self._chance.sample(self._words[name], 2)
        return first, second

    def _label(self) -> int:
        return self._chance.randrange(3)

    def _said(self, clause: str, how: str = "affirming") -> str:
        text = self._one(how).replace("{s}", clause).replace("{S}", self._one("speakers"))
        start = text.lstrip("“")
        return text.replace(start[:1], start[:1].upper(), 1)

    def _wrapped(self, left: str, right: str, label: int, *, opposite: str | None = None) -> Made:
        """Both as said; at times the right one as the denial of its opposite."""
        if opposite is not None and self._chance.random() < 0.25:
            return self._said(left), self._said(opposite, "denying"), label
        return self._said(left), self._said(right), label

    # matters

    def _filled(self, clauses: Sequence[str]) -> list[str]:
        place, elsewhere = self._two("places")
        person, second = self._two("persons")
        names = {"{P}": place, "{Q}": elsewhere, "{N}": person, "{M}": second}
        names["{B}"] = self._one("bodies")
        filled = []
        for clause in clauses:
            for slot, name in names.items():
                clause = clause.replace(slot, name)  # noqa: PLW2901 - filled step by step
            filled.append(clause)
        return filled

    def _matter(self) -> Made:
        matter = self._chance.choice(self._matters)
        one, two = (matter.yes, matter.no) if self._chance.random() < 0.5 else (matter.no, matter.yes)
        label = self._label()
        if label == OTHER:
            return self._beside(matter, one, two)
        mine, same = self._chance.sample(one, 2)
        mine, same, against = self._filled([mine, same, self._chance.choice(two)])
        if label == AGREE:
            return self._wrapped(mine, same, AGREE, opposite=against)
        return self._wrapped(mine, against, DISPUTE, opposite=same)

    def _beside(self, matter: Matter, one: Sequence[str], two: Sequence[str]) -> Made:
        way = self._chance.random()
        mine = self._chance.choice(one)
        if way < 0.5:
            mine, aside = self._filled([mine, self._chance.choice(matter.aside)])
            how = "denying" if self._chance.random() < 0.1 else "affirming"
            return self._said(mine, how), self._said(aside), OTHER
        if way < 0.7:
            theirs = self._chance.choice((*one, *two))
            mine, theirs = self._filled([mine, theirs])
            return self._said(mine), self._said(theirs, "opening"), OTHER
        theirs = self._chance.choice((*one, *two))
        slots = [slot for slot in ("{P}", "{N}", "{B}") if slot in mine and slot in theirs]
        if slots:
            return self._elsewhere(mine, theirs)
        first, second = self._filled([mine, self._chance.choice(self._chance.choice(self._matters).aside)])
        return self._said(first), self._said(second), OTHER

    def _elsewhere(self, mine: str, theirs: str) -> Made:
        """The same of two places, persons or bodies."""
        while True:
            (left,), (right,) = self._filled([mine]), self._filled([theirs])
            pool = ("places", "persons", "bodies")
            named = [
                {name for key in pool for name in self._words[key] if name in text}
                for text in (left, right)
            ]
            if not named[0] & named[1]:
                return self._said(left), self._said(right), OTHER

    # figures

    def _amount(self, size: int) -> tuple[str, float, float]:
        n = max(2, round(size * self._chance.uniform(0.6, 1.6)))
        if n > 20 and self._chance.random() < 0.7:
            n = round(n, -1 if n < 1000 else -2)
        word = ONES[n] if n < len(ONES) and self._chance.random() < 0.7 else f"{n:,}"
        way = self._chance.randrange(12)
        if way < 5:
            return word, n, n
        forms = (
            (f"at least {word}", n, 1e9), (f"more than {word}", n + 1, 1e9),
            (f"no more than {word}", 0, n), (f"fewer than {word}", 0, n - 1),
            (f"about {word}", n * 0.92, n * 1.08), (f"nearly {word}", n * 0.93, n - 1),
            (f"exactly {word}", n, n),
        )
        return forms[way - 5]

    def _figure(self) -> Made:
        (thing, done, aside), (other, done2, _) = self._chance.sample(self._words["counted"], 2)
        place, elsewhere = self._two("places")
        size = self._chance.choice((3, 5, 8, 12, 30, 60, 150, 400, 2000))
        label = self._label()
        for _ in range(60):
            one, two = self._amount(size), self._amount(size)
            if _related(one[1:], two[1:]) == label or label == OTHER:
                break
        else:
            two, label = one, AGREE
        left = self._counted(one[0], thing, done, place)
        if label != OTHER:
            return self._wrapped(left, self._counted(two[0], thing, done, place), label)
        right = self._chance.choice((
            self._counted(two[0], thing, aside, place), self._counted(two[0], other, done2, place),
            self._counted(two[0], thing, done, elsewhere),
        ))  # fmt: skip
        return self._wrapped(left, right, OTHER)

    def _counted(self, amount: str, thing: str, done: str, place: str) -> str:
        forms = ("in {p}, {n} {x} {v}", "{n} {x} {v} in {p}", "the number of {x} in {p} that {v} was {n}")
        form = self._chance.choices(forms, (2, 4, 1))[0]
        return form.replace("{p}", place).replace("{n}", amount).replace("{x}", thing).replace("{v}", done)

    def _share(self) -> Made:
        thing, done, aside = self._chance.choice(self._words["counted"])
        label = self._label()
        agreeing = (("every", "every"), ("none", "none"), ("many", "many"), ("few", "few"), ("every", "many"))
        disputing = (("every", "none"), ("every", "few"), ("none", "some"), ("many", "few"), ("many", "none"), ("none", "many"))
        one, two = self._chance.choice((agreeing, disputing, (*agreeing, *disputing))[label])
        verb = aside if label == OTHER else done

        def told(how: str, does: str) -> str:
            return self._one(how).replace("{x}", thing).replace("{v}", does)

        return self._wrapped(told(one, done), told(two, verb), label)

    # single words

    def _change(self) -> Made:
        thing, second = self._two("changing")
        one, two = self._chance.sample(("rising", "falling"), 2)
        label = self._label()
        left = self._one(one).replace("{x}", thing)
        if label == AGREE:
            right, against = self._one(one), self._one(two)
            return self._wrapped(left, right.replace("{x}", thing), AGREE, opposite=against.replace("{x}", thing))
        if label == DISPUTE:
            right = self._one(self._chance.choice((two, two, "steady")))
            return self._wrapped(left, right.replace("{x}", thing), DISPUTE, opposite=self._one(one).replace("{x}", thing))
        if self._chance.random() < 0.5:
            return self._wrapped(left, self._one("aside").replace("{x}", thing), OTHER)
        return self._wrapped(left, self._one(self._chance.choice((one, two))).replace("{x}", second), OTHER)

    def _state(self) -> Made:
        yes, no, aside = self._chance.choice(self._words["states"])
        if self._chance.random() < 0.5:
            yes, no = no, yes
        thing, second = self._two("things")
        place, elsewhere = self._two("places")

        def told(word: str, where: str = place, what: str = thing) -> str:
            forms = (f"{what} in {where} is {word}", f"{what} is {word} in {where}", f"{what} of {where} is {word}", f"in {where} {what} is {word}")
            return self._chance.choice(forms)

        label = self._label()
        if label == AGREE:
            return self._wrapped(told(yes), self._chance.choice((told(yes), told(f"not {no}"), told(f"anything but {no}"))), AGREE, opposite=told(no))
        if label == DISPUTE:
            return self._wrapped(told(yes), self._chance.choice((told(no), told(no), told(f"not {yes}"), told(f"anything but {yes}"))), DISPUTE, opposite=told(yes))
        right = self._chance.choice((told(aside), told(no, elsewhere), told(no, place, second), told(f"not {yes}", elsewhere)))
        return self._wrapped(told(yes), right, OTHER)

    def _deed(self) -> Made:
        past, participle, opposite = self._chance.choice(self._words["deeds"])
        pool = [*self._words["bodies"], *self._words["persons"]]
        one, two, third = self._chance.sample(pool, 3)

        def told(who: str, whom: str) -> str:
            forms = [f"{who} {past} {whom}", f"it was {who} that {past} {whom}"]
            if participle == past and " " not in past:
                forms += [f"{whom} was {participle} by {who}", f"{whom} had been {participle} by {who}"]
            return self._chance.choice(forms)

        label = self._label()
        if label == AGREE:
            return self._wrapped(told(one, two), told(one, two), AGREE, opposite=f"{one} {opposite} {two}")
        if label == DISPUTE:
            right = self._chance.choice((told(two, one), f"it was not {one} but {third} that {past} {two}", f"{one} {opposite} {two}", f"{one} {opposite} {two}"))
            return self._wrapped(told(one, two), right, DISPUTE, opposite=told(one, two))
        right = self._chance.choice((told(one, third), f"{one} may have {participle} {third}", f"{third} {opposite} {two}", f"{two} met {one} in May", f"{one} {opposite} {third}"))
        return self._wrapped(told(one, two), right, OTHER)

    def _cause(self) -> Made:
        effect, second = self._two("effects")
        cause, wrong = self._two("causes")

        def told(how: str, what: str, by: str) -> str:
            return self._one(how).replace("{e}", what).replace("{c}", by)

        label = self._label()
        left = told("causing", effect, cause)
        if label == AGREE:
            return self._wrapped(left, told("causing", effect, cause), AGREE, opposite=told("not_causing", effect, cause))
        if label == DISPUTE:
            right = self._chance.choice((told("causing", effect, wrong), told("not_causing", effect, cause)))
            return self._wrapped(left, right, DISPUTE, opposite=told("causing", effect, cause))
        right = self._chance.choice((told("aside_cause", effect, cause), told("aside_cause", effect, cause), told("causing", second, wrong), told("not_causing", second, cause)))
        return self._wrapped(left, right, OTHER)

    def _day(self) -> Made:
        event, second = self._two("events")
        day, later = self._two("days")
        place, elsewhere = self._two("places")

        def told(what: str, when: str, where: str) -> str:
            return self._one("happening").replace("{e}", f"{what} in {where}").replace("{d}", when)

        label = self._label()
        right = {
            AGREE: told(event, day, place), DISPUTE: told(event, later, place),
            OTHER: self._chance.choice((told(second, later, place), told(event, later, elsewhere), f"{event} in {place} was filmed")),
        }[label]  # fmt: skip
        return self._wrapped(told(event, day, place), right, label)

    def _order(self) -> Made:
        one, two, third = self._chance.sample(self._words["events"], 3)

        def told(first: str, after: str) -> str:
            return self._one("before").replace("{a}", first).replace("{b}", after)

        label = self._label()
        right = (told(one, two), told(two, one), self._chance.choice((told(third, one), told(two, third))))[label]
        return self._wrapped(told(one, two), right, label, opposite=(told(two, one), told(one, two), None)[label])

    def _compared(self) -> Made:
        more, less = self._chance.choice(self._words["larger"])
        one, two, third = self._chance.sample([*self._words["places"], *self._words["bodies"]], 3)
        label = self._label()
        left = f"{one} is {more} than {two}"
        right = (
            (f"{two} is {less} than {one}", f"{one} is {more} than {two} is"),
            (f"{two} is {more} than {one}", f"{one} is {less} than {two}", f"{one} is no {more} than {two}", f"{two} is not {less} than {one}"),
            (f"{third} is {less} than {two}", f"{one} is {less} than {third}", f"{two} is {more} than {third}"),
        )[label]  # fmt: skip
        return self._wrapped(left, self._chance.choice(right), label)


def _related(one: tuple[float, float], two: tuple[float, float]) -> int:
    """Whether ranges exclude each other, hold one another, or merely overlap."""
    if one[0] > two[1] or two[0] > one[1]:
        return DISPUTE
    holds = (one[0] <= two[0] and two[1] <= one[1]) or (two[0] <= one[0] and one[1] <= two[1])
    return AGREE if holds else OTHER
