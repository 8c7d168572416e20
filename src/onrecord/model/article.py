"""An article: a choice of spans in a page that make one news item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.ids import ArticleId, PageId, content_id
from onrecord.model.moment import Moment
from onrecord.model.span import Span

ArticleZone = Literal[
    "headline", "byline", "dateline", "body", "heading", "caption", "quote",
    "pull-quote", "list", "table", "correction",
]  # fmt: skip
Furniture = Literal[
    "menu", "ticker", "teaser", "most-read", "tags", "promo", "ad", "paywall", "cookie",
    "share", "comment", "author-note", "legal",
]  # fmt: skip
Zone = Literal[ArticleZone, Furniture]
ArticleType = Literal["article", "teaser"]

TOLD_ZONES: frozenset[str] = frozenset(
    {"headline", "body", "heading", "caption", "quote", "list", "table", "correction"}
)  # the zones whose sentences an article tells; pull-quotes repeat the body

_NAMES = {"byline": "author", "source_line": "agency", "url": "address"}
_PLACES = {
    "page": "the page", "address": "the page's address", "title": "the title tag",
    "meta": "a meta tag", "link": "a link tag", "time": "a time tag",
    "html": "the html tag",
}  # fmt: skip  # how a person reads where a value was found


@dataclass(frozen=True, slots=True)
class Zoned:
    """A span of the page and the role its text plays there."""

    span: Span
    zone: Zone


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one value of an article was found.

    `name`: title, byline, published, modified, outlet, section, tags, url,
    source_line; one for each author, in the byline's order. `origin`: "page" for the
    page's own words (then `span` opens them), "given" for what the user said, else the
    place in the markup: "json-ld", "opengraph", "meta", "microdata", "link", "title",
    "html", "time", or "address" for the page's own.
    """

    name: str
    origin: str
    span: Span | None = None

    def __str__(self) -> str:
        """One clause for a person.

        >>> str(Origin("source_line", "page")), str(Origin("outlet", "given"))
        ('agency from the page', 'outlet as given')
        """
        name = _NAMES.get(self.name, self.name)
        if self.origin == "given":
            return f"{name} as given"
        return f"{name} from {_PLACES.get(self.origin, self.origin)}"


@dataclass(frozen=True, slots=True)
class Article:
    """One news item in a page: the page's own, or a teaser of another story.

    `zones` are in page order. The page's own article carries the zones of the whole
    page, furniture included; a teaser only its own (headline, body, caption,
    dateline). `titles` holds every place where the title stands: a teaser printed
    twice is one item. A value that the page does not tell is None or empty; `origins`
    say where those that it tells were found.
    """

    id: ArticleId
    page_id: PageId
    type: ArticleType
    title: str | None
    titles: tuple[Span, ...]
    zones: tuple[Zoned, ...]
    outlet: str | None
    byline: tuple[str, ...]
    published: Moment | None
    modified: Moment | None
    language: str | None
    tags: tuple[str, ...] = ()
    section: str | None = None
    source_line: str | None = None  # the agency credited, as worded
    url: str | None = None
    origins: tuple[Origin, ...] = ()

    def spans_of(self, *zones: Zone) -> tuple[Span, ...]:
        """The spans of these zones, in page order."""
        return tuple(item.span for item in self.zones if item.zone in zones)

    @property
    def body(self) -> tuple[Span, ...]:
        """The running text: body, quoted paragraphs, lists and tables of the body."""
        return self.spans_of("body", "quote", "list", "table")


def article_id(page: PageId, kind: ArticleType, first: Span) -> ArticleId:
    """The id of the item of this kind whose first words stand at `first`."""
    return ArticleId(content_id("article", page, kind, first.start, first.end))
