"""Pages and the summary as the views show them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import InputError
from onrecord.model import Origin
from onrecord.record.views import (
    Cut,
    list_claims,
    list_disputes,
    list_incidents,
    list_stories,
    read_page,
    summary,
)
from tests.record.harbour import PAGES
from tests.record.made import NOW, RUN, News, findings_of

if TYPE_CHECKING:
    from onrecord.record import Record


@pytest.mark.parametrize("what", ["page", "capture", "article"])
def test_a_page_is_opened_by_its_id_or_that_of_its_capture_or_article(
    harbour: Record, what: str
) -> None:
    findings = PAGES["ferry"]
    reading = findings.reading
    ids = {
        "page": reading.page.id,
        "capture": reading.capture.id,
        "article": findings.articles[0].id,
    }
    page = read_page(harbour, ids[what][:14])
    assert page.page == reading.page
    assert page.capture == reading.capture
    assert page.mentions == findings.mentions
    assert page.zones == findings.articles[0].zones
    assert len(page.statements) == len(page.reports) == len(page.figures) == 1
    with pytest.raises(InputError, match="no page"):
        read_page(harbour, "f" * 20)


def test_a_page_tells_where_the_values_of_its_own_article_were_found(
    record: Record,
) -> None:
    found = findings_of(News(body=("The ferry runs again.",)))
    (article,) = found.articles
    told = (Origin("title", "page", article.titles[0]), Origin("outlet", "json-ld"))
    record.add(
        replace(found, articles=(replace(article, origins=told),)), RUN, added_at=NOW
    )
    assert read_page(record, found.reading.page.id).origins == told


def test_a_page_of_teasers_alone_tells_of_no_origins(record: Record) -> None:
    found = findings_of(News(type="teaser"))
    teaser = replace(found.articles[0], origins=(Origin("title", "page"),))
    record.add(replace(found, articles=(teaser,)), RUN, added_at=NOW)
    assert read_page(record, found.reading.page.id).origins == ()


def test_the_summary_counts_what_is_on_record(harbour: Record) -> None:
    told = summary(harbour)
    assert (told.captures, told.pages, told.articles, told.teasers) == (4, 4, 3, 1)
    assert (told.statements, told.claims, told.disputes) == (5, 3, 1)
    assert (told.incidents, told.stories, told.entities, told.outlets) == (1, 2, 3, 2)
    assert told.pages_in_unsupported_languages == told.pages_left_out == 0


def test_pages_in_a_language_without_a_pipeline_are_counted(record: Record) -> None:
    record.add(findings_of(News(title="港の船", language="ja")), RUN, added_at=NOW)
    assert summary(record).pages_in_unsupported_languages == 1


def test_an_empty_record_has_empty_views(record: Record) -> None:
    for cut in (Cut(), Cut(as_of=NOW), Cut(published_until=date(2031, 1, 1))):
        assert list_claims(record, cut=cut) == ()
        assert list_disputes(record, cut=cut) == ()
        assert list_incidents(record, cut=cut) == ()
        assert list_stories(record, cut=cut) == ()
        assert summary(record, cut=cut).pages == 0
