"""Notes are told apart, dated, and read for what was wrong and what holds now."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.corrections.notes import find_notes
from onrecord.extract.corrections.telling import read_note
from tests.extract.corrections.notes_made import BODY, article_of, told_by

HELD = [
    ("An earlier version of this article said nine boats had sunk. It was six.",
     "nine boats had sunk", "six"),
    ("Correction: Nine crates, not 90, were stolen.", "90", "Nine"),
    ("Correction: The ferry sails on Monday, not on Sunday.", "on Sunday", "Monday"),
    ("This story has been corrected to show that Ada Pell chairs the board, not the "
     "council.", "the council", "Ada Pell chairs the board"),
    ("A previous version of this story misspelled the name of the pilot. She is "
     "Hedda Nor, not Heda Nor.", "Heda Nor", "Hedda Nor"),
    ("An earlier version of this article attributed a remark to Jon Wick. It was made "
     "by Oren Tull.", "Jon Wick", "Oren Tull"),
    ("(Corrects toll to 12, instead of 21, in paragraph 2)", "21", "12"),
    ("The price in this article has been changed from five crowns to six crowns.",
     "five crowns", "six crowns"),
    ("This article was amended on 2 May 2025. An earlier version gave the depth of the "
     "lock as nine metres; in fact, it is 12 metres.", "nine metres", "12 metres"),
    ("For “Ostmere” an earlier version of this article had “Westmere”.",
     "Westmere", "Ostmere"),
    ("The lock is twelve metres deep, not nine as an earlier version of this article "
     "said.", "nine", "twelve"),
]  # fmt: skip
ONE_SIDED = [
    ("This story has been updated with comment from the board.",
     [], ["comment from the board"]),
    ("Clarification: This article has been changed to make clear that the pier is "
     "private.", [], ["the pier is private"]),
    ("Ada Pell's name was misspelled in an earlier version of this article.",
     [], ["Ada Pell"]),
    ("A paragraph on the lock has been removed from this article.",
     ["A paragraph on the lock"], []),
    ("The headline of this article has been changed.", [], []),
    ("Editor's note: The pictures with this article have been replaced.", [], []),
    ("An earlier version of this article gave the wrong age for the pilot.", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("note", "said", "now"), HELD)
def test_a_note_tells_what_was_said_and_what_holds_now(
    note: str, said: str, now: str
) -> None:
    assert told_by(note) == ([said], [now])


@pytest.mark.parametrize(("note", "said", "now"), ONE_SIDED)
def test_what_a_note_keeps_to_itself_stays_empty(
    note: str, said: list[str], now: list[str]
) -> None:
    assert told_by(note) == (said, now)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Correction: The pier is old.", "correction"),
        ("CORRECTION (May 3, 2025, 4:10 p.m. ET): The pier is old.", "correction"),
        ("Clarification, 3 May 2025: The pier is old.", "clarification"),
        ("Editor’s note: The pier is old.", "editor's note"),
        ("Update, May 3: The pier is old.", "update"),
        ("An earlier version of this article misstated the year.", "correction"),
        ("This story has been updated to include a reply.", "update"),
        ("This article has been changed to clarify a date.", "clarification"),
    ],
)
def test_the_kind_is_what_the_note_calls_itself_or_says_was_done(
    words: str, kind: str
) -> None:
    article, text = article_of(("body", BODY), ("correction", words))
    assert [note.kind for note in find_notes(article, text)] == [kind]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("CORRECTION (May 3, 2025, 4:10 p.m. ET): It is old.", "2025-05-03T16:10"),
        ("This article was amended on 3 May 2025. It said a year.", "2025-05-03"),
        ("Correction, 2025-05-03: The pier is old.", "2025-05-03"),
        ("Update, May 3: The pier is old.", None),
        ("An earlier version of this article said May 3, 2025.", None),
        ("Correction, May 33, 2025: The pier is old.", None),
    ],
)
def test_a_note_is_dated_as_sharp_as_it_says(words: str, at: str | None) -> None:
    article, text = article_of(("body", BODY), ("correction", words))
    (note,) = find_notes(article, text)
    assert (str(note.at) if note.at else None) == at


def test_paragraphs_under_one_label_are_one_note() -> None:
    article, text = article_of(
        ("body", BODY),
        ("correction", "Corrections:"),
        ("correction", "An earlier version of this article misstated the year."),
        ("correction", "It also said the pier was closed. It is open."),
    )
    (note,) = find_notes(article, text)
    assert len(note.spans) == 3
    assert [s.of(text) for s in read_note(note, text).said] == ["the pier was closed"]


def test_each_label_opens_a_note_of_its_own() -> None:
    article, text = article_of(
        ("correction", "Update: The board has replied."),
        ("correction", "Correction: The pier is old."),
        ("body", BODY),
        ("correction", "Correction: The lock is deep."),
    )
    kinds = [note.kind for note in find_notes(article, text)]
    assert kinds == ["update", "correction", "correction"]


@pytest.mark.parametrize(
    "words",
    ["Updated: 2025-05-03T10:00:00Z", "UPDATE: Pier reopens", "Updated at 1:20 p.m.",
     "This is a developing story and will be updated."],
)  # fmt: skip
def test_a_time_a_title_or_a_promise_is_no_note(words: str) -> None:
    article, text = article_of(("body", BODY), ("correction", words))
    assert list(find_notes(article, text)) == []


@given(st.text(max_size=300))
def test_spans_of_any_note_open_words_inside_it(words: str) -> None:
    lead = "An earlier version of this article said " + words
    article, text = article_of(("body", BODY), ("correction", lead))
    for note in find_notes(article, text):
        told = read_note(note, text)
        for span in (*told.said, *told.corrected, *note.sentences):
            assert any(paragraph.holds(span) for paragraph in note.spans)
            assert span.of(text).strip()
