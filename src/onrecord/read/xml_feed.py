"""RSS, Atom and RDF to items.

By lxml and not by feedparser: that one lets its parser open the file that a document
type names, and raises on a dozen kinds of malformed feeds. Here nothing outside the
text is ever looked at, and a feed that declares entities of its own is refused.
"""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree

from onrecord.errors import InputError
from onrecord.read.feed_item import Feed, FeedItem, full_address, iso_time
from onrecord.read.limits import MAX_ITEMS

if TYPE_CHECKING:
    from collections.abc import Iterator

XML_DECLARATION = re.compile(r"\A[\ufeff\s]*<\?xml[^>]{0,500}\?>")
DOCUMENT_TYPE = re.compile(r"<!DOCTYPE[^>\[]{0,1000}\[", re.I)
NAMED_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
KEPT_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})  # known to XML itself
# What XML does not allow at all; publishers paste it from word processors.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
CLOSED = re.compile(r"</(?:[\w-]+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--.{0,1000}-->\s*)?\Z",
                    re.I | re.S)  # fmt: skip
PROLOGUE = 100_000  # characters in which it is looked for before the feed is parsed
ENTITIES = "is a feed that declares entities, as traps do: it is not read"
ENDING = 2000  # characters in which the last tag of a whole feed is found
XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = frozenset({"{http://www.w3.org/2005/Atom}", "{http://purl.org/atom/ns#}"})
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
DUBLIN_TERMS = "{http://purl.org/dc/terms/}"
ORIGINAL_LINK = "{http://rssnamespace.org/feedburner/ext/1.0}origLink"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MAIL_ADDRESS = re.compile(r"[<(]?[^\s<>()]+@[^\s<>()]+[>)]?")
ITEM_TAG = re.compile(r"<(/?)(?:[\w-]+:)?(?:item|entry)\b", re.I)
TAG = re.compile(r"<[^<>]{0,2000}>")


def read_xml_feed(text: str, where: str, base: str | None) -> Feed:
    """The items of an RSS, Atom or RDF feed.

    `base` is the feed's own address, against which its links are read. Raises
    InputError for a feed with entities of its own, and for what is no feed.
    """
    if DOCUMENT_TYPE.search(text, 0, PROLOGUE) and "<!ENTITY" in text:
        raise InputError(ENTITIES, where=where)
    root = _tree(XML_DECLARATION.sub("", text, count=1))
    if root is None:
        raise InputError("is a feed that cannot be read", where=where)
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise InputError(ENTITIES, where=where)
    broken = None if CLOSED.search(text[-ENDING:]) else "is cut before its end"
    items: list[FeedItem] = []
    for element in _items(root):
        if len(items) == MAX_ITEMS:
            broken = f"has more than {MAX_ITEMS:,} items: the rest is left out"
            break
        items.append(_item(element, base))
    if broken and len(items) < MAX_ITEMS and _ends_in_item(text):
        items = items[:-1]
    head = _head(root)
    return Feed(_text_of(head, "title"), _language(root, head), tuple(items), broken)


def _ends_in_item(text: str) -> bool:
    """Whether a text that is cut was cut within an item."""
    slash = "/"
    for match in ITEM_TAG.finditer(text):
        slash = match[1]
    return not slash


def _tree(text: str) -> etree._Element | None:
    """The root of the feed, mended where it is not well-formed."""
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), _parser())
    except etree.XMLSyntaxError:
        pass
    mended = NAMED_ENTITY.sub(_named, CONTROLS.sub("", text))
    try:
        return etree.fromstring(
            mended.encode("utf-8", "replace"), _parser(is_lenient=True)
        )
    except etree.XMLSyntaxError:
        return None


