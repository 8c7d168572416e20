"""Names as they stood: joined, parted and private by the decisions of a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from onrecord.record import verify
from onrecord.record.views import (
    Cut,
    find_entities,
    list_claims,
    list_disputes,
    list_incidents,
    masked,
    read_claim,
    read_entity,
    search,
    summary,
)
from tests.record.deciding import decide, named, same, undo
from tests.record.made import NOW, RUN

if TYPE_CHECKING:
    from datetime import datetime

    from onrecord.model import Findings, Link
    from onrecord.record import Record

FAR = 30


def day(number: int) -> datetime:
    return NOW + timedelta(days=number)


def cut(number: int) -> Cut:
    return Cut(as_of=day(number))


def captured(number: int, name: str, private: str | None = None) -> Findings:
    """A page captured on the first day that names one person."""
    found = named(number, name, private)
    reading = found.reading
    capture = replace(reading.capture, captured_at=day(0))
    return replace(found, reading=replace(reading, capture=capture))


ANA, DORSK, THIRD = (
    captured(number, name)
    for number, name in enumerate(("Ana Petrell", "Ana Dorsk", "Ana Vell"))
)
HURT = captured(9, "Tom Brill", "a victim")


def name(page: Findings) -> str:
    return str(page.mentions[0].id)


def save(record: Record, number: int, *links: Link) -> None:
    """What resolving finds on this day."""
    done = record.save_resolution(links, [], RUN, day(number), seen=record.head())
    assert done


@pytest.fixture
def people(record: Record) -> Record:
    """Three public people and a private one, resolved on the first day."""
    for page in (ANA, DORSK, THIRD, HURT):
        record.add(page, RUN, added_at=day(0))
    save(record, 0)
    return record


def groups(record: Record, number: int | None) -> dict[str, str]:
    moment = None if number is None else day(number)
    with record.as_of(moment) as then:
        return then.groups("mention")


def are_one(record: Record, number: int | None) -> bool:
    found = groups(record, number)
    return found[name(ANA)] == found[name(DORSK)]


def test_two_are_one_from_the_day_that_somebody_decided_so(people: Record) -> None:
    decide(people, "same", name(ANA), name(DORSK), at=day(5))
    assert [are_one(people, number) for number in (0, 4, 5, 6, None)] == [
        False, False, True, True, True,
    ]  # fmt: skip


def test_an_undo_counts_from_its_own_day(people: Record) -> None:
    done = decide(people, "same", name(ANA), name(DORSK), at=day(5))
    undo(people, done.decision.id, at=day(8))
    assert [are_one(people, number) for number in (4, 5, 7, 8, None)] == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_what_the_machine_joined_before_a_split_is_one_before_it(
    people: Record,
) -> None:
    joined = same(name(ANA), name(DORSK))
    save(people, 1, joined)
    decide(people, "not-same", name(ANA), name(DORSK), at=day(5))
    save(people, 5)  # resolving keeps to it: the machine's link is revoked
    assert [are_one(people, number) for number in (2, 4, 5, None)] == [
        True, True, False, False,
    ]  # fmt: skip


def test_what_the_machine_joins_because_of_a_decision_is_apart_before_it(
    people: Record,
) -> None:
    decide(people, "same", name(DORSK), name(THIRD), at=day(5))
    save(people, 5, same(name(ANA), name(DORSK)))
    assert are_one(people, None)
    assert not are_one(people, 4)


def test_pages_added_after_a_decision_are_joined_as_they_are_today(
    record: Record,
) -> None:
    record.add(ANA, RUN, added_at=day(0))
    record.add(HURT, RUN, added_at=day(0))
    save(record, 0)
    decide(record, "release", name(HURT), at=day(5))
    record.add(DORSK, RUN, added_at=day(6))
    save(record, 6, same(name(ANA), name(DORSK)))
    assert are_one(record, 4)


def test_a_person_released_later_is_private_in_every_view_of_before(
    people: Record,
) -> None:
    decide(people, "release", name(HURT), at=day(5))
    assert not find_entities(people, "Tom Brill", cut=cut(4))
    assert find_entities(people, "Tom Brill", cut=cut(5))
    before = read_entity(people, name(HURT), cut=cut(4))
    assert before is not None
    assert before.is_private
    assert before.decisions == ()
    after = read_entity(people, name(HURT), cut=cut(5))
    assert after is not None
    assert not after.is_private
    claim = str(HURT.statements[0].id)
    with people.as_of(day(4)) as then:
        told = read_claim(then, claim, cut=cut(4))
        assert told is not None
        (shown,) = masked(then, [told])
    assert shown.speakers == ()
    assert shown.wording.is_speaker_private
    assert shown.wording.source is not None
    assert "Brill" not in shown.wording.source.text
    told = read_claim(people, claim, cut=cut(5))
    assert told is not None
    assert told.speakers == ("Tom Brill",)


def test_a_release_undone_later_is_shown_while_it_stood(people: Record) -> None:
    done = decide(people, "release", name(HURT), at=day(5))
    undo(people, done.decision.id, at=day(8))
    found = [bool(find_entities(people, "Brill", cut=cut(n))) for n in (4, 6, 8, FAR)]
    assert found == [False, True, False, False]


def test_a_part_is_one_from_the_day_that_somebody_decided_so(people: Record) -> None:
    decide(people, "part-of", name(ANA), name(DORSK), at=day(5))
    for number, count in ((4, 0), (5, 1)):
        view = read_entity(people, name(ANA), cut=cut(number))
        assert view is not None
        assert len(view.part_of) == count


def test_looking_back_changes_nothing(people: Record) -> None:
    decide(people, "same", name(ANA), name(DORSK), at=day(5))
    decide(people, "release", name(HURT), at=day(6))
    before = _state(people)
    for view in (list_claims, list_incidents, list_disputes, summary):
        view(people, cut=cut(4))
    search(people, "pier", cut=cut(4))
    with people.snapshot() as still:
        assert read_entity(still, name(ANA), cut=cut(4)) is not None
        assert still.groups("mention") == people.groups("mention")
    with pytest.raises(ZeroDivisionError), people.as_of(day(4)):
        raise ZeroDivisionError
    assert _state(people) == before
    assert verify(people) == []


def _state(record: Record) -> object:
    links = [(view.link, view.at, view.revoked_at) for view in record.links()]
    kinds = record.groups("mention"), record.redirects("mention")
    return links, kinds, record.decisions(), find_entities(record, "Ana")
