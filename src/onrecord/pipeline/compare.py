"""A record's findings laid side by side, with names told by identity.

Resolving compares statements, reports and articles; here each gets the words around
it, the entities it names (group ids) and its day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.dates import (
    counts_from_another,
    find_expressions,
    resolve_date,
)
from onrecord.model import (
    Article,
    ArticleText,
    Capture,
    DateRange,
    Figure,
    Mention,
    Page,
    Report,
    ReportId,
    ReportText,
    Span,
    Statement,
    Utterance,
    sentences_around,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from onrecord.record import Record


LEADING = 3000  # characters of an article that tell its main incident


@dataclass(frozen=True, slots=True)
class Findable:
    """All that resolving reads, by id.

    `entity` gives each mention's group, `place` what a place's name is compared by.
    """

    articles: Mapping[str, Article]
    pages: Mapping[str, Page]
    captures: Mapping[str, Capture]
    mentions: Mapping[str, Sequence[Mention]]  # of each article, in page order
    entity: Mapping[str, str]
    place: Mapping[str, str]
    statements: Sequence[Statement]
    reports: Sequence[Report]
    figures: Mapping[str, Sequence[Figure]]  # of each report

    def utterances(self) -> list[Utterance]:
        """Every statement with its words, its speaker and what it names."""
        return [self._utterance(statement) for statement in self.statements]

    def article_texts(self, incidents: Mapping[ReportId, str]) -> list[ArticleText]:
        """Every article with its words, names and incidents."""
        told: dict[str, set[str]] = defaultdict(set)
        for report in self.reports:
            told[report.article_id].add(incidents[report.id])
        return [
            self._article_text(article, frozenset(told[article.id]))
            for article in self.articles.values()
        ]

    def day(self, article: Article) -> date | None:
        """The day an article was published, as printed."""
        return article.published.day if article.published else None

    def named(self, article: str, spans: Iterable[Span]) -> tuple[Mention, ...]:
        """The mentions of an article that lie in these spans."""
        mentions = self.mentions.get(article, ())
        starts = [item.span.start for item in mentions]
        return tuple(
            item
            for span in spans
            for item in mentions[
                bisect_left(starts, span.start) : bisect_right(starts, span.end)
            ]
            if span.holds(item.span)
        )

    def identities(self, mentions: Iterable[Mention]) -> frozenset[str]:
        """The entities of these mentions, places left out."""
        return frozenset(self.entity[m.id] for m in mentions if not _is_place(m))

    def places(self, mentions: Iterable[Mention]) -> frozenset[str]:
        """The places and countries of these mentions."""
        return frozenset(
            self.place.get(m.id, self.entity[m.id]) for m in mentions if _is_place(m)
        )

    def _utterance(self, statement: Statement) -> Utterance:
        article = self.articles[statement.article_id]
        text = self.pages[statement.page_id].text
        inside = self.named(article.id, statement.content)
        said = statement.said_at
        around = _told_around(statement.content[0], article, text)
        return Utterance(
            statement=statement,
            text=words_of(statement.content, text),
            sentence=around.of(text),
            speaker=self.entity[statement.speaker] if statement.speaker else None,
            names=self.identities(inside),
            places=self.places(inside),
            context=self.identities(self.mentions.get(article.id, ())),
            day=said.start if said and said.start == said.end else self.day(article),
            is_teaser=article.type == "teaser",
        )

    def _article_text(self, article: Article, incidents: frozenset[str]) -> ArticleText:
        page = self.pages[article.page_id]
        mentions = self.mentions.get(article.id, ())
        return ArticleText(
            article=article,
            title=article.title or "",
            body="\n".join(span.of(page.text) for span in article.body),
            names=self.identities(mentions),
            places=self.places(mentions),
            reports=incidents,
            day=self.day(article),
            where=self.captures[page.capture_id].where,
            captured_at=self.captures[page.capture_id].captured_at,
        )


def report_texts(findable: Findable) -> list[ReportText]:
    """Every report with its figures, the sentences that tell it and its names."""
    return [_report_text(report, findable) for report in findable.reports]


def _report_text(report: Report, findable: Findable) -> ReportText:
    article = findable.articles[report.article_id]
    text = findable.pages[report.page_id].text
    told = [_told_around(span, article, text) for span in report.spans]
    capture = findable.captures[findable.pages[report.page_id].capture_id]
    return ReportText(
        report=report,
        figures=tuple(findable.figures.get(report.id, ())),
        text=" ".join(span.of(text) for span in dict.fromkeys(told)),
        article_title=article.title or "",
        names=findable.identities(findable.named(article.id, told)),
        outlet=article.outlet,
        day=findable.day(article),
        where=capture.where,
        published=article.published,
        captured_at=capture.captured_at,
        around=_running_text(article, text) if report.is_main else "",
        is_teaser=article.type == "teaser",
        told=_dates(article, text, findable.day(article)) if report.is_main else (),
    )


def _dates(article: Article, text: str, day: date | None) -> tuple[DateRange, ...]:
    """Every date of the title and the first part of the body."""
    whole = f"{article.title or ''}. {_running_text(article, text)}"
    found = (
        resolve_date(each.text, anchor=day, tense="past")
        for each in find_expressions(whole)
        if not counts_from_another(each.text)
    )
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _running_text(article: Article, text: str) -> str:
    """The first part of an article's body: what its main incident is told in."""
    whole = "\n".join(span.of(text) for span in article.body)
    return whole[:LEADING]


def gather(
    record: Record, entity: Mapping[str, str], place: Mapping[str, str]
) -> Findable:
    """Read everything once from the record."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(record.mentions(), key=lambda item: item.span):
        mentions[mention.article_id].append(mention)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in record.figures():
        figures[figure.report_id].append(figure)
    return Findable(
        articles={article.id: article for article in record.articles()},
        pages={page.id: page for page in record.pages()},
        captures={capture.id: capture for capture in record.captures()},
        mentions=mentions,
        entity=entity,
        place=place,
        statements=list(record.statements()),
        reports=list(record.reports()),
        figures=figures,
    )


def days_of(record: Record) -> dict[str, date]:
    """The day of each article that tells one, as printed."""
    return {
        article.id: day
        for article in record.articles()
        if article.published and (day := article.published.day)
    }


def _told_around(span: Span, article: Article, text: str) -> Span:
    """The sentences around a span in the paragraph of the article that holds it."""
    homes = (zoned.span for zoned in article.zones)
    home = next((item for item in homes if item.meets(span)), span)
    return sentences_around(span, text, home)


def _is_place(mention: Mention) -> bool:
    return mention.type in {"place", "country"}
