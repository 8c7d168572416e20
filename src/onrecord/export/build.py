"""A record's findings as export rows, private people masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.export.known import PLACES
from onrecord.export.parts import date_row, pairs
from onrecord.export.rows import (
    ArticleRow,
    CorrectionRow,
    DecisionRow,
    DisputeRow,
    LinkRow,
    MentionRow,
    PageRow,
    RunRow,
    StatementRow,
)
from onrecord.record.views import MASK

if TYPE_CHECKING:
    from onrecord.export.known import Known
    from onrecord.export.parts import FoundAt
    from onrecord.model import (
        Article,
        Capture,
        Correction,
        Dispute,
        Mention,
        Origin,
        Run,
        Statement,
    )
    from onrecord.record import StoredPage
    from onrecord.record.views import DecisionView, LinkView


def page_row(found: StoredPage, capture: Capture, *, with_text: bool) -> PageRow:
    """A stored page; its text only when asked for."""
    page, taken = found.page, capture.captured_at
    return PageRow(
        id=page.id,
        where=capture.where,
        captured_at=taken.isoformat() if taken else None,
        sha256=capture.sha256,
        language=page.language,
        language_supported=found.is_language_supported,
        run=found.run,
        text=page.text if with_text else None,
    )


def article_row(article: Article, known: Known, run: str) -> ArticleRow:
    """An article or a teaser."""
    return ArticleRow(
        id=article.id,
        page=article.page_id,
        type=article.type,
        title=known.masked(article.page_id, article.title),
        titles=pairs(article.titles),
        outlet=article.outlet,
        byline=article.byline,
        published=str(article.published) if article.published else None,
        modified=str(article.modified) if article.modified else None,
        language=article.language,
        body=pairs(article.body),
        zones=tuple((z.span.start, z.span.end, z.zone) for z in article.zones),
        tags=tuple(known.masked(article.page_id, tag) or "" for tag in article.tags),
        section=known.masked(article.page_id, article.section),
        source_line=known.masked(article.page_id, article.source_line),
        url=article.url,
        origins=tuple(_origin(item) for item in article.origins),
        story=known.stories.get(article.id, article.id),
        run=run,
    )


def _origin(found: Origin) -> FoundAt:
    """Where a value was found, as the row has it."""
    span = found.span
    return found.name, found.origin, (span.start, span.end) if span else None


def mention_row(mention: Mention, known: Known, run: str) -> MentionRow:
    """A name; a private person's has neither its text nor an identity."""
    entity = known.entity(mention.id)
    is_private = entity is not None and entity.is_private
    group = entity.id if entity else mention.id
    is_place = mention.type in PLACES
    return MentionRow(
        id=mention.id,
        article=mention.article_id,
        page=mention.page_id,
        spans=pairs([mention.span]),
        type=mention.type,
        text=MASK if is_private else mention.text,
        entity=None if is_private or mention.type == "place" else group,
        place=group if is_place else None,
        role=known.masked(mention.page_id, mention.role),
        run=run,
        confidence=mention.confidence,
    )


def statement_row(statement: Statement, known: Known, run: str) -> StatementRow:
    """Who said what; the speaker by identity and by the fullest name."""
    speaker, name = speaker_of(statement, known)
    return StatementRow(
        id=statement.id,
        article=statement.article_id,
        page=statement.page_id,
        content=pairs(statement.content),
        source=pairs(statement.source),
        cue=pairs(statement.cue),
        cue_class=statement.cue_class,
        mode=statement.mode,
        speaker=speaker,
        speaker_name=name,
        role=known.masked(statement.page_id, statement.role),
        institution=known.masked(statement.page_id, statement.institution),
        sector=statement.sector,
        said_at=date_row(statement.said_at),
        nested_in=statement.nested_in,
        negated=statement.negated,
        hedged=statement.hedged,
        denied=pairs(statement.denied),
        zone=statement.zone,
        claim=known.claims.get(statement.id, statement.id),
        text=known.words(statement.page_id, statement.content),
        run=run,
        confidence=statement.confidence,
        addressee=pairs(statement.addressee),
        occasion=pairs(statement.occasion),
        found_by=statement.found_by,
    )


def speaker_of(statement: Statement, known: Known) -> tuple[str | None, str | None]:
    """The speaker's entity and fullest name; masked where private, None unnamed."""
    entity = known.entity(statement.speaker) if statement.speaker else None
    if entity is None:
        return None, known.masked(statement.page_id, statement.speaker_name)
    return (None, MASK) if entity.is_private else (entity.id, entity.name)


def dispute_row(dispute: Dispute, known: Known, run: str) -> DisputeRow:
    """Two findings that stand against each other."""
    return DisputeRow(
        id=dispute.id,
        left=dispute.left,
        right=dispute.right,
        evidence=dispute.evidence,
        score=dispute.score,
        shown=dispute.shown,
        page=dispute.page_id,
        spans=pairs(dispute.spans),
        text=known.words(dispute.page_id, dispute.spans),
        run=run,
        confidence=dispute.score,
    )


def correction_row(note: Correction, known: Known, run: str) -> CorrectionRow:
    """An outlet's own note on its article; private people in it are masked."""
    page = note.page_id
    return CorrectionRow(
        id=note.id,
        article=note.article_id,
        page=page,
        of=note.kind,
        spans=pairs(note.spans),
        said=pairs(note.said),
        corrected=pairs(note.corrected),
        targets=note.targets,
        at=str(note.at) if note.at else None,
        text=known.words(page, note.spans),
        said_text=known.words(page, note.said) if note.said else None,
        corrected_text=known.words(page, note.corrected) if note.corrected else None,
        run=run,
        confidence=note.confidence,
    )


def link_row(view: LinkView, known: Known) -> LinkRow:
    """One judgement with its history; a reason that names private people is kept in."""
    link = view.link
    named = (known.entity(link.left), known.entity(link.right))
    is_private = any(entity and entity.is_private for entity in named)
    return LinkRow(
        id=link.id,
        of=link.kind,
        left=link.left,
        right=link.right,
        relation=link.relation,
        judgement=link.judgement,
        score=link.score,
        reason=MASK if is_private else link.reason,
        at=view.at.isoformat(),
        revoked_at=view.revoked_at.isoformat() if view.revoked_at else None,
        run=view.run,
        confidence=link.score,
        by=view.by,
        decision=view.decision,
        decided_by=view.decided_by,
    )


def decision_row(view: DecisionView, run: str) -> DecisionRow:
    """What a person decided or undid; a reason about private people is kept in.

    So is one about people whose pages were forgotten: nobody knows any more.
    """
    sides = [side for side in (view.left, view.right) if side is not None]
    is_told = all(side.entity and not side.is_private for side in sides)
    return DecisionRow(
        id=view.id,
        verb=view.verb,
        at=view.at.isoformat(),
        decided_by=view.by,
        reason=view.reason if is_told else MASK,
        left=view.left.members if view.left else (),
        right=view.right.members if view.right else (),
        undoes=view.undoes,
        state=view.state,
        run=run,
    )


def run_row(run: Run) -> RunRow:
    """The versions that made findings."""
    return RunRow(id=run.id, versions=dict(run.versions))
