"""Speakers told by the form of a line: '"..." — Ana Petrell', "PETRELL: We will."."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.extract.statements.cast import BODIES
from onrecord.extract.statements.draft import Draft, Source
from onrecord.extract.statements.roles import load_nouns
from onrecord.extract.statements.scene import is_ended
from onrecord.extract.statements.tree import is_word
from onrecord.model import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.statements.scene import Scene
    from onrecord.model import Sentence

SIGNED = re.compile(r"\s*(?:[―—–]|--?(?=\s))\s*(?=\S)")
SIGNATURE = 120  # characters: a name, with what the person is
LABEL = re.compile(
    r"\s*((?:[^\W\d_][\w.'’\-]*[ \t\u00a0]){0,4}[^\W\d_][\w.'’\-]*)\s*:\s+"
)
TURNS = 3  # lines, two of one speaker: a list names each of its people once
SHORTEST = 2  # words of a line of talk


def with_lines(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts, with signed quotations and lines of talk that none of them holds."""
    known = [span for draft in drafts for span in draft.content]
    lines = [
        line
        for line in _lines(scene)
        if not any(span.holds(line.content[0]) for span in known)
    ]
    return [*drafts, *lines]


def _lines(scene: Scene) -> Iterator[Draft]:
    """Yield signed quotations, and the lines of an interview or a hearing."""
    lines: list[list[Sentence]] = []
    end = 0
    for sentence in scene.sentences:
        if not lines or "\n" in scene.text[end : sentence.span.start]:
            lines.append([])
        lines[-1].append(sentence)
        end = sentence.span.end
    for line in lines:
        if (signed := _signed(line, scene)) is not None:
            yield signed
    yield from _talk(lines, scene)


def _signed(sentences: Sequence[Sentence], scene: Scene) -> Draft | None:
    """The quotation of a line that ends with a dash and a name."""
    end = sentences[-1].span.end
    piece = scene.piece_before(end)
    if piece is None or piece.start < sentences[0].span.start:
        return None
    if not is_ended(piece.quotation, scene.text):
        return None
    dash = SIGNED.match(scene.text, piece.end, end)
    if dash is None or end - dash.end() > SIGNATURE:
        return None
    source = _named(dash.end(), end, scene)
    if source is None:
        return None
    return Draft(
        sentence=source.sentence,
        cue=(),
        cue_class="neutral",
        content=piece.quotation.inner,
        source=source,
        frame="colon",
    )


def _talk(lines: Sequence[Sequence[Sentence]], scene: Scene) -> Iterator[Draft]:
    """Yield what is said in lines that open with the speaker and a colon."""
    drafts = [draft for line in lines if (draft := _line(line, scene)) is not None]
    turns = Counter(
        draft.source.span.of(scene.text).casefold() for draft in drafts if draft.source
    )
    if len(drafts) >= TURNS and len(turns) > 1 and max(turns.values()) > 1:
        yield from drafts


def _line(sentences: Sequence[Sentence], scene: Scene) -> Draft | None:
    """A line of talk, None when it opens with no speaker."""
    start, end = sentences[0].span.start, sentences[-1].span.end
    label = LABEL.match(scene.text, start, end)
    if label is None or sentences[0].zone != "body":
        return None
    source = _named(label.start(1), label.end(1), scene)
    said = trimmed(Span(label.end(), end), scene.text, " \t\u00a0")
    if source is None or said is None or len(said.of(scene.text).split()) < SHORTEST:
        return None
    piece = scene.piece_at(said.start)
    is_quoted = piece is not None and piece.start == said.start and piece.end == end
    content = piece.quotation.inner if piece is not None and is_quoted else (said,)
    return Draft(
        sentence=source.sentence,
        cue=(),
        cue_class="neutral",
        content=content,
        source=source,
        frame="colon",
    )


def _named(start: int, end: int, scene: Scene) -> Source | None:
    """Who these characters name: a person, a body, a role; None: nobody."""
    number = scene.sentence_at(start)
    end = start + len(scene.text[start:end].partition(",")[0])
    tokens = [
        token
        for token in scene.sentences[number].tokens
        if start <= token.span.start and token.span.end <= end and is_word(token)
    ]
    if not tokens:
        return None
    mention = scene.mention_at(tokens[0].span.start)
    if mention is not None and mention.type in BODIES | {"person"}:
        inside = [t for t in tokens if mention.span.holds(t.span)]
        return Source(number, inside[-1].i, mention.span) if inside else None
    last = tokens[-1]
    noun = load_nouns().get(last.text.lower())
    is_known = noun is not None and noun.kind in {"role", "body"}
    is_capital = all(token.text.isupper() for token in tokens)
    if is_known or is_capital or all(token.text.istitle() for token in tokens):
        return Source(number, last.i, Span(tokens[0].span.start, last.span.end))
    return None
