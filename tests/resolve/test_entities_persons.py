"""Persons by spelling and evidence: offices, dates, company, and odd names."""

from __future__ import annotations

import time
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from onrecord.resolve.entities import link_names
from onrecord.resolve.entities.evidence import JOINED, UNSURE
from tests.resolve.invented import read_told
from tests.resolve.naming import ACTORS, groups, joined, judged, mention

if TYPE_CHECKING:
    from onrecord.model import EntityType, Mention

DAY = date(2031, 3, 1)


def test_of_what_is_joined_among_unseen_persons_nearly_all_is_right() -> None:
    (told,) = read_told("unseen.txt", at_once=True)
    found = groups(told.mentions, link_names(told.mentions, ACTORS, days=told.days))
    pairs = [
        (told.who[left] == told.who[right], found[left] == found[right])
        for left, right in combinations(told.who, 2)
    ]
    joined_ = [is_one for is_one, is_joined in pairs if is_joined]
    true = [is_joined for is_one, is_joined in pairs if is_one]
    assert sum(joined_) >= 0.98 * len(joined_)
    assert sum(true) >= 0.7 * len(true)


def test_every_link_says_its_score_in_its_band_and_its_reason() -> None:
    (told,) = read_told("fitted.txt", at_once=True)
    links = link_names(told.mentions, ACTORS, days=told.days)
    bands = {"yes": (JOINED, 1), "unsure": (UNSURE, JOINED), "no": (0, UNSURE)}
    assert {link.judgement for link in links} == set(bands)
    for link in links:
        low, high = bands[link.judgement]
        assert low <= link.score <= high
        assert link.reason


@pytest.mark.parametrize(
    ("days", "is_one"), [(3, False), (900, True)], ids=["at once", "years later"]
)
def test_nobody_is_president_and_prime_minister_at_once(
    days: int, *, is_one: bool
) -> None:
    one = mention("a", "Milan Jovetic", role="prime minister", country="RS")
    other = mention("b", "Milan Jovetic", role="president", country="RS")
    told = {"a": DAY, "b": DAY + timedelta(days)}
    links = link_names([one, other], ACTORS, days=told)
    found = groups([one, other], links)
    assert (found[one.id] == found[other.id]) is is_one


def test_a_former_office_is_held_with_no_other() -> None:
    one = mention("a", "Milan Jovetic", role="former prime minister", country="RS")
    other = mention("b", "Milan Jovetic", role="president", country="RS")
    links = link_names([one, other], ACTORS, days={"a": DAY, "b": DAY})
    assert len(set(groups([one, other], links).values())) == 1


def test_two_mayors_of_two_towns_are_two() -> None:
    one = mention("a", "Carlo Bentini", role="mayor of Lorano", country="IT")
    other = mention("b", "Carlo Bentini", role="mayor of Sestola", country="IT")
    links = link_names([one, other], ACTORS, days={"a": DAY, "b": DAY})
    assert len(set(groups([one, other], links).values())) == 2
    (apart,) = judged(links, "same", "no")
    assert "offices that nobody holds at once" in apart.reason


def test_a_common_name_alone_joins_nobody() -> None:
    assert not joined(mention("a", "Ali Khan"), mention("b", "Ali Khan"))
    assert joined(mention("a", "Odalys Ferrant"), mention("b", "Odalys Ferrant"))


def test_a_surname_that_two_bear_is_left_to_a_person() -> None:
    names = [
        mention("a", "Karim Nouri", role="lawmaker", country="KE"),
        mention("b", "Salma Nouri", role="lawmaker", country="KE"),
        mention("c", "Nouri", role="lawmaker", country="KE"),
    ]
    links = link_names(names, ACTORS)
    assert len(set(groups(names, links).values())) == 3
    assert "another bears it" in judged(links, "same", "unsure")[0].reason
    assert joined(names[0], names[2])


def test_the_same_names_in_both_articles_raise() -> None:
    def score(*company: str) -> float:
        names = [
            mention(article, text, role=role)
            for article, text, role in (
                ("a", "Vasile Munteniu", "police chief"),
                ("b", "Vasile Munteanu", "lawmaker"),
            )
        ]
        around = [
            mention(article, name, at=100 * at, kind="organisation")
            for article in "ab"
            for at, name in enumerate(company, 1)
        ]
        links = link_names([*names, *around], ACTORS, days={"a": DAY, "b": DAY})
        ids = {name.id for name in names}
        return max(link.score for link in links if {link.left, link.right} == ids)

    assert score("Salt Bridge") > score()


def test_a_chain_of_likenesses_does_not_join_its_ends() -> None:
    names = [
        mention("a", "Ahmed Nouri", role="judge", country="KE"),
        mention("b", "A. Nouri", role="judge", country="KE"),
        mention("c", "Salma A. Nouri", role="judge", country="KE"),
    ]
    found = groups(names, link_names(names, ACTORS))
    assert found[names[0].id] != found[names[2].id]


@pytest.mark.parametrize(
    "odd",
    [
        "K\u0430rim Nouri",  # a Cyrillic letter among Latin ones
        "Karim \u039douri",
        "Karim 😀 Nouri",
        "Karim Nouri 2",
        "Karim " + "Nouri" * 2000,
        "Karim " * 1500 + "Nouri",
        "\u200f",
        "...",
    ],
)
def test_an_odd_name_is_joined_with_nobody(odd: str) -> None:
    plain = mention("a", "Karim Nouri", role="mayor", country="KE")
    strange = mention("b", odd, role="mayor", country="KE")
    start = time.monotonic()
    assert not joined(plain, strange, mention("c", odd, role="mayor", country="KE"))
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("kind", ["organisation", "armed_group", "government"])
def test_a_name_of_ten_thousand_letters_is_a_name_like_any_other(
    kind: EntityType,
) -> None:
    long = "Harbour Board of " * 600
    start = time.monotonic()
    assert joined(mention("a", long, kind=kind), mention("b", long, kind=kind))
    assert not joined(
        mention("a", long, kind=kind), mention("b", long + "x", kind=kind)
    )
    assert time.monotonic() - start < 2


def crowd(size: int) -> list[Mention]:
    syllables = ["ka", "no", "ri", "mel", "du", "sha", "vor", "tin", "ba", "lun"]
    return [
        mention(
            f"article {number // 4}",
            f"{syllables[number % 10].title()}{syllables[number // 10 % 10]} "
            f"{syllables[number // 100 % 10].title()}{syllables[number % 7]}rin",
            at=60 * (number % 4),
            role=("mayor", "spokesman", None)[number % 3],
            country=("KE", "PE", None)[number % 3],
        )
        for number in range(size)
    ]


def test_five_thousand_persons_are_resolved_in_seconds() -> None:
    start = time.process_time()
    link_names(crowd(5000), ACTORS)
    assert time.process_time() - start < 40  # six where nothing else runs
