"""The elements around a block, by their tags and the words of their attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_CONTAINERS = 32  # the innermost ones; deeper pages lose their outer shells
MAX_LABEL = 160
TOLD_ATTRIBUTES = ("class", "id", "role", "itemprop", "rel", "data-testid")
# The elements that say what a block is even when a <div> inside them holds the words.
TELLING = frozenset({
    "h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption", "blockquote", "td", "th",
    "caption", "dt", "dd", "address", "button",
})  # fmt: skip
SHELLS = frozenset({"div", "p"})
MAX_SHELLS = 3


class Container:
    """An open block element; its chain of labels is made once, when asked for."""

    __slots__ = ("attributes", "chain", "parent", "tag")

    def __init__(
        self, parent: Container | None, tag: str, attributes: Mapping[str, str]
    ) -> None:
        self.parent = parent
        self.tag = tag
        self.attributes = attributes
        self.chain: tuple[str, ...] | None = None

    def labels(self) -> tuple[str, ...]:
        """The labels from the outermost element told to this one."""
        unmade: list[Container] = []
        at: Container | None = self
        while at is not None and at.chain is None:
            unmade.append(at)
            at = at.parent
        known = (at.chain if at is not None else None) or ()
        for container in reversed(unmade):
            label = label_of(container.tag, container.attributes)
            known = (*known, label)[-MAX_CONTAINERS:]
            container.chain = known
        return known

    def told_tag(self) -> str:
        """The tag that says what a block in this element is."""
        at: Container | None = self
        for _ in range(MAX_SHELLS):
            if at is None or at.tag not in SHELLS:
                break
            at = at.parent
        return at.tag if at is not None and at.tag in TELLING else self.tag


def label_of(tag: str, attributes: Mapping[str, str]) -> str:
    """The tag with the words of class, id and role: "div.main-menu.nav"."""
    if not attributes:
        return tag
    words = [tag]
    for name in TOLD_ATTRIBUTES:
        value = attributes.get(name)
        if value:
            words += value.lower().split()
    return ".".join(words)[:MAX_LABEL]
