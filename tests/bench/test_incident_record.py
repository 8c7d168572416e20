"""A page of the gold is read as its title, its lines and its day, and no more."""

from dataclasses import replace
from datetime import date

import pytest

from bench.incident_gold import (
    GoldIncident,
    IncidentPage,
    measured_text,
    read_incidents,
)
from bench.incident_record import answers_of, golds_of, html_of
from bench.recorded import hash_of
from onrecord.model import (
    ArticleId,
    DateRange,
    Figure,
    FigureId,
    Findings,
    PlaceName,
    Reading,
    Report,
    ReportId,
    Source,
    Span,
)
from onrecord.read import read_source

LINES = (
    "Menu", "Fire at Vorrin & Sons", "Nine died.", "Advert", "It broke out on Friday.",
)  # fmt: skip
TEXT = "\n".join(LINES)
FROZEN = {"own/1": TEXT}


def span_of(line: str) -> tuple[int, int]:
    start = TEXT.index(line)
    return start, start + len(line)


FIRE = GoldIncident(
    "i1", "Accident", "Fire", None, "happened", (span_of("Nine"), span_of("broke out"))
)
PAGE = IncidentPage(
    "own/1", hash_of(TEXT.encode()), "vorrin.example", "train", "a test", "2031-04-06",
    "2031-04-05", (span_of(LINES[2]), span_of(LINES[4])), (FIRE,), (),
    span_of(LINES[1]),
)  # fmt: skip
MEASURED = measured_text(PAGE, FROZEN)


def reading_of() -> Reading:
    return read_source(Source("0.html", html_of(PAGE, FROZEN).encode(), "file"))


READING = reading_of()


def told(reading: Reading, words: str, number: int = 1) -> Report:
    start = reading.page.text.index(words)
    return Report(
        ReportId(f"r{number}"), ArticleId("a"), reading.page.id, "Accident", "Fire",
        "fire", PlaceName("Vorrin", (), "Vorrin town", "QQ"),
        DateRange(date(2031, 4, 4), date(2031, 4, 4), "day"), "happened",
        (Span(start, start + len(words)),),
    )  # fmt: skip


def figure(number: int, low: int, start: int, report: str = "r1") -> Figure:
    return Figure(
        FigureId(f"f{number}"), ReportId(report), ArticleId("a"), READING.page.id,
        "killed", low, low, qualifier=None, about=False, counted=None, part_of=None,
        attributed_to=None, statement_id=None, span=Span(start, start + 1),
    )  # fmt: skip


def test_the_page_has_the_measured_words_and_no_others() -> None:
    assert READING.page.text.split() == MEASURED.split()
    assert "Menu" not in html_of(PAGE, FROZEN)


def test_an_undated_page_has_no_day() -> None:
    page = next(page for page in read_incidents(1) if page.published is None)
    texts = {page.page: "x" * (page.lines[-1][1] + 1)}
    assert "published_time" not in html_of(page, texts)
    assert 'content="2031-04-05"' in html_of(PAGE, FROZEN)


def test_words_of_the_gold_and_of_ours_stand_in_the_same_text() -> None:
    (gold,) = golds_of(PAGE)
    assert [MEASURED[slice(*span)] for span in gold.told] == ["Nine", "broke out"]
    (answer,) = answers_of(
        Findings(READING, (), reports=(told(READING, "broke out"),)), MEASURED
    )
    assert [MEASURED[slice(*span)] for span in answer.spans] == ["broke out"]


def test_a_text_of_other_words_has_no_places_in_common() -> None:
    findings = Findings(READING, (), reports=(told(READING, "Nine"),))
    (answer,) = answers_of(findings, "Other words")
    assert answer.spans == ()


def test_an_answer_has_every_name_of_the_place_and_both_days() -> None:
    findings = Findings(READING, (), reports=(told(READING, "Nine"),))
    (answer,) = answers_of(findings, MEASURED)
    assert answer.place_names == ("Vorrin", "Vorrin town")
    assert (answer.country, answer.start, answer.end) == (
        "QQ", "2031-04-04", "2031-04-04",
    )  # fmt: skip


def test_the_first_figure_for_all_of_it_is_the_answer() -> None:
    whole = figure(1, 9, 5)
    others = (
        replace(figure(2, 2, 1), part_of=whole.id),
        replace(figure(3, 7, 2), is_superseded=True),
        figure(4, 11, 8),
        figure(5, 1, 0, report="r2"),
    )
    findings = Findings(
        READING, (), reports=(told(READING, "Nine"),), figures=(*others, whole)
    )
    (answer,) = answers_of(findings, MEASURED)
    assert (answer.killed, answer.injured) == ((9, 9), None)


@pytest.mark.parametrize(
    "kind",
    [
        ("Dealing", "Meeting"),
        ("Strategic developments", "Agreement"),
        ("Strategic developments", "Other"),
    ],
)
def test_dealings_between_actors_are_no_incidents(kind: tuple[str, str]) -> None:
    event, sub_event = kind
    report = told(READING, "Nine")
    dealing = replace(report, event_type=event, sub_event_type=sub_event)
    found = Findings(READING, (), reports=(dealing, report))
    assert len(answers_of(found, MEASURED)) == 1
