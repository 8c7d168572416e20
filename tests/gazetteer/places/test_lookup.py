"""Places by name."""

from __future__ import annotations

import time
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.gazetteer.places import Gazetteer, open_gazetteer
from onrecord.gazetteer.places.keys import bare_keys, place_key
from onrecord.gazetteer.places.unpack import PACKED
from tests.gazetteer.places.shelf import shelf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return open_gazetteer(tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Vorrin", 1),
        ("Воррин", 1),
        ("Republic of Vorrin", 1),
        ("Ostmark", 3),
        ("the province of Ostmark", 3),
        ("أوستمارك", 3),
        ("Ostmark-Province", 3),
        ("St. Ardan", 4),
        ("City of Saint Ardan", 4),
        ("northern Pellgate", 6),
        ("Pellgate General Hospital", 6),
    ],
)
def test_a_name_is_found_in_any_script_and_with_words_around_it(
    name: str, number: int, tmp_path: Path
) -> None:
    assert [one.place.id for one in shelf(tmp_path).lookup(name)] == [number]


def test_the_main_name_comes_before_a_larger_place_of_that_other_name(
    tmp_path: Path,
) -> None:
    found = shelf(tmp_path).lookup("Millbrook")
    assert [one.place.id for one in found] == [90, 5]
    (other,) = shelf(tmp_path).lookup("Ardan")
    assert not other.is_primary


@pytest.mark.parametrize(
    "name", ["", " ", "-", "Nowhere", "x" * 10_000, "🌍", "a'b\"%_"]
)
def test_what_no_place_is_called_finds_nothing(name: str, tmp_path: Path) -> None:
    assert shelf(tmp_path).lookup(name) == ()


@given(st.text(max_size=200))
def test_any_text_has_a_key_and_shorter_ones(name: str) -> None:
    key = place_key(name)
    assert key not in list(bare_keys(key))


def test_what_is_no_gazetteer_is_said(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    with pytest.raises(InputError, match="no gazetteer"):
        Gazetteer(file)
    file.write_text("harbour")
    with pytest.raises(InputError, match="notes"):
        Gazetteer(file)


def test_a_name_looked_up_before_is_quick(world: Gazetteer) -> None:
    world.lookup("Kabul")
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(1000):
            world.lookup("Kabul")
        spent.append((time.perf_counter() - start) / 1000)
    assert min(spent) < 50e-6


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Islamabad", "Islamabad"),
        ("北京", "Beijing"),
        ("کابل", "Kabul"),
        ("Afghan", "Afghanistan"),
        ("Hunan", "Hunan"),
        ("Burma", "Myanmar"),
        ("Gaza Strip", "Gaza Strip"),
        ("Donbass", "Donbas"),
        ("Sahel", "Sahel"),
        ("Black Sea", "Black Sea"),
        ("Fla.", "Florida"),
    ],
)
def test_the_world_knows(name: str, first: str, world: Gazetteer) -> None:
    found = {place_key(one.place.name) for one in world.lookup(name)[:2]}
    assert any(key.startswith(place_key(first)) for key in found)


def test_the_shipped_file_is_packed_under_twenty_megabytes() -> None:
    packed = (resources.files("onrecord") / "data" / PACKED).read_bytes()
    assert len(packed) < 20_000_000
