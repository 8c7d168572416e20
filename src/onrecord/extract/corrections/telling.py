"""From the sentences of a note to what was said and what holds now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.corrections.changes import change_in
from onrecord.extract.corrections.cues import any_of, earlier, matcher
from onrecord.extract.corrections.errors import Fault, fault_in
from onrecord.extract.corrections.phrases import (
    Pair,
    Piece,
    complement,
    set_against,
    without_tail,
)
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.extract.corrections.notes import Note

IN_FACT = re.compile(
    r"\W*(?:in fact|actually|in reality|instead|rather|in truth)\b,?\s*", re.IGNORECASE
)
SOURCE = re.compile(
    r"\W*according to .{1,60}?,?\s(?=(?:it|he|she|they|there|the)\s)", re.IGNORECASE
)
SAYS = re.compile(
    r"(?s:(?:[^,]{1,60}?\s)(?:now )?(?:said|says|say)(?: that)? (?P<part>.+))",
    re.IGNORECASE,
)
BY = re.compile(r"(?s:.*\b(?:by|of) (?P<part>.+))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a note tells: what was said, what holds now; both in reading order."""

    said: tuple[Span, ...]
    corrected: tuple[Span, ...]


def read_note(note: Note, text: str) -> Told:
    """What the note says was wrong and what it puts in its place."""
    pieces = [Piece(span.of(text), span.start) for span in note.sentences]
    read = [_read(piece) for piece in pieces]
    pairs = [item for item in read if isinstance(item, Pair)]
    pairs += _settled(pieces, read, is_explained=note.kind != "editor's note")
    return Told(_spans(pair.was for pair in pairs), _spans(pair.now for pair in pairs))


def _read(sentence: Piece) -> Pair | Fault | Piece | None:
    """A change, a fault, a plain sentence that may correct one, or nothing."""
    against = set_against(sentence)
    if against is not None and _stands_first(sentence):
        return against
    change = change_in(sentence)
    if change is not None:
        return change
    fault = fault_in(sentence)
    if fault is not None:
        return fault
    closing = rf"\W*{any_of('closing', 'sentences')}\W*"
    return None if matcher(f"(?s:{closing})").fullmatch(sentence.words) else sentence


def _stands_first(sentence: Piece) -> bool:
    """Whether "X, not Y" comes before any word of an earlier version or a change."""
    found = matcher(r"(?:,|\s[—–-])?\s*\b(?:not|rather than|instead of)\b").search(
        sentence.words
    )
    before = sentence.words[: found.start()] if found else ""
    other = rf"{earlier()}|\bcorrect(?:s|ed)\b|\b{any_of('changing', 'verbs')} "
    return matcher(other).search(before) is None


def _settled(
    pieces: Sequence[Piece],
    read: Sequence[Pair | Fault | Piece | None],
    *,
    is_explained: bool,
) -> list[Pair]:
    """Every fault with the plain sentence that corrects it: the next, else the last."""
    pairs: list[Pair] = []
    taken: set[int] = set()
    for at, fault in enumerate(read):
        if not isinstance(fault, Fault):
            continue
        now = fault.rest or fault.now
        where = _answer(read, at, taken)
        if fault.rest is None and where is not None and (is_explained or fault.was):
            taken.add(where)
            now = pieces[where]
        is_spelled = now is fault.now
        pairs.append(
            Pair(fault.was, now if is_spelled or now is None else _now(now, fault))
        )
    return pairs


def _answer(
    read: Sequence[Pair | Fault | Piece | None], at: int, taken: set[int]
) -> int | None:
    """The plain sentence that answers the fault at this place."""
    for there in range(at + 1, len(read)):
        if isinstance(read[there], Piece):
            return there
        if read[there] is not None:
            break
    before = [n for n in range(at) if isinstance(read[n], Piece) and n not in taken]
    has_pair = any(isinstance(item, Pair) for item in read[at + 1 : at + 2])
    return before[-1] if before and not has_pair else None


def _now(piece: Piece, fault: Fault) -> Piece:
    """What a plain sentence says holds now."""
    lead = IN_FACT.match(piece.words) or SOURCE.match(piece.words)
    bare = without_tail(piece.cut(lead.end() if lead else 0, len(piece.words)))
    said = SAYS.fullmatch(bare.words)
    if said and not fault.is_attribution:
        bare = bare.group(said, "part")
    agent = BY.fullmatch(bare.words) if fault.is_attribution else None
    return complement(bare) or (bare.group(agent, "part") if agent else bare)


def _spans(pieces: Iterable[Piece | None]) -> tuple[Span, ...]:
    spans = (piece.span() for piece in pieces if piece is not None)
    return tuple(sorted({span for span in spans if span is not None}))
