"""One text at one address counts once: its earliest capture stands for the others.

Other furniture around the same article text is a new capture of the same revision
and no new utterance. Nothing on record changes: claims, incidents, stories and
search leave out what repeats, while pages, captures and exports stay complete.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import func, select

from onrecord.model import TOLD_ZONES, words_of
from onrecord.record.rows import CHUNK, rows_among
from onrecord.record.schema import articles, captures, pages
from onrecord.record.sqlite import listed
from onrecord.record.views.cut import is_visible, visible
from onrecord.record.views.types import Cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from onrecord.model import Zoned
    from onrecord.record.views.types import ArticleRef

NEVER = datetime.max.replace(tzinfo=UTC)  # of captures whose time nobody gave
PAGES = select(
    pages.c.id,
    pages.c.text,
    pages.c.capture_id,
    captures.c.address,
    captures.c.captured_at,
).join_from(pages, captures)
Item = TypeVar("Item")
Text = tuple[str, str, str]  # address, revision, and what an article in it tells
Taken = tuple[datetime, str]  # when a capture was made, and its id


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view shows: articles that the cut lets through, each text once.

    `repeats` are the articles whose text an earlier capture of their address has.
    `again` is when the text of an article that stands for others was last captured.
    """

    cut: Cut
    repeats: frozenset[str]
    again: Mapping[str, datetime] = field(default_factory=dict)

    def conditions(self, article: ColumnElement[Any]) -> list[ColumnElement[bool]]:
        """Conditions that the article of this id is shown; none when all are."""
        seen = visible(self.cut, article)
        if self.repeats:
            seen.append(article.not_in(listed(self.repeats)))
        return seen

    def among(
        self, items: Iterable[Item], article: Callable[[Item], ArticleRef]
    ) -> list[Item]:
        """Those whose article is shown; when all of them are repeats, all.

        So whatever has an id can be opened by it, even what only a repeat holds.
        """
        seen = [item for item in items if is_visible(article(item), self.cut)]
        once = [item for item in seen if article(item).id not in self.repeats]
        return once or seen


def shown(connection: Connection, cut: Cut, *, whole: bool = False) -> Shown:
    """What a view with this cut shows; `whole`: repeats, too."""
    return Shown(cut, frozenset()) if whole else _folded(connection, cut)


def text_hash(text: str) -> str:
    """What a text is compared by: white space is folded."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def told_text(title: str | None, zones: Iterable[Zoned], text: str) -> str:
    """The title and the told zones, in page order; the whole text without either.

    Not the other places where the title stands: they are furniture.
    """
    spans = sorted(item.span for item in zones if item.zone in TOLD_ZONES)
    told = "\n".join([title or "", *(span.of(text) for span in spans)])
    return told if told.strip() else text


def _folded(connection: Connection, cut: Cut) -> Shown:
    """The articles that an earlier capture shows, among those that the cut shows.

    Texts are read of addresses with two captures or more, and of no other.
    """
    first: dict[Text, Taken] = {}
    last: dict[Text, datetime] = {}
    found: dict[str, tuple[Text, Taken]] = {}
    for name, text, taken in _texts(connection, cut):
        found[name] = text, taken
        first[text] = min(taken, first.get(text, taken))
        if taken[0] != NEVER:
            last[text] = max(taken[0], last.get(text, taken[0]))
    repeats = {name for name, (text, taken) in found.items() if taken != first[text]}
    again = {
        name: last[text]
        for name, (text, taken) in found.items()
        if name not in repeats and last.get(text, taken[0]) > taken[0]
    }
    return Shown(cut, frozenset(repeats), again)


def _texts(connection: Connection, cut: Cut) -> Iterator[tuple[str, Text, Taken]]:
    """For each article of an address captured again its text and its capture."""
    names = list(connection.execute(_captured_again(cut)).scalars())
    for start in range(0, len(names), CHUNK):
        told = _articles(connection, names[start : start + CHUNK], cut)
        for row in rows_among(connection, PAGES, pages.c.id, told):
            taken = row.captured_at or NEVER, row.capture_id
            for name, *words in _told(told[row.id], row.text):
                yield name, (row.address, *words), taken


def _captured_again(cut: Cut) -> Select[Any]:
    """A query for the pages of addresses with two captures or more."""
    again = (
        select(captures.c.address)
        .where(captures.c.address.isnot(None))
        .group_by(captures.c.address)
        .having(func.count() > 1)
    )
    query = select(pages.c.id).join_from(pages, captures)
    query = query.where(captures.c.address.in_(again))
    if cut.as_of is not None:
        query = query.where(captures.c.captured_at <= cut.as_of)
    return query.order_by(pages.c.id)


def _articles(
    connection: Connection, wanted: Sequence[str], cut: Cut
) -> dict[str, list[Row[Any]]]:
    """For each of these pages its articles that the cut shows."""
    query = select(
        articles.c.page_id,
        articles.c.id,
        articles.c.type,
        articles.c.title,
        articles.c.titles,
        articles.c.zones,
    ).where(*visible(cut, articles.c.id))
    told: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows_among(connection, query, articles.c.page_id, wanted):
        told[row.page_id].append(row)
    return told


def _told(told: Sequence[Row[Any]], text: str) -> Iterator[tuple[str, str, str]]:
    """Each article of a page with the page's revision and what the article tells.

    A teaser repeats only beside the same article text: it is furniture of its own.
    """
    own = {
        row.id: text_hash(told_text(row.title, row.zones, text))
        for row in told
        if row.type == "article"
    }
    revision = " ".join(sorted(own.values())) or text_hash(text)
    for row in told:
        if row.id in own:
            yield row.id, own[row.id], own[row.id]
        else:
            spans = sorted({*row.titles, *(item.span for item in row.zones)})
            yield row.id, revision, f"teaser {text_hash(words_of(spans, text))}"
