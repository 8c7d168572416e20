"""What the elements of a block tell, as numbers: tags, names, links."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look

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
PULLED = re.compile(NAME.format("pull-?quotes?|quote-?pull|callout-?quote"))
STORY = (
    *(
        first + second
        for first in ("story", "post", "entry", "news", "content", "main", "page",
                      "text", "field", "single", "article")
        for second in ("body", "content", "text", "copy", "article", "inner", "detail")
    ),
    "articlemain", "articlepage", "bodycopy", "richtext", "paywall", "prose", "entry",
    "maincontent", "htmlcontent",
)  # fmt: skip
BESIDE = (
    "sidebar", "rail", "aside", "widget", "secondary", "complementary", "related",
    "recommend", "popular", "trending", "most", "promo", "teaser", "card", "grid",
    "carousel", "slider", "latest", "river", "feed", "more", "footer", "outbrain",
    "taboola", "module", "headlines", "listing", "archive", "also",
)  # fmt: skip
IN_STORY, IS_BESIDE = re.compile("|".join(STORY)), re.compile("|".join(BESIDE))
JOINTS = str.maketrans("", "", "-_")
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


def elements(looks: Sequence[Look]) -> list[tuple[float, ...]]:
    """The numbers of `ELEMENTS` for each block."""
    return [
        (*_own(look), *_tag(look.markup.tag), *_chain(look.markup.containers))
        for look in looks
    ]


def _own(look: Look) -> tuple[float, ...]:
    markup = look.markup
    return (
        look.link_share,
        min(len(markup.hrefs), LINKS_COUNTED),
        min(1.0, markup.bold_characters / max(1, len(look.text))),
        bool(markup.bullet),
        min(markup.indent, 20),
        min(markup.blank_before, 5),
    )


@lru_cache(maxsize=256)
def _tag(tag: str) -> tuple[float, ...]:
    """One number a tag of `TAGS`, and one for all others."""
    same = SAME_TAG.get(tag, tag)
    flags = [float(same == known) for known in TAGS]
    return (*flags, float(same not in TAGS))


@lru_cache(maxsize=8192)
def _chain(containers: tuple[str, ...]) -> tuple[float, ...]:
    """What the elements around a block say, by tag and by name."""
    tags = {label.partition(".")[0] for label in containers}
    names = [label.partition(".")[2] for label in containers]
    signs = [_signs(name) for name in names]
    return (
        *(float(tag in tags) for tag in AROUND),
        len(containers),
        sum(map(bool, names)),
        bool(names and names[-1]),
        *(any(sign[at] for sign in signs[-NEAR:]) for at in range(4)),
        *_distances([sign[4] for sign in signs]),
        *_distances([sign[5] for sign in signs]),
    )


def _distances(are_named: Sequence[bool]) -> tuple[float, ...]:
    """How many containers have such a name, the nearest and the farthest."""
    found = [steps for steps, is_named in enumerate(reversed(are_named)) if is_named]
    return len(found), found[0] if found else FAR, found[-1] if found else -1


@lru_cache(maxsize=16384)
def _signs(name: str) -> tuple[bool, ...]:
    """What a container's name says: caption, author, date, pulled, story, beside."""
    if not name:
        return (False,) * 6
    joined = name.translate(JOINTS)
    return (
        *(sign.search(name) is not None for sign in (CAPTION, AUTHOR, DATE, PULLED)),
        IN_STORY.search(joined) is not None,
        IS_BESIDE.search(joined) is not None,
    )
