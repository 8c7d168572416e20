"""Stories: articles, of all outlets, on the same news."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import ArticleText, Link, groups_of, make_link
from onrecord.resolve.copies import link_copies
from onrecord.resolve.copies.shingles import fold
from onrecord.resolve.stock_lines import find_stock_lines, without_lines
from onrecord.resolve.stories.candidates import near_articles
from onrecord.resolve.stories.digests import holds_many
from onrecord.resolve.stories.groups import Group, start_group
from onrecord.resolve.stories.regroup import attach, regroup
from onrecord.resolve.stories.terms import count_terms, dot, weigh_terms
from onrecord.resolve.stories.titles import join_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SAME_LENGTH = 0.6


def link_stories(
    articles: Sequence[ArticleText], copies: Iterable[Link] | None = None
) -> list[Link]:
    """Links "same" between the articles of a story: each with the next one by id.

    All articles are looked at at once, so that what an early one hid shows: the
    groups are the same for any order in which they came. `copies` are the links of
    `link_copies`, None when nobody has them yet. A teaser joins the story of the
    article (or of other teasers) with its title.
    """
    ordered = sorted(articles, key=lambda item: item.article.id)
    whole = [item for item in ordered if item.article.type == "article"]
    known = link_copies(whole) if copies is None else copies
    return [*_link_whole(whole, known), *join_titles(ordered)]


def _link_whole(articles: Sequence[ArticleText], copies: Iterable[Link]) -> list[Link]:
    """Articles joined by what they tell; copies and equal texts are one before that."""
    one = [*_link_equal(articles), *_link_copied(articles, copies)]
    groups = groups_of((item.article.id for item in articles), one)
    members: defaultdict[str, list[ArticleText]] = defaultdict(list)
    for item in articles:
        members[groups[item.article.id]].append(item)
    fullest = [
        max(members[name], key=lambda item: (len(item.body), item.article.id))
        for name in sorted(members)
    ]
    return one + list(_link_news(fullest))


def _link_news(articles: Sequence[ArticleText]) -> Iterator[Link]:
    """Articles of one story, each linked to the next."""
    singles = _as_groups(articles)
    for story in _stories(articles, singles):
        for left, right in pairwise(sorted(story.members)):
            shared = dot(singles[left].terms, singles[right].terms)
            yield _same(
                articles[left],
                articles[right],
                round(min(1.0, shared), 3),
                "the same names and words at the same time",
            )


def _as_groups(articles: Sequence[ArticleText]) -> list[Group]:
    """Every article as a story of its own, its words weighed by all of them."""
    stock = find_stock_lines([item.body for item in articles])
    terms = weigh_terms(
        count_terms(item, f"{item.title}\n{without_lines(item.body, stock)}")
        for item in articles
    )
    return [
        start_group(at, weights, item.day)
        for at, (item, weights) in enumerate(zip(articles, terms, strict=True))
    ]


def _stories(articles: Sequence[ArticleText], singles: Sequence[Group]) -> list[Group]:
    """The articles in groups; pages of many items follow a story and join no two."""
    terms = [single.terms for single in singles]
    pairs = near_articles(terms, [item.day for item in articles])
    many = {at for at, item in enumerate(articles) if holds_many(item)}
    firm = [pair for pair in pairs if many.isdisjoint(pair)]
    return attach(regroup(singles, firm), many, pairs)


def _link_equal(articles: Sequence[ArticleText]) -> Iterator[Link]:
    """Articles of equal title and body, however short, linked to the first one."""
    first: dict[tuple[str, str], ArticleText] = {}
    for item in articles:
        key = (fold(item.title), fold(item.body))
        seen = first.setdefault(key, item)
        if seen is not item and any(key):
            yield _same(seen, item, 1.0, "the same text")


def _link_copied(
    articles: Sequence[ArticleText], copies: Iterable[Link]
) -> Iterator[Link]:
    """Copies of about one length; a much longer one may be a digest of many stories."""
    by_id = {str(item.article.id): item for item in articles}
    for link in copies:
        copy, original = by_id[link.left], by_id[link.right]
        shorter, longer = sorted((len(copy.body), len(original.body)))
        if shorter >= SAME_LENGTH * longer:
            yield _same(copy, original, link.score, "a copy")


def _same(left: ArticleText, right: ArticleText, score: float, reason: str) -> Link:
    return make_link(
        "article", left.article.id, right.article.id, "same", "yes", score, reason
    )
