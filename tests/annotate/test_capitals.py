"""Text all in capitals is read as running text would write it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.capitals import CapitalNames, is_shouted
from onrecord.gazetteer import load_actors, load_countries


@cache
def names() -> CapitalNames:
    """The names of the tables that ship, loaded once."""
    actors = load_actors()
    return CapitalNames(actors, load_countries(actors))


@pytest.mark.parametrize(
    ("shouted", "running"),
    [
        ("A BOMB EXPLODED IN VORRIN.", "A bomb exploded in Vorrin."),
        ("THE TRAFFICKERS FLED. THEY RAN.", "The traffickers fled. They ran."),
        ("PERU AND THE UNITED STATES MET", "Peru and the United States met"),
        ("DR. O'LEARY OF THE UN SPOKE", "Dr. O'Leary of the UN spoke"),
        ("MAYOR ANA DE LA VELTA SPOKE", "Mayor Ana de la Velta spoke"),
        ("ON 4 MAY THE MARCH ENDED", "On 4 May the march ended"),
        ("THE FRONT [QXLN] CLAIMED THE ATTACK", "The front [QXLN] claimed the attack"),
        ("GEN. J. BALTER RE-ENTERED VORRIN", "Gen. J. Balter re-entered Vorrin"),
        ("JUAN PARK SAID THE PARK IS SAFE", "Juan Park said the park is safe"),
        ("THE NARCOTRAFFICKER DIDN'T STOP", "The narcotrafficker didn't stop"),
    ],
)
def test_names_keep_capitals_and_words_lose_them(shouted: str, running: str) -> None:
    assert names().quieted(shouted) == running


def test_a_text_with_small_letters_is_not_shouted() -> None:
    assert not is_shouted("UN and NATO warn of famine in Vorrin")
    assert not is_shouted("NATO, WHO")
    assert is_shouted("BLAST KILLS 12 IN VORRIN MARKET")


@given(st.text(alphabet=st.sampled_from("AÉẞǅİA NDTHE.,-'\n1[]()"), max_size=60))
def test_no_character_moves(words: str) -> None:
    quiet = names().quieted(words)
    assert len(quiet) == len(words)
    assert quiet.casefold() == words.casefold()
