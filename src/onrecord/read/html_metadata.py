"""What the markup says about a page outside its text."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from onrecord.model import MetaValue
from onrecord.read.json_ld import json_ld_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

NAMES = {
    "title": "title og:title twitter:title parsely-title sailthru.title dc.title "
    "dcterms.title headline",
    "author": "author article:author og:article:author parsely-author sailthru.author "
    "byl dc.creator dcterms.creator article.author authors",
    "published": "article:published_time og:article:published_time date pubdate "
    "publishdate publish-date publish_date publication_date published_date "
    "datepublished parsely-pub-date sailthru.date dc.date dc.date.issued "
    "dcterms.created dcterms.date dc.date.created article.published "
    "originalpublicationdate "
    "article:published datecreated cxenseparse:recs:publishtime article_date_original",
    "modified": "article:modified_time og:article:modified_time og:updated_time "
    "datemodified last-modified lastmod dcterms.modified article.updated "
    "article:modified dc.date.modified",
    "outlet": "og:site_name application-name publisher dc.publisher cre source",
    "section": "article:section og:article:section section parsely-section "
    "article.section cxenseparse:recs:category",
    "tag": "article:tag og:article:tag keywords news_keywords parsely-tags",
    "url": "og:url twitter:url parsely-link",
    "language": "og:locale content-language dc.language inlanguage",
    "description": "description og:description twitter:description",
    "type": "og:type parsely-type",
}
NAME_OF = {key: name for name, keys in NAMES.items() for key in keys.split()}
ORIGINS = {"og": "opengraph", "article": "opengraph"}
MAX_VALUE = 2000
MAX_VALUES = 400  # a page says less; a hostile one could say millions
MAX_TIMES = 12


def html_metadata(root: etree._Element) -> tuple[MetaValue, ...]:
    """JSON-LD first, then OpenGraph, other meta elements, link, title, time."""
    values = dict.fromkeys(
        value for value in (*_linked(root), *_metas(root), *_elements(root))
    )
    return tuple(values)[:MAX_VALUES]


def _linked(root: etree._Element) -> Iterator[MetaValue]:
    """Yield what the JSON-LD scripts say of the page's article."""
    scripts = [
        script.text
        for script in root.iter("script")
        if "ld+json" in (script.get("type") or "").lower() and script.text
    ]
    yield from json_ld_values(scripts)


def _metas(root: etree._Element) -> Iterator[MetaValue]:
    """Yield the meta elements that are known, OpenGraph before the others."""
    found: list[MetaValue] = []
    for meta in root.iter("meta"):
        content = meta.get("content")
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        key = (key or meta.get("http-equiv") or "").strip().lower()
        if content and key in NAME_OF:
            found.extend(_meta_values(key, content, meta.get("itemprop") is not None))
    yield from (value for value in found if value.origin == "opengraph")
    yield from (value for value in found if value.origin != "opengraph")


def _meta_values(key: str, content: str, is_microdata: bool) -> Iterator[MetaValue]:  # noqa: FBT001 - private, and named where it is called
    """Yield one meta element, a list of tags as one value a tag."""
    name = NAME_OF[key]
    origin = ORIGINS.get(key.partition(":")[0], "meta")
    if is_microdata:
        origin = "microdata"
    parts = content.split(",") if name == "tag" else [content]
    for part in parts:
        yield from made(name, part, origin)


def _elements(root: etree._Element) -> Iterator[MetaValue]:
    """Yield what other elements say: link, html lang, title, time, microdata."""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield from made("url", link.get("href") or "", "link")
    yield from made("language", root.get("lang") or "", "html")
    for title in root.iter("title"):
        parent = title.getparent()
        if parent is not None and parent.tag != "svg":
            yield from made("title", "".join(title.itertext()), "title")
            break
    yield from _times(root)


def _times(root: etree._Element) -> Iterator[MetaValue]:
    """Yield the first time elements, those marked as the page's own first."""
    times = [time for time in root.iter("time") if time.get("datetime")]
    marked = [time for time in times if _is_published(time)]
    for time in marked[:1]:
        yield from made("published", time.get("datetime") or "", "microdata")
    for time in times[:MAX_TIMES]:
        yield from made("published", time.get("datetime") or "", "time")


def _is_published(time: etree._Element) -> bool:
    return time.get("pubdate") is not None or (
        (time.get("itemprop") or "").lower() == "datepublished"
    )


def made(name: str, value: str, origin: str) -> Iterator[MetaValue]:
    """Yield the value with its white space folded, unless it is empty."""
    folded = " ".join(html.unescape(value[:MAX_VALUE]).split())
    if folded:
        yield MetaValue(name, folded, origin)
