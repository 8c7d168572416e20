"""What the elements of a block tell, as numbers: tags, names, links."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.article.element_names import AUTHOR, CAPTION, DATE, PULLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.article.features import Look
    from onrecord.article.tree import Tree

    Floats = NDArray[np.float32]

TAGS = (
    "p", "h1", "h2", "h3", "h4", "li", "td", "figcaption", "blockquote", "a", "line",
    "div", "span",
)  # fmt: skip
SAME_TAG = {"h5": "h4", "h6": "h4", "ol": "li", "ul": "li", "dd": "li", "dt": "li",
            "th": "td"}  # fmt: skip
AROUND = (
    "nav", "aside", "footer", "header", "article", "main", "section", "figure", "form",
    "ul", "table", "blockquote",
)  # fmt: skip
# What each telling name of an element holds.
MAY_SIGN = re.compile(
    "caption|credit|copyright|legend|bildunterschrift|by-?line|author|writer|autor"
    "|date|time|publish|posted|meta|datum|quote"
)
IN_STORY = re.compile(
    "(?:story|post|entry|news|content|main|page|text|field|single|article)"
    "(?:body|content|text|copy|article|inner|detail)"
    "|articlemain|articlepage|bodycopy|richtext|paywall|prose|entry|maincontent"
    "|htmlcontent"
)
IS_BESIDE = re.compile(
    "sidebar|rail|aside|widget|secondary|complementary|related|recommend|popular"
    "|trending|most|promo|teaser|card|grid|carousel|slider|latest|river|feed|more"
    "|footer|outbrain|taboola|module|headlines|listing|archive|also"
)
NEAR_SIGNS = 4  # captions, authors, dates, quotes: told of the nearest containers
NAMED, STORY, BESIDE = 1, 2 << NEAR_SIGNS, 4 << NEAR_SIGNS  # bits of what a name says
TAG_BITS = {tag: 1 << place for place, tag in enumerate(AROUND)}
_ONE_TAG = np.eye(len(TAGS) + 1, dtype=np.float32)
FAR = 40  # stands for: no container has such a name
LINKS_COUNTED = 20

ELEMENTS = (
    "link_share", "links", "bold", "bullet", "indent", "blank_before",
    *(f"tag_{tag}" for tag in TAGS), "tag_other",
    *(f"in_{tag}" for tag in AROUND),
    "depth", "named", "last_is_named",
    "caption_name", "author_name", "date_name", "pulled_name",
    "story_names", "story_nearest", "story_farthest",
    "beside_names", "beside_nearest", "beside_farthest",
)  # fmt: skip


def elements(looks: Sequence[Look], tree: Tree) -> Floats:
    """The numbers of `ELEMENTS` for each block, a row each."""
    own = np.array([_own(look) for look in looks], np.float32)
    tags = np.array([_tag(look.markup.tag) for look in looks])
    chains = _chains(tree)
    places = [node.number for node in tree.nodes]
    return np.hstack((own, _ONE_TAG[tags], chains[places]), dtype=np.float32)


def _own(look: Look) -> tuple[float, ...]:
    markup = look.markup
    bold = markup.bold_characters
    return (
        look.link_share,
        min(len(markup.hrefs), LINKS_COUNTED),
        min(1.0, bold / max(1, len(look.text))) if bold else 0.0,
        bool(markup.bullet),
        min(markup.indent, 20),
        min(markup.blank_before, 5),
    )


@lru_cache(maxsize=256)
def _tag(tag: str) -> int:
    """The place of a tag in `TAGS`, one behind them for all others."""
    same = SAME_TAG.get(tag, tag)
    return TAGS.index(same) if same in TAGS else len(TAGS)


class _Named(NamedTuple):
    """How many containers have names of a kind, and the depths of two of them."""

    total: int = 0
    innermost: int = 0
    outermost: int = 0

    def and_at(self, depth: int) -> _Named:
        """With one more at this depth, within all others."""
        return _Named(self.total + 1, depth, self.outermost or depth)


def _chains(tree: Tree) -> Floats:
    """What the elements down to each container say, by tag and by name."""
    parents, depths, signs, tags, named = [0], [0], [0], [0], [0]
    story, beside = [_Named()], [_Named()]
    for node in tree.containers[1:]:
        up, sign = node.parent.number if node.parent else 0, _signs(node.label)
        parents.append(up)
        depths.append(node.depth)
        signs.append(sign)
        tags.append(tags[up] | TAG_BITS.get(node.tag, 0))
        named.append(named[up] + (sign & NAMED))
        story.append(story[up].and_at(node.depth) if sign & STORY else story[up])
        beside.append(beside[up].and_at(node.depth) if sign & BESIDE else beside[up])
    above, said = np.array(parents), np.array(signs)
    near = said | said[above] | said[above[above]]
    depth = np.array(depths)
    return np.column_stack(
        (
            _bits(np.array(tags), len(AROUND)),
            depth,
            named,
            said & NAMED,
            _bits(near >> 1, NEAR_SIGNS),
            _distances(story, depth),
            _distances(beside, depth),
        )
    )


def _distances(named: Sequence[_Named], depths: NDArray[np.int_]) -> NDArray[np.int_]:
    """How many containers have such a name, steps to the nearest, to the farthest."""
    counts, innermost, outermost = np.array(named).T
    nearest = np.where(counts, depths - innermost, FAR)
    farthest = np.where(counts, depths - outermost, -1)
    return np.column_stack((counts, nearest, farthest))


def _bits(numbers: NDArray[np.int_], count: int) -> NDArray[np.int_]:
    """The lowest bits of each number, a column each."""
    return numbers[:, None] >> np.arange(count) & 1


@lru_cache(maxsize=16384)
def _signs(label: str) -> int:
    """A bit for each thing a container's name says, the lowest for that it has one."""
    name = label.partition(".")[2]
    if not name:
        return 0
    found = NAMED
    if MAY_SIGN.search(name):
        for bit, sign in enumerate((CAPTION, AUTHOR, DATE, PULLED), start=1):
            found |= (sign.search(name) is not None) << bit
    joined = name.replace("-", "").replace("_", "")
    found |= STORY if IN_STORY.search(joined) else 0
    return found | (BESIDE if IS_BESIDE.search(joined) else 0)
