"""Which figures and statements of its article a note is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from onrecord.extract.corrections.cues import (
    MONTH_NAME,
    WEEKDAY_NAME,
    any_of,
    listed,
    matcher,
)
from onrecord.extract.corrections.phrases import NUMBER
from onrecord.extract.figures.effects import effect_words
from onrecord.extract.numbers import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.extract.corrections.notes import Note
    from onrecord.extract.corrections.telling import Told
    from onrecord.model import Effect, Figure, Span, Statement

WORD = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*")
LEAST, COVERED = 2, 0.4  # words shared with a statement, and their share of the note's
SPELLED_ALIKE = 85  # of 100: a name and its misspelling
TOLL_WORDS: dict[str, Effect] = {
    "toll": "killed", "dead": "killed", "deaths": "killed", "held": "arrested",
    "detained": "arrested",
}  # fmt: skip
COUNTED = r"\b(?:numbers?|figures?|tolls?|counts?|totals?)\b"
VOICE = (
    r"\b(?:comments?|statements?|responses?|remarks?|reactions?|reply|replies|interview"
    r"|denial|(?P<words>quot\w+))\s+(?:from|by|of|with)\s+"
    r"(?P<part>.+?)(?:[.;]|\s(?:has|have|was)\b|$)"
)


def find_targets(
    note: Note,
    told: Told,
    text: str,
    statements: Sequence[Statement],
    figures: Sequence[Figure],
) -> tuple[str, ...]:
    """The ids of the figures and statements that the note is about, figures first.

    A note about a headline, or with nothing in common with them, is about none.
    """
    words = " ".join(span.of(text) for span in note.sentences)
    if matcher(rf"\b{any_of('about', 'headline')}\b").search(words):
        return ()
    numbered = _figures(words, told, text, figures)
    found = [item for item in statements if _holds(item, numbered)]
    found += _voiced(words, text, statements)
    found = found or _named(words, told, text, statements)
    found = found or _worded(told, text, statements)
    kept = [item for item in statements if item in found]
    return (*(figure.id for figure in numbered), *(item.id for item in kept))


def _figures(
    words: str, told: Told, text: str, figures: Sequence[Figure]
) -> list[Figure]:
    """The figures with the number that holds now, of the effect that the note names."""
    effects = _effects(words)
    live = [item for item in figures if not item.is_superseded]
    now = _numbers(told.corrected, text)
    if now:
        hits = [item for item in live if now & {item.low, item.high}]
        if effects:
            return [item for item in hits if item.effect in effects]
        return [item for item in hits if _is_bare(item, told, text, words)]
    if told.said or told.corrected or not matcher(COUNTED).search(words):
        return []
    whole = [f for f in live if f.effect in effects and f.part_of is None]
    return whole if len(whole) == 1 else []


def _effects(words: str) -> frozenset[Effect]:
    """What happened to people, by the note's words."""
    table, found = effect_words(), set()
    for word in WORD.findall(words.casefold()):
        found |= {row.effect for row in table.get(word, ()) if not row.particles}
        found |= {TOLL_WORDS[word]} if word in TOLL_WORDS else set()
    return frozenset(found)


def _is_bare(figure: Figure, told: Told, text: str, words: str) -> bool:
    """Whether the number stands alone, or beside what the figure counts."""
    if figure.counted and figure.counted.casefold() in words.casefold():
        return True
    return any(NUMBER.fullmatch(span.of(text)) for span in told.corrected)


def _numbers(spans: Iterable[Span], text: str) -> set[int | None]:
    found = (m[0] for span in spans for m in NUMBER.finditer(span.of(text)))
    return {parse_number(words) for words in found} - {None}


def _holds(statement: Statement, figures: Iterable[Figure]) -> bool:
    return any(
        figure.statement_id == statement.id
        or any(span.holds(figure.span) for span in statement.content)
        for figure in figures
    )


def _voiced(words: str, text: str, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of those whose comment, response or quotation the note names."""
    voice = matcher(VOICE).search(words)
    if voice is None:
        return []
    asked = _content(voice["part"])
    met = [item for item in statements if asked & _content(_source(item, text))]
    return [item for item in met if not voice["words"] or item.mode != "indirect"]


def _named(
    words: str, told: Told, text: str, statements: Sequence[Statement]
) -> list[Statement]:
    """The statements of whom the note is about, by name."""
    said = " ".join(span.of(text) for span in told.said)
    rest = words.replace(said, " ") if said else words
    if matcher(rf"\b{any_of('about', 'names')}\b").search(words):
        return [item for item in statements if _is_named(item, rest, said)]
    met = [s for s in statements if s.speaker_name and s.speaker_name in rest]
    return met if len(met) == 1 else []


def _is_named(statement: Statement, words: str, said: str) -> bool:
    """Whether the words name the speaker, or misspell the name where they say so."""
    name = statement.speaker_name
    if not name:
        return False
    surname = name.split()[-1]
    if re.search(rf"\b{re.escape(surname)}\b", words):
        return True
    return said != name and fuzz.ratio(name, said) >= SPELLED_ALIKE


def _source(statement: Statement, text: str) -> str:
    spans = " ".join(span.of(text) for span in statement.source)
    return f"{spans} {statement.speaker_name or ''} {statement.role or ''}"


def _worded(told: Told, text: str, statements: Sequence[Statement]) -> list[Statement]:
    """The one statement that says much of what the note says; none when two may."""
    wanted = _content(" ".join(s.of(text) for s in (*told.said, *told.corrected)))
    shared = {
        item.id: wanted & (_content(_said(item, text)) | _content(_source(item, text)))
        for item in statements
    }
    best = max((len(words) for words in shared.values()), default=0)
    top = [item for item in statements if len(shared[item.id]) == best]
    if len(top) == 1 and best >= LEAST and best >= COVERED * len(wanted):
        return top
    values = _values(told.corrected, text)
    holding = [item for item in statements if values & _content(_said(item, text))]
    return holding if len(holding) == 1 else []


def _said(statement: Statement, text: str) -> str:
    return " ".join(span.of(text) for span in (*statement.content, *statement.cue))


def _content(words: str) -> frozenset[str]:
    """The words that tell, folded: plurals as singulars."""
    common = listed("about", "common")
    found = (word.casefold() for word in WORD.findall(words))
    return frozenset(
        word[:-1] if word.endswith("s") and len(word) > len("ties") else word
        for word in found
        if word not in common
    )


def _values(spans: Iterable[Span], text: str) -> frozenset[str]:
    """What a statement can be told by alone: a day, a number, a name."""
    form = matcher(rf"\b(?:{WEEKDAY_NAME}|{MONTH_NAME})\b|\b\d[\d.,]*\b")
    words = [span.of(text) for span in spans]
    found = [match[0] for told in words for match in form.finditer(told)]
    names = [told for told in words if told[:1].isupper() and told.istitle()]
    return _content(" ".join((*found, *names)))
