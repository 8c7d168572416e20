"""Merging, splitting, parting, undoing and adding in any order, against a plain model.

The model knows no groups and no links: it holds pairs that must be one and pairs that
must not, the newest decision first, and asks of every state that it keeps to them. It
remembers how names stood on each day, and asks the record to look back.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from onrecord.errors import InputError
from onrecord.model import make_link
from onrecord.record import open_record, verify
from onrecord.record.views import read_entities
from onrecord.resolve import keep_decided
from tests.record.deciding import decide, named, same, undo
from tests.record.made import NOW, RUN

if TYPE_CHECKING:
    from datetime import datetime

    from onrecord.model import Link, Verb
    from onrecord.record import Record

PAGES = [named(number) for number in range(7)]
IDS = [page.mentions[0].id for page in PAGES]
KINDS = [0, 0, 0, 1, 1, 2, 2]  # whom the machine takes each page to name
VERBS: tuple[Verb, ...] = ("same", "not-same", "split", "part-of", "not-part-of")
State = tuple[dict[str, str], set[tuple[str, str]]]


def state_of(record: Record) -> State:
    """The group of every name, and which of these are parts of which."""
    parts = {
        (item.id, whole) for item in read_entities(record) for whole in item.part_of
    }
    return record.groups("mention"), parts


def machine_links(added: set[int]) -> list[Link]:
    """A star for each person, as resolving makes them."""
    links = []
    for kind in set(KINDS):
        ids = sorted(IDS[number] for number in added if KINDS[number] == kind)
        links += [same(ids[0], other) for other in ids[1:]]
    return links


class Deciding(RuleBasedStateMachine):
    """A record and what should be true of it."""

    record: Record

    def __init__(self) -> None:
        """Open an empty record."""
        super().__init__()
        self.folder = TemporaryDirectory()
        self.record = open_record(Path(self.folder.name) / "r.db")
        self.added: set[int] = set()
        self.told: dict[str, tuple[Verb, str, str]] = {}  # id: verb, left, right
        self.undone: set[str] = set()
        self.ever: set[str] = set()
        self.day = NOW
        self.past: dict[datetime, State] = {}  # since the last page came

    @initialize(numbers=st.sets(st.integers(0, 6), min_size=3))
    def start(self, numbers: set[int]) -> None:
        """Some pages are there from the first."""
        for number in sorted(numbers):
            self.record.add(PAGES[number], RUN, added_at=NOW)
        self.added = set(numbers)
        self._save()

    @rule(number=st.integers(0, 6))
    def add(self, number: int) -> None:
        """One more page, and resolving after it."""
        is_new = number not in self.added
        self._next_day()
        self.record.add(PAGES[number], RUN, added_at=self.day)
        self.added.add(number)
        self._save()
        if is_new:
            self.past.clear()

    def _next_day(self) -> None:
        """Remember how names stand today; what comes is of the next day."""
        self.past[self.day] = state_of(self.record)
        self.day += timedelta(days=1)

    def _save(self) -> None:
        links = [*machine_links(self.added), *self._parts()]
        seen, judged = (
            self.record.head(),
            keep_decided(
                list(self.record.mentions()), links, self.record.decided("mention")
            ),
        )
        assert self.record.save_resolution(judged, [], RUN, self.day, seen=seen)

    def _parts(self) -> list[Link]:
        """The machine takes the second to be a branch of the third."""
        parts = [IDS[n] for n in sorted(self.added) if KINDS[n] == 1][:1]
        wholes = [IDS[n] for n in sorted(self.added) if KINDS[n] == 2][:1]
        told = "by table"
        return [
            make_link("mention", part, whole, "part_of", "yes", 0.99, told)
            for part, whole in product(parts, wholes)
        ]

    @rule()
    def resolve(self) -> None:
        """Resolve anew: nothing changes, since all that counts is in the log."""
        before = self.record.groups("mention")
        self._next_day()
        self._save()
        assert self.record.groups("mention") == before

    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        """On any day since the last page came names stand as they stood then."""
        self._next_day()
        day = data.draw(st.sampled_from(sorted(self.past)))
        before = state_of(self.record)
        with self.record.as_of(day) as then:
            assert state_of(then) == self.past[day]
        assert state_of(self.record) == before

    @precondition(lambda self: len(self.added) > 1)
    @rule(data=st.data(), verb=st.sampled_from(VERBS))
    def decide(self, data: st.DataObject, verb: Verb) -> None:
        """A decision about two pages' names; the newest is always kept to."""
        numbers = st.sampled_from(sorted(self.added))
        one, other = (IDS[data.draw(numbers)] for _ in range(2))
        self._next_day()
        try:
            done = decide(self.record, verb, one, other, at=self.day)
        except InputError:
            assert self._is_refused(verb, one, other)
            return
        self._save()
        self.told[done.decision.id] = (verb, one, other)
        self._is_kept_to(verb, one, other)

    def _is_kept_to(self, verb: Verb, one: str, other: str) -> None:
        groups = self.record.groups("mention")
        if one != other and verb != "not-part-of":
            assert (groups[one] == groups[other]) == (verb == "same")
        if verb in {"part-of", "not-part-of"}:
            pair = groups[one], groups[other]
            assert (pair in state_of(self.record)[1]) == (verb == "part-of")

    def _is_refused(self, verb: Verb, one: str, other: str) -> bool:
        groups = self.record.groups("mention")
        if verb == "split":  # not a part of it, or all of it
            return (
                groups[one] != groups[other]
                or list(groups.values()).count(groups[one]) == 1
            )
        return True  # said already, the same one, a circle: each has its own test

    @precondition(lambda self: len(self.told) > len(self.undone))
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        """Take one back; a second time is refused."""
        left = sorted(set(self.told) - self.undone)
        name = data.draw(st.sampled_from(left))
        self._next_day()
        undo(self.record, name, at=self.day)
        self._save()
        self.undone.add(name)

    @invariant()
    def groups_are_partitions_named_by_their_smallest(self) -> None:
        """A group's id is the smallest of its members; former ids lead somewhere."""
        groups = self.record.groups("mention")
        for group in set(groups.values()):
            assert group == min(name for name, of in groups.items() if of == group)
        self.ever |= set(groups.values())
        redirects = self.record.redirects("mention")
        for former in self.ever - set(groups.values()):
            assert redirects[former] == groups[former]

    @invariant()
    def decisions_that_stand_are_kept_to(self) -> None:
        """No bar that stands is crossed, no join that stands is broken."""
        groups = self.record.groups("mention")
        parts = state_of(self.record)[1]
        for link in self.record.decided("mention"):
            pair = groups[link.left], groups[link.right]
            is_so = pair in parts if link.relation == "part_of" else len({*pair}) == 1
            assert is_so == (link.judgement == "yes")

    @invariant()
    def the_newest_that_stands_is_kept_to(self) -> None:
        """Whatever else was added, decided or undone since."""
        left = [name for name in self.told if name not in self.undone]
        if left:
            self._is_kept_to(*self.told[left[-1]])

    @invariant()
    def without_decisions_the_machine_is_right(self) -> None:
        """Undoing everything gives what there was before anything was decided."""
        if set(self.told) == self.undone:
            for one, other in combinations(sorted(self.added), 2):
                groups = self.record.groups("mention")
                is_one = groups[IDS[one]] == groups[IDS[other]]
                assert is_one == (KINDS[one] == KINDS[other])

    @invariant()
    def the_log_only_grows(self) -> None:
        """Everything decided and undone is in the log, in order."""
        log = self.record.decisions()
        assert [item.id for item in log if item.verb != "undo"] == list(self.told)
        assert {item.undoes for item in log if item.verb == "undo"} == self.undone

    def teardown(self) -> None:
        """Whatever was done, the record is whole, and a replay gives the same."""
        if self.added:
            assert verify(self.record) == []
            before = self.record.groups("mention")
            self._save()
            assert self.record.groups("mention") == before
        self.record.close()
        self.folder.cleanup()


TestDeciding = Deciding.TestCase
TestDeciding.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
