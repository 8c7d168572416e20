"""Items joined by their titles: a teaser belongs with the article it points at."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.model import ArticleText, Link, make_link
from onrecord.resolve.copies.shingles import fold
from onrecord.resolve.words import background_share, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FEWEST_WORDS = 4  # "Live updates" names no story
NEAR_EQUAL = 0.8  # shared words of all words of both titles
DAYS_APART = 45  # a title seen again after this is another story's
ASKED = 3  # rarest words by which near-equal titles are found
CROWD = 50  # titles of one rare word that are compared one by one
BESIDE = 3  # items of one title, before and after one in time, that it may point at


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
        items_of = by_title[words]
        links += _join_group(items_of, items_of, 1.0)
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
    sides = [(lefts, rights)] if lefts is rights else [(lefts, rights), (rights, lefts)]
    for items, others in sides:
        whole = _in_time(other for other in others if other.article.type == "article")
        teasers = _in_time(other for other in others if other.article.type == "teaser")
        for item in items:
            if item.article.type != "teaser":
                continue
            best = _nearest(item, whole) or _nearest(item, teasers)
            if best is not None:
                links.append(_same_title(item, best, score))
    return links


def _same_title(item: ArticleText, best: ArticleText, score: float) -> Link:
    return make_link(
        "article", item.article.id, best.article.id, "same", "yes",
        round(score, 3), "the title of the one is printed in the other",
    )  # fmt: skip


def _in_time(items: Iterable[ArticleText]) -> list[ArticleText]:
    """By day, those without one first: they are of any day."""
    return sorted(items, key=_moment)


def _moment(item: ArticleText) -> tuple[int, str]:
    return item.day.toordinal() if item.day else 0, item.article.id


def _nearest(item: ArticleText, others: Sequence[ArticleText]) -> ArticleText | None:
    """The nearest in time, then by id; None when all are too far.

    Only neighbours in time are looked at: a title may stand on ten thousand pages.
    """
    at = bisect(others, _moment(item), key=_moment)
    near = {
        place
        for start in (0, at - BESIDE, len(others) - BESIDE)
        for place in range(max(0, start), min(len(others), start + 2 * BESIDE))
    }
    may_join = [others[place] for place in near if others[place] is not item]
    best = min(may_join, key=lambda other: _distance(item, other), default=None)
    return best if best and _distance(item, best)[0] <= DAYS_APART else None


def _distance(item: ArticleText, other: ArticleText) -> tuple[int, str]:
    """Days between, none where one is not known, then the id."""
    days = abs((item.day - other.day).days) if item.day and other.day else 0
    return days, other.article.id