def _parser(*, is_lenient: bool = False) -> etree.XMLParser:
    """A parser that looks at nothing but the text, and expands nothing."""
    return etree.XMLParser(
        encoding="utf-8",
        recover=is_lenient,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _named(match: re.Match[str]) -> str:
    """The character of an entity that HTML knows and XML does not."""
    if match[1] in KEPT_ENTITIES:
        return match[0]
    return html5.get(match[1] + ";", match[0])


def _items(root: etree._Element) -> Iterator[etree._Element]:
    """The items: in the channel, beside it (RDF), or the entries of a feed.

    What is inside of an item is no item.
    """
    for element in root.iterchildren(etree.Element):
        if _local(element) == "channel":
            inside = element.iterchildren(etree.Element)
            yield from (item for item in inside if _local(item) == "item")
        elif _local(element) in {"item", "entry"}:
            yield element


def _local(element: etree._Element) -> str:
    """The name of an element without its name space."""
    return str(element.tag).rpartition("}")[2].lower()


def _head(root: etree._Element) -> etree._Element:
    """The element that tells the title and language of the whole."""
    for element in root.iterchildren(etree.Element):
        if _local(element) == "channel":
            return element
    return root


def _language(root: etree._Element, head: etree._Element) -> str | None:
    told = (
        _text_of(head, "language")
        or head.findtext(DUBLIN_CORE + "language")
        or root.get(XML_LANGUAGE)
        or ""
    ).strip()
    return told or None


def _space(element: etree._Element) -> str:
    """The name space of an element, as it stands before its name."""
    return element.tag[: element.tag.index("}") + 1] if "}" in element.tag else ""


def _item(element: etree._Element, base: str | None) -> FeedItem:
    """One item; what other name spaces call a title (of a picture) is none."""
    published = (
        _text_of(element, "pubDate")
        or _text_of(element, "published")
        or (element.findtext(DUBLIN_CORE + "date") or "")
        or (element.findtext(DUBLIN_TERMS + "issued") or "")
        or _text_of(element, "issued")
        or _text_of(element, "updated")
        or _text_of(element, "modified")
    )
    return FeedItem(
        title=_plain(_html_of(element, "title")),
        link=_link(element, base),
        content=(
            element.findtext(CONTENT)
            or _html_of(element, "content")
            or _inner_html(element.find(XHTML + "body"))
        ),
        summary=_html_of(element, "description") or _html_of(element, "summary"),
        published=iso_time(published),
        authors=tuple(dict.fromkeys(_authors(element))),
    )


def _text_of(element: etree._Element, name: str) -> str:
    """The text of a child in the name space of its parent."""
    return (element.findtext(_space(element) + name) or "").strip()


def _html_of(element: etree._Element, name: str) -> str:
    """The HTML of a child: its text, or the elements in it (Atom's XHTML)."""
    child = element.find(_space(element) + name)
    if child is None or len(child):
        return _inner_html(child)
    text = child.text or ""
    is_text = child.get("type") in {"text", "text/plain"} or (
        _space(element) in ATOM and child.get("type") is None
    )
    return html.escape(text, quote=False) if is_text else text


def _inner_html(child: etree._Element | None) -> str:
    """The elements in a child as HTML, empty when there is no child."""
    if child is None:
        return ""
    for inner in child.iter(etree.Element):
        if inner.tag.startswith(XHTML):
            inner.tag = inner.tag[len(XHTML) :]
    written = (
        etree.tostring(part, encoding="unicode", method="html") for part in child
    )
    return (child.text or "") + "".join(written)


def _link(element: etree._Element, base: str | None) -> str | None:
    """The address of the page that the item stands for."""
    for place in element.iterancestors():
        if place.get(XML_BASE):
            base = full_address(place.get(XML_BASE), base) or base
            break
    full = (full_address(link, base) for link in _links(element))
    return next((link for link in full if link), None)


def _links(element: etree._Element) -> Iterator[str]:
    """Yield what may be the link, best first."""
    yield element.findtext(ORIGINAL_LINK) or ""
    for link in element.findall(_space(element) + "link"):
        if link.get("rel", "alternate") == "alternate":
            yield link.get("href") or link.text or ""
    guid = element.find(_space(element) + "guid")
    if guid is not None and guid.get("isPermaLink", "true") != "false":
        yield guid.text or ""


def _authors(element: etree._Element) -> Iterator[str]:
    """Yield the names of those who wrote the item."""
    for creator in element.findall(DUBLIN_CORE + "creator"):
        yield from _name(creator.text)
    for author in element.findall(_space(element) + "author"):
        yield from _name(_text_of(author, "name") or author.text)


def _name(told: str | None) -> Iterator[str]:
    """Yield the name without the mail address that RSS wants beside it."""
    name = MAIL_ADDRESS.sub(" ", told or "").strip(" ()\t\r\n")
    if name:
        yield " ".join(name.split())


def _plain(markup: str) -> str:
    """A title as text: publishers put HTML into it, escaped once or not at all."""
    return " ".join(html.unescape(TAG.sub(" ", markup)).split())
