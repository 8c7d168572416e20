"""From drafts to statements: mode, speaker, nesting, identity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.extract.statements.confidence import confidence_of
from onrecord.extract.statements.described import words_of_source
from onrecord.extract.statements.occasion import find_occasion
from onrecord.model import Span, Statement, statement_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.statements.draft import Draft
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.speaker import Speaker
    from onrecord.model import ArticleId, DateRange, Mode, StatementId


def make_statement(
    draft: Draft, speaker: Speaker, said_at: DateRange | None, scene: Scene
) -> Statement:
    """The draft as a finding; nesting is worked out later, when all are known."""
    article = scene.annotated.article
    mode = mode_of(draft.content, scene)
    told = find_occasion(draft, scene)
    return Statement(
        id=_id(draft, article.id),
        article_id=article.id,
        page_id=scene.annotated.page.id,
        content=draft.content,
        source=_source(draft, speaker, scene),
        cue=draft.cue,
        cue_class=draft.cue_class,
        mode=mode,
        speaker=speaker.mention.id if speaker.mention is not None else None,
        speaker_name=speaker.mention.text if speaker.mention is not None else None,
        role=speaker.role,
        institution=speaker.institution,
        sector=speaker.sector,
        said_at=said_at,
        negated=draft.negated,
        hedged=draft.hedged,
        denied=draft.denied,
        zone=_zone(draft, scene),
        addressee=told.addressee,
        occasion=told.occasion,
        confidence=confidence_of(draft, mode, speaker, scene),
    )


def _source(draft: Draft, speaker: Speaker, scene: Scene) -> tuple[Span, ...]:
    """The words for who speaks; a quotation that goes on has none of its own.

    Where nobody is named, those by which the speaker was told before stand for them.
    """
    is_own = draft.frame != "floating" or speaker.mention is None
    if draft.source is None or not is_own:
        return ()
    return (words_of_source(scene.tree(draft.source.sentence), draft.source, draft),)


def _id(draft: Draft, article: ArticleId) -> StatementId:
    """The statement's id, by its words.

    Who is cited, or denies what was said, holds the words of another.
    """
    if draft.frame in {"cited", "answer"} and draft.source is not None:
        return statement_id(article, (*draft.content, draft.source.span))
    return statement_id(article, draft.content)


def mode_of(content: Sequence[Span], scene: Scene) -> Mode:
    """Direct when all words stand in quotation marks, mixed when some do."""
    words = quoted = 0
    for span in content:
        for start in _word_starts(span, scene.text):
            words += 1
            quoted += scene.piece_at(start) is not None
    if not quoted:
        return "indirect"
    return "direct" if quoted == words else "mixed"


def _word_starts(span: Span, text: str) -> list[int]:
    words = span.of(text)
    return [
        span.start + at
        for at, character in enumerate(words)
        if character.isalnum() and (at == 0 or not words[at - 1].isalnum())
    ]


def _zone(draft: Draft, scene: Scene) -> Literal["headline", "body", "caption"]:
    zone = scene.sentences[draft.sentence].zone
    if zone == "headline":
        return "headline"
    return "caption" if zone == "caption" else "body"
