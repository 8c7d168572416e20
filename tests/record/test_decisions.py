"""Decisions: what they do, what they refuse, and what outlives them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import InputError
from onrecord.model import make_link
from onrecord.record import Asked, verify
from onrecord.record.views import (
    NO_CUT,
    Cut,
    find_entities,
    list_decisions,
    list_unsure,
    read_entities,
    read_entity,
    read_private_names,
)
from tests.record.deciding import WHY, decide, named, same, save, undo
from tests.record.made import NOW, RUN, News, Said, findings_of

if TYPE_CHECKING:
    from onrecord.model import EntityType, Findings, Verb
    from onrecord.record import Record

LATER = NOW + timedelta(days=1)


@pytest.fixture
def ids(record: Record) -> list[str]:
    """Four pages, each naming somebody; their mentions, sorted."""
    pages = [named(number) for number in range(4)]
    for page in pages:
        record.add(page, RUN, added_at=NOW)
    found = sorted(str(page.mentions[0].id) for page in pages)
    save(record)
    return found


def _groups(record: Record, ids: list[str]) -> list[list[int]]:
    """The places of the mentions in each group, as lists."""
    groups = record.groups("mention")
    found: dict[str, list[int]] = {}
    for number, name in enumerate(ids):
        found.setdefault(groups[name], []).append(number)
    return list(found.values())


def test_a_person_joins_what_the_machine_does_not(
    record: Record, ids: list[str]
) -> None:
    decide(record, "same", ids[2], ids[1])
    assert _groups(record, ids) == [[0], [1, 2], [3]]
    assert record.redirects("mention") == {ids[2]: ids[1]}
    save(record)
    assert _groups(record, ids) == [[0], [1, 2], [3]]
    assert find_entities(record, "petrell")[0].id in ids


def test_a_person_parts_what_the_machine_is_sure_of(
    record: Record, ids: list[str]
) -> None:
    star = [same(ids[0], other, 0.99) for other in ids[1:]]
    save(record, *star)
    decide(record, "not-same", ids[0], ids[2])
    save(record, *star)
    assert record.groups("mention")[ids[2]] == ids[2]
    assert len(_groups(record, ids)) == 2


def test_a_split_leaves_the_rest_together_whoever_held_it(
    record: Record, ids: list[str]
) -> None:
    save(record, *[same(ids[0], other) for other in ids[1:]])
    decide(record, "split", ids[3], ids[0])
    assert _groups(record, ids) == [[0], [1, 2, 3]]
    assert set(record.groups("mention").values()) == {ids[0], ids[1]}


def test_a_split_by_spelling_takes_every_name_spelled_so(record: Record) -> None:
    pages = [named(0), named(1, "Anna Petrel"), named(2, "Anna Petrel"), named(3)]
    for page in pages:
        record.add(page, RUN, added_at=NOW)
    ids = [str(page.mentions[0].id) for page in pages]
    save(record, *[same(ids[0], other) for other in ids[1:]])
    decide(record, "split", ids[0], "anna  PETREL")
    assert _groups(record, ids) == [[0, 3], [1, 2]]


def test_an_undo_gives_back_what_was_and_stays_in_the_log(
    record: Record, ids: list[str]
) -> None:
    done = decide(record, "same", ids[0], ids[1])
    undo(record, done.decision.id[:8], at=LATER)
    assert _groups(record, ids) == [[0], [1], [2], [3]]
    newest, first = list_decisions(record)
    assert (newest.verb, newest.undoes, newest.by) == ("undo", first.id, "Bo")
    assert first.state == "undone"
    assert first.undone is not None
    assert (first.undone.by, first.undone.at) == ("Bo", LATER)
    assert first.undone.reason == "it was not so"


@pytest.mark.parametrize("verbs", [("same", "not-same"), ("not-same", "same")])
def test_the_later_of_two_that_contradict_each_other_wins(
    record: Record, ids: list[str], verbs: tuple[Verb, Verb]
) -> None:
    first = decide(record, verbs[0], ids[0], ids[1]).decision
    second = decide(record, verbs[1], ids[0], ids[1])
    assert [item.id for item in second.overruled] == [first.id]
    assert ([0, 1] in _groups(record, ids)) == (verbs[1] == "same")
    assert [item.state for item in list_decisions(record)] == ["stands", "overruled"]
    back = undo(record, second.decision.id)
    assert [item.id for item in back.revived] == [first.id]
    assert ([0, 1] in _groups(record, ids)) == (verbs[0] == "same")


def test_a_contradiction_in_a_roundabout_way_is_one(
    record: Record, ids: list[str]
) -> None:
    decide(record, "same", ids[0], ids[1])
    decide(record, "same", ids[1], ids[2])
    last = decide(record, "not-same", ids[0], ids[2])
    assert len(last.overruled) == 1
    groups = record.groups("mention")
    assert groups[ids[0]] != groups[ids[2]]


def test_the_order_of_pages_and_links_does_not_count(
    record: Record, ids: list[str]
) -> None:
    links = [same(ids[0], other) for other in ids[1:]] + [same(ids[1], ids[2])]
    save(record, *links)
    decide(record, "not-same", ids[1], ids[3])
    found = []
    for order in (links, links[::-1], links[2:] + links[:2]):
        save(record, *order)
        found.append(record.groups("mention"))
    assert found[0] == found[1] == found[2]


def test_two_names_of_one_article_can_be_parted(record: Record) -> None:
    body = (Said("Ana Petrell", "it is safe"), Said("Petrell", "it is not"))
    page = findings_of(News(body=body))
    long, short = page.mentions
    page = replace(page, mentions=(long, replace(short, head=long.id)))
    record.add(page, RUN, added_at=NOW)
    save(record)
    assert len(set(record.groups("mention").values())) == 1
    decide(record, "not-same", long.id, short.id)
    assert len(set(record.groups("mention").values())) == 2


def test_two_names_of_one_article_are_one_when_a_person_says_so(
    record: Record, ids: list[str]
) -> None:
    body = (Said("Ana Petrell", "it is safe"), Said("Ana Dorsk", "it is not"))
    page = findings_of(News(body=body))
    record.add(page, RUN, added_at=NOW)
    petrell, dorsk = (str(item.id) for item in page.mentions)
    save(record, same(ids[0], petrell), same(ids[1], dorsk))
    decide(record, "same", ids[0], ids[1])
    save(record)  # the machine holds the two names of the article apart
    groups = record.groups("mention")
    assert len({groups[name] for name in (ids[0], ids[1], petrell, dorsk)}) == 1


@pytest.mark.parametrize("kind", ["place", "country"])
def test_a_person_is_no_place_and_no_country(
    record: Record, ids: list[str], kind: EntityType
) -> None:
    page = findings_of(News(body=(Said("Vorrin", "it is safe"),)))
    (vorrin,) = page.mentions
    page = replace(page, mentions=(replace(vorrin, type=kind),))
    record.add(page, RUN, added_at=NOW)
    save(record)
    told = f"one is a person, the other a {kind}"
    verbs: tuple[Verb, ...] = ("same", "part-of")
    for verb in verbs:
        with pytest.raises(InputError, match=told):
            decide(record, verb, ids[0], vorrin.id)


def test_a_part_belongs_to_its_whole_and_is_never_it(
    record: Record, ids: list[str]
) -> None:
    save(record, same(ids[0], ids[1]))
    decide(record, "part-of", ids[2], ids[0])
    part = read_entity(record, ids[2])
    assert part is not None
    assert [whole.id for whole in part.part_of] == [ids[0]]
    assert [item.verb for item in part.decisions] == ["part-of"]


@pytest.mark.parametrize("chain", [[(1, 0)], [(1, 2), (2, 0)]])
def test_a_circle_of_parts_is_refused(
    record: Record, ids: list[str], chain: list[tuple[int, int]]
) -> None:
    for part, whole in chain:
        decide(record, "part-of", ids[part], ids[whole])
    with pytest.raises(InputError, match=r"is part of .* itself, by decision"):
        decide(record, "part-of", ids[0], ids[1])
    decide(record, "same", ids[2], ids[3])
    assert verify(record) == []


def test_a_branch_by_the_machine_is_none_when_a_person_says_so(
    record: Record, ids: list[str]
) -> None:
    by_table = make_link("mention", ids[1], ids[2], "part_of", "yes", 0.99, "by table")
    save(record, same(ids[0], ids[1]), by_table)
    assert _wholes(record, ids[0]) == [ids[2]]
    done = decide(record, "not-part-of", ids[0], ids[2])
    assert _wholes(record, ids[0]) == []
    assert len(set(record.groups("mention").values())) == 3
    (entity,) = [item for item in read_entities(record) if item.id == ids[0]]
    assert entity.part_of == ()
    undo(record, done.decision.id)
    assert _wholes(record, ids[0]) == [ids[2]]


def test_of_part_and_no_part_the_later_holds(record: Record, ids: list[str]) -> None:
    first = decide(record, "part-of", ids[0], ids[1])
    second = decide(record, "not-part-of", ids[0], ids[1])
    assert [item.id for item in second.overruled] == [first.decision.id]
    assert _wholes(record, ids[0]) == []
    back = undo(record, second.decision.id)
    assert [item.id for item in back.revived] == [first.decision.id]
    assert _wholes(record, ids[0]) == [ids[1]]


@pytest.mark.parametrize("verb", ["same", "part-of", "not-part-of", "not-same"])
def test_a_decision_stays_with_the_very_name_it_was_told_about(
    record: Record, ids: list[str], verb: Verb
) -> None:
    joined = decide(record, "same", ids[0], ids[1])
    done = decide(record, verb, ids[1], ids[3])
    undo(record, joined.decision.id)
    (link,) = [link for link in record.decided("mention") if link.reason == WHY]
    assert {link.left, link.right} == {ids[1], ids[3]}
    assert done.decision.left[0] is not None
    assert done.decision.left[0].member == ids[1]


def test_one_is_no_part_of_itself_anyway(record: Record, ids: list[str]) -> None:
    save(record, same(ids[0], ids[1]))
    with pytest.raises(InputError, match="decide not-same or split first"):
        decide(record, "not-part-of", ids[0], ids[1])


def _wholes(record: Record, name: str) -> list[str]:
    view = read_entity(record, name)
    assert view is not None
    return [whole.id for whole in view.part_of]


def test_a_part_of_itself_is_refused(record: Record, ids: list[str]) -> None:
    save(record, same(ids[0], ids[1]))
    with pytest.raises(InputError, match="decide not-same or split first"):
        decide(record, "part-of", ids[0], ids[1])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("same", 0, "f" * 20), "no name on record has an id that begins so"),
        (("same", 0, 0), "is the same one as"),
        (("not-same", 0, 0), "is the same one as"),
        (("same", 0, None), "takes two"),
        (("same", "Ana Petrell", 0), "more than one bears that name: "),
        (
            ("same", "Nobody Known", 0),
            "no person or body in a public role of that name",
        ),
        (("split", 0, 1), "is no mention, page or spelling of the one to split"),
        (("split", 0, 0), "nothing would stay"),
        (("release", 0, None), "is not private"),
    ],
)
def test_what_cannot_be_decided_is_one_line_and_leaves_no_trace(
    record: Record, ids: list[str], asked: tuple[Verb, int | str, int | None], told: str
) -> None:
    verb, *named_sides = asked
    sides = [ids[side] if isinstance(side, int) else side for side in named_sides]
    before = record.head()
    with pytest.raises(InputError, match=told) as caught:
        decide(record, verb, str(sides[0]), sides[1])
    assert "\n" not in str(caught.value)
    assert record.head() == before
    assert record.decisions() == ()


def test_an_ambiguous_beginning_names_the_choices(record: Record) -> None:
    said = tuple(Said(f"Ana Petrell{number}", "no") for number in range(17))
    page = findings_of(News(body=said))
    record.add(page, RUN, added_at=NOW)
    firsts = [item.id[0] for item in page.mentions]
    twice = next(first for first in firsts if firsts.count(first) > 1)
    other = next(item.id for item in page.mentions if item.id[0] != twice)
    with pytest.raises(InputError, match="more than one name begins so"):
        decide(record, "same", twice, other)


@pytest.mark.parametrize(("by", "reason"), [("", "seen"), (" ", "seen"), ("Ada", " ")])
def test_nobody_decides_without_name_and_reason(
    record: Record, ids: list[str], by: str, reason: str
) -> None:
    with pytest.raises(InputError, match="says who and why"):
        record.decide(Asked("same", ids[0], ids[1], by, reason, NOW), RUN)


def test_what_was_decided_is_not_decided_again(record: Record, ids: list[str]) -> None:
    decide(record, "not-same", ids[0], ids[1])
    with pytest.raises(InputError, match="is decided so already, 2031-05-04 by Ada"):
        decide(record, "not-same", ids[1], ids[0])


def test_only_a_decision_that_stands_is_undone(record: Record, ids: list[str]) -> None:
    done = decide(record, "same", ids[0], ids[1])
    back = undo(record, done.decision.id)
    with pytest.raises(InputError, match="was undone on 2031-05-04 by Bo: it was not"):
        undo(record, done.decision.id)
    with pytest.raises(InputError, match="is an undo; decide again instead"):
        undo(record, back.decision.id)
    for unknown in ("f" * 20, "", "what"):
        with pytest.raises(InputError, match="no decision on record"):
            undo(record, unknown)


def test_a_private_person_is_released_by_a_person_and_joined_only_then(
    record: Record,
) -> None:
    public, private = named(1), named(2, "Bela Morrin", private="a relative")
    for page in (public, private):
        record.add(page, RUN, added_at=NOW)
    save(record)
    left, right = public.mentions[0].id, private.mentions[0].id
    with pytest.raises(InputError, match=r"private person \(a relative\): decide rel"):
        decide(record, "same", left, right)
    done = decide(record, "release", "Bela Morrin")
    assert record.released() == {right}
    assert [item.name for item in find_entities(record, "morrin")] == ["Bela Morrin"]
    assert read_private_names(record, [private.reading.page.id]) == {}
    joined = decide(record, "same", left, right)
    with pytest.raises(InputError, match="rests on it: undo that first"):
        undo(record, done.decision.id)
    undo(record, joined.decision.id)
    undo(record, done.decision.id)
    assert [item.is_private for item in read_entities(record) if item.id == right] == [
        True
    ]
    assert find_entities(record, "morrin") == ()
    (*_, release) = list_decisions(record)
    assert release.left is not None
    assert (release.left.name, release.left.named) == (None, None)


def test_a_release_outlives_resolving(record: Record) -> None:
    page = named(2, "Bela Morrin", private="a relative")
    record.add(page, RUN, added_at=NOW)
    save(record)
    decide(record, "release", page.mentions[0].id)
    record.add(named(3), RUN, added_at=NOW)
    save(record, same(page.mentions[0].id, named(3).mentions[0].id))
    assert not any(item.is_private for item in read_entities(record))


def test_a_decision_goes_on_with_the_names_that_are_left(
    record: Record, ids: list[str]
) -> None:
    pages = {str(named(n).mentions[0].id): named(n) for n in range(4)}
    save(record, same(ids[0], ids[1]))
    decide(record, "same", ids[0], ids[2])
    first = record.decisions()[0].left[0]
    assert first is not None
    _forget(record, pages[first.member])
    left = [name for name in ids[:2] if name != first.member]
    groups = record.groups("mention")
    assert groups[left[0]] == groups[ids[2]]
    save(record)
    assert record.groups("mention") == groups
    assert [link.link.reason for link in record.links() if link.by == "person"] == [WHY]


def test_a_decision_whose_names_are_forgotten_stays_in_the_log_and_says_so(
    record: Record, ids: list[str]
) -> None:
    pages = {str(named(n).mentions[0].id): named(n) for n in range(4)}
    done = decide(record, "not-same", ids[0], ids[1])
    _forget(record, pages[ids[0]])
    (view,) = list_decisions(record)
    assert (view.id, view.state, view.reason) == (done.decision.id, "gone", WHY)
    assert view.left is not None
    assert (view.left.entity, view.left.names, view.left.gone) == (None, 1, 1)
    assert verify(record) == []
    assert b"Ana Petrell" not in _words_of_decisions(record, ids[0])


def _words_of_decisions(record: Record, member: str) -> bytes:
    with record.reading() as connection:
        query = "SELECT text FROM anchors WHERE member = ?"
        return repr(connection.exec_driver_sql(query, (member,)).all()).encode()


def _forget(record: Record, page: Findings) -> None:
    record.forget([page.reading.page.id], by="Ada", reason="asked for", at=LATER)


def test_a_name_that_a_newer_model_finds_anew_is_the_one_that_was_meant(
    record: Record, ids: list[str]
) -> None:
    decide(record, "same", ids[0], ids[1])
    with record.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for table, column in (("mentions", "id"), ("members", "member")):
            connection.exec_driver_sql(
                f"UPDATE {table} SET {column} = 'e' WHERE {column} = ?",  # noqa: S608 - our own words
                (ids[0],),
            )
        connection.exec_driver_sql("UPDATE mentions SET head = id")
        connection.exec_driver_sql("UPDATE members SET group_id = 'e' WHERE member='e'")
    save(record)
    groups = record.groups("mention")
    assert groups["e"] == groups[ids[1]]


def test_decisions_after_the_day_asked_about_are_not_shown(
    record: Record, ids: list[str]
) -> None:
    decide(record, "not-same", ids[0], ids[1], at=LATER)
    now = read_entity(record, ids[0], cut=NO_CUT)
    assert now is not None
    assert [item.by for item in now.decisions] == ["Ada"]
    with record.writing() as connection:
        connection.exec_driver_sql("UPDATE captures SET captured_at = '2031-05-01'")
    then = read_entity(record, ids[0], cut=Cut(as_of=NOW))
    assert then is None or then.decisions == ()


def test_the_unsure_come_best_first_and_go_when_decided(
    record: Record, ids: list[str]
) -> None:
    links = [
        make_link("mention", ids[0], ids[1], "same", "unsure", 0.7, "one surname"),
        make_link("mention", ids[2], ids[3], "same", "unsure", 0.75, "one role"),
        make_link("mention", ids[1], ids[3], "same", "unsure", 0.65, "one company"),
    ]
    save(record, *links, same(ids[0], ids[1], 0.9))
    found = list_unsure(record)
    assert [item.reason for item in found] == ["one role", "one company"]
    assert found[0].left.article.title == "Ferry lines reopen in Port Anselm"
    assert len(list_unsure(record, limit=1)) == 1
    decide(record, "not-same", ids[2], ids[3])
    assert [item.reason for item in list_unsure(record)] == ["one company"]
    decide(record, "part-of", ids[3], ids[0])
    assert list_unsure(record) == ()
