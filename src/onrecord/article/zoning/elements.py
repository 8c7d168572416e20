"""What the elements of a block tell, as numbers: tags, names, links."""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.article.features import Look
    from onrecord.article.tree import Node, Tree

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
# Names that content systems give: closed-class words of markup, none of a page's text.
NAME = r"(?:^|[.\-_])(?:{})(?:$|[.\-_])"
CAPTION = re.compile(
    NAME.format("caption|credits?|copyright|legende?|bildunterschrift")
)
AUTHOR = re.compile(NAME.format(r"by-?line|authors?|writer|autor\w*"))
DATE = re.compile(
    NAME.format(
        r"date(?:line)?|time(?:stamp)?|datepublished|published|posted|meta|datum"
        r"|pub-?date"
    )
)
# What each of these names holds.
MAY_SIGN = re.compile(
    "caption|credit|copyright|legend|bildunterschrift|by-?line|author|writer|autor"
    "|date|time|publish|posted|meta|datum|quote"
)
PULLED = re.compile(NAME.format("pull-?quotes?|quote-?pull|callout-?quote"))
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
STORY, BESIDE = 1 << NEAR_SIGNS, 2 << NEAR_SIGNS
TAG_BITS = {tag: 1 << place for place, tag in enumerate(AROUND)}
_ONE_TAG = np.eye(len(TAGS) + 1, dtype=np.float32)
NEAR = 3  # containers next to a block whose names say what it is
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


class _Chain(NamedTuple):
    """What the elements from the outermost to one of them say."""

    tags: int = 0  # a bit for each of `AROUND`
    named: int = 0  # how many have a name
    is_named: bool = False  # the last one has
    near: tuple[int, ...] = ()  # the signs of the last ones
    story: tuple[int, int, int] = (0, FAR, -1)  # how many, nearest, farthest
    beside: tuple[int, int, int] = (0, FAR, -1)


def _chains(tree: Tree) -> Floats:
    """What the elements down to each container say, by tag and by name."""
    chains: list[_Chain] = []
    for node in tree.containers:
        around = _Chain() if node.parent is None else chains[node.parent.number]
        chains.append(around if node.parent is None else _longer(around, node))
    tags = np.array([chain.tags for chain in chains])
    near = np.array([reduce(or_, chain.near, 0) for chain in chains])
    counts = [
        (node.depth, chain.named, chain.is_named)
        for node, chain in zip(tree.containers, chains, strict=True)
    ]
    steps = [(*chain.story, *chain.beside) for chain in chains]
    return np.hstack((_bits(tags, len(AROUND)), counts, _bits(near, NEAR_SIGNS), steps))


def _longer(around: _Chain, node: Node) -> _Chain:
    """What these elements say with one more in them."""
    signs = _signs(node.label)
    is_named = len(node.label) > len(node.tag) + 1
    return _Chain(
        around.tags | TAG_BITS.get(node.tag, 0),
        around.named + is_named,
        is_named,
        (*around.near, signs)[-NEAR:],
        _further(around.story, is_named=bool(signs & STORY)),
        _further(around.beside, is_named=bool(signs & BESIDE)),
    )


def _further(steps: tuple[int, int, int], *, is_named: bool) -> tuple[int, int, int]:
    """How many containers have such a name, the nearest, the farthest: one more in."""
    count, nearest, farthest = steps
    if is_named:
        return count + 1, 0, farthest + 1 if count else 0
    return (count, nearest + 1, farthest + 1) if count else steps


def _bits(numbers: NDArray[np.int_], count: int) -> NDArray[np.int_]:
    """The lowest bits of each number, a column each."""
    return numbers[:, None] >> np.arange(count) & 1


@lru_cache(maxsize=16384)
def _signs(label: str) -> int:
    """A bit for each thing a container's name says: caption, author, date, ..."""
    name = label.partition(".")[2]
    if not name:
        return 0
    found = 0
    if MAY_SIGN.search(name):
        for bit, sign in enumerate((CAPTION, AUTHOR, DATE, PULLED)):
            found |= (sign.search(name) is not None) << bit
    joined = name.replace("-", "").replace("_", "")
    found |= STORY if IN_STORY.search(joined) else 0
    return found | (BESIDE if IS_BESIDE.search(joined) else 0)
