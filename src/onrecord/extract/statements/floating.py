"""Quotations that no verb touches: more words of a speaker already introduced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.statements.alone import (
    alone,
    going_on,
    heading_draft,
    is_utterance,
)
from onrecord.extract.statements.colon import introduced
from onrecord.extract.statements.scene import is_speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.statements.draft import Draft
    from onrecord.extract.statements.scene import Piece, Scene
    from onrecord.model import Quotation, Span

SENTENCE_END = frozenset(".!?:…")
OPENERS = frozenset("\"'“”‘’»)")


def with_floating(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts, with quotations that stand alone added or joined to them.

    A quotation right behind the cue of another is more of the same statement; one
    that stands alone further on is a statement of its own by the same speaker.
    """
    kept = sorted(drafts, key=lambda draft: draft.place)
    for piece in _unclaimed(kept, scene):
        tree = scene.tree(scene.sentence_at(piece.start))
        opened = introduced(tree, piece, scene)
        if opened is not None:
            kept.append(opened)
            continue
        before = _speaking_before(kept, piece, scene)
        if before is None:
            if is_utterance(piece, scene):
                kept.append(alone(piece, going_on(piece, kept, scene), scene))
            continue
        if _is_continued(before, piece, scene):
            joined = replace(before, content=before.content + piece.quotation.inner)
            kept[kept.index(before)] = joined
        else:
            kept.append(alone(piece, before.source, scene))
    kept.extend(_headings(kept, scene))
    return sorted(kept, key=lambda draft: draft.place)


def _unclaimed(drafts: Sequence[Draft], scene: Scene) -> list[Piece]:
    """Whole quotations that stand as sentences and belong to no draft."""
    taken = [span for draft in drafts for span in draft.content]
    found: list[Piece] = []
    seen: set[Quotation] = set()
    for piece in scene.pieces:
        quotation = piece.quotation
        if quotation in seen or not is_speech(quotation, scene.text):
            continue
        seen.add(quotation)
        inside = any(_opens_with(span, quotation) for span in taken)
        if not inside and _stands_alone(piece, scene):
            found.append(piece)
    return found


def _opens_with(span: Span, quotation: Quotation) -> bool:
    """Whether content reaches into the quotation from its first word on.

    What stands further inside is told by whoever speaks the quotation.
    """
    first = quotation.inner[0]
    return span.meets(first) and span.start <= first.start


def _stands_alone(piece: Piece, scene: Scene) -> bool:
    before = scene.text[: piece.start].rstrip(" \t\u00a0")
    starts = not before or before[-1] in SENTENCE_END | OPENERS | {"\n", "\r"}
    inner = piece.quotation.inner[-1].of(scene.text).rstrip("'\u2019\"\u201d")
    return starts and inner.endswith(tuple(".!?…,"))


def _speaking_before(
    drafts: Sequence[Draft], piece: Piece, scene: Scene
) -> Draft | None:
    """The last statement before the quotation, if it stands close enough."""
    earlier = [
        draft
        for draft in drafts
        if draft.place < piece.start and draft.source is not None
    ]
    if not earlier:
        return None
    draft = max(earlier, key=_end_of)
    draft = _beside(draft, earlier, scene)
    here, there = scene.sentence_at(piece.start), scene.sentence_at(_end_of(draft))
    first = scene.sentences[here].paragraph
    last = scene.sentences[there].paragraph
    near = here - there <= 1
    return draft if near and first - last <= 1 else None


def _beside(last: Draft, earlier: Sequence[Draft], scene: Scene) -> Draft:
    """The quotation of the same sentence and speaker, where one is told around.

    In '"It is late," she said, explaining why she left. "I am tired."' the first.
    """
    for draft in earlier:
        same = draft.source is not None and last.source is not None
        if draft.frame != "quotation" or not draft.cue or not same:
            continue
        if draft.sentence == last.sentence and draft.source == last.source:
            return draft
    return last


def _end_of(draft: Draft) -> int:
    ends = [span.end for span in (*draft.content, *draft.cue)]
    return max(ends)


def _is_continued(draft: Draft, piece: Piece, scene: Scene) -> bool:
    """Whether only the cue's own clause parts the two quotations."""
    if draft.frame not in {"quotation", "according"}:
        return False
    here, there = scene.sentence_at(piece.start), scene.sentence_at(draft.cue[0].start)
    if scene.sentences[here].paragraph != scene.sentences[there].paragraph:
        return False
    return here - there <= 1


def _headings(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Headings that are quotations, and belong to no draft yet."""
    taken = {span for draft in drafts for span in draft.content}
    pieces = [p for p in scene.pieces if p.quotation.inner[0] not in taken]
    found = [heading_draft(piece, drafts, scene) for piece in pieces]
    return [draft for draft in found if draft is not None]
