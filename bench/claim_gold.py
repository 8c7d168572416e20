"""Invented utterances and which claim each belongs to: the gold, as resolving reads it.

Names and places are given by identity, as the stages before resolving would; the cue's
class is looked up from the words around what is said.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, cast

import msgspec

from bench.datasets import read_dataset
from onrecord.model import (
    ArticleId,
    CueClass,
    PageId,
    Span,
    Statement,
    StatementId,
    Utterance,
)

Half = Literal["dev", "kept_out"]
HALVES: tuple[Half, ...] = ("dev", "kept_out")
Part = Literal["train", "dev", "kept_out"]
_FOLDER = Path(__file__).parent / "gold" / "claims"
_WORD = re.compile(r"[^\W\d_]+")


class GoldUtterance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody saying something; `claim` is None for what belongs to no claim."""

    id: str
    topic: str
    claim: str | None
    denies: str | None
    article: str
    outlet: str
    when: date
    speaker: str | None
    speaker_id: str | None
    role: str | None
    sentence: str
    content: tuple[int, int]
    names: tuple[str, ...]
    places: tuple[str, ...]
    around: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words that are said."""
        return self.sentence[slice(*self.content)]


def read_utterances(part: Part) -> list[GoldUtterance]:
    """The utterances of one half, or those to learn from, in the order of the file."""
    return list(read_dataset(_FOLDER / f"utterances.{part}.jsonl", GoldUtterance))


def half_of(topic: str) -> Half:
    """The half that a topic belongs to."""
    number = int(hashlib.sha256(topic.encode()).hexdigest(), 16)
    return "kept_out" if number % 2 else "dev"


def gold_claims(rows: Sequence[GoldUtterance]) -> Mapping[str, str]:
    """The claim of every utterance; one that belongs to none stands alone."""
    return {row.id: row.claim or row.id for row in rows}


def as_utterance(row: GoldUtterance) -> Utterance:
    """One row as resolving reads it."""
    start, end = row.content
    names, places = frozenset(row.names), frozenset(row.places)
    speakers = frozenset({row.speaker_id} if row.speaker_id else ())
    statement = Statement(
        id=StatementId(row.id),
        article_id=ArticleId(row.article),
        page_id=PageId(row.article),
        content=(Span(start, end),),
        source=(),
        cue=(),
        cue_class=_cue_class(row.sentence[:start] + " " + row.sentence[end:]),
        mode="indirect",
        speaker=None,
        speaker_name=row.speaker,
        role=row.role,
    )
    return Utterance(
        statement=statement,
        text=row.text,
        sentence=row.sentence,
        speaker=row.speaker_id,
        names=names,
        places=places,
        context=names | speakers | frozenset(row.around),
        day=row.when,
    )


def _cue_class(around: str) -> CueClass:
    """The class of the first verb around the words that reports speech."""
    told = (_cues().get(word.lower()) for word in _WORD.findall(around))
    return next((kind for kind in told if kind), "neutral")


@cache
def _cues() -> Mapping[str, CueClass]:
    """The class of each form of each verb that reports speech."""
    table = files("onrecord.data").joinpath("cues.tsv").read_text("utf-8")
    lines = [line for line in table.splitlines() if line[:1] not in {"", "#"}]
    rows = [line.split("\t") for line in lines]
    kinds = {
        form: kind
        for lemma, kind, _ in rows
        for form in _forms(lemma)
        if " " not in lemma
    }
    return cast("Mapping[str, CueClass]", kinds)


def _forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular verb, and a few that never are words.

    >>> _forms("deny")[-1]
    'denied'
    """
    short = verb[:-1]
    forms = (verb, f"{verb}s", f"{verb}ed", f"{verb}ing", f"{verb}d", f"{short}ing")
    return (*forms, f"{short}ies", f"{short}ied") if verb.endswith("y") else forms
