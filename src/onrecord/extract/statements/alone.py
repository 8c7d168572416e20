"""Quotations that no sentence introduces: a paragraph or a heading of quoted words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.scene import is_ended
from onrecord.extract.statements.tree import is_verbal, is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.statements.draft import Source
    from onrecord.extract.statements.scene import Piece, Scene
    from onrecord.model import Token

FEWEST = 5  # words of a quotation that speaks for itself
FEWEST_IN_HEADING = 4
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HEADINGS = frozenset({"headline", "heading"})
REACH = 2  # paragraphs without anything said up to which a speaker goes on
BELOW = 8  # paragraphs under a heading in which its words are sought
SHARE = 0.6  # of the heading's words that stand in the quotation below
CAPITALS = 0.5  # share of capital words from which on it is a title


def is_utterance(piece: Piece, scene: Scene) -> bool:
    """Whether the quotation is a sentence of its own, so that somebody must say it."""
    quotation = piece.quotation
    words = _words(piece, scene)
    if not quotation.closed or len(words) < FEWEST or _is_title(words):
        return False
    return is_ended(quotation, scene.text) and any(t.tag in FINITE for t in words)


def heading_draft(piece: Piece, drafts: Sequence[Draft], scene: Scene) -> Draft | None:
    """The statement of a heading that is nothing but a quotation, None if it is not.

    Its speaker is whoever says the same words in the text below, else nobody.
    """
    number = scene.sentence_at(piece.start)
    sentence = scene.sentences[number]
    words = _words(piece, scene)
    is_all = not any(
        is_word(token) and not piece.start <= token.span.start < piece.end
        for token in sentence.tokens
    )
    if sentence.zone not in HEADINGS or not is_all or not _is_line(piece, scene):
        return None
    told = any(is_verbal(token) for token in words)
    if len(words) < FEWEST_IN_HEADING or not told or _is_title(words):
        return None
    return alone(piece, _said_below(words, sentence.paragraph, drafts, scene), scene)


def alone(piece: Piece, source: Source | None, scene: Scene) -> Draft:
    """The quotation as a statement without a cue."""
    return Draft(
        sentence=scene.sentence_at(piece.start),
        cue=(),
        cue_class="neutral",
        content=piece.quotation.inner,
        source=source,
        frame="floating",
    )


def going_on(piece: Piece, drafts: Sequence[Draft], scene: Scene) -> Source | None:
    """The last speaker, where a whole paragraph is quoted and nobody came between."""
    earlier = [
        draft
        for draft in drafts
        if draft.source is not None and draft.source.span.start < piece.start
    ]
    if not earlier or not _is_line(piece, scene):
        return None
    source = max(earlier, key=lambda draft: draft.place).source
    if source is None:
        return None
    here = scene.sentences[scene.sentence_at(piece.start)].paragraph
    if here - scene.sentences[source.sentence].paragraph > REACH:
        return None
    named = [
        mention
        for mention in scene.annotated.mentions
        if source.span.end <= mention.span.start < piece.start
        and mention.type == "person"
    ]
    return source if not named and _is_named(source, scene) else None


def _words(piece: Piece, scene: Scene) -> list[Token]:
    first = scene.sentence_at(piece.start)
    last = scene.sentence_at(piece.end - 1)
    return [
        token
        for number in range(first, last + 1)
        for token in scene.sentences[number].tokens
        if is_word(token) and piece.start <= token.span.start < piece.end
    ]


def _is_line(piece: Piece, scene: Scene) -> bool:
    """Whether nothing else stands in its line."""
    before = scene.text[: piece.start].rstrip(" \t\u00a0")
    after = scene.text[piece.end :].lstrip(" \t\u00a0")
    return before[-1:] in {"", "\n", "\r"} and after[:1] in {"", "\n", "\r"}


def _is_title(words: Sequence[Token]) -> bool:
    """Whether most words are capital: "Rain Falls on the Harbour"."""
    capital = [t for t in words[1:] if t.text[0].isupper() and t.text != "I"]
    return len(capital) > CAPITALS * (len(words) - 1)


def _said_below(
    words: Sequence[Token], paragraph: int, drafts: Sequence[Draft], scene: Scene
) -> Source | None:
    wanted = {token.text.casefold() for token in words}
    for draft in drafts:
        below = scene.sentences[draft.sentence].paragraph - paragraph
        if draft.source is None or not 0 < below <= BELOW:
            continue
        said = " ".join(span.of(scene.text) for span in draft.content).casefold()
        found = {word.strip(",.!?…;:'\"“”‘’") for word in said.split()}
        if len(wanted & found) >= SHARE * len(wanted):
            return draft.source if _is_named(draft.source, scene) else None
    return None


def _is_named(source: Source, scene: Scene) -> bool:
    """Whether the words name somebody, or take up a person by "he" or "she"."""
    word = source.span.of(scene.text).lower()
    return bool(scene.mentions_in(source.span)) or word in {"he", "she"}
