"""Which figures count for a rule: the whole ones of each outlet's latest article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.model import Given, address_of, is_doubtful_time
from onrecord.record.views.order import Key, article_key
from onrecord.record.views.types import FigureView, ReportView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import Effect
    from onrecord.record.views.types import Stands


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure in the article that gives it, at one of its captures."""

    report: ReportView
    figure: FigureView
    given: Given


def stands_of(figure: FigureView) -> Stands:
    """What keeps a figure out of every rule; "whole" when nothing does.

    "corrected": a note that only a later capture holds calls the number wrong.
    """
    if figure.part_of is not None:
        return "part"
    if figure.is_superseded:
        return "superseded"
    if any(note.words.page_id != figure.words.page_id for note in figure.corrections):
        return "corrected"
    return "doubtful" if figure.is_doubtful else "whole"


def given_of(report: ReportView, figure: FigureView, *, again: bool = False) -> Given:
    """The figure as it is compared; `again`: as the last capture of its text has it."""
    article = report.article
    taken = report.captured_again if again else None
    return Given(
        low=figure.low,
        high=figure.high,
        about=figure.about,
        counted=figure.counted,
        source=figure.attributed_to,
        outlet=article.outlet,
        published=article.published,
        captured_at=taken or article.captured_at,
        article=article.id,
        page=f"{article.page_id} {taken}" if taken else article.page_id,
        address=address_of(article.where),
    )


def latest_of_outlets(reports: Iterable[ReportView], effect: Effect) -> list[Entry]:
    """The whole figures of this effect in each outlet's latest article that has one.

    An article of an unnamed outlet is its own; teasers stand back behind an outlet's
    articles. A text that was captured again is as late as its last capture.
    """
    latest: dict[str, list[Entry]] = {}
    for report in sorted(reports, key=_articles_last):
        whole = [
            Entry(report, figure, given_of(report, figure, again=True))
            for figure in report.figures
            if figure.effect == effect and stands_of(figure) == "whole"
        ]
        source = report.article.outlet or address_of(report.article.where)
        if not whole:
            continue
        before = latest.get(source, whole)
        is_one = before[0].report.article.id == report.article.id
        latest[source] = before + whole if is_one and before is not whole else whole
    return [entry for whole in latest.values() for entry in whole]


def time_key(report: ReportView, *, again: bool = True) -> Key:
    """The order in which the news came; a doubtful time is none.

    `again`: a text that was captured again comes where its last capture does.
    """
    article = report.article
    is_doubtful = is_doubtful_time(article.published, article.captured_at)
    taken = report.captured_again if again else None
    known = replace(
        article,
        published=None if is_doubtful else article.published,
        captured_at=taken or article.captured_at,
    )
    return article_key(known)


def _articles_last(report: ReportView) -> tuple[bool, Key, str]:
    """Teasers first, so that an outlet's articles take their place."""
    return report.article.type == "article", time_key(report), report.id
