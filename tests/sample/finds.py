"""What a careful reader finds in the sample, as the JSON beside each page says it."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

Effect = Literal["killed", "injured", "missing", "arrested", "abducted", "displaced"]


class Capture(msgspec.Struct):
    """Where and when the page was captured."""

    url: str | None
    outlet: str | None
    captured_at: str


class Item(msgspec.Struct):
    """The page's own article."""

    title: str
    outlet: str | None
    byline: list[str]
    published: str | None
    dateline: str | None
    body_first: str
    body_last: str
    headings: list[str]
    captions: list[str]
    tags: list[str]
    must_not_contain: list[str]
    inside: list[str]
    pull_quotes: list[str]
    source_line: str | None
    correction: str | None


class Teaser(msgspec.Struct):
    """An item of another story."""

    title: str
    summary_start: str | None
    must: bool


class Said(msgspec.Struct):
    """One statement."""

    speaker: str
    role: str | None
    mode: Literal["direct", "indirect", "mixed"]
    content: list[str]
    source: str
    cue: str | None
    must: bool


class Figure(msgspec.Struct):
    """One figure of a report."""

    effect: Effect
    low: int | None
    high: int | None
    qualifier: str | None
    attributed_to: str | None
    text: str


class Told(msgspec.Struct):
    """What the page tells of one incident."""

    event_type: str
    sub_event_type: str
    place: str | None
    date: str | None
    status: Literal["happened", "foiled", "denied"]
    must: bool
    figures: list[Figure]


class Finds(msgspec.Struct):
    """Everything that is found in one page."""

    capture: Capture
    language: str
    article: Item
    teasers: list[Teaser]
    statements: list[Said]
    reports: list[Told]
    private: list[str]
    notes: list[tuple[str, str]]


class Names(msgspec.Struct):
    """Which names are one identity, which are not, which is part of which."""

    same: list[list[str]]
    different: list[tuple[str, str]]
    part_of: list[tuple[str, str]]


class Claim(msgspec.Struct):
    """Statements over time that assert the same thing."""

    claim: str
    speakers: list[str]
    statements: list[tuple[str, str]]
    may: list[tuple[str, str]]
    must: bool


class Dispute(msgspec.Struct):
    """Two sides that stand against each other; `a` is a claim or words."""

    a: str
    b: str
    by: str
    evidence: Literal["denial", "contrast", "contradiction", "figures"]
    page: str
    must: bool
    pages: list[str] = []


Toll = tuple[str, int | None, int | None, str | None]


class Incident(msgspec.Struct):
    """One event and the pages which report it."""

    event_type: str
    sub_event_type: str
    place: str | None
    date: str | None
    reports: list[str]
    killed: list[Toll]
    injured: list[Toll]


class Change(msgspec.Struct):
    """What changed between two captures of one URL."""

    kind: Literal["figure", "quotation", "correction"]
    before: str | None
    after: str


class Across(msgspec.Struct):
    """What holds across the pages: story.json."""

    names: Names
    claims: list[Claim]
    disputes: list[Dispute]
    no_disputes: list[tuple[str, str, str, str]]
    incidents: list[Incident]
    stories: list[list[str]]
    copies: list[tuple[str, str]]
    revisions: list[tuple[str, str, list[Change]]]
    private: list[str]


@cache
def finds_of(page: str) -> Finds:
    """Read the JSON beside a page."""
    return msgspec.json.decode(_bytes_of(f"{page}.json"), type=Finds)


@cache
def across() -> Across:
    """Read story.json."""
    return msgspec.json.decode(_bytes_of("story.json"), type=Across)


def _bytes_of(name: str) -> bytes:
    return files("onrecord.sample").joinpath(name).read_bytes()
