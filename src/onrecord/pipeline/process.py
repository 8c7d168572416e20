"""Pages to findings, one page at a time: no page knows another.

The stages stand here in the order the data takes them, so this file is the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate import annotate
from onrecord.article import find_articles
from onrecord.errors import InputError
from onrecord.extract import (
    find_brief,
    find_corrections,
    find_dealings,
    find_oppositions,
    find_reports,
    find_statements,
    propose_statements,
    without_notes,
)
from onrecord.model import Assisted, Findings, Reading, Skipped, Source
from onrecord.pipeline.locating import located
from onrecord.read import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Annotated, Article, Page, Statement
    from onrecord.pipeline.tools import Tools

NO_ARTICLE = "no article found in it; give pages with a headline and running text"
MAX_TOLD = 400_000  # characters of one article; novels are longer, news is not
TOO_LONG = "holds {},000 characters of running text: give the articles one by one"
NO_NAME = "has a name that is no UTF-8 text; rename it"


def process(
    sources: Iterable[Source | Skipped], tools: Tools
) -> Iterator[Findings | Skipped]:
    """Read every source and search its page; in order, one result for each."""
    for reading in read_pages(sources):
        yield search_page(reading, tools) if isinstance(reading, Reading) else reading


def read_pages(sources: Iterable[Source | Skipped]) -> Iterator[Reading | Skipped]:
    """Every source as a page, or the reason why it is none; in order."""
    for source in sources:
        if isinstance(source, Skipped):
            yield source
            continue
        try:
            yield read_source(source)
        except InputError as error:
            yield Skipped(error.where, error.reason)
        except UnicodeEncodeError:
            yield Skipped(source.name, NO_NAME)


def search_page(reading: Reading, tools: Tools) -> Findings | Skipped:
    """Everything that the articles of one page tell.

    A page without an article of its own is skipped. A page in a language that the
    parser does not know keeps its articles and gets no findings.
    """
    articles = find_articles(reading.page, reading.capture)
    if not any(article.type == "article" for article in articles):
        return Skipped(reading.capture.where, NO_ARTICLE)
    longest = max(_told_characters(article) for article in articles)
    if longest > MAX_TOLD:
        return Skipped(reading.capture.where, TOO_LONG.format(longest // 1000))
    if reading.page.language not in tools.parser.languages:
        return Findings(reading, articles, is_language_supported=False)
    return _merged(reading, [search_article(item, reading, tools) for item in articles])


def _told_characters(article: Article) -> int:
    """How much running text is to be searched."""
    return sum(len(span) for span in article.body)


def search_article(article: Article, reading: Reading, tools: Tools) -> Findings:
    """What one article of a page tells."""
    page: Page = reading.page
    annotated = annotate(
        article,
        page,
        tools.parser,
        tools.actors,
        tools.countries,
        places=tools.gazetteer,
    )
    statements = find_statements(annotated, tools.actors)
    proposed, assisted = _proposed(annotated, statements, tools)
    told = without_notes(annotated)  # what a note says was wrong is told no more
    incidents, figures = find_reports(told, statements, tools.countries)
    dealings = find_dealings(told, statements, tools.countries, incidents)
    brief = None if incidents or dealings else find_brief(told)
    events = [*incidents, *dealings, *([brief] if brief else [])]
    mentions, reports = located(events, told, reading.capture, tools)
    return Findings(
        reading=reading,
        articles=(article,),
        mentions=mentions,
        statements=(*statements, *proposed),
        reports=reports,
        figures=tuple(figures),
        disputes=tuple(find_oppositions(told, statements)),
        corrections=tuple(find_corrections(annotated, statements, figures)),
        assisted=assisted,
    )


def _proposed(
    annotated: Annotated, ours: list[Statement], tools: Tools
) -> tuple[tuple[Statement, ...], Assisted | None]:
    """What an assistant adds, where the user named one: nothing of ours rests on it.

    It is asked about articles alone: teasers tell of other pages.
    """
    if tools.assistant is None or annotated.article.type != "article":
        return (), None
    return propose_statements(annotated, ours, tools.assistant, tools.actors)


def _merged(reading: Reading, parts: list[Findings]) -> Findings:
    """The findings of a page's articles as the page's."""
    return Findings(
        reading=reading,
        articles=tuple(item for part in parts for item in part.articles),
        mentions=tuple(item for part in parts for item in part.mentions),
        statements=tuple(item for part in parts for item in part.statements),
        reports=tuple(item for part in parts for item in part.reports),
        figures=tuple(item for part in parts for item in part.figures),
        disputes=tuple(item for part in parts for item in part.disputes),
        corrections=tuple(item for part in parts for item in part.corrections),
        assisted=_summed([part.assisted for part in parts if part.assisted]),
    )


def _summed(parts: list[Assisted]) -> Assisted | None:
    """What became of asking about each article, as the page's; None: not asked."""
    if not parts:
        return None
    return Assisted(
        model=parts[0].model,
        proposed=sum(part.proposed for part in parts),
        dropped=sum(part.dropped for part in parts),
        known=sum(part.known for part in parts),
        failure=next((part.failure for part in parts if part.failure), None),
    )
