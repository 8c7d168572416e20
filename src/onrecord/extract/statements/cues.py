"""The verbs that report, and what each may have for content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from onrecord.model import CueClass

if TYPE_CHECKING:
    from collections.abc import Mapping

VOWELS = frozenset("aeiou")
# Irregular forms of verbs in the table; regular ones are made by rule.
IRREGULAR = MappingProxyType(
    {
        "said": "say", "told": "tell", "wrote": "write", "written": "write",
        "swore": "swear", "sworn": "swear", "spoke": "speak", "spoken": "speak",
        "thought": "think", "felt": "feel", "shown": "show", "found": "find",
        "began": "begin", "begun": "begin", "foresaw": "foresee", "seen": "see",
        "foreseen": "foresee", "foretold": "foretell", "knew": "know", "known": "know",
        "saw": "see", "held": "hold", "chose": "choose", "chosen": "choose",
        "made": "make", "understood": "understand", "shot": "shoot",
        "forecast": "forecast", "hit": "hit", "read": "read", "bet": "bet",
        "forbade": "forbid", "forbidden": "forbid", "tore": "tear", "torn": "tear",
        "beseeched": "beseech", "besought": "beseech", "bade": "bid", "bid": "bid",
        "put": "put", "sang": "sing", "struck": "strike", "undertook": "undertake",
        "undertaken": "undertake", "bit": "bite", "overstated": "overstate",
    }
)  # fmt: skip
DOUBLING = frozenset(
    ["quip", "beg", "plan", "commit", "submit", "snap", "brag", "blog", "admit",
     "slam", "rebut", "chat", "concur", "demur", "fret", "infer", "bat", "rap", "rip",
     "refer", "sob", "sum", "shrug", "forbid", "permit", "recap"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of the table.

    `frames` as the table lists them, without "weak" and the particle. `is_weak`:
    the verb is also said of things, so its subject must be able to speak.
    """

    lemma: str
    cue_class: CueClass
    frames: frozenset[str]
    particle: str | None
    is_weak: bool


def rows_of(name: str) -> list[list[str]]:
    """The rows of a table in the package's data, comments and empty lines left out."""
    text = files("onrecord.data").joinpath(name).read_text("utf-8")
    lines = (line for line in text.splitlines() if line and line[0] != "#")
    return [line.split("\t") for line in lines]


@cache
def load_cues() -> Mapping[str, tuple[Cue, ...]]:
    """Every form of every reporting verb, in small letters, with what it may be.

    Where a verb reports one thing alone and another with a particle, the latter
    comes first.
    """
    found: dict[str, list[Cue]] = {}
    for cue in sorted(map(_cue, rows_of("cues.tsv")), key=lambda cue: not cue.particle):
        for form in _forms(cue.lemma):
            found.setdefault(form, []).append(cue)
    return MappingProxyType({form: tuple(cues) for form, cues in found.items()})


def _cue(row: list[str]) -> Cue:
    lemma, cue_class, frames = row
    names = frozenset(frames.split())
    particle = next((name[1:] for name in names if name[0] == "+"), None)
    kept = frozenset(name for name in names if name[0] != "+" and name != "weak")
    known = next(name for name in get_args(CueClass) if name == cue_class)
    return Cue(lemma, known, kept, particle, "weak" in names)


def _forms(lemma: str) -> set[str]:
    """The forms of an English verb.

    >>> sorted(_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    irregular = {form for form, base in IRREGULAR.items() if base == lemma}
    return irregular | _regular_forms(lemma)


def _regular_forms(lemma: str) -> set[str]:
    stem = lemma + lemma[-1] if lemma in DOUBLING else lemma
    if lemma.endswith("e"):
        return {lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return {lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return {lemma, third, stem + "ed", stem + "ing"}
