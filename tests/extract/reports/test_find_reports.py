"""What short articles about invented events tell of incidents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.reports.reading import reports_of, told

ARTICLES = {
    "A bomb exploded at a market in Oldport on Friday, killing at least nine people.":
        ["bombing | Oldport | 2024-05-17 | killed 9.."],
    "Gunmen opened fire on a bus near Oldport on Thursday, wounding four passengers.":
        ["shooting | Oldport | 2024-05-16 | injured 4..4"],
    "A ferry capsized off Oldport on Friday, leaving 14 dead and 30 missing.":
        ["shipwreck | Oldport | 2024-05-17 | killed 14..14, missing 30..30"],
    "Heavy floods drove more than 500 people from their homes in Oldport on Monday.":
        ["flood | Oldport | 2024-05-13 | displaced 501.."],
    "Police in Oldport arrested 14 students on Wednesday.":
        ["arrest | Oldport | 2024-05-15 | arrested 14..14"],
    "Rebels kidnapped three nurses in Oldport last week.":
        ["abduction | Oldport | 2024-05-06..2024-05-12 | abducted 3..3"],
    "An air strike on a village near Oldport killed seven farmers, residents said.":
        ["air strike | Oldport | - | killed 7..7"],
    # the past within the present
    "A 2017 bombing that killed 150 people in Oldport is still discussed there.":
        ["bombing | Oldport | 2017-01-01..2017-12-31 | killed 150..150"],
    "Eleven people died in 2011 when a fire broke out at a mill in Oldport.":
        ["fire | Oldport | 2011-01-01..2011-12-31 | killed 11..11"],
    # foiled
    "Police in Oldport foiled a plot to bomb the railway station, arresting two men.":
        ["bombing (foiled) | Oldport | - | arrested 2..2"],
}  # fmt: skip
NOTHING = [
    "The group is known for bombing mosques and schools.",
    "Officials warned that rebels could bomb the market in Oldport.",
    "Rebels threatened to attack Oldport on Monday.",
    "If a bomb exploded in Oldport on Friday, nobody would hear it.",
    "The anniversary of the bombing in Oldport was marked on Friday.",
    "The army did not shell Oldport on Friday.",
    "A flood of letters reached the ministry in Oldport on Friday.",
    "Some 2,000 people voted in Oldport on Friday.",
    "Attacks on farmers frighten the valley.",
    "The film shows a bombing in Oldport in 1944.",
    "He died in Oldport on Friday at the age of 90.",
]


@pytest.mark.parametrize(("body", "expected"), ARTICLES.items())
def test_a_sentence_tells_this_incident(body: str, expected: list[str]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize("body", NOTHING)
def test_talk_habits_and_figures_of_speech_are_no_incidents(body: str) -> None:
    assert told(body) == []


def test_headline_lead_and_later_sentences_tell_one_incident() -> None:
    body = (
        "A bomb exploded at a market in Oldport on Friday, killing 12 people.\n"
        "The blast shook the whole town. Police said the attack also injured 30."
    )
    assert told(body, headline="Bomb kills 12 at Oldport market") == [
        "bombing | Oldport | 2024-05-17 | injured 30..30, killed 12..12"
    ]


def test_an_earlier_event_stays_apart_from_the_main_one() -> None:
    body = (
        "A bomb exploded at a market in Oldport on Friday, killing 12 people.\n"
        "In March 2019, a bombing at a mosque in Newbridge killed 40 people."
    )
    reports, _ = reports_of(body)
    assert [report.is_main for report in reports] == [True, False]
    assert (
        told(body)[1] == "bombing | Newbridge | 2019-03-01..2019-03-31 | killed 40..40"
    )


def test_without_a_date_in_the_words_the_date_stays_open() -> None:
    reports, _ = reports_of("A bomb killed nine people at a market in Oldport.")
    assert [report.date for report in reports] == [None]


def test_an_undated_article_leaves_weekdays_open() -> None:
    body = "A bomb exploded in Oldport on Friday, killing nine people."
    assert told(body, day=None) == ["bombing | Oldport | - | killed 9..9"]


def test_the_day_of_a_statement_is_not_the_day_of_the_event() -> None:
    (report,), _ = reports_of("The army said on Friday a bomb killed nine in Oldport.")
    assert report.date is None


def test_a_country_beside_the_place_is_its_country() -> None:
    (report,), _ = reports_of("A bomb killed nine people in Oldport, Kenya, on Friday.")
    assert report.place is not None
    assert (report.place.text, report.place.country) == ("Oldport", "KE")


def test_who_did_it_is_kept_as_worded_and_a_bomb_is_nobody() -> None:
    shot, _ = reports_of("Masked gunmen shot dead a baker in Oldport on Friday.")
    bombed, _ = reports_of("A bomb killed a baker in Oldport on Friday.")
    assert [party.text for party in shot[0].actors] == ["Masked gunmen"]
    assert [party.text for party in shot[0].recipients] == ["a baker"]
    assert bombed[0].actors == ()


def test_soldiers_shot_at_a_checkpoint_are_an_armed_clash() -> None:
    (report,), _ = reports_of("Gunmen shot dead three soldiers in Oldport on Friday.")
    assert (report.event_type, report.sub_event_type) == ("Battles", "Armed clash")


def test_some_of_the_dead_are_a_part_and_never_a_toll() -> None:
    body = (
        "A bomb exploded in Oldport on Friday, killing 12 people.\n"
        "Three of the dead were children."
    )
    _, figures = reports_of(body)
    wholes = [figure.low for figure in figures if figure.part_of is None]
    assert wholes == [12]


def test_a_figure_names_who_gives_it() -> None:
    body = (
        "A bomb exploded in Oldport on Friday, killing 12 people, police said.\n"
        "The governor put the number of injured at 30."
    )
    _, figures = reports_of(body)
    sources = {figure.effect: figure.attributed_to for figure in figures}
    assert (sources["killed"] or "").casefold() == "police"
    assert sources["injured"] == "The governor"


def test_a_figure_beyond_belief_is_kept_and_marked() -> None:
    body = "A bomb exploded in Oldport on Friday, killing 40 million people."
    _, figures = reports_of(body)
    assert [(f.low, f.is_doubtful) for f in figures] == [(40_000_000, True)]


WORDS = (
    "bomb", "exploded", "killed", "12", "people", "in", "Oldport", "on", "Friday",
    "police", "said", "attack", "the", "a", ".", "2017", "last", "year", "arrested",
    "three", "men", "from", "Kenya", "no", "group", "claimed",
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_every_span_lies_in_the_page_and_ids_are_unique(words: list[str]) -> None:
    text = " ".join(words)
    reports, figures = reports_of(text)
    spans = [span for report in reports for span in report.spans]
    spans += [figure.span for figure in figures]
    assert all(span.of(text).strip() for span in spans)
    assert len({report.id for report in reports}) == len(reports)
    assert len({figure.id for figure in figures}) == len(figures)
    assert {f.part_of for f in figures} - {None} <= {f.id for f in figures}
    assert {f.adds_to for f in figures} - {None} <= {f.id for f in figures}


def test_an_article_of_a_day_is_no_reason_to_date_its_incident() -> None:
    assert told("A blast at a mill in Oldport killed four people, the owner said.") == [
        "explosion | Oldport | - | killed 4..4"
    ]
