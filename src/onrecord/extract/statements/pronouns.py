"""Who "he", "she", "it" and "they" are when they speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.extract.statements.cast import BODIES, Cast, Gender
from onrecord.extract.statements.draft import Source
from onrecord.extract.statements.scene import Scene
from onrecord.extract.statements.taken_up import find_body_named
from onrecord.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.extract.statements.cast import Appearance
    from onrecord.extract.statements.tree import Tree

GENDERS: Mapping[str, Gender] = MappingProxyType({"he": "male", "she": "female"})
# Whose claim it is: "his claim", "its request".
OWNERS: Mapping[str, str] = MappingProxyType(
    {"his": "he", "her": "she", "its": "it", "their": "they"}
)
FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
REACH = 6  # sentences back; a pronoun rarely refers further
PARAGRAPHS = 2
# Weights of the evidence, set by hand: being near, being the subject, having just
# spoken. A pronoun after a quotation mostly goes on with its speaker.
SUBJECT, SPOKE, SURE, LIKELY, INSIDE, OWNER = 1.0, 1.6, 0.6, 0.4, -1.2, -0.8
TOGETHER = 1.2  # in one paragraph
UNLIKELY = -1.5
APART = -0.8  # in a paragraph before, where the pronoun's own names a person
BODY_REACH = 2  # sentences back for "it" and "they"
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
    word: str = ""  # the source's noun in small letters


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known when a pronoun comes up: who is there, who spoke before.

    `barred`: heads of the mentions that cannot be meant, and their surnames.
    """

    scene: Scene
    cast: Cast
    past: Sequence[Spoken]
    barred: frozenset[str]

    def bars(self, mention: Mention) -> bool:
        """Whether this one, or one of the same surname, cannot be meant."""
        return mention.head in self.barred or surname(mention) in self.barred


def surname(mention: Mention) -> str:
    """The last word of a person's name in small letters, "" for all others."""
    return mention.text.split()[-1].casefold() if mention.type == "person" else ""


@dataclass(slots=True)
class _Candidate:
    mention: Mention | None
    score: float


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a pronoun is. `is_unnamed`: one of whom the article gives no name."""

    mention: Mention | None
    is_unnamed: bool = False


def resolve_person(source: Source, pronoun: str, memory: Memory) -> Resolved:
    """The person that "he" or "she" most likely is, nobody when it is open."""
    gender = GENDERS.get(pronoun)
    best: dict[str, _Candidate] = {}
    for candidate in (
        *_named(source, gender, memory),
        *_heard(source, gender, memory),
    ):
        mention = candidate.mention
        if mention is not None and memory.bars(mention):
            continue
        key = mention.head if mention is not None else ""
        held = best.get(key)
        if held is None or held.score < candidate.score:
            best[key] = candidate
    ranked = sorted(best.values(), key=lambda candidate: -candidate.score)
    if not ranked or ranked[0].score < LEAST:
        return Resolved(None)
    if len(ranked) > 1 and ranked[0].score - ranked[1].score < MARGIN:
        return Resolved(None)
    return Resolved(ranked[0].mention, is_unnamed=ranked[0].mention is None)


def _named(
    source: Source, gender: Gender | None, memory: Memory
) -> Iterator[_Candidate]:
    """The people named before, by how they stand."""
    for item in memory.cast.appearances:
        if item.mention.type != "person" or not _is_near(item, source, memory.scene):
            continue
        fit = _fit(memory.cast, item.mention, gender)
        if fit is not None:
            score = fit + _standing(item, source, memory.past)
            score += _closeness(item.sentence, source, gender, memory)
            yield _Candidate(item.mention, score)


def _heard(
    source: Source, gender: Gender | None, memory: Memory
) -> Iterator[_Candidate]:
    """Those who spoke before, named or not."""
    for spoken in memory.past:
        distance = source.sentence - spoken.sentence
        if not 0 <= distance <= REACH or not spoken.is_person:
            continue
        score = SPOKE + SUBJECT - distance
        score += _closeness(spoken.sentence, source, gender, memory)
        if spoken.mention is None:
            if gender is None or spoken.gender in {None, gender}:
                yield _Candidate(None, score)
            continue
        fit = _fit(memory.cast, spoken.mention, gender)
        if fit is not None:
            yield _Candidate(spoken.mention, fit + score)


def _closeness(
    sentence: int, source: Source, gender: Gender | None, memory: Memory
) -> float:
    """More for the pronoun's own paragraph, less where that names somebody else."""
    if _is_same_paragraph(sentence, source, memory.scene):
        return TOGETHER
    for item in memory.cast.appearances:
        if (
            item.mention.type == "person"
            and item.mention.span.start < source.span.start
            and item.token.dep in {"nsubj", "poss"}
            and _is_same_paragraph(item.sentence, source, memory.scene)
            and memory.scene.piece_at(item.mention.span.start) is None
            and not memory.bars(item.mention)
            and _fit(memory.cast, item.mention, gender) not in {None, UNLIKELY}
        ):
            return APART
    return 0.0


