"""Figures of a story: how many people, of what, as each text gives it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.record.ledger import stands_of
from onrecord.record.views.comparing.drafts import Draft, words_by_article
from onrecord.record.views.types import FactWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import ArticleId, Effect
    from onrecord.record.views.comparing.drafts import Bounds
    from onrecord.record.views.comparing.material import Material
    from onrecord.record.views.types import FigureView, Manner, ReportView

COMPARED = 5  # wordings of a figure that other texts are searched for
Told = tuple["ReportView", "FigureView"]


def figure_drafts(material: Material) -> Iterator[Draft]:
    """A row for each effect of each incident; parts of a whole have rows of their own.

    Parts of the same number are one fact.
    """
    rows: dict[tuple[str, Effect, Bounds | None], list[Told]] = defaultdict(list)
    for report in material.reports:
        for figure in report.figures:
            part = (figure.low, figure.high) if figure.part_of else None
            rows[report.incident, figure.effect, part].append((report, figure))
    for (incident, effect, part), told in rows.items():
        words = words_by_article()
        bounds: dict[ArticleId, list[Bounds]] = defaultdict(list)
        for report, figure in told:
            words[report.article.id].append(_figure(figure))
            if stands_of(figure) == "whole":
                bounds[report.article.id].append((figure.low, figure.high))
        which = f"{effect}, some of them" if part else effect
        about = f"{which}: {incident_name(report for report, _ in told)}"
        like = tuple(dict.fromkeys(figure.words.text for _, figure in told))[:COMPARED]
        yield Draft(
            "figure", about, incident, words,
            like=like, like_kind="words", bounds=bounds,
            near=_elsewhere(material, told, effect),
        )  # fmt: skip


def _elsewhere(
    material: Material, told: Iterable[Told], effect: Effect
) -> dict[ArticleId, FactWords]:
    """Figures of the effect in other texts, of incidents that may be the same one.

    Those that one of the texts with the figure tells apart from it are not.
    """
    holding = {report.article.id for report, _ in told}
    apart = {r.incident for r in material.reports if r.article.id in holding}
    found: dict[ArticleId, FactWords] = {}
    for report in material.reports:
        if report.incident not in apart:
            for figure in report.figures:
                if figure.effect == effect:
                    like = replace(_figure(figure), manner="like it")
                    found.setdefault(report.article.id, like)
    return found


def _figure(figure: FigureView) -> FactWords:
    stands = stands_of(figure)
    manner: Manner = "figure"
    if stands in {"superseded", "corrected"}:
        manner = "superseded"
    elif stands == "doubtful":
        manner = "doubtful"
    return FactWords(
        figure.id, figure.article.id, figure.words, manner, figure.attributed_to
    )


def incident_name(reports: Iterable[ReportView]) -> str:
    """What happened, where and when, as far as one of the reports tells."""
    told = list(reports)
    what = next((r.detail for r in told if r.detail), None) or told[0].event_type
    where = next((r.place.text for r in told if r.place), None)
    day = next(
        (str(r.date.start) for r in told if r.date and r.date.precision == "day"), None
    )
    return ", ".join(part for part in (what, where, day) if part)
