"""Persons across scripts, and names that nobody should be joined by."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from onrecord.resolve.entities import link_names
from tests.resolve.naming import ACTORS, groups, joined, judged, mention

if TYPE_CHECKING:
    from onrecord.model import EntityType, Mention

LATIN = "Jamil Torrani"
FORMS = ("جميل توراني", "Джамиль Торрани", "贾米尔·托拉尼")


def minister(article: str, name: str) -> Mention:
    return mention(article, name, role="Kenyan foreign minister", country="KE")


@pytest.mark.parametrize("form", FORMS)
def test_one_person_is_one_in_two_scripts(form: str) -> None:
    assert joined(minister("a", LATIN), minister("b", form))


def test_one_person_is_one_in_all_scripts_at_once() -> None:
    names = [minister(str(at), name) for at, name in enumerate((LATIN, *FORMS))]
    assert len(set(groups(names, link_names(names, ACTORS)).values())) == 1


@pytest.mark.parametrize("form", ["سليم توراني", "Салим Торрани", "萨利姆·托拉尼"])
def test_a_brother_is_another_in_every_script(form: str) -> None:
    assert not joined(minister("a", LATIN), minister("b", form))


def test_namesakes_of_two_scripts_are_two_by_what_is_told_of_them() -> None:
    one = mention("a", LATIN, role="Kenyan foreign minister", country="KE")
    other = mention("b", FORMS[1], role="striker", country="PL")
    links = link_names([one, other], ACTORS)
    assert not judged(links, "same", "yes")


def test_chinese_namesakes_by_sound_are_not_joined() -> None:
    one = mention("a", "宋佳宜", role="judge", country="CN")
    other = mention("b", "宋嘉怡", role="judge", country="CN")
    assert not joined(one, other)
    assert joined(one, mention("b", "宋佳宜", role="judge", country="CN"))


def test_a_chinese_surname_alone_is_no_full_name() -> None:
    names = [
        mention("a", "谭若琳", role="lawmaker", country="CN"),
        mention("b", "谭", role="lawmaker", country="CN"),
    ]
    assert not joined(names[0], names[1])


@pytest.mark.parametrize(
    "odd",
    [
        "J\u0430mil Torrani",  # a Cyrillic letter in a Latin word
        "Jamil \u0422orrani",
        "Jamil Торрани",  # a word of each script
        "Jamil توراني",
        "\u0391na \u0420etrell",
        "Jamil 😀 Torrani",
        "😀😀😀",
        "\u202eJamil Torrani",  # written backwards on the screen
        "Jamil\u0000Torrani",
        "Torrani" * 1500,
        "Jamil " * 2000,
        "ق" * 10_000,
        "谭" * 10_000,
        "J\u0301" * 5000,
    ],
)
def test_an_odd_name_joins_nobody_and_costs_no_time(odd: str) -> None:
    start = time.monotonic()
    assert not joined(minister("a", LATIN), minister("b", odd), minister("c", odd))
    assert time.monotonic() - start < 2


def test_a_name_of_look_alike_letters_throughout_is_another_name() -> None:
    latin, cyrillic = "Cepera Pocoxa", "Сереа Росоха"  # noqa: RUF001 - it looks like the other
    assert not joined(minister("a", latin), minister("b", cyrillic))


@pytest.mark.parametrize("kind", ["organisation", "armed_group", "government", "party"])
def test_a_body_of_look_alike_letters_is_not_the_body(kind: EntityType) -> None:
    one = mention("a", "Vorrin Harbour Trust", kind=kind)
    other = mention("b", "Vorrin H\u0430rbour Trust", kind=kind)
    assert not joined(one, other)


def crowd() -> list[Mention]:
    """10,000 heads of 5,000 names, each with a later mention by surname."""
    random = Random(7)  # noqa: S311 - only names
    pieces = ("ka", "no", "ri", "mel", "du", "sha", "vor", "tin", "ba", "lun", "dra")
    given = ["".join(random.choices(pieces, k=2)).title() for _ in range(300)]
    family = ["".join(random.choices(pieces, k=3)).title() for _ in range(1500)]
    names: dict[str, None] = {}
    while len(names) < 5000:
        names[f"{random.choice(given)} {random.choice(family)}"] = None
    found = []
    for number in range(10_000):
        name = list(names)[number] if number < 5000 else random.choice(family)
        article, at = f"article {number // 5}", 100 * (number % 5)
        role = random.choice(["Kenyan mayor", "spokesman", None, "minister"])
        head = mention(article, name, at=at, role=role)
        found += [head, mention(article, name.split()[-1], at=at + 50, head=head)]
    return found


def test_twenty_thousand_mentions_of_five_thousand_names_take_seconds() -> None:
    mentions = crowd()
    start = time.process_time()
    link_names(mentions, ACTORS)
    assert time.process_time() - start < 60  # ten where nothing else runs
