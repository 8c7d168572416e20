"""The rows of an export: what each line holds, key by key.

Adding a key is allowed, renaming one is not: others load these.
Spans are pairs of Python character offsets into the row's `page`. Every finding says
its `run` and whether a `machine` or a `person` made it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.export.event_rows import FigureRow, ReportRow
from onrecord.export.group_rows import (
    ClaimRow,
    EntityRow,
    IncidentRow,
    PlaceRow,
    StoryRow,
)
from onrecord.export.parts import DateRow, FoundAt, Maker, Pair, Zone


@dataclass(frozen=True, slots=True)
class PageRow:
    """A stored page; `text` only where full text was asked for."""

    id: str
    where: str
    captured_at: str | None
    sha256: str
    language: str | None
    language_supported: bool
    run: str
    by: Maker = "machine"
    confidence: float = 1.0
    text: str | None = None
    kind: Literal["page"] = "page"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A news item in a page: the page's own, or a teaser of another story."""

    id: str
    page: str
    type: str
    title: str | None
    titles: tuple[Pair, ...]
    outlet: str | None
    byline: tuple[str, ...]
    published: str | None
    modified: str | None
    language: str | None
    body: tuple[Pair, ...]
    zones: tuple[Zone, ...]
    tags: tuple[str, ...]
    section: str | None
    source_line: str | None
    url: str | None
    origins: tuple[FoundAt, ...]
    story: str
    run: str
    by: Maker = "machine"
    confidence: float = 1.0
    kind: Literal["article"] = "article"


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A name in an article: `entity` for who, `place` for where; the other is None."""

    id: str
    article: str
    page: str
    spans: tuple[Pair, ...]
    type: str
    text: str
    entity: str | None
    place: str | None
    role: str | None
    run: str
    confidence: float
    by: Maker = "machine"
    kind: Literal["mention"] = "mention"


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who said what, in one article.

    `found_by` is the assistant model that proposed it, None: our own rules found it.
    """

    id: str
    article: str
    page: str
    content: tuple[Pair, ...]
    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    cue_class: str
    mode: str
    speaker: str | None
    speaker_name: str | None
    role: str | None
    institution: str | None
    sector: str | None
    said_at: DateRow | None
    nested_in: str | None
    negated: bool
    hedged: bool
    denied: tuple[Pair, ...]
    zone: str
    claim: str
    text: str
    run: str
    confidence: float
    addressee: tuple[Pair, ...] = ()
    occasion: tuple[Pair, ...] = ()
    found_by: str | None = None
    by: Maker = "machine"
    kind: Literal["statement"] = "statement"


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """Two findings that stand against each other, and the words that show it."""

    id: str
    left: str
    right: str
    evidence: str
    score: float
    shown: str
    page: str
    spans: tuple[Pair, ...]
    text: str
    run: str
    confidence: float
    by: Maker = "machine"
    kind: Literal["dispute"] = "dispute"


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What an article's own note says was wrong in an earlier version of it.

    `said` and `corrected` are its words for what was and what holds now, `targets` the
    figures and statements of the article that it is about.
    """

    id: str
    article: str
    page: str
    of: str
    spans: tuple[Pair, ...]
    said: tuple[Pair, ...]
    corrected: tuple[Pair, ...]
    targets: tuple[str, ...]
    at: str | None
    text: str
    said_text: str | None
    corrected_text: str | None
    run: str
    confidence: float
    by: Maker = "machine"
    kind: Literal["correction"] = "correction"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One judgement: append-only, revocable.

    Of a person's `decision` is the entry of the log that it rests on, `decided_by` the
    name of whoever decided.
    """

    id: str
    of: str
    left: str
    right: str
    relation: str
    judgement: str
    score: float
    reason: str
    at: str
    revoked_at: str | None
    run: str
    confidence: float
    by: Maker = "machine"
    decision: str | None = None
    decided_by: str | None = None
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One entry of the log of what people decided and undid.

    `left` and `right` are the mentions that it is about, as they are found today; of
    "part-of" `left` is the part, of "split" `right` is what left. `state`: stands,
    undone, overruled by a later decision, or gone with pages that were forgotten. Its
    judgements are the links that bear its id. `run` is the run that applied it last.
    """

    id: str
    verb: str
    at: str
    decided_by: str
    reason: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    undoes: str | None
    state: str
    run: str
    confidence: float = 1.0
    by: Maker = "person"
    kind: Literal["decision"] = "decision"


@dataclass(frozen=True, slots=True)
class RunRow:
    """The versions that made findings."""

    id: str
    versions: dict[str, str]
    kind: Literal["run"] = "run"


Row = (
    PageRow | ArticleRow | MentionRow | EntityRow | PlaceRow | StatementRow | FigureRow
    | ReportRow | IncidentRow | StoryRow | ClaimRow | DisputeRow | CorrectionRow
    | LinkRow | DecisionRow | RunRow
)  # fmt: skip
