"""Merging, splitting, undoing and adding in any order, against a plain model.

The model knows no groups and no links: it holds pairs that must be one and pairs that
must not, the newest decision first, and asks of every state that it keeps to them.
"""

from __future__ import annotations

from itertools import combinations
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
from onrecord.record import open_record, verify
from tests.record.deciding import decide, named, same, save, undo
from tests.record.made import NOW, RUN

if TYPE_CHECKING:
    from onrecord.model import Link
    from onrecord.record import Record

PAGES = [named(number) for number in range(7)]
IDS = [page.mentions[0].id for page in PAGES]
KINDS = [0, 0, 0, 1, 1, 2, 2]  # whom the machine takes each page to name


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
        self.told: dict[str, tuple[str, str, str]] = {}  # id: verb, left, right
        self.undone: set[str] = set()
        self.ever: set[str] = set()

    @initialize(numbers=st.sets(st.integers(0, 6), min_size=3))
    def start(self, numbers: set[int]) -> None:
        """Some pages are there from the first."""
        for number in sorted(numbers):
            self.record.add(PAGES[number], RUN, added_at=NOW)
        self.added = set(numbers)
        save(self.record, *machine_links(self.added))

    @rule(number=st.integers(0, 6))
    def add(self, number: int) -> None:
        """One more page, and resolving after it."""
        self.record.add(PAGES[number], RUN, added_at=NOW)
        self.added.add(number)
        save(self.record, *machine_links(self.added))

    @rule()
    def resolve(self) -> None:
        """Resolve anew: nothing changes, since all that counts is in the log."""
        before = self.record.groups("mention")
        save(self.record, *machine_links(self.added))
        assert self.record.groups("mention") == before

    @precondition(lambda self: len(self.added) > 1)
    @rule(data=st.data(), verb=st.sampled_from(["same", "not-same", "split"]))
    def decide(self, data: st.DataObject, verb: str) -> None:
        """A decision about two pages' names; the newest is always kept to."""
        numbers = st.sampled_from(sorted(self.added))
        one, other = (IDS[data.draw(numbers)] for _ in range(2))
        try:
            done = decide(self.record, verb, one, other)  # type: ignore[arg-type] # drawn
        except InputError:
            assert self._is_refused(verb, one, other)
            return
        groups = self.record.groups("mention")
        if one != other:
            assert (groups[one] == groups[other]) == (verb == "same")
        self.told[done.decision.id] = (verb, one, other)

    def _is_refused(self, verb: str, one: str, other: str) -> bool:
        groups = self.record.groups("mention")
        if verb == "split":  # not a part of it, or all of it
            return (
                groups[one] != groups[other]
                or list(groups.values()).count(groups[one]) == 1
            )
        return one == other or groups[one] in groups or verb in {"same", "not-same"}

    @precondition(lambda self: len(self.told) > len(self.undone))
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        """Take one back; a second time is refused."""
        left = sorted(set(self.told) - self.undone)
        name = data.draw(st.sampled_from(left))
        undo(self.record, name)
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
        for link in self.record.decided("mention"):
            is_one = groups[link.left] == groups[link.right]
            assert is_one == (link.judgement == "yes")

    @invariant()
    def the_newest_that_stands_is_kept_to(self) -> None:
        """Whatever else was added, decided or undone since."""
        left = [name for name in self.told if name not in self.undone]
        if left:
            verb, one, other = self.told[left[-1]]
            groups = self.record.groups("mention")
            if one != other:
                assert (groups[one] == groups[other]) == (verb == "same")

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
            save(self.record, *reversed(machine_links(self.added)))
            assert self.record.groups("mention") == before
        self.record.close()
        self.folder.cleanup()


TestDeciding = Deciding.TestCase
TestDeciding.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
