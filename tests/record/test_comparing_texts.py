"""Texts of a story side by side: columns, copies, private people, any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

from onrecord.record import Record, open_record
from onrecord.record.views import Cut, masked, read_comparison
from onrecord.record.views.comparing.columns import MOST_TEXTS
from tests.record.made import Said, findings_of
from tests.record.pier import (
    COURIER,
    MAIL,
    Pair,
    compare_all,
    found_in,
    joined,
    row_of,
)  # fmt: skip

if TYPE_CHECKING:
    from pathlib import Path


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
