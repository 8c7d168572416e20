"""Resolving: judgements appended and revoked, groups derived, former ids kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import InputError
from onrecord.model import Link, groups_of, make_link
from onrecord.record.views import list_claims, list_disputes, read_claim
from tests.record.made import NOW, RUN, News, Said, dispute_of, findings_of

if TYPE_CHECKING:
    from onrecord.model import Findings
    from onrecord.record import Record

LATER = NOW + timedelta(days=1)


@pytest.fixture
def pages(record: Record) -> list[Findings]:
    """Three pages on record, each with one statement; sorted by its id."""
    made = [
        findings_of(
            News(where=f"pages/{number}", body=(Said("Oren Tull", f"pier {number}"),))
        )
        for number in range(3)
    ]
    for page in made:
        record.add(page, RUN, added_at=NOW)
    return sorted(made, key=lambda page: page.statements[0].id)


def _same(left: Findings, right: Findings) -> Link:
    ids = left.statements[0].id, right.statements[0].id
    return make_link("statement", *ids, "same", "yes", 0.9, "same words")


def _save(record: Record, *links: Link) -> None:
    record.save_resolution(links, [], RUN, NOW, seen=record.head())


def test_groups_are_those_of_the_links(record: Record, pages: list[Findings]) -> None:
    link = _same(pages[1], pages[2])
    _save(record, link)
    members = [page.statements[0].id for page in pages]
    assert record.groups("statement") == groups_of(members, [link])
    assert len(list_claims(record)) == 2


def test_a_record_is_resolved_until_a_page_is_added(
    record: Record, pages: list[Findings]
) -> None:
    assert not record.is_resolved()
    _save(record)
    assert record.is_resolved()
    record.add(findings_of(News(where="pages/new")), RUN, added_at=NOW)
    assert not record.is_resolved()
    assert len(pages) < len(list(record.stored_pages()))


def test_resolving_the_same_twice_changes_nothing(
    record: Record, pages: list[Findings]
) -> None:
    link = _same(pages[0], pages[1])
    _save(record, link)
    before = list(record.links()), record.groups("statement")
    record.save_resolution([link, link], [], RUN, LATER, seen=record.head())
    assert (list(record.links()), record.groups("statement")) == before


def test_a_link_no_longer_judged_is_revoked_and_kept(
    record: Record, pages: list[Findings]
) -> None:
    link = _same(pages[0], pages[1])
    _save(record, link)
    record.save_resolution([], [], RUN, LATER, seen=record.head())
    (kept,) = record.links()
    assert (kept.link, kept.at, kept.revoked_at) == (link, NOW, LATER)
    assert not list(record.rows(Link))
    assert len(set(record.groups("statement").values())) == 3


def test_a_judgement_that_comes_back_is_a_new_line(
    record: Record, pages: list[Findings]
) -> None:
    link = _same(pages[0], pages[1])
    _save(record, link)
    _save(record)
    _save(record, link)
    assert [item.revoked_at is None for item in record.links()] == [False, True]


def test_a_former_group_id_leads_to_the_group_of_today(
    record: Record, pages: list[Findings]
) -> None:
    first, second, third = (page.statements[0].id for page in pages)
    _save(record, _same(pages[1], pages[2]))
    claim = read_claim(record, second)
    assert claim is not None
    assert claim.id == second
    _save(record, _same(pages[1], pages[2]), _same(pages[0], pages[2]))
    for name in (first, second, third):
        claim = read_claim(record, name)
        assert claim is not None
        assert (claim.id, len(claim.statements)) == (first, 3)
    assert record.redirects("statement") == {second: first}


def test_redirects_outlive_a_split(record: Record, pages: list[Findings]) -> None:
    first, second, _ = (page.statements[0].id for page in pages)
    _save(record)
    _save(record, _same(pages[0], pages[1]))
    _save(record)
    assert record.redirects("statement") == {second: first}
    claim = read_claim(record, second)
    assert claim is not None
    assert claim.id == second  # a group of its own again


def test_ids_may_be_shortened_until_they_are_not_unique(
    record: Record, pages: list[Findings]
) -> None:
    name = pages[0].statements[0].id
    claim = read_claim(record, name[:12].upper())
    assert claim is not None
    assert claim.id == name
    for unknown in ("f" * 20, "not an id", "", "%"):
        with pytest.raises(InputError, match="no claim on record"):
            read_claim(record, unknown)


def test_an_ambiguous_beginning_is_an_error_that_names_the_choices(
    record: Record,
) -> None:
    body = tuple(Said("Oren Tull", f"pier number {number}") for number in range(17))
    page = findings_of(News(body=body))
    record.add(page, RUN, added_at=NOW)
    begins = [item.id[0] for item in page.statements]
    shared = next(letter for letter in begins if begins.count(letter) > 1)
    with pytest.raises(InputError, match="more than one claim") as told:
        read_claim(record, shared)
    choice = next(item.id for item in page.statements if item.id[0] == shared)
    if begins.count(shared) < 4:
        assert choice in str(told.value)


def test_mentions_of_one_article_are_joined_by_their_head(record: Record) -> None:
    page = findings_of(
        News(body=(Said("Oren Tull", "piers are safe"), Said("Tull", "lamps work")))
    )
    full, short = page.mentions
    joined = replace(page, mentions=(full, replace(short, head=full.id)))
    record.add(joined, RUN, added_at=NOW)
    assert len(set(record.groups("mention").values())) == 1
    _save(record)
    assert len(set(record.groups("mention").values())) == 1


def test_disputes_that_resolving_no_longer_finds_are_gone_from_view_only(
    record: Record, pages: list[Findings]
) -> None:
    dispute = dispute_of(pages[0], pages[1])
    record.save_resolution([], [dispute], RUN, NOW, seen=record.head())
    assert list(record.disputes()) == [dispute]
    record.save_resolution([], [], RUN, LATER, seen=record.head())
    assert list(record.disputes()) == []
    record.save_resolution([], [dispute], RUN, LATER, seen=record.head())
    assert list(record.disputes()) == [dispute]


def test_a_dispute_that_a_page_shows_stays_whatever_resolving_says(
    record: Record, pages: list[Findings]
) -> None:
    page = findings_of(
        News(
            where="pages/both",
            body=(Said("Ida Brask", "all is well"), Said("Oren Tull", "it is not")),
        )
    )
    dispute = dispute_of(page, replace(page, statements=page.statements[1:]))
    record.add(replace(page, disputes=(dispute,)), RUN, added_at=NOW)
    for found in ([], [dispute]):
        record.save_resolution([], found, RUN, LATER, seen=record.head())
        assert [view.id for view in list_disputes(record)] == [dispute.id]


def test_judgements_on_a_record_that_moved_on_are_not_saved(harbour: Record) -> None:
    seen = harbour.head()
    capture = next(iter(harbour.captures()))
    harbour.add_sighting(capture, LATER)
    before = list(harbour.links())
    assert not harbour.save_resolution([], [], RUN, LATER, seen=seen)
    assert list(harbour.links()) == before


def test_a_snapshot_does_not_see_what_is_added_meanwhile(harbour: Record) -> None:
    capture = next(iter(harbour.captures()))
    with harbour.snapshot() as still:
        seen = still.head()
        harbour.add_sighting(capture, LATER)
        assert still.head() == seen
    assert harbour.head() != seen
