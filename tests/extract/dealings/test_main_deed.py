"""The event of a sentence by PLOVER: what is done, promised, refused, asked for."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from onrecord.extract.dealings import dealing_kinds
from tests.extract.dealings.reading import event_of

EVENTS = {
    "Kelmara sent tents to Ruvenia.": "AID",
    "Kelmara said it would send tents to Ruvenia.": "AGREE",
    "Kelmara is ready to send tents to Ruvenia.": "AGREE",
    "Kelmara refused to send tents to Ruvenia.": "REJECT",
    "Kelmara said it would not send tents to Ruvenia.": "REJECT",
    "Ruvenia urged Kelmara to send tents.": "DEMAND",
    "Ruvenia said that Kelmara must send tents.": "DEMAND",
    "Kelmara imposed sanctions on Ruvenia.": "SANCTION",
    "Kelmara said it would impose sanctions on Ruvenia.": "THREATEN",
    "Kelmara threatened Ruvenia with war.": "THREATEN",
    "Kelmara lifted its sanctions on Ruvenia.": "CONCEDE",
    "The union called off its strike.": "CONCEDE",
    "The union began a strike in the mines.": "PROTEST/strike-org",
    "Dockers staged a rally in Oldport.": "PROTEST/demo-org",
    "Women in Oldport began a hunger strike.": "PROTEST/strike-hun",
    "Judges opened an inquiry into the fleet.": "INVESTIGATE",
    "Kelmara issued an ultimatum to Ruvenia.": "THREATEN",
    "Kelmara freed four sailors.": "RETREAT/release",
    "Kelmara pulled its troops out of the valley.": "RETREAT/withdraw",
    "Kelmara withdrew its ambassador from Ruvenia.": "SANCTION",
    "The two foreign ministers met in Oldport.": "CONSULT",
    "The cabinet approved the budget.": None,
    "Kelmara's navy blockaded the harbour.": "FIGHT",
    "The governor banned the party.": "COERCE/ban",
    "A bomb exploded near the court.": "ASSAULT/explosives",
    "Kelmara massed its troops near the river.": "MOBILIZE/troops",
    "The rain lasted for two days.": None,
}


@pytest.mark.parametrize("sentence", EVENTS)
def test_sentence_has_this_event(sentence: str) -> None:
    assert event_of(sentence) == EVENTS[sentence]


NO_EVENT = {"mishap", "nature", "harm"}  # of harm nobody says who did it


def test_every_kind_of_incident_but_mishaps_has_a_plover_event() -> None:
    rows = _rows("event_kinds.tsv")
    told = {row["detail"] for row in rows if row["family"] not in NO_EVENT}
    assert told <= dealing_kinds().keys()


def test_no_detail_has_two_rows_in_the_table_for_export() -> None:
    details = [row["detail"] for row in _rows("plover.tsv")]
    assert len(details) == len(set(details))


def test_every_class_that_a_row_names_exists() -> None:
    classes = {f"@{row['class']}" for row in _rows("dealing_words.tsv")}
    named = {
        word.removeprefix("^")
        for row in _rows("dealings.tsv")
        for word in f"{row['words']}|{row['with'] or ''}".split("|")
        if word.removeprefix("^").startswith("@")
    }
    marks = {"@object", "@person", "@PERSON", "@several"}
    assert named - marks <= classes


def _rows(name: str) -> list[dict[str, str]]:
    text = (resources.files("onrecord") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
