"""Captures of one address: their order, their revisions, their sightings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import InputError
from onrecord.model import Correction, Span, Zoned, correction_id
from onrecord.record import Record, open_record, verify
from onrecord.record.views import Cut, captures_of
from tests.record.made import NOW, RUN, News, findings_of

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Findings

URL = "https://courier.example/ferry"
DAY = datetime(2031, 3, 1, tzinfo=UTC)
ONCE = News(where=URL, body=("The ferry runs again.",), captured_at=DAY)


def _dressed(news: News, furniture: str, *, days: int = 0) -> Findings:
    """The page with a line of furniture below its article, captured so much later."""
    later = news.captured_at and news.captured_at + timedelta(days=days)
    found = findings_of(replace(news, body=(*news.body, furniture), captured_at=later))
    article = found.articles[0]
    *told, last = article.zones
    bare = replace(article, zones=(*told, Zoned(last.span, "most-read")))
    return replace(found, articles=(bare,))


def _added(record: Record, *pages: Findings) -> None:
    for page in pages:
        record.add(page, RUN, added_at=NOW)


def test_other_furniture_is_another_capture_of_the_same_revision(
    record: Record,
) -> None:
    _added(record, *(_dressed(ONCE, f"Most read: {n}", days=n) for n in range(3)))
    rows = captures_of(record, URL)
    assert len({row.capture_id for row in rows}) == 3
    assert [row.revision for row in rows] == [1, 1, 1]


def test_another_place_of_the_title_is_no_other_revision(record: Record) -> None:
    plain, again = (_dressed(ONCE, f"Ferry lines {n}", days=n) for n in range(2))
    article = again.articles[0]
    titles = (*article.titles, article.zones[-1].span)
    _added(record, plain, replace(again, articles=(replace(article, titles=titles),)))
    assert [row.revision for row in captures_of(record, URL)] == [1, 1]


def test_white_space_alone_makes_no_revision(record: Record) -> None:
    _added(
        record,
        findings_of(ONCE),
        findings_of(replace(ONCE, body=("The  ferry\u00a0runs again. ",))),
    )
    assert [row.revision for row in captures_of(record, URL)] == [1, 1]


@pytest.mark.parametrize(
    "later",
    [
        replace(ONCE, body=("The ferry runs no more.",)),
        replace(ONCE, title="Ferry lines close in Port Anselm"),
    ],
)
def test_other_words_of_the_article_are_another_revision(
    record: Record, later: News
) -> None:
    changed = replace(later, captured_at=DAY + timedelta(hours=1))
    _added(record, findings_of(changed), findings_of(ONCE))
    rows = captures_of(record, URL)
    assert [row.revision for row in rows] == [1, 2]
    assert [row.captured_at for row in rows] == [DAY, changed.captured_at]


def test_a_text_that_comes_back_has_its_former_number(record: Record) -> None:
    other = replace(ONCE, body=("No ferry runs.",), captured_at=DAY + timedelta(1))
    _added(record, _dressed(ONCE, "Weather"), findings_of(other))
    _added(record, _dressed(ONCE, "Sports", days=2))
    assert [row.revision for row in captures_of(record, URL)] == [1, 2, 1]


def test_the_same_bytes_again_are_a_sighting_and_nothing_else(record: Record) -> None:
    found = findings_of(ONCE)
    _added(record, found)
    before = captures_of(record, URL)
    again = replace(found.reading.capture, captured_at=DAY + timedelta(days=9))
    record.add_sighting(again, NOW + timedelta(days=1))
    (row,) = captures_of(record, URL)
    assert [(item.at, item.captured_at) for item in row.sightings] == [
        (NOW + timedelta(days=1), DAY + timedelta(days=9))
    ]
    assert (replace(row, sightings=()),) == before
    assert row.added_at == NOW


def test_captures_are_found_by_place_page_article_and_capture(record: Record) -> None:
    later = replace(
        ONCE, where=f"{URL}?utm_source=feed", captured_at=DAY + timedelta(days=1)
    )
    page = findings_of(later)
    _added(record, _dressed(ONCE, "Weather"), page)
    _added(record, findings_of(replace(ONCE, where="elsewhere")))
    rows = captures_of(record, URL)
    assert [row.where for row in rows] == [URL, later.where]
    capture, text = page.reading.capture.id, page.reading.page.id
    places = (later.where, "HTTPS://COURIER.EXAMPLE/ferry", f"{URL}#end")
    for name in (capture, text, page.articles[0].id[:12], *places):
        assert captures_of(record, name) == rows, name


def test_a_place_that_gave_no_page_is_an_error(record: Record) -> None:
    with pytest.raises(InputError, match="no page on record is from there"):
        captures_of(record, "https://nowhere.example/")


def test_a_page_without_an_article_of_its_own_is_compared_whole(
    record: Record,
) -> None:
    front = replace(ONCE, type="teaser")
    _added(record, findings_of(front), findings_of(replace(front, body=("More.",))))
    rows = captures_of(record, URL)
    assert [row.article_id for row in rows] == [None, None]
    assert [row.revision for row in rows] == [1, 2]


def test_a_page_read_better_takes_the_place_of_the_former_one(record: Record) -> None:
    found = findings_of(ONCE)
    better = findings_of(replace(ONCE, title="Ferry lines reopen"))
    page = replace(better.reading.page, capture_id=found.reading.capture.id)
    reread = replace(better, reading=replace(found.reading, page=page))
    record.add(found, RUN, added_at=NOW)
    record.add(reread, RUN, added_at=NOW + timedelta(days=1))
    assert [row.page_id for row in captures_of(record, URL)] == [page.id]


def test_a_cut_shows_what_was_captured_by_then(record: Record) -> None:
    _added(record, *(_dressed(ONCE, f"Most read: {n}", days=n) for n in range(3)))
    _added(record, findings_of(replace(ONCE, captured_at=None)))
    rows = captures_of(record, URL, cut=Cut(as_of=DAY + timedelta(days=1)))
    assert rows == captures_of(record, URL)[:2]


def test_the_order_of_adding_does_not_matter_to_revisions(tmp_path: Path) -> None:
    other = replace(ONCE, body=("No ferry runs.",))
    pages = [
        _dressed(ONCE, "Weather"),
        _dressed(other, "Weather", days=1),
        _dressed(other, "Sports", days=2),
        findings_of(replace(ONCE, body=("Nobody says when.",), captured_at=None)),
    ]
    seen = set()
    for number, order in enumerate(permutations(pages)):
        with open_record(tmp_path / f"{number}.db") as record:
            _added(record, *order)
            seen.add(captures_of(record, URL))
    (rows,) = seen
    assert [row.revision for row in rows] == [1, 2, 2, 3]


def test_corrections_are_stored_read_and_verified(record: Record) -> None:
    found = findings_of(replace(ONCE, body=("An earlier version said 31, not 36.",)))
    page, article = found.reading.page, found.articles[0]
    start = page.text.index("An earlier")
    note, said = Span(start, start + 35), Span(start + 24, start + 26)
    noted = Correction(
        correction_id(page.id, note),
        article.id,
        page.id,
        "correction",
        (note,),
        said=(said,),
        targets=(article.id,),
    )
    record.add(replace(found, corrections=(noted,)), RUN, added_at=NOW)
    assert list(record.corrections()) == [noted]
    assert [item.value for item in record.rows(Correction)] == [noted]
    assert verify(record) == []
