"""Claims, disputes and stories as the views show them, now and at a cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.record.views import (
    Cut,
    list_claims,
    list_disputes,
    list_stories,
    read_claim,
    read_claims,
    read_story,
    summary,
)
from onrecord.record.views.claims import most_central
from tests.record.harbour import MARCH, PAGES, id_of
from tests.record.made import NOW, RUN

if TYPE_CHECKING:
    from onrecord.record import Record


def test_a_claim_shows_who_said_it_where_in_order_of_time(harbour: Record) -> None:
    claim = read_claim(harbour, id_of("statement", "ferry"))
    assert claim is not None
    assert [item.article.where for item in claim.statements] == [
        "herald/ferry",  # known to the month: counts from its first day
        "courier/ferry",
        "courier/front",  # no time known
    ]
    assert claim.speakers == ("Oren Tull",)
    assert claim.outlets == ("Herald of the Coast", "The Anselm Courier")
    assert [item.article.type for item in claim.statements][-1] == "teaser"


def test_the_wording_of_a_claim_is_most_like_the_others_not_longest(
    harbour: Record,
) -> None:
    claim = read_claim(harbour, id_of("statement", "ferry"))
    assert claim is not None
    assert claim.wording.content.text == "the old piers are safe"


def test_the_wording_of_a_claim_is_no_proposal_where_another_says_it(
    harbour: Record,
) -> None:
    claim = read_claim(harbour, id_of("statement", "ferry"))
    assert claim is not None
    said = [
        replace(each, found_by="harbour-8b") if each == claim.wording else each
        for each in claim.statements
    ]
    assert most_central(said).found_by is None
    proposed = [replace(each, found_by="harbour-8b") for each in said]
    assert most_central(proposed).id == claim.wording.id


def test_a_statement_shows_the_full_name_and_the_name_as_worded(
    harbour: Record,
) -> None:
    claim = read_claim(harbour, id_of("statement", "ferry"))
    assert claim is not None
    told = claim.statements[0]
    assert (told.speaker_name, told.spoken_as, told.role) == (
        "Oren Tull",
        "O. Tull",
        "Spokesman",
    )
    assert (told.by, told.run) == ("machine", RUN.id)
    text = PAGES["herald"].reading.page.text
    assert told.content.text == told.content.spans[0].of(text)


def test_a_claim_shows_the_disputes_of_its_statements(harbour: Record) -> None:
    claim = read_claim(harbour, id_of("statement", "ferry"))
    assert claim is not None
    (dispute,) = claim.disputes
    assert (dispute.left.claim, dispute.right.speaker_name) == (claim.id, "Ida Brask")
    assert dispute.words.text == "no pier is safe"
    assert dispute.article.where == "herald/doubt"
    assert list_disputes(harbour) == claim.disputes
    assert list_disputes(harbour, include_possible=False) == claim.disputes


def test_claims_are_listed_largest_first_and_found_by_words(harbour: Record) -> None:
    sizes = [len(claim.statements) for claim in list_claims(harbour)]
    assert sizes == [3, 1, 1]
    assert len(list_claims(harbour, at_least=2)) == 1
    assert len(list_claims(harbour, "safe", at_least=2)) == 1
    assert list_claims(harbour, "drowned", at_least=2) == ()
    (found,) = list_claims(harbour, "drowned")
    assert found.wording.content.text == "my brother drowned there"
    (same,) = list_claims(harbour, "sound")
    assert same.id == list_claims(harbour)[0].id
    assert [item.id for item in read_claims(harbour, [found.id, "0", same.id])] == [
        found.id,
        same.id,
    ]


def test_a_cut_by_capture_leaves_out_what_came_later_or_has_no_time(
    harbour: Record,
) -> None:
    cut = Cut(as_of=MARCH)
    claim = read_claim(harbour, id_of("statement", "ferry"), cut=cut)
    assert claim is not None
    assert [item.article.where for item in claim.statements] == ["courier/ferry"]
    assert claim.disputes == ()  # the one who disputes is not yet on record
    assert list_disputes(harbour, cut=cut) == ()
    assert len(list_claims(harbour, cut=cut)) == 1
    nothing = Cut(as_of=MARCH.replace(year=2001))
    assert read_claim(harbour, id_of("statement", "ferry"), cut=nothing) is None
    assert summary(harbour, cut=cut).pages_left_out == 2


def test_a_cut_by_publication_counts_a_month_from_its_first_day(
    harbour: Record,
) -> None:
    cut = Cut(published_until=date(2031, 3, 1))
    claim = read_claim(harbour, id_of("statement", "ferry"), cut=cut)
    assert claim is not None
    assert [item.article.where for item in claim.statements] == ["herald/ferry"]
    assert summary(harbour, cut=cut).articles == 1


def test_a_story_folds_copies_and_keeps_teasers_apart(harbour: Record) -> None:
    story = list_stories(harbour)[0]
    assert [item.type for item in story.articles].count("teaser") == 1
    assert story.independent_sources == 2
    assert story.outlets == ("Herald of the Coast", "The Anselm Courier")
    assert (story.first, story.last) == (date(2031, 3, 1), date(2031, 3, 2))
    assert (len(story.claims), len(story.incidents)) == (1, 1)
    copy = make_link(
        "article", id_of("article", "herald"), id_of("article", "ferry"),
        "copy_of", "yes", 0.9, "same text",
    )  # fmt: skip
    links = [*(found.link for found in harbour.links()), copy]
    harbour.save_resolution(links, [], RUN, NOW, seen=harbour.head())
    folded = read_story(harbour, story.id)
    assert folded is not None
    assert folded.independent_sources == 1


def test_the_newest_stories_come_first_and_undated_ones_last(harbour: Record) -> None:
    days = [story.last for story in list_stories(harbour, order="newest")]
    assert days == [date(2031, 3, 2), None]
