"""All that one page gives, as the pipeline hands it to the record."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.article import Article
from onrecord.model.correction import Correction
from onrecord.model.finding import Figure, Report, Statement
from onrecord.model.link import Dispute
from onrecord.model.mention import Mention
from onrecord.model.page import Reading


@dataclass(frozen=True, slots=True)
class Findings:
    """One page read and searched. `disputes` are those that its own words show."""

    reading: Reading
    articles: tuple[Article, ...]
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    reports: tuple[Report, ...] = ()
    figures: tuple[Figure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    corrections: tuple[Correction, ...] = ()
    is_language_supported: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """The versions that made a finding; the id comes from them."""

    id: str
    versions: tuple[tuple[str, str], ...]  # name, version or hash; sorted
