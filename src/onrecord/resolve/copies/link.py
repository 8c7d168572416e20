"""Copies: articles whose bodies are one text, cut, extended or lightly edited."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.model import ArticleText, Link, make_link
from onrecord.resolve.copies.candidates import near_pairs, sample_of
from onrecord.resolve.copies.shingles import (
    Line,
    Shape,
    containment,
    fold,
    shape_of,
    shingles_of,
)
from onrecord.resolve.stock_lines import find_stock_lines, without_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Swept on lightly edited, cut and quoting pages: pages that quote another at length
# stay below .55, copies lie above .57.
ENOUGH = 0.57
SHORTEST = 20  # words: below, equal bodies say "subscribe to read on"
MUCH_SMALLER = 0.5  # a part of this size or less must open the longer text ...
OPENS = 0.3  # ... so that a page quoting a short one whole is no copy of it
KEPT = 1024  # texts whose shapes are at hand, some 60 kB each
VARIANT = 0.25  # share of shingles by which a sentence is another's variant

_Age = tuple[str, str]
_Near = dict[int, float]  # place of a near text -> how much of the smaller is shared


def link_copies(articles: Sequence[ArticleText]) -> list[Link]:
    """Each copy linked to its original ("copy_of", left is the copy), sorted.

    The original is what a credited agency printed itself, else the earliest, else the
    smallest id. Captures of one address are revisions and never copies.
    """
    texts = _by_text(articles)
    order = sorted(texts, key=lambda text: (-text.count(" "), text))
    members = [texts[text] for text in order]
    near = _near_texts([group[0].body for group in members])
    links: list[Link] = []
    for places in _components(near):
        links += _link_group(places, near, members)
    return sorted(links, key=lambda link: (link.right, link.left))


def _by_text(articles: Iterable[ArticleText]) -> dict[str, list[ArticleText]]:
    """Articles of equal bodies together, in the order of their ids; teasers aside."""
    texts: defaultdict[str, list[ArticleText]] = defaultdict(list)
    for item in sorted(articles, key=lambda item: item.article.id):
        folded = fold(item.body)
        if item.article.type == "article" and folded.count(" ") + 1 >= SHORTEST:
            texts[folded].append(item)
    return dict(texts)


def _near_texts(bodies: Sequence[str]) -> list[_Near]:
    """For each text, longest first, those it shares its words with, itself among them.

    Stock lines are no words of it. Only the texts at hand are kept in full.
    """
    stock = find_stock_lines(bodies)
    samples = [
        sample_of(shingles_of(fold(without_lines(body, stock)).split()), len(bodies))
        for body in bodies
    ]

    @lru_cache(maxsize=KEPT)
    def shape(at: int) -> Shape:
        return shape_of(without_lines(bodies[at], stock))

    near: list[_Near] = [{at: 1.0} for at in range(len(bodies))]
    for left, right in near_pairs(samples):
        score = copy_score(shape(left), shape(right))
        if score:
            near[left][right] = near[right][left] = score
    return near


def copy_score(left: Shape, right: Shape) -> float:
    """How much of the smaller text the larger holds, 0 when they are no copies."""
    score = containment(left.shingles, right.shingles)
    if score < ENOUGH:
        return 0.0
    smaller, larger = sorted((left, right), key=lambda shape: len(shape.shingles))
    if len(smaller.shingles) <= MUCH_SMALLER * len(larger.shingles):
        opening = len(larger.lead & smaller.shingles) / len(larger.lead)
        if opening < OPENS:
            return 0.0
    return 0.0 if _is_template(smaller, larger) else score


def _is_template(left: Shape, right: Shape) -> bool:
    """Whether most sentences agree but for their names and numbers."""
    known = {line.words for line in right.lines}
    rest = [line for line in left.lines if line.words not in known]
    needed = max(2, len(left.lines) - len(rest))  # as many as are equal, and a second
    if len(rest) < needed:
        return False
    filled = (line for line in rest if _differs_in_specifics(line, right.lines))
    return len(list(islice(filled, needed))) == needed


def _differs_in_specifics(line: Line, others: Sequence[Line]) -> bool:
    """Whether its nearest variant has other names or numbers in the same words."""
    shares = [containment(line.shingles, other.shingles) for other in others]
    nearest = others[shares.index(max(shares))]
    return (
        max(shares) >= VARIANT
        and bool(line.specifics - nearest.specifics)
        and bool(nearest.specifics - line.specifics)
    )


def _components(near: Sequence[_Near]) -> list[list[int]]:
    """Texts that hang together, each group sorted."""
    seen: set[int] = set()
    groups = []
    for start in range(len(near)):
        if start in seen:
            continue
        seen.add(start)
        group, waiting = [start], [start]
        while waiting:
            fresh = [at for at in near[waiting.pop()] if at not in seen]
            seen.update(fresh)
            group += fresh
            waiting += fresh
        groups.append(sorted(group))
    return groups


def _link_group(
    places: Sequence[int],
    near: Sequence[_Near],
    members: Sequence[Sequence[ArticleText]],
) -> list[Link]:
    """Links from each member to the original, or to the copy it was copied from."""
    original = _original([item for at in places for item in members[at]])
    start = next(at for at in places if original in members[at])
    links: list[Link] = []
    source: dict[int, ArticleText] = {start: original}
    scores = {start: 1.0}
    waiting = [start]
    for at in waiting:
        links += _link_members(members[at], source[at], scores[at], original)
        here = original if at == start else min(members[at], key=_age)
        for other in sorted(set(near[at]) - source.keys()):
            source[other], scores[other] = here, near[at][other]
            waiting.append(other)
    return links


def _link_members(
    members: Iterable[ArticleText],
    source: ArticleText,
    score: float,
    original: ArticleText,
) -> list[Link]:
    reason = f"{score:.0%} of the shorter text's word triples stand in the other"
    addresses = _addresses(source) | _addresses(original)
    return [
        make_link(
            "article", item.article.id, source.article.id, "copy_of", "yes",
            round(score, 3), reason,
        )
        for item in members
        if item is not original and not _addresses(item) & addresses
    ]  # fmt: skip


def _addresses(item: ArticleText) -> set[str]:
    """Where it was captured, and where it says it stands."""
    return {item.where, item.article.url or ""} - {""}


def _original(group: Sequence[ArticleText]) -> ArticleText:
    """Who prints as an agency that the others credit, else the earliest."""
    credited = {fold(item.article.source_line or "") for item in group} - {""}

    def key(item: ArticleText) -> tuple[bool, _Age]:
        return fold(item.article.outlet or "") not in credited, _age(item)

    return min(group, key=key)


def _age(item: ArticleText) -> _Age:
    """Sorts by day, undated last, then by id."""
    return (item.day.isoformat() if item.day else "9999", item.article.id)
