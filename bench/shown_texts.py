"""The real articles whose disputes are shown: public sets, a text by its id.

Stories of several outlets (ECB+), single articles of American politics (PolNeAR), of
many outlets' sites (the extraction sets) and wires of a war (MUC). The parts are by
story and page: no story is in both.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from bench.datasets import find_dataset, read_dataset

Part = Literal["dev", "kept_out"]
DRAWN_WIRES = 120  # of 1,500: enough of one war
FEWEST_WORDS = 120
SITES = frozenset({"aeb", "fundus_eval", "fundus_parser_tests"})  # sets of news alone
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Row(msgspec.Struct, frozen=True):
    """A line of any of the sets: what is asked of it."""

    id: str
    text: str = ""
    article_text: str = ""
    bench: str = ""
    lang: str = "en"
    topic: str = ""
    dateline: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One article's running text, and the story or page that its part goes by."""

    id: str
    group: str
    text: str
    day: date | None

    @property
    def part(self) -> Part:
        """Which part it is of: a third of all stories is kept out."""
        return "kept_out" if _byte(self.group) % 3 == 0 else "dev"

    @property
    def sha256(self) -> str:
        """The hash of the text that offsets were counted in."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def read_told(shared: Path) -> list[Told]:
    """Every article, in the order of the sets; of sets that are missing none."""
    bench = shared / "bench"
    return [
        *_stories(bench / "stories"),
        *_politics(bench / "statements"),
        *_sites(bench / "extraction"),
        *_wires(bench / "incidents"),
    ]


def _stories(folder: Path) -> Iterator[Told]:
    for row in _rows(folder, "ecbplus"):
        yield Told(f"ecb/{row.id}", f"ecb/{row.topic}", row.text, None)


def _politics(folder: Path) -> Iterator[Told]:
    for row in _rows(folder, "polnear"):
        yield Told(f"pol/{row.id}", f"pol/{row.id}", row.text, _day(row.id))


def _sites(folder: Path) -> Iterator[Told]:
    for row in _rows(folder, "plaintext"):
        words = row.article_text.lower().split()
        is_told = len(words) >= FEWEST_WORDS and row.lang == "en"
        # Some rows are marked as English and are not.
        if row.bench in SITES and is_told and words.count("the") * 50 > len(words):
            yield Told(row.id, row.id, row.article_text, None)


def _wires(folder: Path) -> Iterator[Told]:
    rows = sorted(_rows(folder, "muc4"), key=lambda row: _hash(row.id))
    for row in rows[:DRAWN_WIRES]:
        yield Told(f"muc/{row.id}", f"muc/{row.id}", row.text, _day(row.dateline or ""))


def _rows(folder: Path, name: str) -> Iterator[Row]:
    path = find_dataset(folder, name)
    return iter(()) if path is None else read_dataset(path, Row)


def _day(told: str) -> date | None:
    found = _DAY.search(told)
    return date.fromisoformat(found.group()) if found else None


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _byte(name: str) -> int:
    return hashlib.sha256(name.encode()).digest()[0]
