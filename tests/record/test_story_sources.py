"""Independent sources: wire copy counts for its agency, an outlet counts once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from onrecord.model import Findings, Link, make_link
from onrecord.record import open_record
from onrecord.record.views import list_stories
from tests.record.made import NOW, RUN, News, findings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.record.views.types import StoryView

LINES = ("The quay of Vorrin gave way on Monday.", "Nobody was hurt.")


def told(
    where: str, outlet: str | None, *more: str, credited: str | None = None
) -> Findings:
    """A page of this outlet about the quay, with more lines of its own."""
    found = findings_of(
        News(where=where, title=f"Quay {where}", outlet=outlet, body=(*LINES, *more))
    )
    (article,) = found.articles
    return replace(found, articles=(replace(article, source_line=credited),))


def story_of(
    folder: Path, pages: Sequence[Findings], copies: Sequence[tuple[int, int]] = ()
) -> StoryView:
    """The story that these pages tell; `copies` are places of copy and original."""
    ids = [page.articles[0].id for page in pages]
    links: list[Link] = [
        make_link("article", ids[0], other, "same", "yes", 0.9, "same news")
        for other in ids[1:]
    ]
    links += [
        make_link("article", ids[copy], ids[original], "copy_of", "yes", 0.9, "same")
        for copy, original in copies
    ]
    with open_record(folder / "quay.db") as record:
        for page in pages:
            record.add(page, RUN, added_at=NOW)
        record.save_resolution(links, [], RUN, NOW, seen=record.head())
        (story,) = list_stories(record)
    return story


def test_an_outlet_with_three_articles_is_one_source(tmp_path: Path) -> None:
    pages = [told(f"p{at}", "The Vorrin Post", f"Note {at}.") for at in range(3)]
    story = story_of(tmp_path, pages)
    assert (len(story.articles), story.independent_sources) == (3, 1)


def test_captures_of_one_address_are_one_source(tmp_path: Path) -> None:
    site = "https://post.example/quay"
    first = told(site, None, "The quay is old.")
    again = told(site, None, "The quay is very old, it now says.")
    other = told("https://herald.example/quay", None, "Divers came.")
    assert story_of(tmp_path, [first, again, other]).independent_sources == 2


def test_a_copy_counts_for_what_it_copies(tmp_path: Path) -> None:
    wire = told("wire", "Straits Wire", "Divers came.")
    post = told("post", "The Vorrin Post", "Divers came, too.")
    herald = told("herald", "Coast Herald", "It says so itself.")
    story = story_of(tmp_path, [wire, post, herald], copies=[(1, 0)])
    assert story.outlets == ("Coast Herald", "Straits Wire", "The Vorrin Post")
    assert story.independent_sources == 2


def test_two_texts_that_credit_one_agency_have_one_source(tmp_path: Path) -> None:
    post = told("post", "The Vorrin Post", "Divers came.", credited="Straits Wire")
    herald = told("herald", "Coast Herald", "It rained.", credited="STRAITS  WIRE")
    assert story_of(tmp_path, [post, herald]).independent_sources == 1


@pytest.mark.parametrize("outlet", [None, "The Vorrin Post"])
def test_pages_without_outlet_or_site_stand_for_themselves(
    tmp_path: Path, outlet: str | None
) -> None:
    pages = [told("saved one", outlet), told("saved two", None, "It rained.")]
    assert story_of(tmp_path, pages).independent_sources == 2


def test_a_copy_whose_link_was_revoked_is_a_source_again(tmp_path: Path) -> None:
    wire = told("wire", "Straits Wire", "Divers came.")
    post = told("post", "The Vorrin Post", "Divers came, too.")
    assert story_of(tmp_path, [wire, post], copies=[(1, 0)]).independent_sources == 1
    with open_record(tmp_path / "quay.db") as record:
        kept = [found.link for found in record.links() if found.link.relation == "same"]
        later = NOW + timedelta(days=1)
        record.save_resolution(kept, [], RUN, later, seen=record.head())
        (story,) = list_stories(record)
    assert story.independent_sources == 2
