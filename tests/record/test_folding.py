"""One text captured again is one utterance: its earliest capture stands for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from onrecord.model import LinkKind, Moment, Span, Zoned, article_id, make_link
from onrecord.record import Record, open_record
from onrecord.record.views import (
    Cut,
    captures_of,
    list_claims,
    list_disputes,
    list_incidents,
    list_stories,
    read_claim,
    read_claims,
    read_entity,
    read_incident,
    read_incidents,
    read_page,
    search,
    summary,
)
from tests.record.made import NOW, RUN, News, Said, Told, dispute_of, findings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.model import Findings

URL = "https://courier.example/pier"
DAY = datetime(2031, 3, 1, tzinfo=UTC)
PIER = News(
    where=URL,
    body=(Said("Oren Tull", "the old piers are safe"), Told("Port Anselm", 31)),
    captured_at=DAY,
)
KINDS: tuple[LinkKind, ...] = ("statement", "report", "article", "mention")


def _dressed(furniture: str, days: int | None, news: News = PIER) -> Findings:
    """The page with this line below its article, captured so many days later."""
    at = None if days is None else DAY + timedelta(days=days)
    found = findings_of(replace(news, body=(*news.body, furniture), captured_at=at))
    article = found.articles[0]
    *told, last = article.zones
    bare = replace(article, zones=(*told, Zoned(last.span, "most-read")))
    return replace(found, articles=(bare,))


THRICE = [_dressed(f"Most read: {n}", days=n) for n in range(3)]


def _joined(record: Record, pages: Sequence[Findings]) -> None:
    """Add the pages; their first findings of each kind are one."""
    for page in pages:
        record.add(page, RUN, added_at=NOW)
    first, *others = pages
    links = [
        make_link(
            kind,
            getattr(first, f"{kind}s")[0].id,
            getattr(other, f"{kind}s")[0].id,
            "same",
            "yes",
            0.9,
            "alike",
        )
        for kind in KINDS
        for other in others
    ]
    record.save_resolution(links, [], RUN, NOW, seen=record.head())


def _articles_shown(record: Record, cut: Cut) -> list[list[str]]:
    """The articles of the only claim, incident and story, and of the hits."""
    claims = list_claims(record, cut=cut)
    incidents = list_incidents(record, cut=cut)
    stories = list_stories(record, cut=cut)
    assert {len(claims), len(incidents), len(stories)} == {1}
    return [
        [item.article.id for item in claims[0].statements],
        [item.article.id for item in incidents[0].reports],
        [item.id for item in stories[0].articles],
        [hit.article.id for hit in search(record, "piers", kinds=["statement"])],
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_earliest_capture_stands_for_the_others(
    record: Record, order: tuple[int, ...]
) -> None:
    _joined(record, [THRICE[number] for number in order])
    first = THRICE[0].articles[0].id
    assert _articles_shown(record, Cut()) == [[first]] * 4


def test_a_claim_said_in_one_text_alone_is_said_once(record: Record) -> None:
    _joined(record, THRICE)
    assert list_claims(record, at_least=2) == ()
    assert list_claims(record, "old piers", at_least=2) == ()
    (claim,) = list_claims(record, "old piers")
    assert len(claim.statements) == 1


def test_articles_of_other_addresses_are_shown_with_the_earliest(
    record: Record,
) -> None:
    herald = replace(PIER, where="https://herald.example/pier", outlet="Herald")
    other = findings_of(herald)
    _joined(record, [*THRICE, other])
    both = {THRICE[0].articles[0].id, other.articles[0].id}
    assert [set(names) for names in _articles_shown(record, Cut())] == [both] * 4
    (story,) = list_stories(record)
    assert len(story.outlets) == 2
    assert search(record, "piers", limit=1) != ()


def test_another_text_of_the_address_is_shown_beside_it(record: Record) -> None:
    changed = replace(PIER, title="Piers of Port Anselm", body=PIER.body)
    later = _dressed("Weather", 5, changed)
    _joined(record, [*THRICE, later])
    both = {THRICE[0].articles[0].id, later.articles[0].id}
    assert [set(names) for names in _articles_shown(record, Cut())] == [both] * 4


def test_a_capture_of_no_known_time_comes_last(record: Record) -> None:
    _joined(record, [_dressed("Sports", None), *THRICE[1:]])
    assert _articles_shown(record, Cut()) == [[THRICE[1].articles[0].id]] * 4


def test_captures_of_no_known_time_go_by_id(record: Record) -> None:
    pages = [_dressed(f"Sports {n}", None) for n in range(3)]
    _joined(record, pages)
    first = min(pages, key=lambda page: page.reading.capture.id)
    assert _articles_shown(record, Cut()) == [[first.articles[0].id]] * 4


def test_the_past_shows_what_was_captured_by_then(record: Record) -> None:
    _joined(record, [_dressed("Sports", None), *THRICE])
    before = Cut(as_of=DAY - timedelta(days=1))
    assert list_claims(record, cut=before) == ()
    assert list_stories(record, cut=before) == ()
    first = THRICE[0].articles[0].id
    assert _articles_shown(record, Cut(as_of=DAY + timedelta(days=1))) == [[first]] * 4


def test_a_repeat_is_shown_where_the_cut_hides_the_earliest(record: Record) -> None:
    dated = replace(PIER, published=Moment("2031-03-01", "day"))
    pages = [THRICE[0], _dressed("Sports", 1, dated), _dressed("Weather", 2, dated)]
    _joined(record, pages)
    cut = Cut(published_until=DAY.date())
    (claim,) = list_claims(record, cut=cut)
    assert [item.article.id for item in claim.statements] == [pages[1].articles[0].id]


def test_what_only_a_repeat_holds_is_opened_by_its_id(record: Record) -> None:
    for page in THRICE:
        record.add(page, RUN, added_at=NOW)
    last = THRICE[2]
    claim = read_claim(record, last.statements[0].id)
    incident = read_incident(record, last.reports[0].id)
    assert claim is not None
    assert incident is not None
    assert [item.id for item in claim.statements] == [last.statements[0].id]
    assert [item.id for item in incident.reports] == [last.reports[0].id]
    assert len(list_claims(record)) == len(list_incidents(record)) == 1
    assert len(list_stories(record)) == 1


def test_nothing_on_record_is_folded(record: Record) -> None:
    _joined(record, THRICE)
    (claim,), (incident,) = list_claims(record), list_incidents(record)
    (whole,) = read_claims(record, [claim.id], whole=True)
    (told,) = read_incidents(record, [incident.id], whole=True)
    assert len(whole.statements) == len(told.reports) == 3
    assert incident.killed is not None
    assert told.killed is not None
    kept = replace(told.killed, figures=incident.killed.figures)
    assert incident.killed == kept  # it rests on the latest capture's own figure
    assert len(captures_of(record, URL)) == summary(record).articles == 3
    assert all(read_page(record, page.reading.page.id).statements for page in THRICE)


def _beside(page: Findings, words: str) -> Findings:
    """The page with a teaser where these words stand."""
    text, own = page.reading.page.text, page.articles[0]
    start = text.index(words)
    span = Span(start, start + len(words))
    name = article_id(own.page_id, "teaser", span)
    teaser = replace(own, id=name, type="teaser", title=words, titles=(span,), zones=())
    return replace(page, articles=(own, teaser))


def _teasers(record: Record) -> set[str]:
    stories = list_stories(record)
    told = [item for story in stories for item in story.articles]
    return {item.id for item in told if item.type == "teaser"}


def test_a_teaser_is_folded_where_an_earlier_capture_has_it(record: Record) -> None:
    lines = ["Fish is dear", "Fish is dear now", "Bread is cheap"]
    pages = [_beside(_dressed(line, days=n), line[:12]) for n, line in enumerate(lines)]
    for page in reversed(pages):
        record.add(page, RUN, added_at=NOW)
    assert _teasers(record) == {pages[0].articles[1].id, pages[2].articles[1].id}


def test_a_teaser_beside_another_text_is_shown(record: Record) -> None:
    changed = replace(PIER, title="Piers of Port Anselm")
    for page in (_dressed("Fish is dear", 0), _dressed("Fish is dear", 1, changed)):
        record.add(_beside(page, "Fish is dear"), RUN, added_at=NOW)
    assert len(_teasers(record)) == 2


def test_a_dispute_with_each_capture_of_a_text_is_one(record: Record) -> None:
    doubt = findings_of(
        News(where="herald/doubt", body=(Said("Ida Brask", "no pier is safe"),))
    )
    _joined(record, THRICE)
    record.add(doubt, RUN, added_at=NOW)
    found = [dispute_of(page, doubt) for page in THRICE]
    record.save_resolution([], found, RUN, NOW, seen=record.head())
    claim = read_claim(record, THRICE[0].statements[0].id)
    assert claim is not None
    assert [item.id for item in claim.disputes] == [found[0].id]
    assert [item.id for item in list_disputes(record)] == [found[0].id]
    assert len(read_page(record, doubt.reading.page.id).disputes) == 3


def test_a_dispute_that_only_a_repeat_has_is_shown(record: Record) -> None:
    doubt = findings_of(
        News(where="herald/doubt", body=(Said("Ida Brask", "no pier is safe"),))
    )
    _joined(record, THRICE)
    record.add(doubt, RUN, added_at=NOW)
    found = dispute_of(THRICE[2], doubt)
    record.save_resolution([], [found], RUN, NOW, seen=record.head())
    assert [item.id for item in list_disputes(record)] == [found.id]


def test_a_person_is_shown_with_what_they_said_once(record: Record) -> None:
    _joined(record, THRICE)
    view = read_entity(record, THRICE[0].mentions[0].id)
    assert view is not None
    assert len(view.statements) == 1
    assert [(item.text, item.count) for item in view.spellings] == [("Oren Tull", 1)]


def test_no_text_is_read_where_no_address_was_captured_twice(tmp_path: Path) -> None:
    asked: list[str] = []
    with open_record(tmp_path / "record.db") as record:
        record.add(THRICE[0], RUN, added_at=NOW)
        with record.reading() as connection:
            event.listen(
                connection.engine,
                "before_cursor_execute",
                lambda *told: asked.append(told[2]),
            )
        search(record, "nothing there")
        list_claims(record, at_least=9)
    assert asked
    assert not [query for query in asked if "pages.text" in query]
