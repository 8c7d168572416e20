"""State bodies by kind, and the offices that lead them."""

from __future__ import annotations

import pytest

from onrecord.gazetteer import Body, body_of_office, find_body, is_plain_body


@pytest.mark.parametrize(
    "name",
    [
        "Interior Ministry",
        "Ministry of Interior",
        "the Ministry of the Interior",
        "Ministry of Internal Affairs",
        "Interior Minister's office",
        "Office of the Interior Minister",
        "Ministry of Home Affairs",
        "Interior Department",
    ],
)
def test_one_ministry_has_one_key_under_all_its_names(name: str) -> None:
    assert find_body(name) == Body("ministry of interior")


def test_a_name_with_its_country_in_it_tells_the_country() -> None:
    assert find_body("Pentagon") == Body("ministry of defence", "US")
    assert find_body("Home Office") == Body("ministry of interior", "GB")


def test_a_ministry_that_no_table_lists_is_open() -> None:
    body = find_body("Ministry of Lighthouses")
    assert body is not None
    assert body.is_open
    assert not is_plain_body("Ministry of Lighthouses")


@pytest.mark.parametrize(
    "words", ["Shoe Department", "ministry", "Prime Ministry Street", "harbour", ""]
)
def test_other_words_are_no_body(words: str) -> None:
    assert find_body(words) is None


@pytest.mark.parametrize(
    ("name", "key", "country"),
    [
        ("the Sejm", "parliament", "PL"),
        ("Dail Eireann", "parliament", "IE"),
        ("Malacañang Palace", "presidency", "PH"),
        ("Palazzo Chigi", "office of the prime minister", "IT"),
        ("Bank of Japan", "central bank", "JP"),
    ],
)
def test_a_seat_or_a_name_at_home_tells_body_and_country(
    name: str, key: str, country: str
) -> None:
    body = find_body(name)
    assert body is not None
    assert (body.key, body.country) == (key, country)


@pytest.mark.parametrize(
    ("role", "key"),
    [
        ("foreign minister", "ministry of foreign affairs"),
        ("FM", "ministry of foreign affairs"),
        ("acting minister of the interior", "ministry of interior"),
        ("president", "presidency"),
        ("police chief", "police"),
    ],
)
def test_an_office_tells_its_body(role: str, key: str) -> None:
    body = body_of_office(role)
    assert body is not None
    assert body.key == key


def test_an_office_of_no_state_tells_no_body() -> None:
    assert body_of_office("secretary general") is None
    assert body_of_office("gardener") is None
