"""The figures of one incident in one article, parts under their wholes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures import Toll
from onrecord.extract.figures.people import singular
from onrecord.extract.figures.quantities import DOUBTFUL
from onrecord.extract.numbers import NUMBER_WORDS
from onrecord.extract.reports.sources import given_by, said_in
from onrecord.extract.reports.telling import LEAD
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
FATES = frozenset({"hospital", "care", "coma", "condition"})  # of some of the hurt
BARE = (2, None)
SOME_KINDS = frozenset({"child", "woman", "girl", "boy", "baby", "minor", "infant",
                        "foreigner", "teenager", "student", "toddler"})  # fmt: skip
SUMMED_UP = re.compile(
    r"\bsince (?:19|20)\d\d\b|\b(?:whole of )?(?:last|previous|this|past) (?:year|decade)"
    r"\b|\b(?:since|in) (?:19|20)\d\d,? when\b|\bso far this (?:year|month)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"(?:Separately|Elsewhere|In (?:a|another|a second) (?:separate |different |second )?"
    r"(?:incident|attack|accident|case|crash|shooting|blast)|Meanwhile,? in)\b"
)
_IN_PART = re.compile(r"In (?:the )?(?:village|town|hamlet|suburb|city|district) of ")
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
    entries = _settled(scene, _of_this_event(scene, list(_entries(incident))))
    adding = [_adds_to(scene, entries, n) for n in range(len(entries))]
    ids = [figure_id(report, item.toll.effect, item.toll.span) for item in entries]
    figures: list[Figure] = []
    for n, entry in enumerate(entries):
        part_of = ids[entry.part_of] if entry.part_of is not None else None
        figure = _figure(scene, entry, report, ids[n], part_of)
        first = adding[n]
        adds_to = ids[first] if first is not None else None
        figures.append(replace(figure, adds_to=adds_to))
    headlines = [s.span.end for s in scene.sentences if s.zone == "headline"]
    once = _once(figures, max(headlines, default=0))
    told = [figure for figure in once if not _is_vague(figure, incident)]
    return sorted(told, key=lambda figure: figure.span)


def _of_this_event(scene: Scene, entries: list[Entry]) -> list[Entry]:
    """The entries without what other years, or a nought said of the injured, tell.

    A sum "since 2010" beside the figure of a day is another matter; "nobody was hurt"
    says that nobody died, unless another figure says who did.
    """
    drop = {n for n in range(len(entries)) if _is_foreign(scene, entries, n)}
    return _without(entries, drop)


def _is_foreign(scene: Scene, entries: Sequence[Entry], n: int) -> bool:
    entry = entries[n]
    told = [e for e in entries if e.toll.effect == entry.toll.effect and e is not entry]
    if entry.part_of is not None:
        return False
    if entry.toll.high == 0 and any(other.toll.high != 0 for other in told):
        return _is_said_of_injured(entries, entry)
    before = [other for other in told if other.sentence < entry.sentence]
    words = scene.sentences[entry.sentence].span.of(scene.text)
    return bool(before) and bool(SUMMED_UP.search(words) or ELSEWHERE.match(words))


def _without(entries: Sequence[Entry], drop: set[int]) -> list[Entry]:
    """The entries but those dropped; parts of these become wholes."""
    place = {n: at for at, n in enumerate(i for i in range(len(entries)) if i not in drop)}
    return [
        replace(
            entry,
            part_of=place.get(entry.part_of) if entry.part_of is not None else None,
        )
        for n, entry in enumerate(entries)
        if n not in drop
    ]


def _is_said_of_injured(entries: Sequence[Entry], entry: Entry) -> bool:
    """Whether the same words say that nobody was killed and nobody injured."""
    return any(
        other.toll.span == entry.toll.span and other.toll.effect != entry.toll.effect
        for other in entries
    )


def _adds_to(scene: Scene, entries: Sequence[Entry], n: int) -> int | None:
    """Which earlier figure counts other people than this one; None for the same.

    Two figures of one sentence and one voice count two sets of people, unless one is
    a part of the other; so does "five more".
    """
    entry = entries[n]
    if entry.part_of is not None or entry.toll.is_superseded or entry.toll.low == 0:
        return None
    for at, other in enumerate(entries[:n]):
        is_whole = other.part_of is None and not other.toll.is_superseded
        if not is_whole or other.toll.effect != entry.toll.effect:
            continue
        if entry.toll.added or (
            other.sentence == entry.sentence
            and other.toll.low != 0
            and _is_one_voice(scene, entry, other)
        ):
            return at
    return None


def _is_one_voice(scene: Scene, one: Entry, other: Entry) -> bool:
    givers = {given_by(scene, item.sentence, item.toll.span) for item in (one, other)}
    return len(givers) == 1


def _is_vague(figure: Figure, incident: Incident) -> bool:
    """A bare plural of an event told in passing says next to nothing."""
    bare = (figure.low, figure.high) == BARE and figure.qualifier is None
    first = incident.tellings[0]
    leads = first.is_headline or first.sentence < LEAD
    return bare and not leads


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
    return _without(kept, drop)


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
    if entry.sentence == whole.sentence or toll.high == 0:
        return False
    word = scene.sentences[entry.sentence].tokens[toll.trigger].text.casefold()
    if word in FATES:
        return True
    if OF_THE_STRUCK.search(_words_after(scene, toll.span)) or toll.added:
        return True
    if _IN_PART.match(scene.sentences[entry.sentence].span.of(scene.text)):
        return True
    if _are_rivals(scene, entry, whole):
        return False
    if not _NUMBERED.search(toll.span.of(scene.text)):
        return toll.high in {1, toll.low}
    return toll.counted not in ANYBODY and entry.sentence > whole.sentence


def _are_rivals(scene: Scene, one: Entry, other: Entry) -> bool:
    """Whether two who give figures each count everybody; children are but some."""
    givers = [given_by(scene, item.sentence, item.toll.span) for item in (one, other)]
    kind = singular((one.toll.counted or "").split(" ")[-1])
    return None not in givers and givers[0] != givers[1] and kind not in SOME_KINDS


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
    is_weak = toll.counted is None and toll.qualifier is None  # "he", a name
    return (bare and better) or (not entry.is_near and (better or is_weak))


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
    other = figure.id if figure.adds_to else None  # other people, the same number
    old = figure.is_superseded
    return figure.effect, figure.low, figure.high, is_part, old, other
