"""The containers of a page as a tree, with the running text each holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look

LINKED = 0.5
PROSE_WORDS = 8
DOWN = 0.8  # go down into a container that keeps this share of the prose
FULL_WORDS = 100  # a longer block weighs no more
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that hold words themselves: a choice of them is no container.
LEAVES = (
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "span", "a", "b",
    "i", "em", "strong", "figcaption", "font", "pre",
)  # fmt: skip
# Old pages are laid out in tables: a cell that holds blocks is a container.
SMALL = ("li", "td", "dd", "dt")


class Node:
    """A container: its label, the one around it, those in it, its running text.

    Containers of one name side by side count as one: paragraphs that a content
    system wraps one by one come together again.
    """

    __slots__ = ("children", "depth", "label", "number", "parent", "tag", "weight")

    def __init__(self, label: str, parent: Node | None, number: int) -> None:
        self.label = label
        self.tag = label.partition(".")[0]
        self.number = number  # its place among all of the page
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.children: dict[str, Node] = {}
        self.weight = 0.0

    @property
    def is_leaf(self) -> bool:
        """Whether this is an element of text, and no container."""
        return self.tag in LEAVES or (self.tag in SMALL and not self.children)

    def add(self, weight: float) -> None:
        """Count running text here and in everything around."""
        at: Node | None = self
        while at is not None:
            at.weight += weight
            at = at.parent

    def take(self, weight: float) -> None:
        """Count running text out again."""
        if weight:
            self.add(-weight)

    def is_under(self, other: Node) -> bool:
        """Whether this is `other`, or somewhere in it."""
        at: Node | None = self
        while at is not None and at.depth > other.depth:
            at = at.parent
        return at is other


@dataclass(frozen=True, slots=True)
class Tree:
    """The containers of a page, from the outermost in, and where its blocks stand."""

    containers: tuple[Node, ...]  # each behind the one around it; the first is the root
    nodes: tuple[Node, ...]  # the innermost one of each block
    weights: tuple[float, ...]  # the running text of each block

    @property
    def root(self) -> Node:
        """The outermost container, which holds the page."""
        return self.containers[0]

    def main(self) -> Node:
        """The smallest container that holds nearly all of the page's running text."""
        at = self.root
        while True:
            inside = at.children.values()
            heavy = max(inside, key=lambda child: child.weight, default=None)
            if heavy is None or heavy.weight < DOWN * at.weight or heavy.is_leaf:
                return at
            at = heavy


def grow(looks: Sequence[Look]) -> Tree:
    """The containers of a page, with the running text by the looks of its blocks."""
    weights = tuple(prose_weight(look) for look in looks)
    made = [Node("", None, 0)]
    known: dict[tuple[str, ...], Node] = {(): made[0]}
    nodes = []
    for look, weight in zip(looks, weights, strict=True):
        containers = look.markup.containers
        node = known.get(containers)
        if node is None:
            node = known[containers] = _innermost(containers, made)
        if weight:
            node.add(weight)
        nodes.append(node)
    return Tree(tuple(made), tuple(nodes), weights)


def _innermost(containers: Sequence[str], made: list[Node]) -> Node:
    """The innermost of these containers, made if new with those around it."""
    node = made[0]
    for label in containers:
        found = node.children.get(label)
        if found is None:
            found = node.children[label] = Node(label, node, len(made))
            made.append(found)
        node = found
    return node


def prose_weight(look: Look) -> float:
    """How much running text a block holds, by its looks alone."""
    if look.link_share > LINKED or look.markup.tag in HEADINGS:
        return 0.0
    if look.label or look.line or look.start or look.words < PROSE_WORDS:
        return 0.0
    weight = float(min(look.words, FULL_WORDS))
    return weight if look.ends else weight / 2