def _is_near(item: Appearance, source: Source, scene: Scene) -> bool:
    if item.mention.span.start >= source.span.start:
        return False
    here = scene.sentences[source.sentence].paragraph
    there = scene.sentences[item.sentence].paragraph
    return source.sentence - item.sentence <= REACH and here - there <= PARAGRAPHS


def _is_same_paragraph(sentence: int, source: Source, scene: Scene) -> bool:
    here = scene.sentences[source.sentence].paragraph
    return scene.sentences[sentence].paragraph == here


def _fit(cast: Cast, mention: Mention, gender: Gender | None) -> float | None:
    """How well the gender fits; None when the words rule it out."""
    told, is_sure = cast.gender(mention)
    if gender is None or told is None:
        return 0.0
    if told == gender:
        return SURE if is_sure else LIKELY
    return None if is_sure else UNLIKELY


def _standing(item: Appearance, source: Source, past: Sequence[Spoken]) -> float:
    score = float(item.sentence - source.sentence)
    score += SUBJECT if item.is_subject else 0.0
    score += OWNER if item.token.dep == "poss" else 0.0
    place = item.mention.span.start
    told = any(start <= place < end for spoken in past for start, end in spoken.content)
    return score + (INSIDE if told else 0.0)


def speaker_around(place: int, past: Sequence[Spoken]) -> Mention | None:
    """Whoever speaks the innermost quotation in which this place stands."""
    around = [
        (end - start, number)
        for number, spoken in enumerate(past)
        for start, end in spoken.content
        if start <= place < end
    ]
    return past[min(around)[1]].mention if around else None


def resolve_body(source: Source, memory: Memory) -> Mention | None:
    """The body that "it" or "they" most likely is: one that just spoke or acted."""
    own = _own_subject(source, memory)
    if own is not None:
        return own
    for spoken in reversed(memory.past):
        if not 0 <= source.sentence - spoken.sentence <= BODY_REACH:
            break
        if spoken.mention is None or spoken.mention.type in BODIES:
            return _allowed(spoken.mention, memory)
    for item in reversed(memory.cast.appearances):
        if item.mention.type not in BODIES or not item.is_subject:
            continue
        if _is_near(item, source, memory.scene):
            near = source.sentence - item.sentence <= 1
            return _allowed(item.mention, memory) if near else None
    return None


def _own_subject(source: Source, memory: Memory) -> Mention | None:
    """The body that is the main subject of the pronoun's own sentence.

    Or of a clause before: "While the Board did not answer, it denied ...".
    """
    tree = memory.scene.tree(source.sentence)
    root = memory.scene.sentences[source.sentence].root
    above = {root, *(clause.i for clause in tree.children(root, "advcl"))}
    for item in memory.cast.appearances:
        if item.sentence == source.sentence and item.is_subject:
            before = item.mention.span.start < source.span.start
            if before and item.token.head in above and item.mention.type in BODIES:
                return _allowed(item.mention, memory)
    return _taken_up(tree, root, source, memory)


def _taken_up(tree: Tree, root: int, source: Source, memory: Memory) -> Mention | None:
    """The body that a noun as main subject takes up: "the plant opened, it said"."""
    subject = tree.child(root, "nsubj", "nsubjpass")
    if subject is None or subject.span.start >= source.span.start:
        return None
    if subject.pos != "NOUN":
        return None
    span = tree.span(tree.left[subject.i], subject.i)
    asked = Source(source.sentence, subject.i, span)
    found = find_body_named(asked, memory.cast, memory.scene, memory.past)
    return _allowed(found, memory)


def _allowed(mention: Mention | None, memory: Memory) -> Mention | None:
    return (
        mention if mention is not None and mention.head not in memory.barred else None
    )
