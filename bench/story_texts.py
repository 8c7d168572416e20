"""Bare texts as the articles that resolving reads.

Each text is searched as running text and kept in a record of its own; names, places
and incidents get their identity from all texts together, as they do for a user.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.told_texts import bare_article
from onrecord.gazetteer.places import open_gazetteer
from onrecord.model import (
    Article,
    ArticleId,
    ArticleText,
    Findings,
    PageId,
    Source,
    groups_of,
)
from onrecord.pipeline.compare import days_of, gather, report_texts
from onrecord.pipeline.process import search_article
from onrecord.pipeline.tools import Tools, load_tools
from onrecord.read import read_source
from onrecord.record import Record, open_record
from onrecord.resolve import link_names, link_places, link_reports, senses_of
from onrecord.settings import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ADDED_AT = datetime(2030, 1, 1, tzinfo=UTC)  # fixed, so that every run is the same
_WHERE = "https://texts.invalid/{}"  # ids rest on it: no folder of this machine


def read_articles(texts: Mapping[str, str]) -> dict[str, ArticleText]:
    """The article of each text by the text's name, in the order given."""
    tools = replace(load_tools(), gazetteer=open_gazetteer(cache_folder(os.environ)))
    with (
        TemporaryDirectory(prefix="stories-") as folder,
        open_record(Path(folder) / "stories.db") as record,
    ):
        for findings in _searched(texts, tools):
            record.add(findings, tools.run, added_at=ADDED_AT)
        found = {item.where: item for item in _resolved(record, tools)}
    return {name: found[_WHERE.format(name)] for name in texts}


def _searched(texts: Mapping[str, str], tools: Tools) -> Iterator[Findings]:
    """What each text tells."""
    for name, text in texts.items():
        reading = read_source(Source(_WHERE.format(name), text.encode(), "fetched"))
        yield search_article(bare_article(reading.page, None), reading, tools)


def _resolved(record: Record, tools: Tools) -> Iterable[ArticleText]:
    """The articles of a record on which nobody decided anything."""
    mentions = list(record.mentions())
    names = [
        *link_names(mentions, tools.actors, [], days=days_of(record)),
        *link_places(mentions, []),
    ]
    groups: dict[str, str] = dict(groups_of([item.id for item in mentions], names))
    findable = gather(record, groups, senses_of(mentions, groups, set()))
    reports = report_texts(findable)
    ids = [item.report.id for item in reports]
    return findable.article_texts(groups_of(ids, link_reports(reports, [])))


def plain_article(name: str, text: str) -> ArticleText:
    """A text as an article of this id: its words alone, nothing found in them."""
    article = Article(
        id=ArticleId(name),
        page_id=PageId(name),
        type="article",
        title=None,
        titles=(),
        zones=(),
        outlet=None,
        byline=(),
        published=None,
        modified=None,
        language="en",
    )
    nothing: frozenset[str] = frozenset()
    return ArticleText(article, "", text, nothing, nothing, nothing, None)
