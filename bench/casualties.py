"""How many were killed and injured, as short passages tell it.

The metric is that of the data's README: the exact interval, and figures told where
the text is silent. A plain list of patterns is measured beside us.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from bench.casualty_gold import Half, read_other_passages, read_passages
from bench.casualty_patterns import Patterns
from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, Miss, joined, missing
from bench.told_texts import Reader
from onrecord.extract.figures import Bounds
from onrecord.model import Effect

if TYPE_CHECKING:
    from bench.told_texts import Incident

EFFECTS: tuple[Effect, ...] = ("killed", "injured")


class Passage(msgspec.Struct, frozen=True):
    """A passage and what it says of people killed and injured; None: it is silent."""

    id: str
    text: str
    killed: Bounds | None = None
    injured: Bounds | None = None

    def bounds(self, effect: Effect) -> Bounds | None:
        """What it says of one effect."""
        return self.killed if effect == "killed" else self.injured


Said = dict[Effect, Bounds | None]


def measure(inputs: Inputs) -> Figures:
    """The passages beside the data, then both halves of both sets of our own."""
    reader = Reader()
    path = find_dataset(inputs.data, "casualties_own")
    if path is None:
        return missing(inputs.data / "casualties_own", "own_killed", "own_injured")
    own = list(read_dataset(path, Passage))
    said = [said_by_us(reader, passage) for passage in own]
    return joined(
        _exact("own", own, said),
        _invented("own", own, said),
        _developed(reader, "developed", _ours("dev")),
        _kept_out(reader, "kept_out", _ours("kept_out")),
        _developed(reader, "other_developed", _others("dev")),
        _kept_out(reader, "other_kept_out", _others("kept_out")),
    )


def _ours(half: Half) -> list[Passage]:
    """Our own passages of one half."""
    return [
        Passage(item.id, item.text, item.killed, item.injured)
        for item in read_passages(half)
    ]


def _others(half: Half) -> list[Passage]:
    """Those of one half that were written later, in other manners."""
    return [
        Passage(item.id, item.text, item.killed, item.injured)
        for item in read_other_passages(half)
    ]


def _developed(reader: Reader, name: str, passages: Sequence[Passage]) -> Figures:
    """The half that rules are tried on; its misses are shown."""
    ours = [said_by_us(reader, passage) for passage in passages]
    return joined(_exact(name, passages, ours), _invented(name, passages, ours))


def _kept_out(reader: Reader, name: str, passages: Sequence[Passage]) -> Figures:
    """The half that no rule was ever tried on, and the patterns on the same."""
    ours = [said_by_us(reader, passage) for passage in passages]
    patterns = Patterns()
    theirs: list[Said] = [patterns.said(passage.text) for passage in passages]
    # Misses of the half kept out are never shown: rules would grow towards them.
    return _unseen(
        joined(
            _exact(name, passages, ours),
            _invented(name, passages, ours),
            _exact(f"{name}_patterns", passages, theirs),
            _invented(f"{name}_patterns", passages, theirs),
        )
    )


def _unseen(figures: Figures) -> Figures:
    return Figures(figures.values, notes=figures.notes, asked=figures.asked)


def said_by_us(reader: Reader, passage: Passage) -> Said:
    """What we say of each effect in the passage's main incident."""
    incidents = reader.incidents(passage.text, None)
    main = next(iter(incidents), None)
    return {effect: _whole(main, effect) for effect in EFFECTS}


def _whole(incident: "Incident | None", effect: Effect) -> Bounds | None:
    return incident.whole(effect) if incident else None


def _exact(name: str, passages: Sequence[Passage], said: Sequence[Said]) -> Figures:
    """The share of told intervals that we give exactly, by effect."""
    return joined(*(_exact_of(name, effect, passages, said) for effect in EFFECTS))


def _exact_of(
    name: str, effect: Effect, passages: Sequence[Passage], said: Sequence[Said]
) -> Figures:
    key = f"{name}_{effect}"
    told = [
        (passage, ours[effect])
        for passage, ours in zip(passages, said, strict=True)
        if passage.bounds(effect) is not None
    ]
    misses = [
        _miss(key, passage, passage.bounds(effect), found)
        for passage, found in told
        if found != passage.bounds(effect)
    ]
    if not told:
        return Figures({})
    share = 1 - len(misses) / len(told)
    return Figures({key: share}, tuple(misses), asked={key: len(told)})


def _invented(name: str, passages: Sequence[Passage], said: Sequence[Said]) -> Figures:
    """How many figures are told where the text is silent."""
    key = f"{name}_invented"
    misses = [
        _miss(key, passage, None, ours[effect])
        for passage, ours in zip(passages, said, strict=True)
        for effect in EFFECTS
        if passage.bounds(effect) is None and ours[effect] is not None
    ]
    return Figures({key: len(misses)}, tuple(misses), asked={key: 0})


def _miss(
    key: str, passage: Passage, told: Bounds | None, found: Bounds | None
) -> Miss:
    return Miss(key, passage.id, f"{told}: {passage.text}", str(found))
