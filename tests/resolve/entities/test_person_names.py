"""How persons' names are read before they are compared."""

from __future__ import annotations

import pytest

from onrecord.resolve.entities.person_name import (
    PersonName,
    is_common,
    likeness,
    read_name,
    share_surname,
)


def name(text: str) -> PersonName:
    found = read_name(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("text", "is_short"),
    [
        ("Ana Petrell", False),
        ("Petrell", True),
        ("Lund-Holm", True),
        ("Sheikh Torrani", True),
        ("al-Vorrini", True),
        ("جميل توراني", False),
        ("توراني", True),
        ("Врестин", True),
        ("谭若琳", False),  # a family name of one character, a given name of two
        ("谭若", False),
        ("谭", True),
        ("欧阳若", False),
        ("诺尔文", True),  # a foreign family name, as it sounds
        ("帕维尔·诺尔文", False),
        ("김보람", False),
        ("김", True),
    ],
)
def test_a_surname_alone_is_told_from_a_full_name(text: str, *, is_short: bool) -> None:
    assert name(text).is_short is is_short


@pytest.mark.parametrize(
    ("short", "full", "is_shared"),
    [
        ("Torrani", "Jamil Torrani", True),
        ("Torani", "Jamil Torrani", True),
        ("Jamil", "Jamil Torrani", False),
        ("Holm", "Ada Lund-Holm", True),
        ("Lund-Holm", "Ada Lund-Holm", True),
        ("Врестин", "Danilo Vrestin", True),
        ("Вердин", "Danilo Vrestin", False),
        ("توراني", "Jamil Torrani", True),
        ("佐藤", "佐藤翔太", True),
        ("翔太", "佐藤翔太", False),
        ("谭", "谭若琳", False),  # millions bear it
        ("Tan", "谭若琳", False),
        ("Ли", "Ana Lee", False),  # one consonant tells nothing
    ],
)
def test_a_surname_alone_is_borne_by_whom_it_sounds_like(
    short: str, full: str, *, is_shared: bool
) -> None:
    assert share_surname(name(short), name(full)) is is_shared
    assert share_surname(name(full), name(short)) is is_shared


def test_other_characters_that_sound_alike_are_a_doubtful_spelling() -> None:
    assert likeness(name("宋佳宜"), name("宋嘉怡")) < 0.6
    assert likeness(name("宋佳宜"), name("宋佳宜")) > 0.9


def test_another_consonant_in_arabic_letters_is_a_doubtful_spelling() -> None:
    assert likeness(name("ناصر بلطون"), name("ياسر بلطون")) < 0.6
    assert likeness(name("ناصر عمر بلطون"), name("ناصر بلطون")) > 0.6


@pytest.mark.parametrize("text", ["Ali Khan", "علي خان", "Али Хан"])
def test_a_common_name_is_common_in_every_script(text: str) -> None:
    assert is_common(name(text))


@pytest.mark.parametrize("text", ["Ali Vrestin", "علي مضبوط", "Али Врестин"])
def test_a_rare_word_makes_a_name_rare(text: str) -> None:
    assert not is_common(name(text))


def test_a_name_in_a_script_without_a_table_is_compared_as_it_stands() -> None:
    one, other = name("अना वोरिन"), name("अना वोरिन")
    assert likeness(one, other) == 1
    assert likeness(one, name("अना पेट्रेल")) == 0
    assert not one.is_short


@pytest.mark.parametrize(
    "text",
    ["", " ", "...", "😀", "Ana 😀 Petrell", "Ana \u0420etrell", "Ana 2", "A" * 121],
)
def test_what_is_no_name_is_not_compared(text: str) -> None:
    assert read_name(text) is None
