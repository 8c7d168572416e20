"""Items joined by their titles: a teaser belongs with the article it points at."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.model import ArticleText, Link, make_link
from onrecord.resolve.copies.shingles import fold
from onrecord.resolve.words import background_share, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST_WORDS = 4  # "Live updates" names no story
NEAR_EQUAL = 0.8  # shared words of all words of both titles
DAYS_APART = 45  # a title seen again after this is another story's
ASKED = 3  # rarest words by which near-equal titles are found
CROWD = 50  # items of one title that are compared one by one


def join_titles(items: Sequence[ArticleText]) -> list[Link]:
    """Links "same" from each teaser to items of its title, in the order given.

    Numbers count: "kills 12" and "kills 14" are not near-equal. Two teasers are
    joined as well; two whole articles are left to what they tell.
    """
    by_title: defaultdict[frozenset[str], list[ArticleText]] = defaultdict(list)
    for item in items:
        words = frozenset(stem(word) for word in fold(item.title).split())
        if len(words) >= FEWEST_WORDS:
            by_title[words].append(item)
    links = []
    for words in sorted(by_title, key=sorted):
        links += _join_group(by_title[words], by_title[words], 1.0)
    for left, right, score in _near_titles(sorted(by_title, key=sorted)):
        links += _join_group(by_title[left], by_title[right], score)
    return links


def _near_titles(
    titles: Sequence[frozenset[str]],
) -> list[tuple[frozenset[str], frozenset[str], float]]:
    """Pairs of different titles that share nearly all their words."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    found: dict[tuple[int, int], float] = {}
    for at, title in enumerate(titles):
        for word in sorted(title, key=lambda word: (background_share(word), word))[
            :ASKED
        ]:
            for earlier in index[word][-CROWD:]:
                score = _title_score(titles[earlier], title)
                if score >= NEAR_EQUAL:
                    found[earlier, at] = score
            index[word].append(at)
    return [(titles[a], titles[b], score) for (a, b), score in sorted(found.items())]


def _title_score(left: frozenset[str], right: frozenset[str]) -> float:
    if _numbers(left) != _numbers(right):
        return 0.0
    return len(left & right) / len(left | right)


def _numbers(title: frozenset[str]) -> set[str]:
    return {word for word in title if word.isdigit()}


def _join_group(
    lefts: Sequence[ArticleText], rights: Sequence[ArticleText], score: float
) -> list[Link]:
    """Teasers of one side with the nearest item of the other."""
    links = []
    for items, others in ((lefts, rights), (rights, lefts)):
        for item in items:
            if item.article.type != "teaser":
                continue
            near = [other for other in others if _may_join(item, other)]
            if near:
                best = min(near, key=lambda other: _distance(item, other))
                links.append(
                    make_link(
                        "article", item.article.id, best.article.id, "same", "yes",
                        round(score, 3), "the title of the one is printed in the other",
                    )
                )  # fmt: skip
    return links


def _may_join(item: ArticleText, other: ArticleText) -> bool:
    return item is not other and _distance(item, other)[1] <= DAYS_APART


def _distance(item: ArticleText, other: ArticleText) -> tuple[bool, int, str]:
    """Articles before teasers, then by days between, then by id."""
    days = abs((item.day - other.day).days) if item.day and other.day else 0
    return other.article.type == "teaser", days, other.article.id
