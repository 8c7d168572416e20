"""Countries by every word that means them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.gazetteer import load_actors, load_countries

if TYPE_CHECKING:
    from pathlib import Path

COUNTRIES = load_countries(load_actors())


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("Afghanistan", ("AF", "name")),
        ("Afghan", ("AF", "adjective")),
        ("Afghans", ("AF", "people")),
        ("Moscow", ("RU", "capital")),
        ("the Netherlands", ("NL", "name")),
        ("Cote d'Ivoire", ("CI", "name")),
        ("U.S.", ("US", "name")),
        ("Danes", ("DK", "people")),
        ("Афганистан", ("AF", "name")),
        ("us", None),
        ("Island", None),
        ("Chinese tea", None),
    ],
)
def test_a_word_tells_its_country_and_what_it_is(
    word: str, read: tuple[str, str] | None
) -> None:
    assert COUNTRIES.read(word) == read
    assert COUNTRIES.code_of(word) == (None if read is None else read[0])


def test_countries_have_a_name_and_a_point() -> None:
    assert COUNTRIES.name("KE") == "Kenya"
    lat, lon = COUNTRIES.place("KE") or (99.0, 0.0)
    assert -5 < lat < 5
    assert 33 < lon < 42
    assert COUNTRIES.place("QQ") is None
    assert COUNTRIES.name("QQ") is None


def test_a_users_country_counts_and_comes_first(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[actor]]\nid = "xa"\nname = "Ostrava Isle"\ntype = "country"\n'
        'country = "xa"\ndemonyms = ["Ostravan", "Ostravans"]\ncapital = "Victoria"\n'
        "lat = 1.5\nlon = 2\n",
        encoding="utf-8",
    )
    countries = load_countries(load_actors(file))
    assert countries.read("Ostravan") == ("XA", "adjective")
    assert countries.read("Ostravans") == ("XA", "people")
    assert countries.read("Victoria") == ("XA", "capital")
    assert countries.place("XA") == (1.5, 2.0)
