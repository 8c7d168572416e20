"""Sides that pronouns, nouns and clauses without a verb of their own name."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from tests.extract.dealings.reading import dealings_of, told

TOLD = {
    # pronouns, as of those who speak
    "The opposition leader Ana Petrell is fighting extradition to Ruvenia, which "
    "accuses her of spying.": "Ruvenia > accused > Ana Petrell | - | -",
    "Foreign minister Ana Petrell came home on Monday. She accused Ruvenia of spying.":
        "Ana Petrell > accused > Ruvenia | - | -",
    "Foreign minister Ana Petrell came home on Monday. Kelmara praised her courage.":
        "Kelmara > praised > Ana Petrell | - | -",
    "Kelmara closed the port. It also accused Ruvenia of spying.":
        "Kelmara > accused > Ruvenia | - | -",
    # both sides behind "between"
    "Talks between Kelmara and Ruvenia began in Oldport on Monday.":
        "Kelmara, Ruvenia > met > - | 2024-05-13 | Oldport",
    "After talks between Kelmara and Ruvenia on Friday the ferry sailed.":
        "Kelmara, Ruvenia > met > - | 2024-05-17 | -",
    "The signing of a fishing deal between Kelmara and Ruvenia took place on Friday.":
        "Kelmara, Ruvenia > signed > - | 2024-05-17 | -",
    "A deal between Kelmara and Ruvenia was signed on Friday.":
        "Kelmara, Ruvenia > signed > - | 2024-05-17 | -",
    # a noun with its two sides
    "Kelmara's recognition of the Dawn Brigade angered the neighbours.":
        "Kelmara > recognised > Dawn Brigade | - | -",
    "Ruvenia repeated its accusation that Kelmara had sunk the ferry.":
        "Ruvenia > accused > Kelmara | - | -",
    # a passive without a clause, and what a subject draws
    "Sanctions imposed by Kelmara on Ruvenia in 2023 hurt both ports.":
        "Kelmara > sanctioned > Ruvenia | 2023-01-01..2023-12-31 | -",
    "Ruvenia drew praise from Kelmara.": "Kelmara > praised > Ruvenia | - | -",
    # a power called by its kind
    "The county threatened the Dawn Brigade with a fine.":
        "The county > threatened > Dawn Brigade | - | -",
}  # fmt: skip
NOTHING = [
    "Talks between Kelmara and Ruvenia will begin on Monday.",
    "No talks between Kelmara and Ruvenia were held.",
    "A new recognition of Ruvenia by Kelmara is possible.",
    "Kelmara's boycott of the games was lifted.",
    "Maravel's condemnation of the raid came late.",
    "A farmer came home on Monday. Kelmara praised his courage.",
    "The plan drew rebukes from Kelmara and praise from Ruvenia.",
]


@pytest.mark.parametrize("text", TOLD)
def test_both_sides_are_found_however_they_are_named(text: str) -> None:
    assert told(text) == [TOLD[text]]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_planned_or_has_one_side_is_no_dealing(text: str) -> None:
    assert told(text) == []


def test_a_deed_done_to_a_deed_is_told_once() -> None:
    text = "Ruvenia lifted its embargo on Kelmara on Friday."
    assert told(text) == ["Ruvenia > eased > Kelmara | 2024-05-17 | -"]


def test_the_words_of_a_deed_hold_what_is_promised() -> None:
    text = "Kelmara and Ruvenia decided to join the Maravel pact."
    spans = [span.of(text) for each in dealings_of(text) for span in each.spans]
    assert all(words.startswith("decided to join") for words in spans)


def test_each_noun_tells_one_kind() -> None:
    name = "dealing_nouns.tsv"
    text = (resources.files("onrecord") / "data" / name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    words = [word for row in rows for word in row["words"].split("|")]
    assert len(words) == len(set(words))
