"""Captures of one address, taken at different times, are revisions of one article."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import address_of, make_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import ArticleText, Link

NEVER = datetime.max.replace(tzinfo=UTC)


def link_revisions(articles: Sequence[ArticleText]) -> list[Link]:
    """Each page's own article to the one captured before it at the same address.

    Relation "revision_of": `left` is the later capture. Spellings of one address are
    one (`address_of`). Captures whose time nobody gave cannot be put in order: they
    are linked as "unsure", ties by id.
    """
    places: dict[str, list[ArticleText]] = defaultdict(list)
    for text in articles:
        if text.article.type == "article" and text.where:
            places[address_of(text.where)].append(text)
    return [
        _revision(earlier, later)
        for texts in places.values()
        for earlier, later in pairwise(sorted(texts, key=_order))
        if earlier.article.page_id != later.article.page_id
    ]


def _revision(earlier: ArticleText, later: ArticleText) -> Link:
    is_known = earlier.captured_at is not None and later.captured_at is not None
    order = "later" if is_known else "in an order nobody told"
    return make_link(
        "article",
        later.article.id,
        earlier.article.id,
        "revision_of",
        "yes" if is_known else "unsure",
        1.0 if is_known else 0.5,
        f"captured at the same address, {order}",
    )


def _order(text: ArticleText) -> tuple[datetime, str]:
    return text.captured_at or NEVER, text.article.id
