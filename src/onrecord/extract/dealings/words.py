"""Kinds of dealings and the words that tell them, from their tables."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What helps or yields; of every other event the words are against somebody.
FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE",
                      "RETREAT"})  # fmt: skip
# Done together, these have no other side.
JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
JOINTLY = frozenset({"signed", "truce", "mended ties", "broke with", "broke off talks"})
# Said in the present, these are done by saying them: "Kelmara condemns the raid".
SPOKEN = frozenset({"DISAPPROVE", "DEMAND", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class DealingKind:
    """A kind of deed: ACLED's names, our detail, PLOVER's event and mode."""

    event_type: str
    sub_event_type: str | None
    detail: str
    event: str
    mode: str | None

    @property
    def is_friendly(self) -> bool:
        """Whether it helps, meets or yields to the other side."""
        return self.event in FRIENDLY

    @property
    def is_joint(self) -> bool:
        """Whether two do it together, and no other side is needed."""
        return self.event in JOINT or self.detail in JOINTLY


@dataclass(frozen=True, slots=True)
class Wording:
    """A verb that tells of a deed, with one of `needs` among its objects.

    `subjects` are needed as what its subject is; either will do where both are asked.
    """

    kind: DealingKind
    particle: str
    needs: frozenset[str]
    subjects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Turning:
    """What becomes of a deed that is promised, threatened, refused, asked for.

    None: the deed stays what its own verb tells.
    """

    friendly: DealingKind | None
    hostile: DealingKind | None
    unknown: DealingKind | None


@cache
def dealing_kinds() -> Mapping[str, DealingKind]:
    """Every kind that PLOVER knows, by its detail; incidents of violence, too."""
    return {
        row["detail"]: DealingKind(
            row["event_type"],
            row["sub_event_type"] or None,
            row["detail"],
            row["event"],
            row["mode"] or None,
        )
        for row in _rows("plover.tsv")
    }


@cache
def verb_wordings() -> Mapping[str, tuple[Wording, ...]]:
    """The wordings by the lemma of their verb; the first that fits is right."""
    found: dict[str, list[Wording]] = defaultdict(list)
    for row in _rows("dealings.tsv"):
        if row["pos"] != "v":
            continue
        needs = _words(row["with"] or "")
        own = frozenset(word for word in needs if not word.startswith("^"))
        subjects = frozenset(word[1:] for word in needs if word.startswith("^"))
        for word in _words(row["words"]):
            verb, _, particle = word.partition(" ")
            kind = dealing_kinds()[row["kind"]]
            found[verb].append(Wording(kind, particle, own, subjects))
    return {verb: tuple(wordings) for verb, wordings in found.items()}


@cache
def noun_kinds() -> Mapping[str, DealingKind]:
    """Nouns that tell of a deed where no verb does."""
    return {
        word: dealing_kinds()[row["kind"]]
        for row in _rows("dealings.tsv")
        if row["pos"] == "n"
        for word in _words(row["words"])
    }


@cache
def turnings() -> Mapping[str, Turning]:
    """Words that turn the deed in their complement: "threaten to", "ready to"."""
    return dict(_turnings("f"))


@cache
def modals() -> Mapping[str, Turning]:
    """Modals that do so to the verb they stand before."""
    return dict(_turnings("m"))


def _turnings(pos: str) -> Iterator[tuple[str, Turning]]:
    kinds = dealing_kinds()
    for row in _rows("dealings.tsv"):
        if row["pos"] != pos:
            continue
        friendly, hostile, unknown = row["kind"].split("|")
        turning = Turning(*map(kinds.get, (friendly, hostile, unknown)))
        for word in _words(row["words"]):
            yield word, turning


def _words(cell: str) -> list[str]:
    """The words of a cell, a class in place of its name."""
    found: list[str] = []
    for word in filter(None, cell.split("|")):
        mark = "^" if word.startswith("^") else ""
        name = word.removeprefix("^")
        if name in _classes():
            found.extend(mark + each for each in _classes()[name])
        else:
            found.append(word)
    return list(dict.fromkeys(found))


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    return {
        f"@{row['class']}": tuple(row["words"].split("|"))
        for row in _rows("dealing_words.tsv")
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (resources.files("onrecord") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return iter(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
