"""What resolving looks at: findings of many articles, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onrecord.model.article import Article
from onrecord.model.finding import Figure, Statement
from onrecord.model.moment import DateRange, Moment
from onrecord.model.report import Report


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement with its words and whom and what it names, by identity.

    `speaker` is the entity that speaks (group id), None when unnamed; `names` and
    `places` are the entities that the content names (group ids); `context` are
    the entities that the article around it names. `day` is when it was said, else
    when the article was published; None when neither is known.
    """

    statement: Statement
    text: str
    sentence: str  # the whole sentence(s) around it
    speaker: str | None
    names: frozenset[str]
    places: frozenset[str]
    context: frozenset[str]
    day: date | None
    is_teaser: bool = False


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article with its words and the entities and places it names (group ids)."""

    article: Article
    title: str
    body: str
    names: frozenset[str]
    places: frozenset[str]
    reports: frozenset[str]  # incidents (group ids) it reports
    day: date | None  # published, None when the page does not say
    where: str = ""  # the place of the capture
    captured_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report with its figures, words and the day its article was published.

    `around` is the running text of the article where the report is its main one,
    empty otherwise: a follow-up may share a name with the first report and no more.
    `told` are all dates of that text, read on the article's day.
    """

    report: Report
    figures: tuple[Figure, ...]
    text: str  # the sentences that tell it
    article_title: str
    names: frozenset[str]
    outlet: str | None
    day: date | None
    where: str = ""  # the place of the capture
    published: Moment | None = None
    captured_at: datetime | None = None
    around: str = ""
    is_teaser: bool = False
    told: tuple[DateRange, ...] = ()
