"""Reports and figures with their words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_

from onrecord.model import Figure, Report, is_doubtful_time, sentences_around
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import figures, members, reports
from onrecord.record.views.articles import load_articles, load_texts, words_at
from onrecord.record.views.corrections import corrections_by_target, later_corrections
from onrecord.record.views.types import DoubtView, FigureView, ReportView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Column, Connection, Row

    from onrecord.model import Span
    from onrecord.record.views.types import ArticleRef, CorrectionView, Words

REPORTS = query_of(
    Report, reports.c.run, reports.c.by, members.c.group_id.label("incident")
).join_from(
    reports,
    members,
    and_(members.c.kind == "report", members.c.member == reports.c.id),
)
FIGURES = query_of(Figure, figures.c.run, figures.c.by)


def load_figures(
    connection: Connection, column: Column[str], wanted: Iterable[str]
) -> list[FigureView]:
    """The figures whose `column` is among the wanted, in the order of their pages."""
    rows = list(rows_among(connection, FIGURES, column, wanted))
    texts = load_texts(connection, (row.page_id for row in rows))
    articles = load_articles(connection, (row.article_id for row in rows))
    notes = corrections_by_target(connection, articles)
    later = later_corrections(connection, (value_of(Figure, row) for row in rows))
    about = {row.id: notes.get(row.id, ()) + later.get(row.id, ()) for row in rows}
    views = [
        _figure(row, articles[row.article_id], texts, about[row.id]) for row in rows
    ]
    return sorted(views, key=lambda view: (view.words.page_id, view.words.spans))


def load_reports(connection: Connection, ids: Iterable[str]) -> dict[str, ReportView]:
    """These reports by id, with their figures; unknown ids are left out."""
    rows = list(rows_among(connection, REPORTS, reports.c.id, ids))
    texts = load_texts(connection, (row.page_id for row in rows))
    articles = load_articles(connection, (row.article_id for row in rows))
    told: dict[str, list[FigureView]] = defaultdict(list)
    named = [row.id for row in rows]
    for figure in load_figures(connection, figures.c.report_id, named):
        told[figure.report_id].append(figure)
    return {
        row.id: _report(row, articles[row.article_id], texts, tuple(told[row.id]))
        for row in rows
    }


def _figure(
    row: Row[Any],
    article: ArticleRef,
    texts: dict[str, str],
    notes: tuple[CorrectionView, ...],
) -> FigureView:
    figure = value_of(Figure, row)
    return FigureView(
        id=figure.id,
        report_id=figure.report_id,
        effect=figure.effect,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        about=figure.about,
        counted=figure.counted,
        part_of=figure.part_of,
        adds_to=figure.adds_to,
        attributed_to=figure.attributed_to,
        words=words_at(figure.page_id, (figure.span,), texts),
        article=article,
        is_superseded=figure.is_superseded,
        is_doubtful=figure.is_doubtful,
        confidence=figure.confidence,
        by=row.by,
        run=row.run,
        corrections=notes,
    )


def _report(
    row: Row[Any],
    article: ArticleRef,
    texts: dict[str, str],
    told: tuple[FigureView, ...],
) -> ReportView:
    report = value_of(Report, row)
    return ReportView(
        id=report.id,
        article=article,
        event_type=report.event_type,
        sub_event_type=report.sub_event_type,
        detail=report.detail,
        place=report.place,
        date=report.date,
        status=report.status,
        words=words_at(report.page_id, report.spans, texts),
        told=words_at(report.page_id, (_told(report, texts),), texts),
        actors=report.actors,
        recipients=report.recipients,
        claimed_by=report.claimed_by,
        is_main=report.is_main,
        figures=told,
        confidence=report.confidence,
        by=row.by,
        run=row.run,
        incident=row.incident,
        weapons=report.weapons,
        targets=report.targets,
        victims=report.victims,
        dated=_dated(report, texts),
        doubts=tuple(_doubts(report, article, texts)),
    )


def _dated(report: Report, texts: dict[str, str]) -> Words | None:
    """The words of the date; None where no words tell it."""
    if not report.date_spans:
        return None
    return words_at(report.page_id, report.date_spans, texts)


def _doubts(
    report: Report, article: ArticleRef, texts: dict[str, str]
) -> Iterator[DoubtView]:
    """What the words leave in doubt; then what the article's own time does.

    The time of a capture may be told later than its page was read.
    """
    for doubt in report.doubts:
        words = words_at(report.page_id, doubt.spans, texts)
        yield DoubtView(doubt.about, doubt.why, words)
    is_unlikely = is_doubtful_time(article.published, article.captured_at)
    dated = _dated(report, texts)
    if report.is_date_counted and is_unlikely and dated is not None:
        yield DoubtView("date", "dated from an article of no likely time", dated)


def _told(report: Report, texts: dict[str, str]) -> Span:
    return sentences_around(report.spans[0], texts[report.page_id])
