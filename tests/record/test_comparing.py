"""Texts of a story side by side: rows, columns, and what "not in this text" needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from onrecord.model import LinkKind, Moment, Relation, make_link
from onrecord.record import Record, open_record
from onrecord.record.views import (
    Cut,
    compare_articles,
    list_stories,
    masked,
    read_comparison,
)
from onrecord.record.views.comparing.columns import MOST_TEXTS
from onrecord.record.views.comparing.stems import denies, folded_words, stems_of
from tests.record.made import NOW, RUN, News, Said, Told, dispute_of, findings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from onrecord.model import Findings
    from onrecord.record.views import ComparisonView, FactCell, FactRow

DAY = datetime(2031, 3, 2, tzinfo=UTC)
MAIL = News(
    where="mail/pier",
    outlet="Anselm Mail",
    title="Pier falls",
    published=Moment("2031-03-02", "day"),
    captured_at=DAY,
    body=(
        Said("Oren Tull", "the old pier was sound"),
        Said("Ida Brask", "nobody had looked at the pier for years"),
        Told("Port Anselm", 31),
        "The mayor was away.",
    ),
)
COURIER = News(
    where="courier/pier",
    outlet="Coast Courier",
    title="Pier of Port Anselm collapses",
    published=Moment("2031-03-03", "day"),
    captured_at=DAY.replace(day=3),
    body=(
        Said("Oren Tull", "the pier was quite sound"),
        Told("Port Anselm", 36, source="the harbour office"),
        "Ida Brask came to the harbour.",
    ),
)
KINDS: tuple[LinkKind, ...] = ("mention", "statement", "report", "article")
Pair = tuple[LinkKind, str, str, Relation]


def joined(
    record: Record, pages: Sequence[Findings], more: Iterable[Pair] = ()
) -> None:
    """Put the pages on record, the first finding of each kind joined."""
    for page in pages:
        record.add(page, RUN, added_at=NOW)
    pairs: list[Pair] = [*more]
    for kind in KINDS:
        named = sorted(ids[0] for page in pages if (ids := ids_of(page, kind)))
        pairs += [(kind, named[0], other, "same") for other in named[1:]]
    links = [
        make_link(kind, left, right, relation, "yes", 0.9, "alike")
        for kind, left, right, relation in pairs
    ]
    record.save_resolution(links, [], RUN, NOW, seen=record.head())


def ids_of(page: Findings, kind: LinkKind) -> list[str]:
    """The ids of a page's findings of one kind."""
    return [item.id for item in getattr(page, f"{kind}s")]


@pytest.fixture
def pier(record: Record) -> Record:
    """Two texts on a pier, of one story."""
    joined(record, [findings_of(MAIL), findings_of(COURIER)])
    return record


def found_in(record: Record, *, is_folded: bool = True) -> ComparisonView:
    """The one story of a record, side by side."""
    story = findings_of(MAIL).articles[0].id
    found = read_comparison(record, story, is_folded=is_folded)
    assert found is not None
    return found


def row_of(found: ComparisonView, kind: str, words: str) -> FactRow:
    """The one row of a kind whose subject holds these words."""
    (row,) = (r for r in found.rows if r.kind == kind and words in r.about)
    return row


def told(cell: FactCell) -> list[str]:
    """The words of a cell."""
    return [item.words.text for item in cell.held]


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


def test_a_part_of_a_figure_has_a_row_of_its_own(record: Record) -> None:
    part = Told("Port Anselm", 3, is_part=True)
    joined(record, [findings_of(replace(MAIL, body=(*MAIL.body, part))),
                    findings_of(COURIER)])  # fmt: skip
    told_by_one = row_of(compare_all(record), "figure", "killed, some of them")
    assert told_by_one.told_by == 1


def compare_all(record: Record) -> ComparisonView:
    """Every article of the record side by side."""
    ids = [article.id for story in list_stories(record) for article in story.articles]
    return compare_articles(record, ids)


def test_a_dispute_stands_in_the_texts_that_hold_a_side(record: Record) -> None:
    mail, courier = (
        findings_of(MAIL),
        findings_of(replace(COURIER, body=(Said("Ida Brask", "the pier was rotten"),))),
    )
    for page in (mail, courier):
        record.add(page, RUN, added_at=NOW)
    links = [make_link("article", mail.articles[0].id, courier.articles[0].id, "same",
                       "yes", 0.9, "")]  # fmt: skip
    record.save_resolution(
        links, [dispute_of(mail, courier)], RUN, NOW, seen=record.head()
    )
    row = row_of(found_in(record), "dispute", "sound")
    assert [[item.manner for item in cell.held] for cell in row.cells] == [
        ["disputed"],
        ["disputing"],
    ]


