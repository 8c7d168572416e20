"""Incidents that a careful reader found on real pages: the gold, read.

Stand-off: offsets in the frozen `page_text` of the extraction benchmark and our own
labels, no word of a page. `bench/gold/incidents/README.md` is the guideline. What is
measured is the title and the lines of the article, a blank line between them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from bench.datasets import find_dataset, read_dataset
from bench.recorded import hash_of
from bench.rows import Spans

Part = Literal["train", "test"]
Status = Literal["happened", "foiled", "denied"]
PlacePrecision = Literal["point", "town", "district", "region", "country"]
DatePrecision = Literal["day", "week", "month", "year", "range"]
Effect = Literal["killed", "injured", "missing", "arrested", "abducted", "displaced"]
Mode = Literal[
    "recognised", "praised", "met", "visited", "signed", "agreed", "joined", "aided",
    "released", "demanded", "accused", "condemned", "rejected", "threatened",
    "sanctioned", "broke with",
]  # fmt: skip
SpanPair = tuple[int, int]

PLAIN_SET = "plaintext"
PARTED = "\n\n"
_FOLDER = Path(__file__).parent / "gold" / "incidents"
_PASSES = {1: "first_pass.jsonl", 2: "second_pass.jsonl"}


class GoldPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where: our own name for it, and every other name that is right."""

    name: str
    country: str | None
    precision: PlacePrecision
    spans: Spans
    other_names: tuple[str, ...] = ()


class GoldDate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When, first day to last, as sharp as the words of the article are."""

    start: str
    end: str
    precision: DatePrecision
    spans: Spans


class GoldParty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who or what was struck, with the group they are of."""

    span: SpanPair
    group: str


class GoldFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number of people. `of` is the place of its whole among the figures.

    `apart` counts another side than the victims, or people of whom nobody says that
    they are all: it is neither the whole nor a part of it.
    """

    effect: Effect
    low: int | None
    high: int | None
    span: SpanPair
    about: bool = False
    qualifier: SpanPair | None = None
    of: int | None = None
    attributed_to: SpanPair | None = None
    counted: str | None = None
    superseded: bool = False
    apart: bool = False


class GoldIncident(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one article tells of one incident.

    `also` are other event and sub-event types that are right. `date` is None where
    the article leaves it open.
    """

    id: str
    event_type: str
    sub_event_type: str
    detail: str | None
    status: Status
    told: Spans
    main: bool = False
    optional: bool = False
    also: tuple[tuple[str, str], ...] = ()
    place: GoldPlace | None = None
    date: GoldDate | None = None
    perpetrator: Spans = ()
    claimed_by: Spans = ()
    targets: tuple[GoldParty, ...] = ()
    victims: tuple[GoldParty, ...] = ()
    weapon: Spans = ()
    figures: tuple[GoldFigure, ...] = ()


class GoldDealing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who dealt with whom, and how."""

    mode: Mode
    actor: Spans
    recipient: Spans
    told: Spans = ()
    date: GoldDate | None = None
    optional: bool = False


class IncidentPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page: its article, the incidents it tells of, and dealings of actors."""

    page: str
    sha256: str  # of the frozen text
    site: str
    part: Part
    by: str
    annotated: str
    published: str | None  # the article's day
    article: Spans
    incidents: tuple[GoldIncident, ...]
    dealings: tuple[GoldDealing, ...]
    title: SpanPair | None = None
    number: int = msgspec.field(name="pass", default=1)

    @property
    def lines(self) -> Spans:
        """The title, where there is one, and the lines of the article."""
        return (self.title, *self.article) if self.title else self.article


class SameEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Incidents of several pages that are one event, as `page#id`."""

    incidents: tuple[str, ...]


class _Frozen(msgspec.Struct, frozen=True):
    """A page of the benchmark as saved text."""

    id: str
    page_text: str | None = None


def read_incidents(number: int) -> Iterator[IncidentPage]:
    """Yield the pages of the first or the second pass."""
    return read_dataset(_FOLDER / _PASSES[number], IncidentPage)


def read_same_events() -> Iterator[SameEvent]:
    """Yield the events that more than one page tells of."""
    return read_dataset(_FOLDER / "same_events.jsonl", SameEvent)


def read_incident_texts(folder: Path) -> dict[str, str] | None:
    """The frozen text of each page of the gold; None without the benchmark.

    A page whose text is not the one that was annotated is left out.
    """
    path = find_dataset(folder, PLAIN_SET)
    if path is None:
        return None
    hashes = {page.page: page.sha256 for page in read_incidents(1)}
    texts = {
        row.id: row.page_text or ""
        for row in read_dataset(path, _Frozen)
        if row.id in hashes
    }
    return {
        page: text
        for page, text in texts.items()
        if hash_of(text.encode()) == hashes[page]
    }


def measured_text(page: IncidentPage, frozen: Mapping[str, str]) -> str:
    """The title and the lines of the article, a blank line between them."""
    text = frozen[page.page]
    return PARTED.join(text[start:end] for start, end in page.lines)


def measured_spans(page: IncidentPage, spans: Spans) -> Spans:
    """Where these characters of the page stand in the measured text."""
    moved = []
    at = 0
    for first, last in page.lines:
        moved += [
            (start - first + at, min(end, last) - first + at)
            for start, end in spans
            if first <= start < last
        ]
        at += last - first + len(PARTED)
    return tuple(moved)
