"""Findings made by hand: pages of invented news with what stands in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from onrecord.model import (
    Article,
    ArticleType,
    Block,
    Capture,
    DateRange,
    Dispute,
    Figure,
    Findings,
    Markup,
    Mention,
    MetaValue,
    Moment,
    Page,
    PlaceName,
    Reading,
    Report,
    Run,
    Span,
    Statement,
    Zoned,
    article_id,
    capture_id,
    dispute_id,
    figure_id,
    mention_id,
    page_id,
    report_id,
    statement_id,
)

NOW = datetime(2031, 5, 4, 12, 30, 15, 123456, tzinfo=UTC)
RUN = Run("run-1", (("onrecord", "0.1.0"), ("parser", "none")))


@dataclass(frozen=True, slots=True)
class Said:
    """A line "SPEAKER said: WORDS" of a made page."""

    speaker: str
    words: str
    role: str | None = None
    private: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A line "A blast in PLACE killed NUMBER people." of a made page.

    `source` is who gives the number, None: the outlet.
    """

    place: str
    killed: int
    high: int | None = -1  # as killed
    is_superseded: bool = False
    is_part: bool = False
    is_doubtful: bool = False
    source: str | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What a made page shall hold."""

    where: str = "pages/ferry.html"
    title: str = "Ferry lines reopen in Port Anselm"
    outlet: str | None = "The Anselm Courier"
    body: tuple[str | Said | Told, ...] = ()
    published: Moment | None = None
    captured_at: datetime | None = None
    type: ArticleType = "article"
    language: str | None = "en"


def findings_of(news: News) -> Findings:
    """The findings of one made page."""
    lines = [news.title, *(_line(part) for part in news.body)]
    text = "\n".join(lines)
    data = text.encode()
    capture = Capture(
        capture_id(news.where, data),
        news.where,
        hashlib.sha256(data).hexdigest(),
        len(data),
        "file",
        news.captured_at,
        None,
        "text/plain",
        "utf-8",
    )
    spans = _spans_of(lines)
    page = Page(
        page_id(capture.id, text),
        capture.id,
        text,
        tuple(Block(span, Markup("line", containers=("div.text",))) for span in spans),
        (MetaValue("title", news.title, "title"),),
        news.language,
        "made 1",
    )
    article = _article(news, page, spans)
    empty = Findings(
        Reading(capture, data, page),
        (article,),
        is_language_supported=news.language == "en",
    )
    return _with_parts(empty, news, spans[1:])


def _line(part: str | Said | Told) -> str:
    if isinstance(part, Said):
        role = f"{part.role} " if part.role else ""
        return f"{role}{part.speaker} said: {part.words}"
    if isinstance(part, Told):
        return f"A blast in {part.place} killed {part.killed} people."
    return part


def _spans_of(lines: list[str]) -> list[Span]:
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _article(news: News, page: Page, spans: list[Span]) -> Article:
    return Article(
        article_id(page.id, news.type, spans[0]),
        page.id,
        news.type,
        news.title,
        (spans[0],),
        (Zoned(spans[0], "headline"), *(Zoned(span, "body") for span in spans[1:])),
        news.outlet,
        ("Mara Quill",),
        news.published,
        None,
        news.language,
        tags=("harbour",),
    )


def _with_parts(empty: Findings, news: News, spans: list[Span]) -> Findings:
    article, page = empty.articles[0], empty.reading.page
    mentions: list[Mention] = []
    statements: list[Statement] = []
    reports: list[Report] = []
    figures: list[Figure] = []
    for part, span in zip(news.body, spans, strict=True):
        if isinstance(part, Said):
            mention = _mention(part, article, page, span)
            mentions.append(mention)
            statements.append(_statement(part, article, page, mention))
        elif isinstance(part, Told):
            report = _report(part, article, page, span)
            reports.append(report)
            figures.append(_figure(part, report, page))
    return replace(
        empty,
        mentions=tuple(mentions),
        statements=tuple(statements),
        reports=tuple(reports),
        figures=tuple(figures),
    )


def _at(page: Page, words: str, start: int) -> Span:
    found = page.text.index(words, start)
    return Span(found, found + len(words))


def _mention(said: Said, article: Article, page: Page, line: Span) -> Mention:
    span = _at(page, said.speaker, line.start)
    name = mention_id(article.id, span)
    role = (_at(page, said.role, line.start),) if said.role else ()
    return Mention(
        name,
        article.id,
        page.id,
        span,
        said.speaker,
        "person",
        name,
        role=said.role,
        role_spans=role,
        private_reason=said.private,
    )


def _statement(said: Said, article: Article, page: Page, mention: Mention) -> Statement:
    cue = _at(page, "said", mention.span.end)
    content = (_at(page, said.words, cue.end),)
    return Statement(
        statement_id(article.id, content),
        article.id,
        page.id,
        content,
        (mention.span,),
        (cue,),
        "neutral",
        "indirect",
        mention.id,
        said.speaker,
        said.role,
        confidence=0.9,
    )


def _report(told: Told, article: Article, page: Page, line: Span) -> Report:
    place = _at(page, told.place, line.start)
    return Report(
        report_id(article.id, line, "Explosions/Remote violence"),
        article.id,
        page.id,
        "Explosions/Remote violence",
        "Remote explosive/landmine/IED",
        "blast",
        PlaceName(told.place, (place,), told.place, "ZZ", "town", 1.5, 2.5),
        DateRange(date(2031, 5, 1), date(2031, 5, 1), "day"),
        "happened",
        (line,),
    )


def _figure(told: Told, report: Report, page: Page) -> Figure:
    span = _at(page, str(told.killed), report.spans[0].start)
    name = figure_id(report.id, "killed", span)
    return Figure(
        name,
        report.id,
        report.article_id,
        page.id,
        "killed",
        told.killed,
        told.killed if told.high == -1 else told.high,
        None,
        about=False,
        counted="people",
        part_of=name if told.is_part else None,
        attributed_to=told.source,
        statement_id=None,
        span=span,
        is_superseded=told.is_superseded,
        is_doubtful=told.is_doubtful,
    )


def dispute_of(left: Findings, right: Findings) -> Dispute:
    """The first statement of `right` disputing the first of `left`."""
    first, second = left.statements[0], right.statements[0]
    return Dispute(
        dispute_id(first.id, second.id, "contradiction"),
        first.id,
        second.id,
        "contradiction",
        0.8,
        "yes",
        second.page_id,
        second.content,
    )
