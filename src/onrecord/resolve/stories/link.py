"""Stories: articles, of all outlets, on the same news."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import ArticleText, Link, groups_of, make_link
from onrecord.resolve.copies import link_copies
from onrecord.resolve.copies.shingles import fold
from onrecord.resolve.stories.clusters import cluster_terms
from onrecord.resolve.stories.terms import dot, weigh_terms
from onrecord.resolve.stories.titles import join_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Fixed on ECB+, where articles have no dates; a step of .02 to either side costs .02.
SAME_STORY = 0.29
SAME_LENGTH = 0.6


def link_stories(articles: Sequence[ArticleText]) -> list[Link]:
    """Links "same" between the articles of a story: each with the next one by id.

    A teaser joins the story of the article (or of other teasers) with its title.
    The groups are the same for any order of the articles.
    """
    ordered = sorted(articles, key=lambda item: item.article.id)
    whole = [item for item in ordered if item.article.type == "article"]
    return [*_link_whole(whole), *join_titles(ordered)]


def _link_whole(articles: Sequence[ArticleText]) -> list[Link]:
    """Articles joined by what they tell; copies and equal texts are one before that."""
    one = [*_link_equal(articles), *_link_copied(articles)]
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
    """Articles of one cluster, each linked to the next."""
    terms = weigh_terms(articles)
    days = [item.day for item in articles]
    for places in cluster_terms(terms, days, SAME_STORY):
        ordered = sorted(places)
        for left, right in pairwise(ordered):
            shared = round(min(1.0, dot(terms[left], terms[right])), 3)
            yield _same(
                articles[left],
                articles[right],
                shared,
                "the same names and words at the same time",
            )


def _link_equal(articles: Sequence[ArticleText]) -> Iterator[Link]:
    """Articles of equal title and body, however short, linked to the first one."""
    first: dict[tuple[str, str], ArticleText] = {}
    for item in articles:
        key = (fold(item.title), fold(item.body))
        seen = first.setdefault(key, item)
        if seen is not item and any(key):
            yield _same(seen, item, 1.0, "the same text")


def _link_copied(articles: Sequence[ArticleText]) -> Iterable[Link]:
    """Copies of about one length; a much longer one may be a digest of many stories."""
    by_id = {str(item.article.id): item for item in articles}
    for link in link_copies(articles):
        copy, original = by_id[link.left], by_id[link.right]
        shorter, longer = sorted((len(copy.body), len(original.body)))
        if shorter >= SAME_LENGTH * longer:
            yield _same(copy, original, link.score, "a copy")


def _same(left: ArticleText, right: ArticleText, score: float, reason: str) -> Link:
    return make_link(
        "article", left.article.id, right.article.id, "same", "yes", score, reason
    )
