"""The words of a sample page as a person reads them, without the software's reader.

Deliberately not `onrecord.read`: the sample must be right by itself.
"""

from functools import cache
from importlib.resources import files

from lxml import html

INLINE = {"a", "b", "em", "i", "small", "span", "strong", "time", "button"}
UNSEEN = {"script", "style", "title"}


@cache
def readable_text(page: str) -> str:
    """Give the page's words with all white space folded to single spaces."""
    data = files("onrecord.sample").joinpath(page).read_bytes()
    text = words_of_html(data) if page.endswith(".html") else data.decode("utf-8")
    return folded(text)


def folded(text: str) -> str:
    """Fold every run of white space to one space."""
    return " ".join(text.split())


def words_of_html(data: bytes) -> str:
    """Join the text of a tree, with a space wherever a block begins or ends."""
    pieces: list[str] = []
    _collect(html.fromstring(data), pieces)
    return "".join(pieces)


def _collect(element: html.HtmlElement, pieces: list[str]) -> None:
    gap = "" if element.tag in INLINE else " "
    if isinstance(element.tag, str) and element.tag not in UNSEEN:
        pieces += [gap, element.get("alt") or "", element.text or ""]
        for child in element:
            _collect(child, pieces)
        pieces.append(gap)
    pieces.append(element.tail or "")
