"""What reports tell besides figures, as the views show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from onrecord.model import Findings, Moment, ReportDoubt, Span, Struck, Weapon
from onrecord.record import Record, open_record, verify
from onrecord.record.views import MASK, list_incidents, masked
from tests.record.blast import START, killed, page
from tests.record.made import NOW, RUN, News, Said, Told, findings_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FAR = Span(9000, 9005)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def counted(found: Findings, words: str) -> Findings:
    """The findings, the date of their report counted from the article's day."""
    start = found.reading.page.text.index(words)
    spans = (Span(start, start + len(words)),)
    report = replace(found.reports[0], date_spans=spans, is_date_counted=True)
    return replace(found, reports=(report,))


def dated(days: int) -> News:
    """A page captured on the day of the blast that says it is of days later."""
    at: datetime = START + timedelta(days=days)
    news = page("Courier", 0, killed(12))
    return replace(news, published=Moment(f"{at:%Y-%m-%d}", "day"))


def test_a_date_counted_from_an_article_of_the_future_is_doubtful(
    record: Record,
) -> None:
    record.add(counted(findings_of(dated(40)), "blast"), RUN, added_at=NOW)
    (incident,) = list_incidents(record)
    assert incident.is_date_doubtful
    (doubt,) = incident.reports[0].doubts
    assert (doubt.about, doubt.why) == (
        "date",
        "dated from an article of no likely time",
    )
    assert doubt.words.text == "blast"


def test_a_date_that_the_words_tell_whole_is_not_doubted_for_its_article(
    record: Record,
) -> None:
    record.add(findings_of(dated(40)), RUN, added_at=NOW)
    (incident,) = list_incidents(record)
    assert not incident.is_date_doubtful
    assert incident.reports[0].doubts == ()


def test_a_date_counted_from_a_likely_day_is_not_doubtful(record: Record) -> None:
    record.add(counted(findings_of(dated(0)), "blast"), RUN, added_at=NOW)
    (incident,) = list_incidents(record)
    assert not incident.is_date_doubtful
    dated_by = incident.reports[0].dated
    assert dated_by is not None
    assert dated_by.text == "blast"


def test_private_people_are_withheld_from_those_struck(record: Record) -> None:
    body = (Said("Jon Wick", "it burned", private="a victim"), Told("Port Anselm", 3))
    found = findings_of(News(body=body))
    name = Struck("the trader Jon Wick", Span(0, 5), "traders")
    report = replace(found.reports[0], victims=(name,), targets=(name,))
    record.add(replace(found, reports=(report,)), RUN, added_at=NOW)
    (incident,) = masked(record, list_incidents(record))
    (shown,) = incident.reports
    assert [item.text for item in shown.victims] == [f"the trader {MASK}"]
    assert [item.text for item in shown.targets] == [f"the trader {MASK}"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"weapons": (Weapon("a bomb", FAR, "bomb"),)},
        {"targets": (Struck("a school", FAR, "schools"),)},
        {"victims": (Struck("a child", FAR, "children"),)},
        {"doubts": (ReportDoubt("date", "out of range", (FAR,)),)},
        {"date_spans": (FAR,)},
    ],
)
def test_words_that_lie_outside_the_page_are_found(
    record: Record, wrong: dict[str, object]
) -> None:
    found = findings_of(page("Courier", 0, killed(12)))
    report = replace(found.reports[0], **wrong)  # type: ignore[arg-type]  # one of them
    record.add(replace(found, reports=(report,)), RUN, added_at=NOW)
    assert [problem.what for problem in verify(record)] == [
        "9000-9005 lies outside the page"
    ]
