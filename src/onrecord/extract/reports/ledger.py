"""The figures of one incident in one article, parts under their wholes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.quantities import DOUBTFUL
from onrecord.extract.reports.entries import Entry, entries_of
from onrecord.extract.reports.sources import given_by, said_in
from onrecord.extract.reports.standing import adds_to, settled
from onrecord.extract.reports.telling import LEAD
from onrecord.model import Figure, figure_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.reports.merge import Incident
    from onrecord.extract.reports.scene import Scene
    from onrecord.model import FigureId, ReportId

BARE = (2, None)


def figures_of(scene: Scene, incident: Incident, report: ReportId) -> list[Figure]:
    """The figures of the incident in page order, each with who gives it.

    What only repeats a figure is left out; numbers that count some of the struck are
    parts of the first whole of their effect, never wholes of their own.
    """
    entries = settled(scene, list(entries_of(incident)))
    adding = [adds_to(scene, entries, n) for n in range(len(entries))]
    ids = [figure_id(report, item.toll.effect, item.toll.span) for item in entries]
    figures: list[Figure] = []
    for n, entry in enumerate(entries):
        part_of = ids[entry.part_of] if entry.part_of is not None else None
        figure = _figure(scene, entry, report, ids[n], part_of)
        first = adding[n]
        beside = ids[first] if first is not None else None
        figures.append(replace(figure, adds_to=beside))
    headlines = [s.span.end for s in scene.sentences if s.zone == "headline"]
    once = _once(figures, max(headlines, default=0))
    told = [figure for figure in once if not _is_vague(figure, incident)]
    return sorted(_tied(told), key=lambda figure: figure.span)


def _tied(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, ties to those left out undone."""
    known = {figure.id for figure in figures}
    return [
        replace(
            figure,
            part_of=figure.part_of if figure.part_of in known else None,
            adds_to=figure.adds_to if figure.adds_to in known else None,
        )
        for figure in figures
    ]


def _is_vague(figure: Figure, incident: Incident) -> bool:
    """A bare plural of an event told in passing says next to nothing."""
    bare = (figure.low, figure.high) == BARE and figure.qualifier is None
    first = incident.tellings[0]
    leads = first.is_headline or first.sentence < LEAD
    return bare and not leads


def _figure(
    scene: Scene, entry: Entry, report: ReportId, own: FigureId, whole: FigureId | None
) -> Figure:
    toll = entry.toll
    statement = said_in(scene, toll.span)
    return Figure(
        id=own,
        report_id=report,
        article_id=scene.annotated.article.id,
        page_id=scene.annotated.page.id,
        effect=toll.effect,
        low=toll.low,
        high=toll.high,
        qualifier=toll.qualifier,
        about=toll.about,
        counted=toll.counted,
        part_of=whole,
        attributed_to=given_by(scene, entry.sentence, toll.span),
        statement_id=statement.id if statement else None,
        span=toll.span,
        is_superseded=toll.is_superseded,
        is_doubtful=max(toll.low or 0, toll.high or 0) > DOUBTFUL,
        confidence=0.8 if entry.is_near else 0.6,
    )


def _once(figures: Sequence[Figure], headline_end: int) -> list[Figure]:
    """One of equal figures: the best attributed, then the first.

    Parts of a figure that is left out move under the one kept.
    """
    best: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        known = best.get(_worth(figure))
        if known is None or _source_rank(figure, headline_end) > _source_rank(
            known, headline_end
        ):
            best[_worth(figure)] = figure
    kept_for = {figure.id: best[_worth(figure)].id for figure in figures}
    return [
        replace(
            figure,
            part_of=kept_for[figure.part_of] if figure.part_of else None,
            adds_to=kept_for[figure.adds_to] if figure.adds_to else None,
        )
        for figure in best.values()
    ]


def _source_rank(figure: Figure, headline_end: int) -> int:
    """Named in the running text before named in a headline before nobody."""
    if figure.attributed_to is None:
        return 0
    return 1 if figure.span.end <= headline_end else 2


def _worth(figure: Figure) -> tuple[object, ...]:
    """What makes two figures say the same."""
    is_part = figure.part_of is not None
    other = figure.id if figure.adds_to else None  # other people, the same number
    old = figure.is_superseded
    return figure.effect, figure.low, figure.high, is_part, old, other
