"""People struck by nobody says what: an incident of unknown kind.

An article whose first sentences say that people were killed, hurt, seized or driven
out tells of an incident, even when no word names its kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.reports.grammar import ancestors
from onrecord.extract.reports.kinds import kinds
from onrecord.extract.reports.merge import Incident
from onrecord.extract.reports.status import (
    is_almost,
    is_suffered_often,
    tells_a_sum,
)
from onrecord.extract.reports.telling import LEAD, YEAR, Sayings, Told
from onrecord.extract.reports.triggers import Trigger
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures import Toll
    from onrecord.extract.reports.scene import Scene
    from onrecord.model import Sentence, Token

HARM = "harm"
SPORT = frozenset({
    "goal", "match", "league", "season", "wicket", "striker", "cup", "fan", "penalty",
    "scorer", "win", "defeat", "rival", "champion", "coach", "midfielder", "batsman",
    "bowler", "cyclist", "innings", "tournament", "quarterback", "touchdown", "playoff",
    "title", "half",
})  # fmt: skip


def find_harm(scene: Scene, sayings: Sequence[Sayings]) -> list[Incident]:
    """One incident of unknown kind, where an article's lead gives tolls; else none.

    Only for an article that tells no other incident.
    """
    if _is_sport(scene):
        return []
    leading = [
        n
        for n in range(min(LEAD, len(sayings)))
        if _is_open(scene.sentences[n], sayings[n])
    ]
    if not leading or _is_obituary(scene, sayings):
        return []
    first = leading[0]
    tellings = [
        _told(scene, n, saying)
        for n, saying in enumerate(sayings)
        if n >= first and saying.tolls and not _is_statistic(saying)
    ]
    return [Incident(tellings)]


def _is_sport(scene: Scene) -> bool:
    """Whether the lead reads like a report of a match."""
    words = [t.lemma.casefold() for s in scene.sentences[:LEAD] for t in s.tokens]
    return len({word for word in words if word in SPORT}) > 1


def _is_obituary(scene: Scene, sayings: Sequence[Sayings]) -> bool:
    """Whether all that is told is that one person died, and not of what."""
    tolls = [(n, toll) for n, saying in enumerate(sayings) for toll in saying.tolls]
    return all(
        toll.effect == "killed"
        and toll.high == 1
        and scene.sentences[n].tokens[toll.trigger].lemma in {"die", "death"}
        and not _has_cause(scene, n, toll)
        for n, toll in tolls
    )


def _has_cause(scene: Scene, n: int, toll: Toll) -> bool:
    """Whether the words tell what killed: "died when a trench caved in"."""
    sentence = scene.sentences[n]
    clauses = sentence.children_with(toll.trigger, "advcl")
    marks = (
        mark.text.casefold()
        for clause in clauses
        for mark in sentence.children_with(clause.i, "mark", "advmod")
    )
    return any(mark in {"when", "as", "after"} for mark in marks)


def _is_open(sentence: Sentence, saying: Sayings) -> bool:
    whole = [
        toll
        for toll in saying.tolls
        if toll.part_of is None and _is_real(sentence, sentence.tokens[toll.trigger])
    ]
    return bool(whole) and not (_is_statistic(saying) or tells_a_sum(sentence))


def _is_real(sentence: Sentence, word: Token) -> bool:
    """Whether it came to that, once: no "nearly killed", no "visitors are hurt"."""
    above = [word, *ancestors(sentence, word.i)]
    is_almost_so = any(is_almost(sentence, token) for token in above)
    return not is_almost_so and not is_suffered_often(sentence, word)


def _is_statistic(saying: Sayings) -> bool:
    """Whether the sentence sums up a year or more of nowhere."""
    dates = [*saying.bounds.dates, *(t.date for t in saying.told if t.date)]
    places = [*saying.bounds.places, *(t.place for t in saying.told if t.place)]
    return any((d.end - d.start).days >= YEAR for d in dates) and not places


def _told(scene: Scene, n: int, saying: Sayings) -> Told:
    """The sentence's tolls as one telling; its date and place where it names one."""
    dates = [*(t.date for t in saying.told if t.date), *saying.bounds.dates]
    places = [*(t.place for t in saying.told if t.place), *saying.bounds.places]
    return Told(
        sentence=n,
        triggers=(_trigger(scene, n, saying.tolls[0]),),
        how="happened",
        place=places[0] if places else None,
        date=dates[0] if len(dates) == 1 else None,
        tolls=saying.tolls,
        is_definite=False,
        is_other=False,
        is_headline=scene.sentences[n].zone == "headline",
    )


def _trigger(scene: Scene, n: int, toll: Toll) -> Trigger:
    token = scene.sentences[n].tokens[toll.trigger]
    span = Span(token.span.start, token.span.end)
    return Trigger(kinds()[HARM], "weak", token.pos == "VERB", token.i, span)
