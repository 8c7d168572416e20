"""Captures of one address are revisions."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from onrecord.model import Article, ArticleId, ArticleText, PageId
from onrecord.resolve import link_revisions

if TYPE_CHECKING:
    from onrecord.model import ArticleType

EARLY = datetime(2025, 3, 1, tzinfo=UTC)
LATE = datetime(2025, 3, 2, tzinfo=UTC)


def text(
    name: str, where: str, at: datetime | None, kind: ArticleType = "article"
) -> ArticleText:
    article = Article(
        id=ArticleId(name),
        page_id=PageId(f"page {name}"),
        type=kind,
        title="Rain",
        titles=(),
        zones=(),
        outlet=None,
        byline=(),
        published=None,
        modified=None,
        language="en",
    )
    none: frozenset[str] = frozenset()
    day = date(2025, 3, 1)
    return ArticleText(article, "Rain", "It fell.", none, none, none, day, where, at)


def test_the_later_capture_is_a_revision_of_the_earlier() -> None:
    (link,) = link_revisions([text("b", "u", EARLY), text("a", "u", LATE)])
    assert (link.left, link.right, link.relation) == ("a", "b", "revision_of")
    assert link.judgement == "yes"


def test_three_captures_make_a_chain() -> None:
    last = datetime(2025, 3, 3, tzinfo=UTC)
    texts = [text("a", "u", LATE), text("b", "u", last), text("c", "u", EARLY)]
    links = {(link.left, link.right) for link in link_revisions(texts)}
    assert links == {("a", "c"), ("b", "a")}


def test_captures_at_other_addresses_are_no_revisions() -> None:
    assert not link_revisions([text("a", "u", EARLY), text("b", "v", LATE)])


def test_captures_of_one_address_are_revisions_however_it_is_spelled() -> None:
    plain = text("b", "https://news.example/dam", EARLY)
    tracked = text("a", "https://News.example/dam?utm_source=x", LATE)
    (link,) = link_revisions([plain, tracked])
    assert (link.left, link.right, link.judgement) == ("a", "b", "yes")


def test_teasers_are_no_revisions() -> None:
    texts = [text("a", "u", EARLY), text("b", "u", LATE, kind="teaser")]
    assert not link_revisions(texts)


def test_without_a_capture_time_the_order_stays_open() -> None:
    (link,) = link_revisions([text("b", "u", EARLY), text("a", "u", None)])
    assert link.judgement == "unsure"
