"""The figures of one incident in one article, parts under their wholes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures import Toll
from onrecord.extract.figures.quantities import DOUBTFUL
from onrecord.extract.numbers import NUMBER_WORDS
from onrecord.extract.reports.sources import giver_of, said_in, source_of
from onrecord.model import Figure, figure_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.reports.merge import Incident
    from onrecord.extract.reports.scene import Scene
    from onrecord.model import FigureId, ReportId, Span

OF_THE_STRUCK = re.compile(
    r"\b(?:of|among) (?:them|those|these|whom|the (?:dead|killed|victims|wounded|"
    r"injured|fatalities|arrested|detained|missing))\b",
    re.IGNORECASE,
)
BARE = (2, None)
ANYBODY = frozenset({None, "people", "persons", "person", "victims", "others", "bodies",
                     "deaths", "dead", "wounded", "injured"})  # fmt: skip
_NUMBERED = re.compile(
    r"\d|\b(?:" + "|".join(NUMBER_WORDS) + r"|dozens|scores|hundreds|thousands)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A toll of an incident; `sentence` counts the article's sentences.

    `part_of` counts into the entries; `is_near` says that event words stand in the
    same sentence.
    """

    sentence: int
    toll: Toll
    part_of: int | None
    is_near: bool


def figures_of(scene: Scene, incident: Incident, report: ReportId) -> list[Figure]:
    """The figures of the incident in page order, each with who gives it.

    What only repeats a figure is left out; numbers that count some of the struck are
    parts of the first whole of their effect, never wholes of their own.
    """
    entries = _settled(scene, list(_entries(incident)))
    ids = [figure_id(report, item.toll.effect, item.toll.span) for item in entries]
    figures: list[Figure] = []
    for n, entry in enumerate(entries):
        part_of = ids[entry.part_of] if entry.part_of is not None else None
        figures.append(_figure(scene, entry, report, ids[n], part_of))
    headlines = [s.span.end for s in scene.sentences if s.zone == "headline"]
    once = _once(figures, max(headlines, default=0))
    told = [figure for figure in once if not _is_vague(figure, incident)]
    return sorted(told, key=lambda figure: figure.span)


def _is_vague(figure: Figure, incident: Incident) -> bool:
    """A bare plural of an event told in passing says next to nothing."""
    bare = (figure.low, figure.high) == BARE and figure.qualifier is None
    return bare and not any(told.is_headline for told in incident.tellings)


def _entries(incident: Incident) -> Iterator[Entry]:
    """The tolls of all tellings in reading order; parts point at their wholes."""
    found: list[tuple[int, Sequence[Toll], Sequence[Toll], bool]] = [
        (told.sentence, told.tolls, told.tolls, True)
        for told in incident.tellings
        if told.how not in {"general", "unreal"}
    ]
    found += [(n, saying.loose, saying.tolls, False) for n, saying in incident.loose]
    base = 0
    for sentence, tolls, _, near in sorted(found, key=lambda item: item[0]):
        wholes = [toll for toll in tolls if toll.part_of is None]
        for toll in tolls:
            part_of = _own_whole(toll, tolls, wholes, base)
            yield Entry(sentence, toll, part_of, near)
        base += len(tolls)


def _own_whole(
    toll: Toll, tolls: Sequence[Toll], wholes: Sequence[Toll], base: int
) -> int | None:
    """Where the whole of a part stands among all entries."""
    if toll.part_of is None or not wholes:
        return None
    before = [
        n
        for n, other in enumerate(tolls)
        if other.part_of is None and other.effect == toll.effect
    ]
    return base + before[0] if before else None


def _settled(scene: Scene, entries: list[Entry]) -> list[Entry]:
    """Entries with later parts put under the first whole, and echoes dropped."""
    kept = [_under_whole(scene, entries, n) for n in range(len(entries))]
    drop = {n for n, entry in enumerate(kept) if _is_echo(scene, kept, entry)}
    place = {n: at for at, n in enumerate(i for i in range(len(kept)) if i not in drop)}
    return [
        replace(
            entry,
            part_of=place.get(entry.part_of) if entry.part_of is not None else None,
        )
        for n, entry in enumerate(kept)
        if n not in drop
    ]


def _under_whole(scene: Scene, entries: Sequence[Entry], n: int) -> Entry:
    entry = entries[n]
    if entry.part_of is not None or entry.toll.is_superseded:
        return entry
    whole = next(
        (
            at
            for at, other in enumerate(entries)
            if at != n
            and other.part_of is None
            and other.toll.effect == entry.toll.effect
            and _is_larger(other.toll, entry.toll)
        ),
        None,
    )
    if whole is None or not _counts_some(scene, entry, entries[whole]):
        return entry
    return replace(entry, part_of=whole)


def _is_larger(one: Toll, other: Toll) -> bool:
    size, least = one.low or one.high or 0, other.high or other.low or 0
    return size > least and not one.is_superseded


def _counts_some(scene: Scene, entry: Entry, whole: Entry) -> bool:
    """Whether the words count some of those that a larger figure counts."""
    toll = entry.toll
    if entry.sentence == whole.sentence:
        return False
    if OF_THE_STRUCK.search(_words_after(scene, toll.span)) or toll.added:
        return True
    if not _NUMBERED.search(toll.span.of(scene.text)):
        return toll.high in {1, toll.low}
    return toll.counted not in ANYBODY and entry.sentence > whole.sentence


def _words_after(scene: Scene, span: Span) -> str:
    return scene.text[span.start : span.end + 24]


def _is_echo(scene: Scene, entries: Sequence[Entry], entry: Entry) -> bool:
    """A bare plural or a pronoun that adds nothing to a real figure."""
    toll = entry.toll
    if _NUMBERED.search(toll.span.of(scene.text)) or toll.high == 0:
        return False
    others = [e for e in entries if e is not entry and e.toll.effect == toll.effect]
    better = any(_NUMBERED.search(e.toll.span.of(scene.text)) for e in others)
    bare = toll.high is None and toll.qualifier is None
    return (bare and better) or not entry.is_near


def _figure(
    scene: Scene, entry: Entry, report: ReportId, own: FigureId, whole: FigureId | None
) -> Figure:
    toll = entry.toll
    statement = said_in(scene, toll.span)
    source = source_of(scene, statement) if statement else None
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
        attributed_to=source or giver_of(scene, entry.sentence, toll.span),
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
        replace(figure, part_of=kept_for[figure.part_of] if figure.part_of else None)
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
    return figure.effect, figure.low, figure.high, is_part, figure.is_superseded
