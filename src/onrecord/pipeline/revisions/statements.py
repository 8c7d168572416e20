"""Which statements of an article came, went, were worded otherwise or re-attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from onrecord.pipeline.revisions.changes import Change
from onrecord.pipeline.revisions.pairing import Pairs, between, pair
from onrecord.pipeline.revisions.wording import (
    alone,
    folded,
    holds,
    is_same,
    likeness,
    side_by_side,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.record.views import StatementView, Words
    from onrecord.record.views.revisions import Version

ALIKE = 0.45  # of one speaker; swept with `python -m bench revisions`
SAME_WORDS = 0.75  # of two speakers
SPELLED_ALIKE = 85  # of 100: one name spelled in two ways
PRIVATE = "a private person"


def statement_changes(before: Version, after: Version) -> Iterator[Change]:
    """The changes in what is said, in no promised order.

    A statement whose words the other capture still tells is neither gone nor new,
    whoever is found to say it.
    """
    old, new = _outer(before.statements), _outer(after.statements)
    pairs = _pairs(old, new)
    for one, other in pairs.items():
        yield from _differences(old[one], new[other])
    for n, item in enumerate(old):
        if n not in pairs and not _is_told(item, after):
            gone = alone(item.content.text, item.content)
            yield Change("statement", "gone", gone, None, _speaker(item))
    for n, item in enumerate(new):
        if n not in pairs.values() and not _is_told(item, before):
            added = alone(item.content.text, item.content)
            notes = item.corrections
            yield Change("statement", "added", None, added, _speaker(item), notes)


def _outer(statements: Sequence[StatementView]) -> list[StatementView]:
    """Those of the text that stand in no other; a headline is compared as a whole.

    What an assistant proposed is left out: it was not asked about every capture, and
    answers otherwise another time.
    """
    kept = [
        item
        for item in statements
        if item.nested_in is None and item.zone != "headline" and item.found_by is None
    ]
    return [
        item
        for item in kept
        if not any(other is not item and _lies_in(item, other) for other in kept)
    ]


def _lies_in(item: StatementView, other: StatementView) -> bool:
    inner, outer = item.content.spans, other.content.spans
    inside = all(any(o.holds(span) for o in outer) for span in inner)
    return inside and sum(map(len, inner)) < sum(map(len, outer))


def _pairs(old: Sequence[StatementView], new: Sequence[StatementView]) -> Pairs:
    """One thing said, in both captures: by its words, then by its place and speaker."""
    pairs = pair(old, new, _sameness, 1.0)
    pairs = pair(old, new, _score, ALIKE, pairs)
    taken = set(pairs.values())
    for n, one in enumerate(old):
        places = [
            m
            for m, other in enumerate(new)
            if m not in taken
            and between(pairs, n, m)
            and _is_same_speaker(one, other)
            and one.mode == other.mode
        ]
        if n not in pairs and len(places) == 1:
            pairs[n] = places[0]
            taken.add(places[0])
    return pairs


def _sameness(one: StatementView, other: StatementView) -> float:
    if not is_same(one.content.text, other.content.text):
        return 0.0
    return 2.0 if _is_same_speaker(one, other) else 1.0


def _score(one: StatementView, other: StatementView) -> float:
    score = likeness(one.content.text, other.content.text)
    if _is_same_speaker(one, other):
        return score
    return score if score >= SAME_WORDS else 0.0


def _differences(one: StatementView, other: StatementView) -> Iterator[Change]:
    """In the words, and in who is said to have spoken them."""
    if not _is_same_speaker(one, other) and not _is_same_source(one, other):
        before, after = side_by_side(_voice(one), _voice(other))
        said = other.content.text
        yield Change("attribution", "changed", before, after, said, other.corrections)
    told, tells = one.content.text, other.content.text
    if not is_same(told, tells) and likeness(told, tells) < 1:
        before, after = side_by_side((told, one.content), (tells, other.content))
        speaker = _speaker(other)
        yield Change("statement", "changed", before, after, speaker, other.corrections)


def _speaker(item: StatementView) -> str | None:
    """Who speaks, by the name given there; None when nobody is named."""
    if item.is_speaker_private:
        return PRIVATE
    return item.spoken_as or item.speaker_name or (_source(item) or None)


def _voice(item: StatementView) -> tuple[str, Words | None]:
    """Who speaks and the words for it, a private person without either."""
    return _speaker(item) or "nobody", None if item.is_speaker_private else item.source


def _source(item: StatementView) -> str:
    return item.source.text if item.source else ""


def _is_same_source(one: StatementView, other: StatementView) -> bool:
    """Whether the words for the speaker are the same: a pronoun may mean another."""
    return is_same(_source(one), _source(other))


def _is_same_speaker(one: StatementView, other: StatementView) -> bool:
    """Whether the two are one by identity, by name, or by a spelling of it."""
    if one.speaker is not None and one.speaker == other.speaker:
        return True
    first, second = _speaker(one) or "", _speaker(other) or ""
    words, others = set(folded(first)), set(folded(second))
    if not words or not others:
        return words == others
    is_part = words <= others or others <= words
    return is_part or fuzz.ratio(first.casefold(), second.casefold()) >= SPELLED_ALIKE


def _is_told(item: StatementView, version: Version) -> bool:
    """Whether the article of this version still has the words, each run of them."""
    pieces = item.content.text.split(" ... ")
    return all(holds(version.told, piece) for piece in pieces)
