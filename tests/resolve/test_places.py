"""Names of places that are one place, two of one name, or one in the other."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.model import KnownPlace, groups_decided
from onrecord.resolve.places import link_places, senses_of
from tests.resolve.naming import decision, groups, judged, mention

if TYPE_CHECKING:
    from onrecord.model import Link, Mention

OSTMARK = KnownPlace(3, "Ostmark", "XA", "XA.1", "", "region", 11, 11, 0.99)
MILLBROOK = KnownPlace(5, "Millbrook", "XA", "XA.1", "", "town", 11, 11, 0.99)
ELSEWHERE = KnownPlace(90, "Millbrook", "XB", "XB.7", "", "town", 50, 81, 0.99)


def place(
    article: str, text: str, known: KnownPlace | None = None, *, at: int = 0
) -> Mention:
    """A place that an article names, and what the gazetteer takes it for."""
    return replace(mention(article, text, kind="place", at=at), place=known)


def country(article: str, text: str, code: str) -> Mention:
    """A country by its name."""
    known = KnownPlace(7, text, code, "", "", "country", 12, 12, 0.99)
    return replace(actor(article, text, code), place=known)


def actor(article: str, text: str, code: str) -> Mention:
    """A country that acts, by whatever name."""
    return mention(article, text, kind="country", country=code, at=500)


def is_one(left: Mention, right: Mention, *others: Mention) -> bool:
    everyone = [left, right, *others]
    found = groups(everyone, link_places(everyone))
    return found[left.id] == found[right.id]


def links_of(relation: str, judgement: str, *named: Mention) -> list[Link]:
    return judged(link_places(named), relation, judgement)


def test_two_spellings_of_one_place_of_the_gazetteer_are_one() -> None:
    one, other = place("a", "Millbrook", MILLBROOK), place("b", "Мильбрук", MILLBROOK)
    assert is_one(one, other)
    (link,) = links_of("same", "yes", one, other)
    assert link.reason == "one place of the gazetteer: Millbrook, XA"
    assert link.score == pytest.approx(0.99)


def test_two_places_of_one_name_are_two_and_it_is_said_why() -> None:
    one, other = place("a", "Millbrook", MILLBROOK), place("b", "Millbrook", ELSEWHERE)
    assert not is_one(one, other)
    (link,) = links_of("same", "no", one, other)
    assert link.reason == "two places: Millbrook, XA; Millbrook, XB"


def test_a_doubtful_place_is_for_a_person_to_judge() -> None:
    sure = place("a", "Millbrook", MILLBROOK)
    likely = place("b", "Millbrook", replace(MILLBROOK, score=0.7))
    assert not is_one(sure, likely)
    (link,) = links_of("same", "unsure", sure, likely)
    assert {link.left, link.right} == {sure.id, likely.id}
    assert link.score == pytest.approx(0.7)


def test_doubts_about_one_place_are_few() -> None:
    likely = [
        place(str(n), "Millbrook", replace(MILLBROOK, score=0.6)) for n in range(30)
    ]
    assert len(links_of("same", "unsure", *likely)) == 3


def test_an_unknown_name_is_one_place_in_articles_on_one_country() -> None:
    one, other = place("a", "Velmar Gate"), place("b", "Velmar Gate")
    here = country("a", "Vorrin", "XA"), country("b", "Vorrin", "XA")
    assert is_one(one, other, *here)
    assert not is_one(one, other, here[0], country("b", "Ghaldan", "XB"))


def test_an_unknown_name_joins_the_only_country_that_is_told_of_it() -> None:
    told, untold = place("a", "Velmar Gate"), place("b", "Velmar Gate")
    third = place("c", "Velmar Gate")
    vorrin, ghaldan = country("a", "Vorrin", "XA"), country("c", "Ghaldan", "XB")
    assert is_one(told, untold, vorrin)
    assert not is_one(told, untold, vorrin, third, ghaldan)


def test_unknown_places_in_two_regions_are_two() -> None:
    one, other = place("a", "Velmar Gate"), place("b", "Velmar Gate")
    near = place("a", "Millbrook", MILLBROOK, at=40)
    far = place("b", "Dunmar", replace(MILLBROOK, id=7, region="XA.2"), at=40)
    assert is_one(one, other, near, place("b", "Millbrook", MILLBROOK, at=40))
    assert not is_one(one, other, near, far)


@pytest.mark.parametrize("name", ["Main Street", "Central Market", "Old Bridge"])
def test_what_every_town_has_is_one_in_articles_on_one_town_alone(name: str) -> None:
    here = country("a", "Vorrin", "XA"), country("b", "Vorrin", "XA")
    one, other = place("a", name), place("b", name)
    assert not is_one(one, other, *here)
    town = [place(article, "Millbrook", MILLBROOK, at=40) for article in "ab"]
    assert is_one(one, other, *here, *town)


@pytest.mark.parametrize(
    ("left", "right", "is_same"),
    [
        ("Velmar Gate", "Vilmar Gate", True),
        ("Marrowfield", "Marowfield", True),
        ("Upper Dorsk", "Lower Dorsk", False),
        ("North Dorsk", "South Dorsk", False),
        ("Dorsk", "Dorsk Province", False),
        ("Velmar Gate", "Velmar Bridge", False),
    ],
)
def test_spellings_join_inside_one_country_alone(
    left: str, right: str, *, is_same: bool
) -> None:
    one, other = place("a", left), place("b", right)
    vorrin, ghaldan = country("b", "Vorrin", "XA"), country("b", "Ghaldan", "XB")
    here = country("a", "Vorrin", "XA")
    assert is_one(one, other, here, vorrin) == is_same
    assert not is_one(one, other, here, ghaldan)
    assert not is_one(one, other)


def test_a_misspelt_name_joins_the_place_that_the_gazetteer_knows() -> None:
    known = place("a", "Marrowfield", replace(MILLBROOK, id=8, name="Marrowfield"))
    unknown, here = place("b", "Marowfield"), country("b", "Vorrin", "XA")
    assert is_one(known, unknown, here)


def test_two_known_places_are_never_joined_by_spelling() -> None:
    one = place("a", "Marrowfield", replace(MILLBROOK, id=8, name="Marrowfield"))
    other = place("b", "Marowfield", replace(MILLBROOK, id=9, name="Marowfield"))
    assert not is_one(one, other)


def test_a_town_does_not_lie_in_the_capital_that_stands_for_its_state() -> None:
    town, capital = place("a", "Millbrook", MILLBROOK), actor("b", "Vorrin City", "XA")
    assert links_of("part_of", "yes", town, capital) == []


def test_a_town_lies_in_the_smallest_area_on_record() -> None:
    town, region = place("a", "Millbrook", MILLBROOK), place("b", "Ostmark", OSTMARK)
    state = country("c", "Vorrin", "XA")
    parts = links_of("part_of", "yes", town, region, state)
    assert {(link.left, link.right) for link in parts} == {
        (town.id, region.id),
        (region.id, state.id),
    }
    (link,) = links_of("part_of", "yes", town, state)
    assert (link.left, link.right) == (town.id, state.id)


def test_what_a_person_says_it_is_part_of_comes_first() -> None:
    town, region = place("a", "Millbrook", MILLBROOK), place("b", "Ostmark", OSTMARK)
    other = place("c", "Velmar Gate")
    told = decision(town, other, "yes", "part_of")
    links = link_places([town, region, other], [told])
    assert judged(links, "part_of", "yes") == []


@pytest.mark.parametrize("later", ["Millbrook", "Milbruk"])
def test_what_a_person_joined_takes_in_later_names_of_both(later: str) -> None:
    one, other = place("a", "Millbrook", MILLBROOK), place("b", "Millbrook", ELSEWHERE)
    new = [place("c", later, MILLBROOK), place("d", later, ELSEWHERE)]
    told = [decision(one, other, "yes")]
    everyone = [one, other, *new]
    links = link_places(everyone, told)
    assert len(set(groups_decided([m.id for m in everyone], links, told).values())) == 1
    assert judged(links, "same", "no") == []


def test_what_a_person_parted_is_not_joined_by_the_gazetteer() -> None:
    one, other, new = (place(name, "Millbrook", MILLBROOK) for name in "abc")
    told = [decision(one, other, "no")]
    everyone = [one, other, new]
    links = link_places(everyone, told)
    found = groups_decided([m.id for m in everyone], links, told)
    assert found[one.id] != found[other.id]


def test_a_person_and_a_country_are_nothing_of_it() -> None:
    links = link_places([mention("a", "Millbrook"), country("b", "Vorrin", "XA")])
    assert links == []


def test_the_order_of_names_does_not_count() -> None:
    named = [
        place(f"{n}", text, known)
        for n, (text, known) in enumerate(
            [
                ("Millbrook", MILLBROOK),
                ("Millbrook", ELSEWHERE),
                ("Ostmark", OSTMARK),
                ("Milbrook", None),
                ("Velmar Gate", None),
                ("Vilmar Gate", None),
                ("Velmar Gate", None),
                ("Millbrook", replace(MILLBROOK, score=0.6)),
                ("Millbrook", replace(ELSEWHERE, score=0.3)),
            ]
            * 3
        )
    ]
    named += [country(f"{n}", "Vorrin", "XA") for n in range(3, 24, 2)]
    links = link_places(named)
    for seed in range(5):
        shuffled = list(named)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
        assert link_places(shuffled) == links


def test_a_doubt_makes_no_two_places_of_one_when_findings_are_compared() -> None:
    sure = place("a", "Millbrook", MILLBROOK)
    likely = place("b", "Millbrook", replace(MILLBROOK, score=0.6))
    other = place("c", "Millbrook", ELSEWHERE)
    everyone = [sure, likely, other]
    own = {str(m.id): str(m.id) for m in everyone}
    senses = senses_of(everyone, own, ())
    assert senses[sure.id] == senses[likely.id] != senses[other.id]
    decided = senses_of(everyone, own, {likely.id, sure.id})
    assert decided[sure.id] != decided[likely.id]


def test_many_unknown_names_stay_quick() -> None:
    made = random.Random(3)  # noqa: S311 - no secret
    names = [
        "".join(made.choice("bdfgklmnprst") + made.choice("aeiou") for _ in range(4))
        for _ in range(600)
    ]
    named = [place(str(n), name.capitalize()) for n, name in enumerate(names)]
    named += [country(str(n), "Vorrin", "XA") for n in range(600)]
    assert len(link_places(named)) < 3000
