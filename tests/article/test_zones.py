"""Blocks get the zone of the role that their words play."""

from __future__ import annotations

import pytest

from onrecord.article import label_blocks
from onrecord.article.cues import class_zone, label_zone, lead_in, start_zone
from tests.article.pages import articles_in

PARAGRAPH = (
    "The harbour office said on Wednesday that nobody knows where the sandbank lies"
    " and that no ship may leave the port before the survey."
)


def zones(text: str) -> list[str]:
    page, _ = articles_in(text)
    return list(label_blocks(page))


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Most Read", "most-read"),
        ("MORE IN POLITICS:", "teaser"),
        ("Read Next", "teaser"),
        ("You may also like", "teaser"),
        ("BREAKING", "ticker"),
        ("Share this:", "share"),
        ("12 Comments", "comment"),
        ("Advertisement", "ad"),
        ("Tags", "tags"),
        ("About the author", "author-note"),
        ("Lesen Sie auch", "teaser"),
        ("The ministry's answer", None),
        ("A Decade of Quiet", None),
    ],
)
def test_section_labels_are_known(words: str, zone: str | None) -> None:
    assert label_zone(words) == zone


@pytest.mark.parametrize(
    "words",
    [
        "Support for the bill grew after the storm.",
        "By providing ships to the island, the ministry hopes to end the quarrel.",
        "Not a member of the council, she could not vote.",
        "The report by the committee was revised in May.",
        "An earlier version of the bill failed in spring.",
        "Registered in 2019, the company owns two ferries.",
        "The views expressed by the minister were not new.",
        "More than forty people were hurt.",
        "Read against the treaty, the note says little.",
    ],
)
def test_sentences_of_the_body_are_not_taken_for_furniture(words: str) -> None:
    assert start_zone(words) is None


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Read more: Rain falls on Holm", "Rain falls on Holm"),
        ("READ ALSO Rain falls on Holm", "Rain falls on Holm"),
        ("» Rain falls on Holm", "Rain falls on Holm"),
        ("Lea también: Llueve en el puerto", "Llueve en el puerto"),
        ("Live: rain on Holm", "Live: rain on Holm"),
        ("Rain: what we know", "Rain: what we know"),
    ],
)
def test_what_leads_in_to_a_title_is_told_from_the_title(
    words: str, title: str
) -> None:
    assert words[lead_in(words) :] == title


@pytest.mark.parametrize(
    ("label", "zone"),
    [
        ("div.related-stories", "teaser"),
        ("footer.site-footer", "legal"),
        ("div.newsletter-signup", "promo"),
        ("section.comments", "comment"),
        ("div.story-text", None),
        ("div.text-body", None),
        ("p", None),
    ],
)
def test_class_names_tell_furniture(label: str, zone: str | None) -> None:
    assert class_zone(label) == zone


def test_article_in_a_box_with_a_furniture_name_is_still_the_article() -> None:
    html = f"<body><div class='has-sidebar widget'>{f'<p>{PARAGRAPH}</p>' * 6}</div>"
    assert zones(f"<html>{html}</html>") == ["body"] * 6


def test_paragraphs_wrapped_one_by_one_come_together() -> None:
    wrapped = f"<div class='text'><p>{PARAGRAPH}</p></div>"
    quoted = "<blockquote><p>The sea does not read charts at all.</p></blockquote>"
    html = f"<html><body><article>{wrapped * 3}{quoted}{wrapped * 2}</article>"
    assert zones(html) == ["body", "body", "body", "quote", "body", "body"]


def test_long_comments_do_not_outweigh_the_article() -> None:
    text = "\n\n".join(
        ["Storm closes the harbour of Skerry"]
        + [f"{PARAGRAPH} Day {n}." for n in range(4)]
        + ["12 comments"]
        + [f"I was there on day {n} and {PARAGRAPH.lower()}" for n in range(30)]
    )
    found = zones(text)
    assert found[:5] == ["headline", "body", "body", "body", "body"]
    assert set(found[5:]) == {"comment"}


def test_list_amid_the_text_does_not_end_it() -> None:
    items = "\n".join(f"  • Boat number {n}" for n in range(8))
    text = f"Storm closes the harbour\n\n{PARAGRAPH}\n{PARAGRAPH} Today.\n{items}\n\n"
    text += f"{PARAGRAPH} On Friday.\n{PARAGRAPH} On Sunday.\n"
    assert zones(text)[-2:] == ["body", "body"]


def test_person_whom_the_text_introduces_is_no_note_on_the_author() -> None:
    html = f"<p>{PARAGRAPH}</p><p>Ann Other is a freelance journalist from Holm.</p>"
    html += f"<p>{PARAGRAPH}</p>" * 4
    assert set(zones(f"<html><body><div>{html}</div></body></html>")) == {"body"}


NOTE = (
    "<p>Correction: An earlier version of this article misstated the depth.</p>"
    "<p>It also gave a wrong name for the survey ship. She is the Tern.</p>"
)


def noted(above: str, below: str = "", name: str = "story") -> list[str]:
    """The zones of a page with an article of four paragraphs."""
    text = "".join(f"<p>{number}. {PARAGRAPH}</p>" for number in range(1, 5))
    return zones(
        f"<html><body><article class='{name}'><h1>No ship may leave</h1>"
        f"{above}{text}{below}</article></body></html>"
    )


BODY = ["body"] * 4


@pytest.mark.parametrize("name", ["correction", "editors-note", "c-corrections__box"])
def test_every_paragraph_in_an_element_named_so_is_a_note(name: str) -> None:
    boxed = f"<div class='{name}'>{NOTE}</div>"
    assert noted(boxed) == ["headline", "correction", "correction", *BODY]
    assert noted("", boxed) == ["headline", *BODY, "correction", "correction"]


def test_a_note_above_the_text_takes_no_paragraph_of_it() -> None:
    note = NOTE.partition("<p>It")[0]
    assert noted(note) == ["headline", "correction", *BODY]
    assert noted(note, name="has-correction") == ["headline", "correction", *BODY]
