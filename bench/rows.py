"""The rows of `onrecord export --format jsonl`, as far as measures read them."""

from collections.abc import Iterable
from typing import Literal

import msgspec

Spans = tuple[tuple[int, int], ...]


class PlaceName(msgspec.Struct, frozen=True):
    """A place inside another row."""

    name: str | None = None
    text: str | None = None


class Range(msgspec.Struct, frozen=True):
    """The days something may have happened on, and how sharp they are."""

    start: str | None = None
    end: str | None = None
    precision: str | None = None


class Toll(msgspec.Struct, frozen=True):
    """Lowest and highest figure of an incident."""

    low: int | None = None
    high: int | None = None


class PageRow(msgspec.Struct, frozen=True, tag_field="kind", tag="page"):
    """A page; `text` only when the export was asked for it."""

    id: str
    where: str
    sha256: str
    captured_at: str | None = None
    language: str | None = None
    text: str | None = None


class ArticleRow(msgspec.Struct, frozen=True, tag_field="kind", tag="article"):
    """A news item of a page."""

    id: str
    page: str
    type: Literal["article", "teaser"]
    title: str | None = None
    outlet: str | None = None
    byline: str | tuple[str, ...] | None = None
    published: str | None = None
    body: str | Spans | None = None
    zones: tuple[tuple[int, int, str], ...] = ()
    tags: tuple[str, ...] = ()
    source_line: str | None = None


class MentionRow(msgspec.Struct, frozen=True, tag_field="kind", tag="mention"):
    """A name where it stands."""

    id: str
    page: str
    spans: Spans
    entity: str | None = None
    place: str | None = None


class EntityRow(msgspec.Struct, frozen=True, tag_field="kind", tag="entity"):
    """One identity, with its names and what it is a part of."""

    id: str
    name: str | None = None
    names: tuple[str, ...] = ()
    part_of: str | tuple[str, ...] | None = None


class PlaceRow(msgspec.Struct, frozen=True, tag_field="kind", tag="place"):
    """A place of the gazetteer."""

    id: str
    name: str | None = None


class StatementRow(msgspec.Struct, frozen=True, tag_field="kind", tag="statement"):
    """Someone saying something."""

    id: str
    article: str
    page: str
    content: Spans
    source: Spans = ()
    cue: Spans = ()
    cue_class: str | None = None
    mode: str | None = None
    speaker: str | None = None
    speaker_name: str | None = None
    role: str | None = None
    confidence: float = 0.5


class FigureRow(msgspec.Struct, frozen=True, tag_field="kind", tag="figure"):
    """A number of people, as one report gives it."""

    id: str
    report: str
    page: str
    effect: str
    low: int | None = None
    high: int | None = None
    attributed_to: str | None = None
    span: tuple[int, int] | None = None


class ReportRow(msgspec.Struct, frozen=True, tag_field="kind", tag="report"):
    """What one article tells of one incident."""

    id: str
    article: str
    page: str
    incident: str | None = None
    event_type: str | None = None
    sub_event_type: str | None = None
    place: str | PlaceName | None = None
    date: Range | None = None
    status: str | None = None
    spans: Spans = ()
    main: bool = False


class IncidentRow(msgspec.Struct, frozen=True, tag_field="kind", tag="incident"):
    """The reports of one event."""

    id: str
    reports: tuple[str, ...] = ()
    event_type: str | None = None
    place: str | PlaceName | None = None
    date: Range | None = None
    killed: Toll | None = None
    injured: Toll | None = None


class StoryRow(msgspec.Struct, frozen=True, tag_field="kind", tag="story"):
    """Articles on the same news."""

    id: str
    articles: tuple[str, ...] = ()


class ClaimRow(msgspec.Struct, frozen=True, tag_field="kind", tag="claim"):
    """Statements that assert the same thing."""

    id: str
    statements: tuple[str, ...] = ()


class DisputeRow(msgspec.Struct, frozen=True, tag_field="kind", tag="dispute"):
    """Two sides that stand against each other."""

    id: str
    left: str
    right: str
    evidence: str | None = None
    shown: str = "yes"
    spans: Spans = ()


class LinkRow(msgspec.Struct, frozen=True, tag_field="kind", tag="link"):
    """One judgement between two rows."""

    id: str
    left: str
    right: str
    relation: str
    judgement: str = "yes"
    revoked_at: str | None = None


Row = (
    PageRow
    | ArticleRow
    | MentionRow
    | EntityRow
    | PlaceRow
    | StatementRow
    | FigureRow
    | ReportRow
    | IncidentRow
    | StoryRow
    | ClaimRow
    | DisputeRow
    | LinkRow
)


class _Kind(msgspec.Struct):
    kind: str


_KINDS = {row.__struct_config__.tag for row in Row.__args__}
_kind = msgspec.json.Decoder(_Kind)
_row: msgspec.json.Decoder[Row] = msgspec.json.Decoder(Row)


def decode_rows(lines: Iterable[bytes]) -> list[Row]:
    """The rows of an export; kinds that no measure reads are left out."""
    return [_row.decode(line) for line in lines if _kind.decode(line).kind in _KINDS]
