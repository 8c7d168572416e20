"""The rule that makes one range of many figures, and its wording.

The figures stay as each outlet gave them; the range is a view of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.views.order import Key, report_key
from onrecord.record.views.types import Toll

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Effect
    from onrecord.record.views.types import FigureView, ReportView

RULE = (
    "of each outlet's latest whole figure: lowest low to highest high;"
    " superseded figures, parts of a whole, and teasers beside an outlet's own"
    " article are left out"
)


def toll_of(reports: Iterable[ReportView], effect: Effect) -> Toll | None:
    """The range of one effect by `RULE`; None when no report gives such a figure.

    An outlet's latest article that gives one counts, with every whole figure in it;
    an article of an unnamed outlet is its own. `high` is open when a figure without
    upper end goes beyond all others.

    "31" in one outlet and "at least 36" in another: from 31, open, at most named 36.
    """
    latest: dict[str, list[FigureView]] = {}
    for report in sorted(reports, key=_articles_last):
        whole = [item for item in report.figures if _counts(item, effect)]
        source = report.article.outlet or report.article.where
        if not whole:
            continue
        if source in latest and latest[source][0].article.id == report.article.id:
            latest[source] += whole
        else:
            latest[source] = whole
    figures = [figure for whole in latest.values() for figure in whole]
    return _range_of(figures) if figures else None


def _articles_last(report: ReportView) -> tuple[bool, Key]:
    """Teasers first, so that an outlet's articles take their place."""
    return report.article.type == "article", report_key(report)


def _counts(figure: FigureView, effect: Effect) -> bool:
    return (
        figure.effect == effect and figure.part_of is None and not figure.is_superseded
    )


def _range_of(figures: Sequence[FigureView]) -> Toll:
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    open_above = [figure.low or 0 for figure in figures if figure.high is None]
    most = max([*lows, *highs], default=None)
    is_open = bool(open_above) and max(open_above) >= max(highs, default=0)
    low = min(lows) if len(lows) == len(figures) else None
    return Toll(low, None if is_open else max(highs), RULE, most)
