"""The gold of statements is whole, and moves to the measured text unchanged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bench.recorded import hash_of
from bench.statement_gold import (
    PARTED,
    GoldPage,
    GoldSpans,
    document_of,
    documents_of,
    read_gold,
)

LINES = ("Menu", "Ana Petrell spoke.", "Advert", "“The quay,” she said, “is safe.”")
TEXT = "\n".join(LINES)
MANY, PAGES, TWICE = 1000, 60, 12


def page_of(text: str, *golds: GoldSpans) -> GoldPage:
    starts = [text.index(line) for line in (LINES[1], LINES[3])]
    lines = tuple(
        (start, start + len(line))
        for start, line in zip(starts, (LINES[1], LINES[3]), strict=True)
    )
    return GoldPage(
        "own/1", hash_of(text.encode()), "vorrin.example", "train", "a test", lines,
        golds, 1,
    )  # fmt: skip


def test_there_is_gold_enough_and_no_outlet_is_in_both_parts() -> None:
    pages = list(read_gold(1))
    assert len(pages) >= PAGES
    assert sum(len(page.attributions) for page in pages) >= MANY
    sites = {
        part: {page.site for page in pages if page.part == part}
        for part in ("train", "test")
    }
    assert all(sites.values())
    assert not sites["train"] & sites["test"]


def test_the_second_pass_is_of_pages_of_the_first() -> None:
    first = {page.page: page for page in read_gold(1)}
    second = list(read_gold(2))
    assert len(second) >= TWICE
    for page in second:
        assert page.sha256 == first[page.page].sha256
        assert page.article == first[page.page].article
        assert (page.number, first[page.page].number) == (2, 1)


def test_every_span_lies_in_a_line_of_the_article() -> None:
    for page in (*read_gold(1), *read_gold(2)):
        for gold in page.attributions:
            assert gold.content
            for start, end in (*gold.content, *gold.source, *gold.cue):
                assert any(a <= start < end <= b for a, b in page.article)


@given(st.data())
def test_what_is_moved_has_the_same_characters(data: st.DataObject) -> None:
    page = page_of(TEXT)
    first, last = data.draw(st.sampled_from(page.article))
    start = data.draw(st.integers(first, last - 1))
    end = data.draw(st.integers(start + 1, last))
    gold = GoldSpans(content=((start, end),))
    document = document_of(page_of(TEXT, gold), TEXT)
    moved = document.attributions[0].content[0]
    assert document.text == f"{LINES[1]}{PARTED}{LINES[3]}"
    assert document.text[slice(*moved)] == TEXT[start:end]


def test_joint_speakers_are_one_name_of_both() -> None:
    ana, petrell = TEXT.index("Ana"), TEXT.index("Petrell")
    gold = GoldSpans(
        content=((TEXT.index("The"), TEXT.index(",”")),),
        speaker=((ana, ana + 3), (petrell, petrell + 7)),
    )
    found = document_of(page_of(TEXT, gold), TEXT).attributions[0]
    assert found.speaker == "Ana Petrell"


def test_gold_of_another_text_is_not_used() -> None:
    page = page_of(TEXT)
    assert documents_of([page], {"own/1": TEXT + "!"}) == []
    assert documents_of([page], {}) == []
    assert len(documents_of([page], {"own/1": TEXT})) == 1
