"""Who is public by what the text shows, whatever else is told: rule 6 of the design."""

from __future__ import annotations

import pytest

from tests.annotate.naming import named, names_in


@pytest.mark.parametrize(
    "line",
    [
        "The Democratic candidate, Ada Lund, ran on a plan for ferries.",
        "Ada Lund signed the bill on Monday.",
        "Ada Lund, 39, won the primary in June.",
        "The town elected Ada Lund in June.",
        "Peru's Ada Lund condemned the strike.",
        "Nobody had asked Ada Lund, D-Ohio, about the ferries.",
        "Nobody had asked Ada Lund (R-Wis.) about the ferries.",
        "Nobody had liked Ada Lund's campaign in the port.",
        "The ferry court justices Karim Nouri and Ada Lund stayed away.",
        "He had met the senators Leila Holm, Karim Nouri and Ada Lund there.",
        "Few in the port would vote for Ada Lund.",
        "The supporters of Ada Lund stayed away.",
        "Ada Lund, her opponent, stayed away.",
        "Ada Lund bemoaned the state of the port.",
        "Ada Lund, who is the White House ferry expert, stayed away.",
        "Ada Lund, who was then serving as the harbour director, stayed away.",
    ],
)
def test_public_affairs_make_a_person_public(line: str) -> None:
    assert named(names_in(line), "Ada Lund").private_reason is None


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lund signed her name in the book of the dead.",
        "Ada Lund, 39, won a goat in June.",
        "The town mourned Ada Lund in June.",
        "Karim's neighbour Ada Lund saw the strike.",
        "The witnesses Karim Nouri and Ada Lund stayed away.",
        "Ada Lund, who was the boy's mother, stayed away.",
        "His mother, Ada Lund, said the boy had been at school.",
    ],
)
def test_private_affairs_leave_a_person_private(line: str) -> None:
    assert named(names_in(line), "Ada Lund").private_reason is not None


def test_who_speaks_again_and_again_is_no_mere_relative() -> None:
    found = names_in(
        "Ada Lund's son owns a ferry.",
        "Lund said the ferry was late. Lund told reporters it would sink.",
    )
    assert named(found, "Ada Lund").private_reason is None


def test_a_list_shares_the_role_before_it() -> None:
    found = names_in("The reef scientists Karim Nouri and Ada Lund stayed away.")
    assert named(found, "Ada Lund").role == "reef scientists"
    assert named(found, "Karim Nouri").role == "reef scientists"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The director, Eva-Marie Holm, stayed away.", "Eva-Marie Holm"),
        ("The envoy to Ukraine Kurt Holm changed his mind.", "Kurt Holm"),
        ("The former adviser Fiona Hill stayed away.", "Fiona Hill"),
    ],
)
def test_persons_keep_their_type(line: str, name: str) -> None:
    assert named(names_in(line), name).type == "person"


def test_a_verb_before_a_name_is_no_part_of_it() -> None:
    found = names_in("Questioning Holm takes time.", "Mayor Kurt Holm said so.")
    assert "Questioning Holm" not in [mention.text for mention in found]


@pytest.mark.parametrize("line", ["Nobody named Lund.", "They recalled the Lund case."])
def test_a_lone_surname_in_passing_is_no_private_person(line: str) -> None:
    found = [item for item in names_in(line) if item.text == "Lund"]
    assert {item.private_reason for item in found} <= {None}


def test_who_is_assassinated_was_no_private_person() -> None:
    found = names_in("The army denied the assassination of Holm in the capital.")
    assert {m.private_reason for m in found if m.text == "Holm"} <= {None}


def test_a_surname_that_two_share_is_private_when_one_of_them_is() -> None:
    found = names_in(
        "The village buried Ada Lund, 34, on Sunday. "
        '"She went for flour," her sister, Leila Lund, said. Lund mended sails.'
    )
    lone = [item for item in found if item.text == "Lund"]
    assert lone
    assert all(item.private_reason for item in lone)