def test_copies_share_a_column_and_say_which_of_them_lacks_a_fact(
    record: Record,
) -> None:
    mail = findings_of(MAIL)
    cut = findings_of(replace(MAIL, where="wire/pier", outlet="Wire Mirror",
                              body=(MAIL.body[0],)))  # fmt: skip
    copy: Pair = ("article", cut.articles[0].id, mail.articles[0].id, "copy_of")
    joined(record, [mail, cut], [copy])
    found = found_in(record)
    (column,) = found.texts
    assert {a.outlet for a in (column.article, *column.copies)} == {
        "Anselm Mail", "Wire Mirror",
    }  # fmt: skip
    lacking = row_of(found, "claim", "nobody had looked").cells[0].not_in_copies
    assert lacking == (cut.articles[0].id,)
    assert row_of(found, "claim", "sound").cells[0].not_in_copies == ()
    apart = found_in(record, is_folded=False)
    assert len(apart.texts) == 2
    cells = row_of(apart, "claim", "nobody had looked").cells
    assert sorted(cell.stands for cell in cells) == ["in this text", "not in this text"]


def test_what_a_copy_repeats_is_quoted_once(record: Record) -> None:
    mail = findings_of(MAIL)
    wire = findings_of(replace(MAIL, where="wire/pier", outlet="Wire Mirror"))
    copy: Pair = ("article", wire.articles[0].id, mail.articles[0].id, "copy_of")
    joined(record, [mail, wire], [copy])
    (column,) = found_in(record).texts
    assert [(c.statements, c.speakers) for c in column.quoted] == [(2, 2)]


def test_every_word_opens_in_its_page(pier: Record) -> None:
    found = found_in(pier)
    texts = pier.texts([text.article.page_id for text in found.texts])
    words = [item.words for row in found.rows for c in row.cells for item in c.held]
    assert words
    for each in words:
        pieces = [span.of(texts[each.page_id]) for span in each.spans]
        assert " ... ".join(pieces) == each.text


def test_rows_told_by_several_texts_come_first(pier: Record) -> None:
    counts = [row.told_by >= 2 for row in found_in(pier).rows]
    assert counts == sorted(counts, reverse=True)
    assert {True, False} == set(counts)


def test_the_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    third = replace(MAIL, where="sun/pier", outlet="Morning Sun",
                    body=(Said("Oren Tull", "the pier was sound"),))  # fmt: skip
    pages = [findings_of(news) for news in (MAIL, COURIER, third)]
    seen = []
    for number, order in enumerate(permutations(pages)):
        with open_record(tmp_path / f"{number}.db") as record:
            joined(record, order)
            seen.append(found_in(record))
    assert all(found == seen[0] for found in seen)


def test_a_private_speaker_is_in_no_row_and_not_named_beside_words(
    record: Record,
) -> None:
    witness = Said("Jon Wick", "my brother drowned there", private="a relative")
    page = replace(MAIL, body=(*MAIL.body, witness))
    joined(record, [findings_of(page), findings_of(COURIER)])
    (found,) = masked(record, [compare_all(record)])
    row = row_of(found, "claim", "my brother drowned")
    (said,) = row.cells[0].held
    assert "Wick" not in (said.by or "")
    for each in found.rows:
        assert "Wick" not in each.about
        named = (w for c in each.cells for w in c.held if w.manner != "told")
        assert all("Wick" not in item.words.text for item in named)


def test_a_cut_leaves_out_what_was_not_published_yet(pier: Record) -> None:
    story = findings_of(MAIL).articles[0].id
    early = read_comparison(pier, story, cut=Cut(published_until=date(2031, 3, 2)))
    assert early is not None
    assert [text.article.outlet for text in early.texts] == ["Anselm Mail"]
    assert (
        read_comparison(pier, story, cut=Cut(published_until=date(2031, 3, 1))) is None
    )


def test_a_story_of_many_texts_compares_the_first_and_counts_the_others(
    record: Record,
) -> None:
    many = MOST_TEXTS + 3
    pages = [
        findings_of(replace(COURIER, where=f"sun/{n}", title=f"Pier, day {n}"))
        for n in range(many)
    ]
    joined(record, pages)
    found = read_comparison(record, min(p.articles[0].id for p in pages))
    assert found is not None
    assert len(found.texts) == MOST_TEXTS
    assert len(found.left_out) == many - MOST_TEXTS


def test_a_story_of_teasers_has_no_column(record: Record) -> None:
    teaser = findings_of(replace(MAIL, type="teaser"))
    joined(record, [teaser])
    found = read_comparison(record, teaser.articles[0].id)
    assert found is not None
    assert (found.texts, found.rows) == ((), ())
    assert len(found.left_out) == 1
