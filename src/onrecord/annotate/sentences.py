"""Paragraphs to sentences with grammar, in page coordinates."""

# ruff: noqa: RUF001 - the marks themselves are the matter here
from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import recased
from onrecord.annotate.headlines import CaseEvidence, sentence_cased
from onrecord.model import Passage, make_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.passages import Paragraph
    from onrecord.language import Parser
    from onrecord.model import Sentence, Token

# The parser learned from straight marks and plain spaces. One character for one, so
# that offsets hold.
PLAIN = str.maketrans("“”„«»‘’‚\u00a0\u202f\u2009\n\r\t", '"""""\'\'\'      ')
HEADLINE_ZONES = frozenset({"headline", "heading"})
WORD = re.compile(r"[^\W\d_]")


def parse_sentences(
    paragraphs: Sequence[Paragraph], text: str, parser: Parser
) -> tuple[Sentence, ...]:
    """The sentences of these paragraphs of `text`, in page order.

    Tokens carry the page's own words, also where the parser was shown a form with
    plain marks, or small letters: a Title Case Headline, a TEXT ALL IN CAPITALS.
    """
    evidence = CaseEvidence.of(paragraphs, text)
    passages = [_passage(paragraph, text, evidence) for paragraph in paragraphs]
    parsed = zip(paragraphs, parser.parse(passages), strict=True)
    return tuple(
        make_sentence(_own_words(tokens, text), paragraph.zone, number)
        for number, (paragraph, sentences) in enumerate(parsed)
        for tokens in sentences
        if any(WORD.search(token.text) for token in tokens)
    )


def _passage(paragraph: Paragraph, text: str, evidence: CaseEvidence) -> Passage:
    words = paragraph.span.of(text)
    if paragraph.zone in HEADLINE_ZONES:
        words = sentence_cased(words, evidence)
    return Passage(recased(words).translate(PLAIN), paragraph.span.start)


def _own_words(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    return tuple(
        token
        if (own := token.span.of(text)) == token.text
        else replace(token, text=own)
        for token in tokens
    )
