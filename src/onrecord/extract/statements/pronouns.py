"""Who "he", "she", "it" and "they" are when they speak."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.extract.statements.cast import BODIES, Gender
from onrecord.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.extract.statements.cast import Appearance, Cast
    from onrecord.extract.statements.draft import Source
    from onrecord.extract.statements.scene import Scene

GENDERS: Mapping[str, Gender] = MappingProxyType({"he": "male", "she": "female"})
REACH = 6  # sentences back; a pronoun rarely refers further
PARAGRAPHS = 2
# Weights of the evidence, set by hand: being near, being the subject, having just
# spoken. A pronoun after a quotation mostly goes on with its speaker.
SUBJECT, SPOKE, SURE, LIKELY, INSIDE, OWNER = 1.0, 1.6, 0.6, 0.4, -1.2, -0.8
MARGIN = 0.25  # by which the best must beat another person
LEAST = -3.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement already resolved: where, and who spoke (None: nobody named)."""

    sentence: int
    place: int
    mention: Mention | None
    gender: Gender | None
    is_person: bool
    content: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Candidate:
    mention: Mention | None
    score: float


def resolve_person(
    source: Source, pronoun: str, cast: Cast, past: Sequence[Spoken], scene: Scene
) -> Mention | None:
    """The person that "he" or "she" most likely is, None when it is open."""
    gender = GENDERS.get(pronoun)
    best: dict[str, _Candidate] = {}
    for candidate in _people(source, gender, cast, past, scene):
        key = candidate.mention.head if candidate.mention is not None else ""
        held = best.get(key)
        if held is None or held.score < candidate.score:
            best[key] = candidate
    ranked = sorted(best.values(), key=lambda candidate: -candidate.score)
    if not ranked or ranked[0].score < LEAST:
        return None
    if len(ranked) > 1 and ranked[0].score - ranked[1].score < MARGIN:
        return None
    return ranked[0].mention


def _people(
    source: Source,
    gender: Gender | None,
    cast: Cast,
    past: Sequence[Spoken],
    scene: Scene,
) -> Iterator[_Candidate]:
    for item in cast.appearances:
        if item.mention.type != "person" or not _is_near(item, source, scene):
            continue
        fit = _fit(cast, item.mention, gender)
        if fit is not None:
            yield _Candidate(item.mention, fit + _standing(item, source, past))
    for spoken in past:
        distance = source.sentence - spoken.sentence
        if not 0 <= distance <= REACH or not spoken.is_person:
            continue
        if spoken.mention is None:
            if gender is None or spoken.gender in {None, gender}:
                yield _Candidate(None, SPOKE + SUBJECT - distance)
            continue
        fit = _fit(cast, spoken.mention, gender)
        if fit is not None:
            yield _Candidate(spoken.mention, fit + SPOKE + SUBJECT - distance)


def _is_near(item: Appearance, source: Source, scene: Scene) -> bool:
    if item.mention.span.start >= source.span.start:
        return False
    here = scene.sentences[source.sentence].paragraph
    there = scene.sentences[item.sentence].paragraph
    return source.sentence - item.sentence <= REACH and here - there <= PARAGRAPHS


def _fit(cast: Cast, mention: Mention, gender: Gender | None) -> float | None:
    """How well the gender fits; None when the words rule it out."""
    told, is_sure = cast.gender(mention)
    if gender is None or told is None:
        return 0.0
    if told == gender:
        return SURE if is_sure else LIKELY
    return None if is_sure else -1.5


def _standing(item: Appearance, source: Source, past: Sequence[Spoken]) -> float:
    score = float(item.sentence - source.sentence)
    score += SUBJECT if item.is_subject else 0.0
    score += OWNER if item.token.dep == "poss" else 0.0
    place = item.mention.span.start
    told = any(start <= place < end for spoken in past for start, end in spoken.content)
    return score + (INSIDE if told else 0.0)


def resolve_body(
    source: Source, cast: Cast, past: Sequence[Spoken], scene: Scene
) -> Mention | None:
    """The body that "it" or "they" most likely is: one that just spoke or acted."""
    for spoken in reversed(past):
        if 0 <= source.sentence - spoken.sentence <= 2 and spoken.mention is not None:  # noqa: PLR2004 - two sentences
            return spoken.mention if spoken.mention.type in BODIES else None
        break
    for item in reversed(cast.appearances):
        if item.mention.type not in BODIES or not item.is_subject:
            continue
        if _is_near(item, source, scene):
            near = source.sentence - item.sentence <= 1
            return item.mention if near else None
    return None
