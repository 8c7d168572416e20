"""The containers of a page as a tree, with the running text each holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look

LINKED = 0.5
PROSE_WORDS = 8
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

    __slots__ = ("children", "depth", "label", "parent", "weight")

    def __init__(self, label: str, parent: Node | None) -> None:
        self.label = label
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.children: dict[str, Node] = {}
        self.weight = 0.0

    @property
    def is_leaf(self) -> bool:
        """Whether this is an element of text, and no container."""
        tag = self.label.partition(".")[0]
        return tag in LEAVES or (tag in SMALL and not self.children)

    def child(self, label: str) -> Node:
        """The container of this name in here, made if new."""
        found = self.children.get(label)
        if found is None:
            found = self.children[label] = Node(label, self)
        return found

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


def grow(looks: Sequence[Look], weights: Sequence[float]) -> tuple[Node, list[Node]]:
    """The outermost container, and the innermost one of each block."""
    root = Node("", None)
    known: dict[tuple[str, ...], Node] = {(): root}
    nodes = []
    for look, weight in zip(looks, weights, strict=True):
        node = _node_of(look.markup.containers, known)
        if weight:
            node.add(weight)
        nodes.append(node)
    return root, nodes


def _node_of(containers: tuple[str, ...], known: dict[tuple[str, ...], Node]) -> Node:
    """The innermost of these containers, made if new with those around it."""
    depth = len(containers)
    while containers[:depth] not in known:
        depth -= 1
    node = known[containers[:depth]]
    for reach in range(depth, len(containers)):
        node = known[containers[: reach + 1]] = node.child(containers[reach])
    return node


def prose_weight(look: Look) -> float:
    """How much running text a block holds, by its looks alone."""
    if look.link_share > LINKED or look.markup.tag in HEADINGS:
        return 0.0
    if look.label or look.line or look.start or look.words < PROSE_WORDS:
        return 0.0
    weight = float(min(look.words, FULL_WORDS))
    return weight if look.ends else weight / 2
