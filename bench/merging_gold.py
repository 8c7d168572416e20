"""Invented reports and which of them are of one event: the gold, read, and as pages."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from pathlib import Path
from typing import Literal

import msgspec

from bench.datasets import read_dataset

Half = Literal["dev", "kept_out"]
HALVES: tuple[Half, ...] = ("dev", "kept_out")
GoldSet = Literal["reports", "local"]
GOLD_SETS: tuple[GoldSet, ...] = ("reports", "local")
_FOLDER = Path(__file__).parent / "gold" / "merging"
_PAGE = """<!doctype html><html lang="en"><head>{title}
<meta property="article:published_time" content="{published}">
<meta property="og:site_name" content="{outlet}"></head>
<body><article>{heading}<p>{text}</p></article></body></html>"""


class GoldText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One article about one incident; incidents of one scene are easily confused."""

    id: str
    scene: str
    incident: str
    published: date
    outlet: str
    title: str | None
    text: str

    @property
    def words(self) -> str:
        """Title and text."""
        return f"{self.title or ''} {self.text}"


def read_texts(half: Half, gold_set: GoldSet = "reports") -> list[GoldText]:
    """The reports of one half of a set."""
    return list(read_dataset(_FOLDER / f"{gold_set}.{half}.jsonl", GoldText))


def read_training() -> list[GoldText]:
    """Reports that weights are fitted on, and nothing is measured on."""
    return list(read_dataset(_FOLDER / "training.jsonl", GoldText))


def half_of(scene: str) -> Half:
    """The half that a scene belongs to.

    >>> half_of("leeds"), half_of("akron")
    ('dev', 'dev')
    """
    first = hashlib.sha256(scene.encode()).digest()[0]
    return "kept_out" if first % 2 else "dev"


def gold_of(texts: list[GoldText]) -> Mapping[str, str]:
    """The incident of every text."""
    return {text.id: text.incident for text in texts}


def pages_of(texts: list[GoldText]) -> Iterator[tuple[str, str]]:
    """Yield each report as the name and the HTML of a page, its day in its head."""
    for each in texts:
        title = escape(each.title or "")
        yield (
            f"{each.id}.html",
            _PAGE.format(
                title=f"<title>{title}</title>" if title else "",
                heading=f"<h1>{title}</h1>" if title else "",
                published=each.published.isoformat(),
                outlet=escape(each.outlet),
                text=escape(each.text),
            ),
        )
