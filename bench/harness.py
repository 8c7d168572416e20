"""What every measure is: a file named like its bench, with one `measure` function.

A measure takes `Inputs` and gives `Figures`. Nothing else registers it: its file is
found by its name, and its keys, peers and goals stand in the goals file.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import bench
from bench.goals import Goals

PROJECT = Path(__file__).resolve().parent.parent
_FOLDERS = {
    "places": "geoparsing",
    "metadata": "extraction",
    "zones": "extraction",
    "casualties": "incidents",
    "copies": "stories",
}
_OWN_GOLD = {  # written by us, kept with the code
    "corrections": "corrections",
    "revisions": "revisions",
    "side_by_side": "compare",
}


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a measure is given: where the data lies, and what was asked for."""

    data: Path
    shared: Path
    with_peer: bool = False  # run the peers beside us where that takes long
    with_profile: bool = False


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not right, and the nearest thing that was found.

    `at` says where without any word of the page (file and offsets, a row's number);
    `expected` and `found` may hold its words.
    """

    key: str
    at: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a measure found: figures by key, each miss, and remarks for the reader.

    A key whose data is missing is left out, and a note says so. `asked` counts the
    things that can be right or missed, by key, where a measure counts them.
    """

    values: Mapping[str, float]
    misses: tuple[Miss, ...] = ()
    notes: tuple[str, ...] = ()
    asked: Mapping[str, int] = field(default_factory=dict)


Measure = Callable[[Inputs], Figures]


def find_benches(goals: Goals) -> list[str]:
    """The benches that exist: those of the goals file that have a file here."""
    files = {module.name for module in pkgutil.iter_modules(bench.__path__)}
    return [name for name in goals if name in files]


def load_measure(name: str) -> Measure:
    """The `measure` function of `bench/NAME.py`."""
    measure: Measure = importlib.import_module(f"bench.{name}").measure
    return measure


def data_folder(name: str, shared: Path) -> Path:
    """Where the data of a bench lies when nobody says otherwise."""
    if name == "seeds":
        return shared / "seeds"
    if name == "sample":
        return PROJECT / "src" / "onrecord" / "sample"
    if name in _OWN_GOLD:
        return PROJECT / "bench" / "gold" / _OWN_GOLD[name]
    return shared / "bench" / _FOLDERS.get(name, name)


def joined(*parts: Figures) -> Figures:
    """Several figures as one."""
    values = {key: value for part in parts for key, value in part.values.items()}
    misses = tuple(miss for part in parts for miss in part.misses)
    notes = tuple(note for part in parts for note in part.notes)
    asked = {key: count for part in parts for key, count in part.asked.items()}
    return Figures(values, misses, notes, asked)


def shared_out(key: str, asked: int, misses: Sequence[Miss]) -> Figures:
    """The share of what was asked that is right, under this key."""
    right = 1 - len(misses) / asked if asked else 1.0
    return Figures({key: right}, tuple(misses), asked={key: asked})


def counted(key: str, asked: int, misses: Sequence[Miss]) -> Figures:
    """How much of what was asked is right, under this key."""
    return Figures({key: asked - len(misses)}, tuple(misses), asked={key: asked})


def faults(key: str, misses: Sequence[Miss]) -> Figures:
    """How many faults there are, under this key; leaving them out earns nothing."""
    return Figures({key: len(misses)}, tuple(misses), asked={key: 0})


def missing(path: Path, *keys: str) -> Figures:
    """No figures, and the line that says which file is missing and what it costs."""
    return Figures({}, notes=(f"{path} is missing: no {', '.join(keys)}",))
