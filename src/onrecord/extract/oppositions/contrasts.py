"""Contrasts: "while A insists ..., B contends ...", "A ..., even as B warns ..."."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.extract.oppositions.matters import Matters, place_of
from onrecord.extract.oppositions.sides import apart
from onrecord.extract.oppositions.told import is_asked
from onrecord.model import Dispute, Span, dispute_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Annotated, Sentence, Statement, Token

OPENERS = frozenset({"while", "although", "though", "whereas"})
TURNS = frozenset({"but", "yet", "while", "whereas", "although", "though", "however"})
BETWEEN_SENTENCES = frozenset({"but", "however", "yet"})
SETTING_APART = (
    ("by", "contrast"), ("in", "contrast"), ("on", "the", "contrary"),
    ("on", "the", "other", "hand"),
)  # fmt: skip
CONCEDING = (("despite",), ("contrary", "to"), ("in", "spite", "of"))
LEFT_OUT = frozenset({"noun", "believing", "wanting", "asking"})
FIRM = frozenset({"asserting", "denying"})
ADVERBS = frozenset({"ADV", "ADJ", "DET", "PUNCT"})
# "while" between two clauses mostly only sets them side by side.
ANSWERS = frozenset({"counter", "retort", "disagree"})
CLEARNESS = MappingProxyType({"though": 0.75, "although": 0.75, "while": 0.45})
CLEAR = 0.7
UNSURE = 0.6
JUDGING = frozenset({"condemning", "accusing"})


@dataclass(frozen=True, slots=True)
class _Marker:
    """The words that set two statements against each other, and how clearly."""

    span: Span
    score: float
    needs_matter: bool


def find_contrasts(
    annotated: Annotated, statements: Sequence[Statement]
) -> Iterator[Dispute]:
    """The disputes that contrast markers show, in a sentence or between two."""
    matters = Matters(annotated)
    told = sorted(
        (s for s in statements if s.cue_class not in LEFT_OUT and s.zone != "headline"),
        key=_cue_place,
    )
    for left, right in pairwise(told):
        sides = apart(left, right, matters)
        if sides == "no" or _is_nested(left, right) or _agree(left, right, matters):
            continue
        marker = _marker(left, right, matters)
        if marker is None:
            continue
        score = _scored(left, right, marker, matters)
        score = score if sides == "yes" else min(score, UNSURE)
        if score > 0:
            yield _dispute(left, right, marker, score)
    yield from find_concessions(statements, matters)


def find_concessions(
    statements: Sequence[Statement], matters: Matters
) -> Iterator[Dispute]:
    """What is said in spite of another's words: "Despite A's assurance that, B ..."."""
    nouns = [s for s in statements if s.cue_class == "noun" and s.zone != "headline"]
    for left in nouns:
        sentence = matters.sentence(place_of(left))
        marker = _conceding(sentence, left)
        if marker is None or is_asked(matters.text_of(left.cue)):
            continue
        for right in statements:
            after = sentence.span.holds(right.content[0]) and right.cue_class != "noun"
            if after and place_of(right) > place_of(left) and right.cue:
                sides = apart(left, right, matters)
                score = _scored(left, right, marker, matters)
                if sides == "yes" and score > 0:
                    yield _dispute(left, right, marker, score)


def _conceding(sentence: Sentence, left: Statement) -> _Marker | None:
    """The words that open the sentence and set what follows against a noun."""
    for words in CONCEDING:
        span = _opened_by(sentence, words)
        if span is not None and span.end <= place_of(left):
            return _Marker(span, 0.75, needs_matter=True)
    return None


def _opened_by(sentence: Sentence, words: tuple[str, ...]) -> Span | None:
    """The span of these words where the sentence begins with them."""
    tokens = [t for t in sentence.tokens if t.text[0].isalnum()][: len(words)]
    if tuple(token.text.lower() for token in tokens) != words:
        return None
    return Span(tokens[0].span.start, tokens[-1].span.end)


def _cue_place(statement: Statement) -> int:
    spans = statement.cue or statement.source or statement.content
    return min(span.start for span in spans)


def _is_nested(left: Statement, right: Statement) -> bool:
    return right.nested_in == left.id or left.nested_in == right.id


def _agree(left: Statement, right: Statement, matters: Matters) -> bool:
    """Whether both turn against a third, or go on from one subject.

    Whoever condemns something stands against the other speaker only if that speaker
    is named, whoever praises against nobody; "accusing ..., claiming ..." has one
    subject.
    """
    if "praising" in {left.cue_class, right.cue_class}:
        return True
    if _is_participle(left, matters) and _is_participle(right, matters):
        return True
    for judge, other in ((left, right), (right, left)):
        named = other.speaker is not None and other.speaker in matters.heads_in(
            judge.content
        )
        if judge.cue_class in JUDGING and not named:
            return True
    return False


