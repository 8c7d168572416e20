"""Where a block stands, as numbers: on the page, in its containers, in its list."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.article.features import Look
    from onrecord.article.tree import Node, Tree
    from onrecord.model import Page

    Floats = NDArray[np.float64]

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


def placing(page: Page, looks: Sequence[Look], tree: Tree) -> Floats:
    """The numbers of `PLACING` for each block, a row each."""
    nodes = tree.nodes
    main = tree.main()
    known = {node: _in_containers(node, main, tree) for node in dict.fromkeys(nodes)}
    return np.hstack(
        (
            _on_page(page, looks, tree.weights),
            [known[node] for node in nodes],
            _alike(looks, nodes),
            _same(nodes),
            _runs(looks),
        ),
        dtype=np.float32,
    )


def _on_page(page: Page, looks: Sequence[Look], weights: Sequence[float]) -> Floats:
    """How far down the page, and how much prose stands above."""
    count, length = len(looks), max(1, len(page.text))
    total = sum(weights) or 1.0
    titles = (at for at, look in enumerate(looks) if look.markup.tag == "h1")
    title = next(titles, -NO_TITLE)
    here = np.arange(count)
    found = np.empty((count, 7))
    found[:, 0] = weights
    found[:, 1] = here / count
    found[:, 2] = np.array([block.span.start for block in page.blocks]) / length
    found[:, 3] = np.cumsum(weights) / total
    found[:, 4] = min(count, 2000)
    found[:, 5] = math.log1p(total)
    found[:, 6] = np.clip(here - title, NEAREST, FARTHEST)
    return found


def _in_containers(node: Node, main: Node, tree: Tree) -> tuple[float, ...]:
    """How much of the page's prose the containers of a block hold."""
    total = tree.root.weight or 1.0
    shares, at = [], node
    for _ in range(4):
        shares.append(at.weight / total)
        at = at.parent or at
    return (*shares, *_to_main(node, main))


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


def _alike(looks: Sequence[Look], nodes: Sequence[Node]) -> Floats:
    """How many blocks have the same containers, and what those look like.

    Then the same of the blocks whose containers have the same one around them.
    """
    words = np.array([look.words for look in looks])
    links = np.array([look.link_share for look in looks]) * words
    own = [node.number for node in nodes]
    around = [node.parent.number if node.parent else 0 for node in nodes]
    return np.hstack([_means(words, links, keys) for keys in (own, around)])


def _means(words: Floats, links: Floats, keys: Sequence[int]) -> Floats:
    """How many blocks have a block's key, their mean words, their share of links."""
    counts = np.bincount(keys)
    said = np.bincount(keys, words)
    shares = np.bincount(keys, links) / np.maximum(1, said)
    means = np.column_stack((counts, said / np.maximum(1, counts), shares))
    return means[keys].astype(np.float64)


@lru_cache(maxsize=8192)
def list_in(containers: tuple[str, ...]) -> tuple[str, ...] | None:
    """The containers down to the innermost list or table of these; None: none."""
    for depth in range(len(containers), 0, -1):
        if containers[depth - 1].partition(".")[0] in LIST_TAGS:
            return containers[:depth]
    return None


def runs_of(looks: Sequence[Look]) -> list[tuple[int, int]]:
    """Where blocks of one list or table stand in a row, as start and end."""
    found: list[tuple[int, int]] = []
    last: tuple[str, ...] | None = None
    around: tuple[str, ...] | None = None
    for at, look in enumerate(looks):
        containers = look.markup.containers
        current = last if containers is around else list_in(containers)
        around = containers
        if current is not None and current == last:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
        last = current
    return found


def _runs(looks: Sequence[Look]) -> Floats:
    """The list or table each block stands in: its length and what its items look like.

    Its items' mean words, share of links, share of sentences.
    """
    runs = runs_of(looks)
    counts = np.array([end - start for start, end in runs])
    items = np.array(
        [(min(look.words, 200), look.link_share, look.ends) for look in looks]
    )
    sums = np.add.reduceat(items, [start for start, _ in runs])
    rows = np.column_stack((counts, sums / counts[:, None]))
    return rows.repeat(counts, axis=0)


def _same(nodes: Sequence[Node]) -> Floats:
    """Whether the block above, and that below, has the same containers."""
    numbers = np.array([node.number for node in nodes])
    same = np.zeros((len(nodes), 2))
    same[1:, 0] = same[:-1, 1] = numbers[1:] == numbers[:-1]
    return same
