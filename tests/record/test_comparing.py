"""Texts of a story side by side: rows, and what "not in this text" needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import dispute_id, make_link
from onrecord.record.views.comparing.stems import denies, folded_words, stems_of
from tests.record.made import NOW, RUN, Said, Told, dispute_of, findings_of
from tests.record.pier import (
    COURIER,
    MAIL,
    Pair,
    compare_all,
    found_in,
    joined,
    row_of,
    told,
)  # fmt: skip

if TYPE_CHECKING:
    from onrecord.model import Dispute
    from onrecord.record import Record


def test_texts_are_columns_in_order_of_time(pier: Record) -> None:
    found = found_in(pier)
    assert [t.article.outlet for t in found.texts] == ["Anselm Mail", "Coast Courier"]
    for row in found.rows:
        assert [c.text for c in row.cells] == [t.article.id for t in found.texts]


def test_each_text_tells_a_claim_in_its_own_words(pier: Record) -> None:
    row = row_of(found_in(pier), "claim", "sound")
    assert [told(cell) for cell in row.cells] == [
        ["the old pier was sound"],
        ["the pier was quite sound"],
    ]
    assert [item.by for cell in row.cells for item in cell.held] == ["Oren Tull"] * 2


def test_a_claim_that_nothing_comes_near_to_is_not_in_the_text(pier: Record) -> None:
    row = row_of(found_in(pier), "claim", "nobody had looked")
    assert [cell.stands for cell in row.cells] == ["in this text", "not in this text"]
    assert row.cells[1].held == ()


def test_words_that_come_near_are_possibly_and_never_absent(record: Record) -> None:
    near = "For years the pier had been looked at by nobody, it is said."
    page = replace(COURIER, body=(*COURIER.body, near))
    joined(record, [findings_of(MAIL), findings_of(page)])
    cell = row_of(found_in(record), "claim", "nobody had looked").cells[1]
    assert cell.stands == "possibly in this text"
    assert told(cell) == [near]
    assert cell.held[0].finding is None


def test_other_numbers_are_another_fact() -> None:
    twelve, nine = (stems_of(folded_words(f"{n} ships sank")) for n in ("twelve", "9"))
    assert twelve.numbers == {"12"}
    assert twelve.numbers.isdisjoint(nine.numbers)


def test_only_a_sentence_that_denies_comes_near_to_a_denial() -> None:
    assert denies(folded_words("The owner denied it"))
    assert not denies(folded_words("The owner confirmed it"))


def test_a_speaker_who_is_named_and_not_quoted_is_told_apart(record: Record) -> None:
    mail, courier = (
        findings_of(MAIL),
        findings_of(replace(COURIER, body=(*COURIER.body, Said("Ida Brask", "no")))),
    )
    # The second text names her: its statement is taken away, her name stays.
    named = replace(courier, statements=courier.statements[:1])
    same: Pair = ("mention", mail.mentions[1].id, courier.mentions[1].id, "same")
    joined(record, [mail, named], [same])
    row = row_of(found_in(record), "speaker", "Ida Brask")
    assert [cell.stands for cell in row.cells] == ["in this text", "named, not quoted"]
    assert row.told_by == 1


def test_figures_of_one_incident_are_one_row_that_says_they_differ(
    pier: Record,
) -> None:
    row = row_of(found_in(pier), "figure", "killed")
    assert [told(cell) for cell in row.cells] == [["31"], ["36"]]
    assert row.differs
    assert [cell.held[0].by for cell in row.cells] == [None, "the harbour office"]


def test_figures_that_one_number_fits_do_not_differ(record: Record) -> None:
    open_end = replace(COURIER, body=(COURIER.body[0], Told("Port Anselm", 12, None)))
    joined(record, [findings_of(MAIL), findings_of(open_end)])
    assert not row_of(found_in(record), "figure", "killed").differs


def test_a_figure_of_an_incident_that_may_be_the_same_is_possibly(
    record: Record,
) -> None:
    for page in (findings_of(MAIL), findings_of(COURIER)):
        record.add(page, RUN, added_at=NOW)
    record.save_resolution([], [], RUN, NOW, seen=record.head())
    rows = [row for row in compare_all(record).rows if row.kind == "figure"]
    assert [[cell.stands for cell in row.cells] for row in rows] == [
        ["in this text", "possibly in this text"],
        ["possibly in this text", "in this text"],
    ]


def test_a_part_of_a_figure_has_a_row_of_its_own(record: Record) -> None:
    part = Told("Port Anselm", 3, is_part=True)
    joined(record, [findings_of(replace(MAIL, body=(*MAIL.body, part))),
                    findings_of(COURIER)])  # fmt: skip
    told_by_one = row_of(compare_all(record), "figure", "killed, some of them")
    assert told_by_one.told_by == 1


ROTTEN = replace(COURIER, body=(Said("Ida Brask", "the pier was rotten"),))


def disputing(record: Record, *disputes: Dispute) -> None:
    """Put two texts and these disputes between them on record."""
    mail, courier = findings_of(MAIL), findings_of(ROTTEN)
    for page in (mail, courier):
        record.add(page, RUN, added_at=NOW)
    links = [make_link("article", mail.articles[0].id, courier.articles[0].id, "same",
                       "yes", 0.9, "")]  # fmt: skip
    record.save_resolution(links, disputes, RUN, NOW, seen=record.head())


def test_a_dispute_stands_in_the_texts_that_hold_a_side(record: Record) -> None:
    disputing(record, dispute_of(findings_of(MAIL), findings_of(ROTTEN)))
    row = row_of(found_in(record), "dispute", "sound")
    assert [[item.manner for item in cell.held] for cell in row.cells] == [
        ["disputed"],
        ["disputing"],
    ]


def test_a_possible_dispute_is_a_row_that_says_so(record: Record) -> None:
    sure = dispute_of(findings_of(MAIL), findings_of(ROTTEN))
    disputing(record, replace(sure, shown="possibly"))
    row = row_of(found_in(record), "dispute", "sound")
    assert row.shown == "possibly"
    assert row.told_by == 2


def test_a_possible_dispute_is_no_row_beside_a_sure_one(record: Record) -> None:
    sure = dispute_of(findings_of(MAIL), findings_of(ROTTEN))
    possible = replace(
        sure, id=dispute_id(sure.left, sure.right, "contrast"), evidence="contrast",
        shown="possibly",
    )  # fmt: skip
    disputing(record, sure, possible)
    rows = [row for row in found_in(record).rows if row.kind == "dispute"]
    assert [row.shown for row in rows] == ["yes"]


def test_statements_of_the_same_words_are_one_row(record: Record) -> None:
    same = replace(COURIER, body=(
        Said("Ida Brask", "that nobody had looked at the pier for years"),
    ))  # fmt: skip
    joined(record, [findings_of(MAIL), findings_of(same)], [])
    row = row_of(found_in(record), "claim", "nobody had looked")
    assert row.told_by == 2


def test_an_endless_utterance_is_a_cell_as_any_other(record: Record) -> None:
    endless = Said("Oren Tull", "the pier was sound and " * 1000)
    news = replace(MAIL, body=(endless, Said("Ida Brask", "no")))
    joined(record, [findings_of(news), findings_of(COURIER)])
    found = compare_all(record)
    assert row_of(found, "claim", "the pier was").told_by == 2
    assert max(len(words) for row in found.rows for words in told(row.cells[0])) > 9000