def _is_participle(statement: Statement, matters: Matters) -> bool:
    return any(token.tag == "VBG" for token in matters.tokens(statement.cue))


def _dispute(
    left: Statement, right: Statement, marker: _Marker, score: float
) -> Dispute:
    return Dispute(
        id=dispute_id(left.id, right.id, "contrast"),
        left=left.id,
        right=right.id,
        evidence="contrast",
        score=score,
        shown="yes" if score >= CLEAR else "possibly",
        page_id=right.page_id,
        spans=(marker.span, *left.content, *right.content),
    )


def _scored(
    left: Statement, right: Statement, marker: _Marker, matters: Matters
) -> float:
    """How sure the contrast is; 0 when it is none."""
    share = matters.share(left.content, right.content)
    same = share > 0 or matters.takes_up(right.content)
    if marker.needs_matter and not same:
        return 0.0
    firm = any(side.cue_class in FIRM and not side.negated for side in (left, right))
    bonus = (0.1 if same else 0.0) + (0.1 if firm else -0.1)
    return round(min(marker.score + bonus, 0.95), 2)


def _marker(left: Statement, right: Statement, matters: Matters) -> _Marker | None:
    here, there = _cue_place(right), _cue_place(left)
    apart = matters.sentence_number(here) - matters.sentence_number(there)
    sentence = matters.sentence(here)
    if apart > 1 or sentence.paragraph - matters.sentence(there).paragraph > 1:
        return None
    answered = _answering(sentence, right)
    if answered is not None:
        return answered
    return _opening(sentence, right) if apart else _inside(sentence, left, right)


def _answering(sentence: Sentence, right: Statement) -> _Marker | None:
    """A verb that by itself sets its words against what was said: "countered"."""
    for token in sentence.tokens:
        told = any(span.holds(token.span) for span in right.cue)
        if token.lemma in ANSWERS and told:
            return _Marker(token.span, 0.7, needs_matter=True)
    return None


def _inside(sentence: Sentence, left: Statement, right: Statement) -> _Marker | None:
    """A marker in one sentence: it opens it, or stands right before the second."""
    tokens = sentence.tokens
    first = next((t for t in tokens if t.text[0].isalnum()), tokens[0])
    opens = first.text.lower() in OPENERS and first.span.end <= place_of(left)
    if opens and _parts(tokens, left, right):
        return _Marker(first.span, 0.75, needs_matter=False)
    before = [t for t in tokens if t.span.end <= place_of(right)]
    while before and before[-1].pos in ADVERBS and before[-1].text.lower() not in TURNS:
        if before[-1].text.lower() == "even":
            break
        before.pop()
    return _turn(before)


def _turn(before: list[Token]) -> _Marker | None:
    if not before:
        return None
    last = before[-1]
    word = last.text.lower()
    even = before[-2] if len(before) > 1 and before[-2].text.lower() == "even" else None
    if even is not None and word in {"as", "though"}:
        return _Marker(Span(even.span.start, last.span.end), 0.8, needs_matter=False)
    if word not in TURNS:
        return None
    return _Marker(last.span, CLEARNESS.get(word, 0.6), needs_matter=True)


def _parts(tokens: Sequence[Token], left: Statement, right: Statement) -> bool:
    """Whether a comma parts the two, so that the opener is the first one's alone."""
    start, end = _cue_place(left), place_of(right)
    return any(
        token.text[-1:] == "," or token.text in {",", "—", "–"}
        for token in tokens
        if start < token.span.start < end
    )


def _before_cue(token: Token, statement: Statement) -> bool:
    return bool(statement.cue) and token.span.end <= statement.cue[0].start


def _opening(sentence: Sentence, right: Statement) -> _Marker | None:
    """A marker that opens the second sentence, or stands after its speaker."""
    for words in SETTING_APART:
        span = _opened_by(sentence, words)
        if span is not None and span.end <= place_of(right):
            return _Marker(span, 0.6, needs_matter=True)
    for token in sentence.tokens:
        between = right.source and right.source[0].end <= token.span.start
        if between and token.text.lower() == "however" and _before_cue(token, right):
            return _Marker(token.span, 0.6, needs_matter=True)
    first = next((t for t in sentence.tokens if t.text[0].isalnum()), None)
    if first is None or first.text.lower() not in BETWEEN_SENTENCES:
        return None
    if first.span.end > place_of(right):
        return None
    return _Marker(first.span, 0.6, needs_matter=True)
