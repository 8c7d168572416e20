"""The zone of one HTML block, once it is known whether it stands in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.credits import is_captioned, source_credit
from onrecord.article.element_names import AUTHOR, CAPTION, DATE, PULLED
from onrecord.article.rules.roles import small_zone
from onrecord.article.tree import HEADINGS, LINKED, PROSE_WORDS

if TYPE_CHECKING:
    from onrecord.article.features import Look
    from onrecord.model import Zone

ITEMS = frozenset({"li", "dd", "dt"})
CELLS = frozenset({"td", "th"})
ALL_LINK = 0.9
SMALL_PRINT = 25  # words; bylines, datelines and credits are shorter
CAPTION_WORDS = 60
NEAR = 3  # containers looked at around a block for what its class says


def role_outside(look: Look, hint: Zone | None) -> Zone:
    """The zone of a block that is not among the running text.

    `hint` is what the names of its containers say.
    """
    if look.markup.tag == "figcaption":
        return "caption"
    told = look.label or look.start or look.line
    return told or hint or small_zone(look)


def role_inside(look: Look, main_depth: int, *, is_line: bool) -> Zone:
    """The zone of a block among the running text.

    `main_depth`: how many of its containers hold the whole text; their names, such as
    the author's that WordPress gives an article, say nothing of one line in it.
    `is_line`: it stands in an element that holds running text itself.
    """
    told = look.label or look.start or look.line
    if look.markup.tag in HEADINGS:
        return told or "heading"
    around = _around(look, main_depth)
    known = _small_print(look, around) or told or _by_markup(look, around)
    if known is not None:
        return known
    is_text = look.markup.tag == "p" or is_line or look.words >= PROSE_WORDS
    return "body" if is_text else "menu"


def _by_markup(look: Look, around: str) -> Zone | None:
    """What the elements say: a link, an item, a cell, a quotation."""
    tag = look.markup.tag
    is_prose = look.words >= PROSE_WORDS and look.ends
    if look.link_share > LINKED and not (is_prose and look.link_share < ALL_LINK):
        return "teaser"
    if tag in ITEMS:
        return "list"
    if tag in CELLS and not is_prose:
        return "table"
    return _quoted(look, around)


def _quoted(look: Look, around: str) -> Zone | None:
    """The zone of a quotation that is set apart."""
    if PULLED.search(around):
        return "pull-quote"
    is_quote = any(c.startswith("blockquote") for c in look.markup.containers)
    return "quote" if is_quote else None


def _around(look: Look, main_depth: int) -> str:
    """The names of the containers next to a block, below those of the whole text."""
    labels = look.markup.containers[main_depth:][-NEAR:]
    return ".".join(label.partition(".")[2] for label in labels)


def _small_print(look: Look, around: str) -> Zone | None:
    """Captions, bylines, dates and credits, by their names and their words."""
    is_credited = is_captioned(look.text) and look.words <= CAPTION_WORDS
    if look.markup.tag == "figcaption" or CAPTION.search(around) or is_credited:
        return "caption"
    if look.words > SMALL_PRINT:
        return None
    if source_credit(look.text) or AUTHOR.search(around):
        return "byline"
    return "dateline" if DATE.search(around) else None
