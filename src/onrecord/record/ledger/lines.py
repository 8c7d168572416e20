"""The ledger: every figure of an incident, by effect and in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from onrecord.model import Effect, is_doubtful_time
from onrecord.record.ledger.counting import stands_of, time_key
from onrecord.record.views.types import LedgerLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.record.views.types import FigureView, ReportView

EFFECTS: tuple[Effect, ...] = get_args(Effect)


def ledger_lines(reports: Iterable[ReportView]) -> tuple[LedgerLine, ...]:
    """Every figure that the reports give, nothing left out and nothing added up.

    By effect, the gravest first, then in the order in which the news came.
    """
    found = [(report, figure) for report in reports for figure in report.figures]
    found.sort(
        key=lambda item: (
            EFFECTS.index(item[1].effect),
            time_key(item[0], again=False),
            item[1].words.spans,
            item[1].id,
        )
    )
    return tuple(_line(report, figure) for report, figure in found)


def _line(report: ReportView, figure: FigureView) -> LedgerLine:
    article = report.article
    return LedgerLine(
        figure=figure.id,
        effect=figure.effect,
        low=figure.low,
        high=figure.high,
        about=figure.about,
        qualifier=figure.qualifier,
        counted=figure.counted,
        words=figure.words.text,
        outlet=article.outlet,
        attributed_to=figure.attributed_to,
        published=article.published,
        captured_at=article.captured_at,
        captured_again=report.captured_again,
        page_id=article.page_id,
        where=article.where,
        article_type=article.type,
        part_of=figure.part_of,
        stands=stands_of(figure),
        is_time_doubtful=is_doubtful_time(article.published, article.captured_at),
    )
