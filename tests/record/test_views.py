"""What the views show of claims, incidents, stories, people and pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import InputError
from onrecord.model import Findings, Moment, make_link
from onrecord.record.ledger import RULE
from onrecord.record.views import (
    Cut,
    IncidentQuery,
    find_entities,
    list_claims,
    list_disputes,
    list_incidents,
    list_stories,
    read_claim,
    read_claims,
    read_entities,
    read_entity,
    read_incident,
    read_page,
    read_speakers,
    read_story,
    summary,
)
from tests.record.made import NOW, RUN, News, Said, Told, dispute_of, findings_of

if TYPE_CHECKING:
    from onrecord.record import Record

MARCH = datetime(2031, 3, 3, tzinfo=UTC)
FERRY = News(
    where="courier/ferry",
    outlet="The Anselm Courier",
    published=Moment("2031-03-02", "day"),
    captured_at=MARCH,
    body=(
        Said("Oren Tull", "the old piers are safe", role="Harbour master"),
        Told("Port Anselm", 31),
    ),
)
HERALD = News(
    where="herald/ferry",
    outlet="Herald of the Coast",
    title="Harbour opens again",
    published=Moment("2031-03", "month"),
    captured_at=MARCH.replace(month=4),
    body=(
        Said("O. Tull", "all the old piers are safe and sound", role="Spokesman"),
        Told("Port Anselm", 36, high=None),
    ),
)
DOUBT = News(
    where="herald/doubt",
    outlet="Herald of the Coast",
    title="Doubts about the harbour",
    body=(
        Said("Ida Brask", "no pier is safe"),
        Said("Jon Wick", "my brother drowned there", private="a relative"),
    ),
)
TEASER = News(
    where="courier/front",
    outlet="The Anselm Courier",
    title="Ferry lines reopen",
    type="teaser",
    body=(Said("Oren Tull", "piers are safe"),),
)
MADE = {"ferry": FERRY, "herald": HERALD, "doubt": DOUBT, "teaser": TEASER}
PAGES = {name: findings_of(page) for name, page in MADE.items()}


@pytest.fixture
def harbour(record: Record) -> Record:
    """Four pages, resolved: one claim, one incident, one story, one dispute."""
    for page in PAGES.values():
        record.add(page, RUN, added_at=NOW)
    joined = [
        ("mention", "ferry", "herald"),
        ("mention", "ferry", "teaser"),
        ("statement", "ferry", "herald"),
        ("statement", "ferry", "teaser"),
        ("report", "ferry", "herald"),
        ("article", "ferry", "herald"),
        ("article", "ferry", "teaser"),
    ]
    links = [
        make_link(kind, _id(kind, left), _id(kind, right), "same", "yes", 0.9, "alike")  # type: ignore[arg-type]  # from the table above
        for kind, left, right in joined
    ]
    dispute = dispute_of(PAGES["ferry"], PAGES["doubt"])
    record.save_resolution(links, [dispute], RUN, NOW)
    return record


def _id(kind: str, name: str) -> str:
    return str(getattr(PAGES[name], f"{kind}s")[0].id)


def test_a_claim_shows_who_said_it_where_in_order_of_time(harbour: Record) -> None:
    claim = read_claim(harbour, _id("statement", "ferry"))
    assert claim is not None
    assert [item.article.where for item in claim.statements] == [
        "herald/ferry",  # known to the month: counts from its first day
        "courier/ferry",
        "courier/front",  # no time known
    ]
    assert claim.speakers == ("Oren Tull",)
    assert claim.outlets == ("Herald of the Coast", "The Anselm Courier")
    assert [item.article.type for item in claim.statements][-1] == "teaser"


def test_the_wording_of_a_claim_shares_most_words_with_the_others(
    harbour: Record,
) -> None:
    claim = read_claim(harbour, _id("statement", "ferry"))
    assert claim is not None
    texts = {item.id: item.content.text for item in claim.statements}
    assert claim.wording.content.text in {
        "the old piers are safe",
        "all the old piers are safe and sound",
    }
    assert claim.wording.id == min(
        name for name, text in texts.items() if "old piers" in text
    )


def test_a_statement_shows_the_full_name_and_the_name_as_worded(
    harbour: Record,
) -> None:
    claim = read_claim(harbour, _id("statement", "ferry"))
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
    claim = read_claim(harbour, _id("statement", "ferry"))
    assert claim is not None
    (dispute,) = claim.disputes
    assert (dispute.left.claim, dispute.right.speaker_name) == (claim.id, "Ida Brask")
    assert dispute.words.text == "no pier is safe"
    assert dispute.article.where == "herald/doubt"
    assert list_disputes(harbour) == claim.disputes


def test_claims_are_listed_largest_first_and_found_by_words(harbour: Record) -> None:
    sizes = [len(claim.statements) for claim in list_claims(harbour)]
    assert sizes == [3, 1, 1]
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
    claim = read_claim(harbour, _id("statement", "ferry"), cut=cut)
    assert claim is not None
    assert [item.article.where for item in claim.statements] == ["courier/ferry"]
    assert claim.disputes == ()  # the one who disputes is not yet on record
    assert list_disputes(harbour, cut=cut) == ()
    assert len(list_claims(harbour, cut=cut)) == 1
    nothing = Cut(as_of=MARCH.replace(year=2001))
    assert read_claim(harbour, _id("statement", "ferry"), cut=nothing) is None
    assert summary(harbour, cut=cut).pages_left_out == 2


def test_a_cut_by_publication_counts_a_month_from_its_first_day(
    harbour: Record,
) -> None:
    cut = Cut(published_until=date(2031, 3, 1))
    claim = read_claim(harbour, _id("statement", "ferry"), cut=cut)
    assert claim is not None
    assert [item.article.where for item in claim.statements] == ["herald/ferry"]
    assert summary(harbour, cut=cut).articles == 1


def test_an_incident_shows_the_figures_as_each_outlet_gave_them(
    harbour: Record,
) -> None:
    (incident,) = list_incidents(harbour)
    figures = [
        (report.article.outlet, figure.low, figure.high, figure.words.text)
        for report in incident.reports
        for figure in report.figures
    ]
    assert figures == [
        ("Herald of the Coast", 36, None, "36"),
        ("The Anselm Courier", 31, 31, "31"),
    ]
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (31, None)
    assert incident.killed.most == 36
    assert incident.killed.rule == RULE
    assert incident.injured is None
    assert incident.place is not None
    assert incident.place.text == "Port Anselm"
    assert read_incident(harbour, incident.id[:8]) == incident


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (IncidentQuery(place="anselm"), 1),
        (IncidentQuery(place="PORT Anselm"), 1),
        (IncidentQuery(place="elsewhere"), 0),
        (IncidentQuery(place="%"), 1),  # no word in it: any place
        (IncidentQuery(since=date(2031, 5, 1), until=date(2031, 5, 1)), 1),
        (IncidentQuery(since=date(2031, 5, 2)), 0),
        (IncidentQuery(until=date(2031, 4, 30)), 0),
        (IncidentQuery(event_type="explosions/remote violence"), 1),
        (IncidentQuery(event_type="Protests"), 0),
    ],
)
def test_incidents_are_listed_by_place_day_and_type(
    harbour: Record, query: IncidentQuery, count: int
) -> None:
    assert len(list_incidents(harbour, query)) == count


def test_a_story_folds_copies_and_keeps_teasers_apart(harbour: Record) -> None:
    story = list_stories(harbour)[0]
    assert [item.type for item in story.articles].count("teaser") == 1
    assert story.independent_sources == 2
    assert story.outlets == ("Herald of the Coast", "The Anselm Courier")
    assert (story.first, story.last) == (date(2031, 3, 1), date(2031, 3, 2))
    assert (len(story.claims), len(story.incidents)) == (1, 1)
    copy = make_link(
        "article", _id("article", "herald"), _id("article", "ferry"),
        "copy_of", "yes", 0.9, "same text",
    )  # fmt: skip
    links = [*(found.link for found in harbour.links()), copy]
    harbour.save_resolution(links, [], RUN, NOW)
    folded = read_story(harbour, story.id)
    assert folded is not None
    assert folded.independent_sources == 1


def test_a_person_is_found_by_any_spelling(harbour: Record) -> None:
    names = {
        told: [ref.name for ref in find_entities(harbour, told)]
        for told in ("oren tull", "O. TULL", "tull", "Brask", "ull", "", "nobody")
    }
    assert names == {
        "oren tull": ["Oren Tull"],
        "O. TULL": ["Oren Tull"],
        "tull": ["Oren Tull"],
        "Brask": ["Ida Brask"],
        "ull": [],
        "": [],
        "nobody": [],
    }


def test_an_entity_shows_spellings_roles_statements_and_why(harbour: Record) -> None:
    (ref,) = find_entities(harbour, "tull")
    person = read_entity(harbour, ref.id)
    assert person is not None
    assert [(item.text, item.count) for item in person.spellings] == [
        ("Oren Tull", 2),
        ("O. Tull", 1),
    ]
    roles = {(item.role, item.count, item.first) for item in person.roles}
    assert roles == {
        ("Harbour master", 1, date(2031, 3, 2)),
        ("Spokesman", 1, date(2031, 3, 1)),
    }
    assert len(person.statements) == 3
    assert len(person.claims) == 1
    assert {item.link.reason for item in person.links} == {"alike"}
    assert not person.is_private
    assert {item.name for item in read_speakers(harbour).values()} == {
        "Oren Tull", "Ida Brask", "Jon Wick",
    }  # fmt: skip


def test_a_private_person_is_marked_and_not_found_by_name(harbour: Record) -> None:
    assert find_entities(harbour, "Jon Wick") == ()
    private = [item for item in read_entities(harbour) if item.is_private]
    assert [(item.name, item.private_reason) for item in private] == [
        ("Jon Wick", "a relative")
    ]
    view = read_entity(harbour, private[0].id)
    assert view is not None
    assert view.is_private


def test_a_part_is_shown_with_its_whole_and_never_merged(record: Record) -> None:
    page = findings_of(News(body=(Said("Dock Guild", "a"), Said("Night Guild", "b"))))
    whole, part = page.mentions
    record.add(page, RUN, added_at=NOW)
    link = make_link("mention", part.id, whole.id, "part_of", "yes", 1.0, "a branch")
    record.save_resolution([link], [], RUN, NOW)
    branch, trunk = read_entity(record, part.id), read_entity(record, whole.id)
    assert branch is not None
    assert trunk is not None
    assert [item.name for item in branch.part_of] == ["Dock Guild"]
    assert [item.name for item in trunk.branches] == ["Night Guild"]
    assert branch.branches == trunk.part_of == ()
    assert {item.id: item.part_of for item in read_entities(record)} == {
        branch.id: (trunk.id,),
        trunk.id: (),
    }


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
    assert len(page.statements) == len(page.reports) == len(page.figures) == 1
    with pytest.raises(InputError, match="no page"):
        read_page(harbour, "f" * 20)


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


@pytest.mark.parametrize(
    ("figures", "low", "high", "most"),
    [
        ([Told("A", 31)], 31, 31, 31),
        ([Told("A", 36, high=None)], 36, None, 36),
        ([Told("A", 31), Told("A", 20, high=None)], 20, 31, 31),
        ([Told("A", 31), Told("A", 99, is_part=True)], 31, 31, 31),
        ([Told("A", 31), Told("A", 5, is_superseded=True)], 31, 31, 31),
    ],
)
def test_a_toll_runs_from_the_lowest_to_the_highest_whole_figure(
    record: Record, figures: list[Told], low: int, high: int | None, most: int
) -> None:
    page = findings_of(News(body=tuple(figures)))
    record.add(page, RUN, added_at=NOW)
    first = page.reports[0].id
    links = [
        make_link("report", first, item.id, "same", "yes", 1.0, "one event")
        for item in page.reports[1:]
    ]
    record.save_resolution(links, [], RUN, NOW)
    (incident,) = list_incidents(record)
    assert incident.killed is not None
    toll = incident.killed
    assert (toll.low, toll.high, toll.most) == (low, high, most)


def test_only_the_latest_figure_of_an_outlet_counts_for_the_toll(
    record: Record,
) -> None:
    days = ("2031-03-01", "2031-03-02")
    pages: list[Findings] = []
    for day, killed in zip(days, (31, 36), strict=True):
        news = replace(FERRY, where=day, published=Moment(day, "day"))
        pages.append(findings_of(replace(news, body=(Told("Port Anselm", killed),))))
        record.add(pages[-1], RUN, added_at=NOW)
    first, second = (page.reports[0].id for page in pages)
    link = make_link("report", first, second, "same", "yes", 1.0, "one event")
    record.save_resolution([link], [], RUN, NOW)
    (incident,) = list_incidents(record)
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (36, 36)
    assert len(incident.reports) == 2  # both stay on record
