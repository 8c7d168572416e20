"""Linked data in a page's scripts: what it says of the page's article."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from typing import TYPE_CHECKING

from onrecord.model import MetaValue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ARTICLE_TYPE = re.compile(r"(?:article|blogposting|report|review)$", re.I)
PAGE_TYPE = re.compile(
    r"(?:webpage|itempage|faqpage|creativework|recipe|howto|videoobject|course)$", re.I
)
TRAILING_COMMA = re.compile(r",\s*([\]}])")
MAX_SCRIPT = 2_000_000
MAX_NODES = 5000
FIELDS = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "modified",
    "articleSection": "section",
    "inLanguage": "language",
    "description": "description",
    "url": "url",
}
Node = dict[str, object]


def json_ld_values(scripts: Sequence[str]) -> Iterator[MetaValue]:
    """Yield the values of the article that these scripts describe, if one does."""
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    by_id = {str(node["@id"]): node for node in nodes if _is_whole(node)}
    article = _article(nodes)
    if article is not None:
        for value in _values(article, by_id):
            yield MetaValue(value.name, _whole(value.value), value.origin)


def _whole(text: str) -> str:
    """The text with halves of characters, which JSON can spell, replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _parsed(script: str) -> object:
    """The script's data; None when it cannot be read even with mercy."""
    if len(script) > MAX_SCRIPT:
        return None
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    for attempt in (text, TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(parsed: object) -> Iterator[Node]:
    """Yield the described things: from lists, graphs and main entities."""
    queue = deque([parsed])
    seen = 0
    while queue and seen < MAX_NODES:
        at = queue.popleft()
        seen += 1
        if isinstance(at, list):
            queue.extend(at)
        elif isinstance(at, dict):
            yield at
            queue.extend(at[key] for key in ("@graph", "mainEntity") if key in at)


def _is_whole(node: Node) -> bool:
    """Whether the node is described here, and not only pointed at."""
    return "@id" in node and len(node) > 1


def _types(node: Node) -> list[str]:
    return [str(kind) for kind in _listed(node.get("@type"))]


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _article(nodes: Sequence[Node]) -> Node | None:
    """The first article with a headline, else the first article, else a dated page."""
    articles = [node for node in nodes if _is_a(node, ARTICLE_TYPE)]
    titled = (node for node in articles if node.get("headline"))
    dated = (
        node for node in nodes if node.get("datePublished") and _is_a(node, PAGE_TYPE)
    )
    return next(titled, articles[0] if articles else next(dated, None))


def _is_a(node: Node, kind: re.Pattern[str]) -> bool:
    return any(kind.search(name) for name in _types(node))


def _values(article: Node, by_id: dict[str, Node]) -> Iterator[MetaValue]:
    """Yield what the article's node says."""
    for field, name in FIELDS.items():
        for value in _listed(article.get(field)):
            yield from _made(name, value)
    if not article.get("headline"):
        yield from _made("title", article.get("name"))
    for kind in _types(article)[:1]:
        yield from _made("type", kind)
    yield from _people(article, by_id)
    for keyword in _keywords(article.get("keywords")):
        yield from _made("tag", keyword)
    main = article.get("mainEntityOfPage")
    yield from _made("url", main.get("@id") if isinstance(main, dict) else main)


def _people(article: Node, by_id: dict[str, Node]) -> Iterator[MetaValue]:
    """Yield who wrote and who published it."""
    for author in _names_of(article.get("author") or article.get("creator"), by_id):
        yield from _made("author", author)
    for outlet in _names_of(article.get("publisher"), by_id)[:1]:
        yield from _made("outlet", outlet)


def _names_of(value: object, by_id: dict[str, Node]) -> list[object]:
    """The names of a person or publisher: a text, an object, a pointer, or a list."""
    if isinstance(value, list):
        return [name for item in value for name in _named(item, by_id)]
    return _named(value, by_id)


def _named(value: object, by_id: dict[str, Node]) -> list[object]:
    """The names in one text, object or pointer."""
    if not isinstance(value, dict):
        return _listed(value)
    if "name" not in value and "@id" in value:
        value = by_id.get(str(value["@id"]), value)
    return _listed(value.get("name"))


def _keywords(value: object) -> Iterator[object]:
    """Yield keywords given as a list or parted by commas."""
    for item in _listed(value):
        if isinstance(item, str):
            yield from item.split(",")
        elif isinstance(item, dict):
            yield item.get("name")


def _made(name: str, value: object) -> Iterator[MetaValue]:
    """Yield the value, if it is words."""
    if isinstance(value, str):
        # Systems that escape once for HTML and once more for JSON are common.
        plain = html.unescape(html.unescape(value[:2000]))
        folded = " ".join(plain.split())
        if folded:
            yield MetaValue(name, folded, "json-ld")
