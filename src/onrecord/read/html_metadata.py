"""What the markup says about a page outside its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.read.json_ld import json_ld_values
from onrecord.read.microdata import made, marked_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
TAGS = ("script", "meta", "link", "title", "time")
MAX_VALUES = 400  # a page says less; a hostile one could say millions
MAX_TIMES = 12


def html_metadata(root: etree._Element) -> tuple[MetaValue, ...]:
    """JSON-LD first, then OpenGraph, other meta elements, link, title, time."""
    found: dict[str, list[etree._Element]] = {tag: [] for tag in TAGS}
    for element in root.iter(*TAGS):
        found[element.tag].append(element)
    parts = (
        json_ld_values(_scripts(found["script"])),
        _metas(found["meta"]),
        _links(found["link"]),
        made("language", root.get("lang") or "", "html"),
        _title(found["title"]),
        marked_values(root),
        _times(found["time"]),
    )
    values = dict.fromkeys(value for part in parts for value in part)
    return tuple(values)[:MAX_VALUES]


def _scripts(scripts: Sequence[etree._Element]) -> list[str]:
    """The JSON-LD that the page carries."""
    return [
        script.text
        for script in scripts
        if "ld+json" in (script.get("type") or "").lower() and script.text
    ]


def _metas(metas: Sequence[etree._Element]) -> Iterator[MetaValue]:
    """Yield the meta elements that are known, OpenGraph before the others."""
    found = [value for meta in metas for value in _meta(meta)]
    yield from (value for value in found if value.origin == "opengraph")
    yield from (value for value in found if value.origin != "opengraph")


def _meta(meta: etree._Element) -> Iterator[MetaValue]:
    """Yield what one meta element says, a list of tags as one value a tag."""
    content = meta.get("content")
    key = meta.get("property") or meta.get("name") or meta.get("itemprop")
    key = (key or meta.get("http-equiv") or "").strip().lower()
    name = NAME_OF.get(MARK.sub("", key))
    if name is None or not content:
        return
    origin = ORIGINS.get(key.partition(":")[0], "meta")
    if meta.get("itemprop") is not None:
        origin = "microdata"
    for part in content.split(",") if name == "tag" else [content]:
        yield from made(name, part, origin)


def _links(links: Sequence[etree._Element]) -> Iterator[MetaValue]:
    """Yield the page's canonical address."""
    for link in links:
        if (link.get("rel") or "").lower() == "canonical":
            yield from made("url", link.get("href") or "", "link")


def _title(titles: Sequence[etree._Element]) -> Iterator[MetaValue]:
    """Yield what the page's title element says; drawings have titles, too."""
    for title in titles:
        parent = title.getparent()
        if parent is not None and parent.tag != "svg":
            yield from made("title", "".join(title.itertext()), "title")
            break


def _times(times: Sequence[etree._Element]) -> Iterator[MetaValue]:
    """Yield the first time elements, whatever they tell the time of."""
    for time in times[:MAX_TIMES]:
        yield from made("published", time.get("datetime") or "", "time")
