"""All that one page gives, as the pipeline hands it to the record."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.article import Article
from onrecord.model.correction import Correction
from onrecord.model.finding import Figure, Statement
from onrecord.model.link import Dispute
from onrecord.model.mention import Mention
from onrecord.model.page import Reading
from onrecord.model.report import Report


@dataclass(frozen=True, slots=True)
class Assisted:
    """What became of asking an assistant model about one page.

    `proposed` statements were taken. `dropped` proposals do not stand in the page as
    worded, `known` ones were found before. `failure` is a clause that says why it was
    not asked about all of the page, None when it was.
    """

    model: str
    proposed: int = 0
    dropped: int = 0
    known: int = 0
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """One page read and searched. `disputes` are those that its own words show.

    `assisted` is None when no assistant was asked.
    """

    reading: Reading
    articles: tuple[Article, ...]
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    reports: tuple[Report, ...] = ()
    figures: tuple[Figure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    corrections: tuple[Correction, ...] = ()
    is_language_supported: bool = True
    assisted: Assisted | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """The versions that made a finding; the id comes from them."""

    id: str
    versions: tuple[tuple[str, str], ...]  # name, version or hash; sorted
