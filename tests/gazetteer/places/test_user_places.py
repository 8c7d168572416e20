"""A user's own places."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import ConfigError, InputError
from onrecord.gazetteer.places import open_gazetteer
from onrecord.gazetteer.places.user_places import read_places

HEAD = "name\talternates\tcountry\tregion\tkind\tlat\tlon\n"
SAMPLE = Path(__file__).parents[3] / "src" / "onrecord" / "sample" / "places.tsv"


def test_a_users_place_wins_over_the_world(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[place]]\nname = "Paris"\naliases = ["Camp Vorrin"]\nkind = "camp"\n'
        'country = "so"\nlat = 1.5\nlon = 44\n',
        encoding="utf-8",
    )
    gazetteer = open_gazetteer(tmp_path / "cache", file)
    for name in ("Paris", "camp vorrin"):
        (found,) = gazetteer.lookup(name)
        assert (found.place.country, found.place.feature) == ("SO", "district")
        assert found.place.geonameid is None
    assert gazetteer.lookup("Berlin")


def test_the_samples_places_are_read(tmp_path: Path) -> None:
    gazetteer = open_gazetteer(tmp_path, SAMPLE)
    town, region = gazetteer.lookup("Tolvesh"), gazetteer.lookup("Quarrin Province")
    assert town[0].place.precision == "town"
    assert region[0].place.precision == "region"
    assert town[0].place.region == "XV.quarrin"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Vorrin\t\tXV\t\tmoon\t1\t2\n", "line 2 .Vorrin.: kind 'moon' is none of"),
        ("Vorrin\t\tXV\t\ttown\t91\t2\n", "lat '91' is no degree"),
        ("Vorrin\t\tXV\t\ttown\tnan\t2\n", "lat 'nan' is no degree"),
        ("Vorrin\t\tXV\t\ttown\tnorth\t2\n", "lat 'north' is no degree"),
        ("\t\tXV\t\ttown\t1\t2\n", "'name' is missing"),
        ("Vorrin\tXV\n", "2 columns where the first line has 7"),
    ],
)
def test_a_wrong_line_is_named(row: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(HEAD + row, encoding="utf-8")
    with pytest.raises(ConfigError, match=message) as caught:
        read_places(file)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[town]]\n", "only ..place.. tables"),
        ("place = 3\n", "only ..place.. tables"),
        ("place = [3]\n", "place 1: not a table"),
        ("x = ", "not TOML"),
        ('[[place]]\nname = "Vorrin"\ncolour = "red"\n', "unknown field 'colour'"),
    ],
)
def test_wrong_toml_is_said(content: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_places(file)


def test_a_file_that_is_not_there_or_no_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"mine\.tsv"):
        read_places(tmp_path / "mine.tsv")
    (tmp_path / "mine.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8"):
        read_places(tmp_path / "mine.tsv")
