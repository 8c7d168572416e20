"""Views made by hand, with words that stand in invented pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from onrecord.model import (
    ArticleId,
    Capture,
    DateRange,
    DisputeId,
    FigureId,
    LinkId,
    Mention,
    Moment,
    Page,
    PlaceName,
    ReportId,
    Span,
    StatementId,
    Zoned,
    capture_id,
    content_id,
    make_link,
    mention_id,
    page_id,
    words_of,
)
from onrecord.record.views import (
    ArticleRef,
    ClaimView,
    DisputeView,
    EntityRef,
    EntityView,
    FigureView,
    LinkView,
    ReportView,
    RoleSeen,
    Side,
    Spelling,
    StatementView,
    Toll,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Effect, EntityType, Evidence, Mode
    from onrecord.model.article import Zone

RUN = "0" * 20
CAPTURED = datetime(2031, 4, 2, 8, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Sheet:
    """One page to be: its text, and where words stand in it."""

    page: Page
    capture: Capture
    zones: tuple[Zoned, ...]
    article: ArticleRef

    def at(self, *words: str) -> Words:
        """Where these words stand, each at its first place."""
        spans = tuple(self.span(part) for part in words)
        return Words(self.page.id, spans, words_of(spans, self.page.text))

    def span(self, words: str) -> Span:
        """Where these words stand first."""
        start = self.page.text.index(words)
        return Span(start, start + len(words))


def make_sheet(  # noqa: PLR0913 - a page has this many parts
    parts: Sequence[tuple[Zone, str]],
    *,
    outlet: str | None,
    published: Moment | None,
    where: str,
    title: str | None = None,
    language: str | None = "en",
) -> Sheet:
    """A page of these zones, one paragraph each, with a blank line between."""
    text = "\n\n".join(words for _, words in parts)
    zones: list[Zoned] = []
    at = 0
    for zone, words in parts:
        if words:
            zones.append(Zoned(Span(at, at + len(words)), zone))
        at += len(words) + 2
    data = text.encode("utf-8", "surrogatepass")
    capture = Capture(
        id=capture_id(where, data),
        where=where,
        sha256=content_id(data) * 3 + "abcd",
        size=len(data),
        how="file",
        captured_at=CAPTURED if published else None,
        outlet=outlet,
        media_type="text/plain",
        encoding="utf-8",
    )
    name = page_id(capture.id, content_id(data))
    page = Page(name, capture.id, text, (), (), language, "by hand 1")
    article = ArticleRef(
        id=ArticleId(content_id("article", name)),
        page_id=name,
        type="article",
        title=title,
        outlet=outlet,
        byline=("Ada Quill",),
        published=published,
        captured_at=capture.captured_at,
        where=where,
        url=where if where.startswith("http") else None,
    )
    return Sheet(page, capture, tuple(zones), article)


def make_statement(  # noqa: PLR0913 - a statement has this many parts
    sheet: Sheet,
    *content: str,
    claim: str,
    speaker: str | None,
    source: str | None = None,
    cue: str | None = None,
    mode: Mode = "direct",
    role: str | None = None,
) -> StatementView:
    """Somebody saying these words of a sheet."""
    words = sheet.at(*content)
    return StatementView(
        id=StatementId(content_id("statement", sheet.page.id, words.text)),
        article=sheet.article,
        content=words,
        source=sheet.at(source) if source else None,
        cue=sheet.at(cue) if cue else None,
        cue_class="asserting",
        mode=mode,
        speaker=entity_id(speaker) if speaker else None,
        speaker_name=speaker,
        spoken_as=source if speaker else None,
        role=role,
        institution=None,
        sector="government" if role else None,
        said_at=None,
        negated=False,
        hedged=False,
        denied=None,
        nested_in=None,
        zone="body",
        confidence=0.86,
        by="machine",
        run=RUN,
        claim=claim,
    )


def entity_id(name: str) -> str:
    """The id that a name has here."""
    return content_id("entity", name)


def make_claim(
    claim: str, statements: Sequence[StatementView], disputes: Sequence[DisputeView]
) -> ClaimView:
    """A claim of these statements."""
    speakers = {item.speaker_name for item in statements if item.speaker_name}
    outlets = {item.article.outlet for item in statements if item.article.outlet}
    return ClaimView(
        id=claim,
        wording=statements[0],
        statements=tuple(statements),
        speakers=tuple(sorted(speakers)),
        outlets=tuple(sorted(outlets)),
        disputes=tuple(disputes),
    )


def side_of(statement: StatementView) -> Side:
    """A statement as one side of a dispute."""
    return Side(
        id=statement.id,
        kind="statement",
        text=statement.content.text,
        speaker=statement.speaker,
        speaker_name=statement.speaker_name,
        words=statement.content,
        article=statement.article,
        claim=statement.claim,
        incident=None,
    )


def side_of_figure(figure: FigureView, incident: str) -> Side:
    """A figure as one side of a dispute."""
    return Side(
        id=figure.id,
        kind="figure",
        text=f"{figure.effect}: {figure.words.text}",
        speaker=None,
        speaker_name=figure.attributed_to,
        words=figure.words,
        article=figure.article,
        claim=None,
        incident=incident,
    )


def make_dispute(
    left: Side, right: Side, words: Words, evidence: Evidence
) -> DisputeView:
    """Two sides that stand against each other, surely."""
    return DisputeView(
        id=DisputeId(content_id("dispute", left.id, right.id)),
        left=left,
        right=right,
        evidence=evidence,
        score=0.9,
        shown="yes",
        words=words,
        article=right.article,
        by="machine",
        run=RUN,
    )


def make_figure(  # noqa: PLR0913 - a figure has this many parts
    sheet: Sheet,
    report: ReportId,
    effect: Effect,
    words: str,
    bounds: tuple[int | None, int | None],
    *,
    said_by: str | None = None,
) -> FigureView:
    """A number of people in these words of a sheet."""
    return FigureView(
        id=FigureId(content_id("figure", report, effect, words)),
        report_id=report,
        effect=effect,
        low=bounds[0],
        high=bounds[1],
        qualifier=None,
        about=False,
        counted=None,
        part_of=None,
        attributed_to=said_by,
        words=sheet.at(words),
        article=sheet.article,
        is_superseded=False,
        is_doubtful=False,
        confidence=0.8,
        by="machine",
        run=RUN,
    )


def make_report(
    sheet: Sheet, incident: str, trigger: str, place: str, day: date | None
) -> ReportView:
    """What a sheet tells of an incident, without figures."""
    return ReportView(
        id=ReportId(content_id("report", sheet.page.id, trigger)),
        article=sheet.article,
        event_type="Accident",
        sub_event_type=None,
        detail="dam burst",
        place=PlaceName(place, (sheet.span(place),), place, "XX", "town", 12.5, -7.25),
        date=DateRange(day, day, "day") if day else None,
        status="happened",
        words=sheet.at(trigger),
        told=sheet.at(trigger),
        actors=(),
        recipients=(),
        claimed_by=None,
        is_main=True,
        figures=(),
        confidence=0.7,
        by="machine",
        run=RUN,
        incident=incident,
    )


def make_mention(
    sheet: Sheet, text: str, kind: EntityType, *, private: str | None = None
) -> Mention:
    """The first place where a sheet names somebody."""
    span = sheet.span(text)
    name = mention_id(sheet.article.id, span)
    return Mention(
        id=name,
        article_id=sheet.article.id,
        page_id=sheet.page.id,
        span=span,
        text=text,
        type=kind,
        head=name,
        private_reason=private,
    )


def make_entity(
    name: str, kind: EntityType, statements: Sequence[StatementView]
) -> EntityView:
    """An entity with two spellings, joined by machine."""
    link = make_link(
        "mention", "a" * 20, "b" * 20, "same", "yes", 0.93, "one letter apart"
    )
    return EntityView(
        id=entity_id(name),
        name=name,
        type=kind,
        spellings=(Spelling(name, 3, ("Lantern",)), Spelling(name[:-1], 1, ())),
        roles=(RoleSeen("engineer", "River Board", 2, date(2031, 3, 1), None),),
        statements=tuple(statements),
        part_of=(EntityRef(entity_id("River Board"), "River Board", "government"),),
        branches=(),
        links=(
            LinkView(
                replace(link, id=LinkId("c" * 20)), CAPTURED, None, "machine", RUN
            ),
        ),
        claims=tuple(sorted({item.claim for item in statements})),
        is_private=False,
        private_reason=None,
        public_reason='told with a public role: "engineer"',
    )


def toll(low: int | None, high: int | None) -> Toll:
    """A toll with a rule in words."""
    return Toll(low, high, "lowest to highest whole figure that no outlet replaced")
