"""What the markup says about a page outside its text."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.read.json_ld import json_ld_values
from onrecord.read.microdata import made, marked_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from onrecord.model import MetaValue

# Names of meta elements, read without their marks: "dc.date" and "dc:date" are one.
NAMES = {
    "title": "title og:title twitter:title parsely-title sailthru.title dc.title "
    "dcterms.title headline citation_title",
    "author": "author article:author og:article:author parsely-author sailthru.author "
    "byl dc.creator dcterms.creator authors author-name citation_author creator "
    "cxenseparse:author",
    "published": "article:published_time og:article:published_time date pubdate "
    "publishdate publication_date published_date datepublished parsely-pub-date "
    "sailthru.date dc.date dc.date.issued dc.date.published dcterms.created "
    "dcterms.date dcterms.issued dc.created dc.date.created article.published "
    "originalpublicationdate datecreated cxenseparse:recs:publishtime "
    "article_date_original article:published_date published_at published_time "
    "publish_time citation_publication_date citation_date citation_online_date "
    "prism.publicationdate article:create_date releasedate og:release_date",
    "modified": "article:modified_time og:article:modified_time og:updated_time "
    "datemodified last-modified lastmod dcterms.modified dc.modified article.updated "
    "article:modified dc.date.modified modified_time modified_date revised "
    "updated_time last-updated",
    "outlet": "og:site_name application-name publisher dc.publisher cre source",
    "section": "article:section og:article:section section parsely-section "
    "cxenseparse:recs:category articlesection",
    "tag": "article:tag og:article:tag keywords news_keywords parsely-tags",
    "url": "og:url twitter:url parsely-link",
    "language": "og:locale content-language dc.language inlanguage",
    "description": "description og:description twitter:description",
    "type": "og:type parsely-type",
}
MARK = re.compile(r"[^a-z0-9]+")
NAME_OF = {
    MARK.sub("", key): name for name, keys in NAMES.items() for key in keys.split()
}
ORIGINS = {"og": "opengraph", "article": "opengraph"}
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
        name = NAME_OF.get(MARK.sub("", key)) if content else None
        if name is not None and content is not None:
            origin = ORIGINS.get(key.partition(":")[0], "meta")
            if meta.get("itemprop") is not None:
                origin = "microdata"
            found.extend(_meta_values(name, content, origin))
    yield from (value for value in found if value.origin == "opengraph")
    yield from (value for value in found if value.origin != "opengraph")


def _meta_values(name: str, content: str, origin: str) -> Iterator[MetaValue]:
    """Yield one meta element, a list of tags as one value a tag."""
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
    yield from marked_values(root)
    for time in islice(root.iter("time"), MAX_TIMES):
        yield from made("published", time.get("datetime") or "", "time")
