"""Names of places looked up as the product does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.name_places import looked_up
from onrecord.gazetteer import place_likeness
from tests.gazetteer.places.shelf import shelf

if TYPE_CHECKING:
    from pathlib import Path


def test_one_place_of_both_names_settles_it(tmp_path: Path) -> None:
    assert looked_up("Ostmark", "أوستمارك", shelf(tmp_path)) == pytest.approx(1)


def test_names_of_different_places_alone_are_lower_than_spelling(
    tmp_path: Path,
) -> None:
    both = "Saint Ardan", "Ardan"
    assert looked_up(*both, shelf(tmp_path)) < place_likeness(*both)


def test_spelling_decides_where_one_name_is_unknown(tmp_path: Path) -> None:
    both = "Pellgate", "Velmar Gate"
    assert looked_up(*both, shelf(tmp_path)) == place_likeness(*both)
