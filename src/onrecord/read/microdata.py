"""What attributes of the visible elements say: microdata, RDFa, `rel`, `time`."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from lxml import etree

from onrecord.model import MetaValue

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKED = etree.XPath(
    "//body//@itemprop/.. | //body//a[contains(@rel, 'author')] | //body//time"
    " | //body//@property/.."
)
PROPERTIES = {
    "headline": "title",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "author": "author",
    "creator": "author",
}
# RDFa names a vocabulary before the property: "dc:date", "schema:datePublished".
RDFA = {**PROPERTIES, "date": "published", "created": "published"}
DATED_CLASSES = {
    "published": "published",
    "entry-date": "published",
    "dt-published": "published",
    "updated": "modified",
    "dt-updated": "modified",
}
MAX_VALUE = 2000
MAX_AUTHOR = 100  # characters; an element that holds more holds a biography


def marked_values(root: etree._Element) -> Iterator[MetaValue]:
    """Yield the first of each value that attributes mark, and the first row of authors.

    Teasers and comments mark theirs in the same way, further down the page.
    """
    told: set[str] = set()
    authors: list[etree._Element] = []
    for element in MARKED(root):
        for name in _names(element):
            if name == "author":
                authors.append(element)
            elif name not in told:
                found = [*made(name, _value(element), "microdata")]
                told.update(value.name for value in found)
                yield from found
    for element in _row(authors):
        yield from made("author", _author(element), "microdata")


def _names(element: etree._Element) -> set[str]:
    """Which of our values the element's attributes say it holds."""
    properties = (element.get("itemprop") or "").lower().split()
    found = {PROPERTIES[name] for name in properties if name in PROPERTIES}
    if "author" in (element.get("rel") or "").lower().split():
        found.add("author")
    is_said = element.get("content") is not None
    for name in (element.get("property") or "").lower().split() if is_said else ():
        found.update(RDFA[key] for key in (name.rpartition(":")[2],) if key in RDFA)
    if element.tag == "time" and not found:
        classes = (element.get("class") or "").lower().split()
        found = {DATED_CLASSES[name] for name in classes if name in DATED_CLASSES}
        if element.get("pubdate") is not None:
            found.add("published")
        # "entry-date published updated" is a page that was never changed.
        return {"published"} if "published" in found else found
    return found


def _value(element: etree._Element) -> str:
    """What the element says: in an attribute for machines, else in its words."""
    said = element.get("content") or element.get("datetime")
    return said or "".join(element.itertext())[:MAX_VALUE]


def _author(element: etree._Element) -> str:
    """The name in an author's element; empty where that holds more than a name."""
    named = element.find(".//*[@itemprop='name']")
    value = _value(element if named is None else named)
    return value if len(value.strip()) <= MAX_AUTHOR else ""


def _row(authors: list[etree._Element]) -> list[etree._Element]:
    """The first author's element, and those that stand beside it."""
    around = {above for author in authors[:1] for above in _above(author)}
    return [author for author in authors if around.intersection(_above(author))]


def _above(element: etree._Element) -> list[etree._Element]:
    """The two elements around this one."""
    found: list[etree._Element] = []
    parent = element.getparent()
    while parent is not None and len(found) < 2:  # noqa: PLR2004 - the two
        found.append(parent)
        parent = parent.getparent()
    return found


def made(name: str, value: str, origin: str) -> Iterator[MetaValue]:
    """Yield the value with its white space folded, unless it is empty."""
    folded = " ".join(html.unescape(value[:MAX_VALUE]).split())
    if folded:
        yield MetaValue(name, folded, origin)
