"""Names across scripts: their sounds, their words, and how alike they are."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.gazetteer import (
    JOINED_FROM,
    UNSURE_FROM,
    band_of,
    organisation_likeness,
    parts_of,
    person_likeness,
    person_parts,
    place_likeness,
    place_parts,
)
from onrecord.gazetteer.spelling.scripts import scripts_of, sounds_of

Likeness = Callable[[str, str], float]
LIKENESSES: list[Likeness] = [person_likeness, place_likeness, organisation_likeness]
TEXTS = st.text(max_size=40) | st.lists(
    st.sampled_from(
        ["Ana", "Petrell", "al", "bin", "Омар", "عبد", "الراوي", "王", "🦀"]
    ),
    max_size=6,
).map(" ".join)


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("Shchukin", "Sukin"),
        ("Щукин", "Sukin"),
        ("Джамшед", "jamSed"),
        ("قادر", "qAdr"),
        ("Çelik", "Celik"),
        ("王", "wang"),
        ("한", "han"),
        ("タナカ", "tanaka"),
    ],
)
def test_letters_of_every_script_have_sounds(word: str, sounds: str) -> None:
    assert sounds_of(word) == sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abd al-Rahman Torel", "Abdurrahman Torel"),
        ("Abdul Latif Torel", "Abdullatif Torel"),
        ("Salah ad-Din Torel", "Salahuddin Torel"),
        ("Habib Ullah Torel", "Habibullah Torel"),
        ("Abu Bakr Torel", "Abubakr Torel"),
        ("Sheikh Nadim al-Torel", "Nadim Torel"),
        ("Abdulla Torel", "Abdullahi Torel"),
        ("عبد الله", "عبدالله"),
        ("Abdulaziz Torel", "Abdul Aziz Torel"),
        ("Abou Abderahman Torel", "Abu Abd al-Rahman Torel"),
        ("Torajidine", "Toraj al-Din"),
        ("Bu Nasir Torel", "Abu Nasir Torel"),
    ],
)
def test_split_and_joined_compounds_are_the_same_words(one: str, other: str) -> None:
    assert parts_of(one).words == parts_of(other).words


def test_a_fathers_name_is_marked_and_kept() -> None:
    parts = parts_of("Hamid bin Omar al-Rawi")
    assert parts.words == ("hamid", "omar", "rawi")
    assert parts.fathers == (False, True, False)
    assert parts_of("Anton Borisovich Torelin").fathers == (False, True, False)


def test_a_title_that_is_a_given_name_too_stays_before_a_family_name() -> None:
    assert parts_of("Sultan Torel").words == ("sultan", "torel")
    assert parts_of("Sultan Nadim Torel").words == ("nadim", "torel")


def test_a_given_name_that_is_a_small_word_too_is_a_word_at_the_front() -> None:
    assert parts_of("Ben Torel").words == ("ben", "torel")
    assert parts_of("Ben Ali Torel").words == ("ali", "torel")


def test_initials_without_blanks_are_initials() -> None:
    assert person_parts("V.A. Torel").words == ("v", "a", "torel")


def test_roles_before_a_name_and_kinds_of_place_are_left_out() -> None:
    assert person_parts("Transport Minister Ada Lund").words == ("ada", "lund")
    assert place_parts("Torel City").words == place_parts("город Торел").words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hamid al-Rawi", "حميد الراوي"),
        ("Nadia Karimova", "Надия Каримова"),
        ("Abdul Rahman Safi", "عبدالرحمن صافی"),
        ("Li Na", "李娜"),
        ("Anton Petrov", "Petrov Anton"),
        ("Abdullah Jamil Torel", "Abdallah Jameel Torel"),
    ],
)
def test_spellings_of_one_person_are_at_least_unsure(one: str, other: str) -> None:
    assert person_likeness(one, other) >= UNSURE_FROM


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hamid Torel", "Salma Torel"),
        ("Nadia Karimova", "Олег Каримов"),
        ("Hamid al-Rawi", "سمير الحلبي"),
        ("Ana Petrell", "王芳"),
        ("Ana Petrell", "Boris Quint"),
    ],
)
def test_other_persons_are_not_joined(one: str, other: str) -> None:
    assert band_of(person_likeness(one, other)) == "apart"


def test_forms_of_one_given_name_are_unsure_and_never_joined_alone() -> None:
    told = person_likeness("Mykola Torelin", "Nicholas Torelin")
    assert UNSURE_FROM <= told < JOINED_FROM
    assert person_likeness("Mykola Torelin", "Pavlo Torelin") < UNSURE_FROM


def test_an_article_that_is_one_with_its_word_is_left_out() -> None:
    assert person_likeness("Nadim Alqorin", "Nadim Qorin") >= UNSURE_FROM
    assert person_likeness("Nadim Alqorin", "Nadim Qorin") > person_likeness(
        "Nadim Ulqorin", "Nadim Qorin"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Torel, Vorrin Province", "Torel"),
        ("Torel", "تورل، ورین"),
        ("Vorramallah", "فوررام الله"),
        ("Tokarel", "沃林省托卡雷尔"),
        ("Szczetorel", "Щеторель"),
        ("Khorana", "کھورانہ"),
    ],
)
def test_places_are_told_by_their_own_name(one: str, other: str) -> None:
    assert place_likeness(one, other) >= UNSURE_FROM


def test_a_short_place_that_is_spelled_apart_is_still_more_alike_than_another() -> None:
    assert 0 < place_likeness("Veimar", "وائمر") > place_likeness("Veimar", "تورل")


def test_nothing_in_common_is_no_likeness_at_all() -> None:
    assert person_likeness("Ana Petrell", "Boris Quint Zomm") == 0.0


def test_letters_that_only_look_alike_are_never_joined() -> None:
    assert scripts_of("P\u0430vel") == {"latin", "cyrillic"}
    assert person_likeness("P\u0430vel Torel", "Pavel Torel") < UNSURE_FROM
    assert person_likeness("Pavel Torel", "Pavel Torel") >= JOINED_FROM


@pytest.mark.parametrize("likeness", LIKENESSES)
def test_what_is_no_name_for_its_length_is_like_nothing(likeness: Likeness) -> None:
    long = "Torel " * 2000
    start = time.process_time()
    assert likeness(long, long) == likeness(long, "Torel") == 0.0
    assert time.process_time() - start < 1.0


def test_names_without_sounds_are_one_only_when_equal() -> None:
    assert person_likeness("🦀", "🦀") == 1.0
    assert person_likeness("🦀", "🐙") == person_likeness("", "") == 0.0


@settings(deadline=None, max_examples=150)
@given(one=TEXTS, other=TEXTS)
@example(one="", other=")")
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    for likeness in LIKENESSES:
        found = likeness(one, other)
        assert 0.0 <= found <= 1.0
        assert found == pytest.approx(likeness(other, one))
