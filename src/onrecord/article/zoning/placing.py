"""Where a block stands, as numbers: on the page, in its containers, in its list."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.article.tree import Node
    from onrecord.model import Page

DOWN = 0.8  # go down into a container that keeps this share of the prose
LIST_TAGS = frozenset({"table", "ul", "ol", "dl"})
NO_TITLE = 50  # blocks below; stands for: the page has no first heading
NEAREST, FARTHEST = -100.0, 300.0

PLACING = (
    "prose", "place", "offset", "prose_before", "blocks", "log_prose", "below_title",
    "own_share", "parent_share", "second_share", "third_share",
    "main_depth", "main_distance", "within_main", "children",
    "like", "like_words", "like_links",
    "like_parent", "like_parent_words", "like_parent_links",
    "same_as_above", "same_as_below",
    "run", "run_words", "run_links", "run_ends",
)  # fmt: skip


def placing(
    page: Page, looks: Sequence[Look], nodes: Sequence[Node], weights: Sequence[float]
) -> list[tuple[float, ...]]:
    """The numbers of `PLACING` for each block; `weights` are their prose."""
    on_page = _on_page(page, looks, weights)
    in_containers = _in_containers(nodes)
    alike = _alike(looks)
    runs = _runs(looks)
    return [
        (weight, *there, *inside, *like, *run)
        for weight, there, inside, like, run in zip(
            weights, on_page, in_containers, alike, runs, strict=True
        )
    ]


def _on_page(
    page: Page, looks: Sequence[Look], weights: Sequence[float]
) -> list[tuple[float, ...]]:
    """How far down the page, and how much prose stands above."""
    count, length = len(looks), max(1, len(page.text))
    total = sum(weights) or 1.0
    titles = (at for at, look in enumerate(looks) if look.markup.tag == "h1")
    title = next(titles, -NO_TITLE)
    return [
        (
            at / count,
            block.span.start / length,
            above / total,
            min(count, 2000),
            math.log1p(total),
            max(NEAREST, min(FARTHEST, at - title)),
        )
        for at, (block, above) in enumerate(
            zip(page.blocks, accumulate(weights), strict=True)
        )
    ]


def _in_containers(nodes: Sequence[Node]) -> list[tuple[float, ...]]:
    """How much of the page's prose the containers of each block hold."""
    known: dict[Node, tuple[float, ...]] = {}
    main = _main(nodes[0]) if nodes else None
    for node in nodes:
        if node not in known and main is not None:
            known[node] = (*_shares(node, main), *_to_main(node, main))
    return [known[node] for node in nodes]


def _main(node: Node) -> Node:
    """The smallest container that holds nearly all of the page's prose."""
    at = node
    while at.parent is not None:
        at = at.parent
    while True:
        heavy = max(at.children.values(), key=lambda child: child.weight, default=None)
        if heavy is None or heavy.weight < DOWN * at.weight or heavy.is_leaf:
            return at
        at = heavy


def _shares(node: Node, main: Node) -> list[float]:
    """The share of the prose that a container and the three around it hold."""
    root = main
    while root.parent is not None:
        root = root.parent
    total = root.weight or 1.0
    shares, at = [], node
    for _ in range(4):
        shares.append(at.weight / total)
        at = at.parent or at
    return shares


def _to_main(node: Node, main: Node) -> tuple[float, ...]:
    """How a container stands to the main one."""
    common = node
    while not main.is_under(common):
        common = common.parent or common
    return (
        main.depth - common.depth,
        node.depth - common.depth,
        common is main,
        len(node.children),
    )


def _alike(looks: Sequence[Look]) -> list[tuple[float, ...]]:
    """How many blocks have the same containers, and what those look like."""
    own = [look.markup.containers for look in looks]
    parents = [containers[:-1] for containers in own]
    like, like_parent = _means(looks, own), _means(looks, parents)
    return [
        (*like[mine], *like_parent[around])
        for mine, around in zip(own, parents, strict=True)
    ]


def _means(
    looks: Sequence[Look], keys: Sequence[tuple[str, ...]]
) -> dict[tuple[str, ...], tuple[float, float, float]]:
    """For each key: how many blocks have it, their mean words, their share of links."""
    counts: Counter[tuple[str, ...]] = Counter(keys)
    words: Counter[tuple[str, ...]] = Counter()
    links: dict[tuple[str, ...], float] = dict.fromkeys(counts, 0.0)
    for look, key in zip(looks, keys, strict=True):
        words[key] += look.words
        links[key] += look.link_share * look.words
    return {
        key: (count, words[key] / count, links[key] / max(1, words[key]))
        for key, count in counts.items()
    }


def list_of(look: Look) -> tuple[str, ...] | None:
    """The containers down to the list or table that a block stands in; None: none."""
    return _list_in(look.markup.containers)


@lru_cache(maxsize=8192)
def _list_in(containers: tuple[str, ...]) -> tuple[str, ...] | None:
    for depth in range(len(containers), 0, -1):
        if containers[depth - 1].partition(".")[0] in LIST_TAGS:
            return containers[:depth]
    return None


def runs_of(looks: Sequence[Look]) -> list[tuple[int, int]]:
    """Where blocks of one list or table stand in a row, as start and end."""
    found: list[tuple[int, int]] = []
    last: tuple[str, ...] | None = None
    for at, look in enumerate(looks):
        current = list_of(look)
        if current is not None and current == last:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
        last = current
    return found


def _runs(looks: Sequence[Look]) -> list[tuple[float, ...]]:
    """The list or table each block stands in: its length and what its items look like.

    With it whether the block above and below has the same containers.
    """
    found: list[tuple[float, ...]] = []
    for start, end in runs_of(looks):
        items, count = looks[start:end], end - start
        run = (
            count,
            sum(min(item.words, 200) for item in items) / count,
            sum(item.link_share for item in items) / count,
            sum(item.ends for item in items) / count,
        )
        found.extend((*_same(looks, at), *run) for at in range(start, end))
    return found


def _same(looks: Sequence[Look], at: int) -> tuple[float, float]:
    own = looks[at].markup.containers
    above = at > 0 and looks[at - 1].markup.containers == own
    below = at + 1 < len(looks) and looks[at + 1].markup.containers == own
    return float(above), float(below)
