"""People and bodies as the views show them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.model import make_link
from onrecord.record.views import (
    find_entities,
    read_entities,
    read_entity,
    read_speakers,
)
from tests.record.made import NOW, RUN, News, Said, findings_of

if TYPE_CHECKING:
    from onrecord.record import Record


def test_a_person_is_found_by_any_spelling(harbour: Record) -> None:
    names = {
        told: [ref.name for ref in find_entities(harbour, told)]
        for told in ("oren tull", "O. TULL", "tull", "Brask", "ull", "", "nobody")
    }
    assert names == {
        "oren tull": ["Oren Tull"],
        "O. TULL": ["Oren Tull"],
        "tull": ["Oren Tull"],
        "Brask": ["Ida Brask"],
        "ull": [],
        "": [],
        "nobody": [],
    }


def test_an_entity_shows_spellings_roles_statements_and_why(harbour: Record) -> None:
    (ref,) = find_entities(harbour, "tull")
    person = read_entity(harbour, ref.id)
    assert person is not None
    assert [(item.text, item.count) for item in person.spellings] == [
        ("Oren Tull", 2),
        ("O. Tull", 1),
    ]
    roles = {(item.role, item.count, item.first) for item in person.roles}
    assert roles == {
        ("Harbour master", 1, date(2031, 3, 2)),
        ("Spokesman", 1, date(2031, 3, 1)),
    }
    assert len(person.statements) == 3
    assert len(person.claims) == 1
    assert {item.link.reason for item in person.links} == {"alike"}
    assert not person.is_private
    assert {item.name for item in read_speakers(harbour).values()} == {
        "Oren Tull", "Ida Brask", "Jon Wick",
    }  # fmt: skip


def test_a_role_tells_its_outlets_and_makes_its_holder_public(harbour: Record) -> None:
    (ref,) = find_entities(harbour, "tull")
    person = read_entity(harbour, ref.id)
    assert person is not None
    assert {role.role: role.outlets for role in person.roles} == {
        "Harbour master": ("The Anselm Courier",),
        "Spokesman": ("Herald of the Coast",),
    }
    assert person.public_reason == 'told with a public role: "Spokesman"'
    (wick,) = (item for item in read_entities(harbour) if item.is_private)
    private = read_entity(harbour, wick.id)
    assert private is not None
    assert private.public_reason is None


def test_a_private_person_is_marked_and_not_found_by_name(harbour: Record) -> None:
    assert find_entities(harbour, "Jon Wick") == ()
    private = [item for item in read_entities(harbour) if item.is_private]
    assert [(item.name, item.private_reason) for item in private] == [
        ("Jon Wick", "a relative")
    ]
    view = read_entity(harbour, private[0].id)
    assert view is not None
    assert view.is_private


def test_a_part_is_shown_with_its_whole_and_never_merged(record: Record) -> None:
    page = findings_of(News(body=(Said("Dock Guild", "a"), Said("Night Guild", "b"))))
    whole, part = page.mentions
    record.add(page, RUN, added_at=NOW)
    link = make_link("mention", part.id, whole.id, "part_of", "yes", 1.0, "a branch")
    record.save_resolution([link], [], RUN, NOW, seen=record.head())
    branch, trunk = read_entity(record, part.id), read_entity(record, whole.id)
    assert branch is not None
    assert trunk is not None
    assert [item.name for item in branch.part_of] == ["Dock Guild"]
    assert [item.name for item in trunk.branches] == ["Night Guild"]
    assert branch.branches == trunk.part_of == ()
    assert {item.id: item.part_of for item in read_entities(record)} == {
        branch.id: (trunk.id,),
        trunk.id: (),
    }


def shown_name(record: Record, *pages: tuple[str, ...]) -> str:
    """The name of the one person who is called so on these pages."""
    mentions = []
    for number, names in enumerate(pages):
        said = tuple(Said(name, f"line {at}") for at, name in enumerate(names))
        page = findings_of(News(where=f"pages/{number}.html", body=said))
        record.add(page, RUN, added_at=NOW)
        mentions += [mention.id for mention in page.mentions]
    links = [
        make_link("mention", mentions[0], other, "same", "yes", 1.0, "alike")
        for other in mentions[1:]
    ]
    record.save_resolution(links, [], RUN, NOW, seen=record.head())
    (entity,) = read_entities(record)
    return entity.name


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Oran Tull", "Oren Tull", "Oren Tull"), "Oren Tull"),
        (("Oren Tull", "Oran Tull"), "Oren Tull"),
        (("Oran Tull", "Oren Tull"), "Oran Tull"),
        (("Oren Tull", "Oren Tull", "Oren Tull Image"), "Oren Tull"),
        (("Oren Tull", "Oren J. Tull"), "Oren J. Tull"),
        (("Oren van Tull", "van Tull", "van Tull", "Tull"), "Oren van Tull"),
        (("O. Tull", "O. Tull", "Oren Tull", "Oren", "Oren"), "Oren Tull"),
        (("Tull", "Tull"), "Tull"),
        (("??", "Oren Tull"), "Oren Tull"),
    ],
)
def test_a_person_is_shown_by_the_commonest_full_name(
    record: Record, names: tuple[str, ...], shown: str
) -> None:
    assert shown_name(record, names) == shown


def test_the_name_in_most_articles_is_commoner_than_one_written_often(
    record: Record,
) -> None:
    often = ("Oran Tull", "Oran Tull", "Oran Tull")
    assert shown_name(record, often, ("Oren Tull",), ("Oren Tull",)) == "Oren Tull"


def test_of_two_spellings_the_article_that_tells_most_of_one_is_right(
    record: Record,
) -> None:
    told = shown_name(record, ("Oren Tull", "Tull", "Tull"), ("Oran Tull",))
    assert told == "Oren Tull"
