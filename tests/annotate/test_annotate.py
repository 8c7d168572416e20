"""An article as the extractors read it."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest

from onrecord.annotate import annotate
from onrecord.gazetteer import ActorTable, Countries, load_actors, load_countries
from onrecord.language import SpacyParser
from onrecord.model import (
    Annotated,
    Article,
    Block,
    CaptureId,
    Markup,
    Page,
    Span,
    Zone,
    Zoned,
    article_id,
    page_id,
)

ZONES: dict[str, Zone] = {
    zone: zone for part in get_args(Zone) for zone in (get_args(part) or (part,))
}


@cache
def tools() -> tuple[SpacyParser, ActorTable, Countries]:
    actors = load_actors()
    return SpacyParser(), actors, load_countries(actors)


def read(*parts: tuple[str, str]) -> Annotated:
    """Annotate lines, each with its zone."""
    text = "\n".join(words for words, _ in parts)
    zones: list[Zoned] = []
    at = 0
    for words, zone in parts:
        zones.append(Zoned(Span(at, at + len(words)), ZONES[zone]))
        at += len(words) + 1
    capture = CaptureId("capture")
    blocks = tuple(Block(zone.span, Markup("p")) for zone in zones)
    page = Page(page_id(capture, text), capture, text, blocks, (), "en", "test")
    article = Article(
        id=article_id(page.id, "article", zones[0].span),
        page_id=page.id,
        type="article",
        title=None,
        titles=(),
        zones=tuple(zones),
        outlet=None,
        byline=(),
        published=None,
        modified=None,
        language="en",
    )
    return annotate(article, page, *tools())


def sentences(annotated: Annotated) -> list[str]:
    return [each.span.of(annotated.page.text) for each in annotated.sentences]


def test_furniture_is_never_parsed() -> None:
    annotated = read(
        ("The bridge is safe.", "body"),
        ("Read more: The dam broke.", "promo"),
        ("Sport", "menu"),
        ("It was tested.", "body"),
    )
    assert sentences(annotated) == ["The bridge is safe.", "It was tested."]


def test_paragraphs_are_counted_in_reading_order() -> None:
    annotated = read(
        ("Bridge closed", "headline"),
        ("The bridge is closed. It is old.", "body"),
        ("It will open in May.", "body"),
    )
    assert [each.paragraph for each in annotated.sentences] == [0, 1, 1, 2]
    assert annotated.sentences[0].zone == "headline"


def test_no_sentence_runs_over_a_line_end() -> None:
    annotated = read(("A Long Walk\nThe bridge is closed", "body"))
    assert sentences(annotated) == ["A Long Walk", "The bridge is closed"]


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    lines = (
        "The old bridge over the river was closed on Monday after\n"
        "engineers had found cracks in two of its piers, which\n"
        "are older than the town."
    )
    assert len(read((lines, "body")).sentences) == 1


def test_lines_broken_at_a_margin_into_blocks_are_one_paragraph() -> None:
    lines = (
        "The old bridge over the river was closed on Monday after",
        "engineers had found cracks in two of its piers, which",
        "are older than the town.",
    )
    assert len(read(*((line, "body") for line in lines)).sentences) == 1


def test_short_lines_stay_apart_where_the_next_word_had_room() -> None:
    lines = (
        "The old bridge was closed",
        "Mayor sorry",
        "A new one is planned, which will be somewhat wider, the town says",
    )
    assert len(read(*((line, "body") for line in lines)).sentences) == 3


def test_a_shouted_article_is_read_in_running_letters() -> None:
    annotated = read(("THE OLD BRIDGE WAS CLOSED, MAYOR ANA PETRELL SAID.", "body"))
    assert sentences(annotated) == [
        "The old bridge was closed, mayor Ana Petrell said."
    ]


def test_tokens_carry_the_words_of_the_page() -> None:
    annotated = read(
        ("Mayor Calls Old Bridge Completely Unsafe", "headline"),
        ("“It’s unsafe,” she said\u00a0today.", "body"),
    )
    text = annotated.page.text
    tokens = [token for each in annotated.sentences for token in each.tokens]
    assert all(token.span.of(text) == token.text for token in tokens)
    assert {"Calls", "“", "’s"} <= {token.text for token in tokens}


@pytest.mark.parametrize(
    ("headline", "verb"),
    [
        ("Mayor Says Old Bridge Is Completely Unsafe", "Says"),
        ("Engineers Testing Bridge Warned Mayor Repeatedly", "Warned"),
    ],
)
def test_verbs_of_a_title_case_headline_are_verbs(headline: str, verb: str) -> None:
    annotated = read((headline, "headline"), ("The mayor left.", "body"))
    tagged = {t.text: t.pos for each in annotated.sentences for t in each.tokens}
    assert tagged[verb] == "VERB"
