"""The outlet, where only the page's own words name it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from onrecord.article.credits import AGENCIES
from onrecord.article.metadata import TITLE_SUFFIX, Told, folded
from onrecord.model import TOLD_ZONES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

MASTHEAD_LINES = 6  # the outlet's name stands at the very top
MAX_WORDS = 6
MIN_LETTERS = 3
ABOVE_TEXT = frozenset({"menu", "teaser"})
AGENCY = re.compile(rf"(?:The )?(?:{AGENCIES}|Canadian Press|Press Association)", re.I)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright\b)\W*(?:(?:©|\(c\)|copyright\b)\W*)?"
    r"(?:\d{4}\W*(?:\d{4}\W*)?)?(?P<holder>[A-Z][^.|,;:©()\n]{2,60})",
    re.I,
)
HOLDER_END = re.compile(
    r"\s*\b(?:inc|llc|ltd|limited|company|co|corp|corporation|gmbh|plc|all rights"
    r"|unless|(?:or|and) its|an? (?:division|part|subsidiary|member)|\d{4})\b.*$",
    re.I,
)
LOGO = re.compile(r"^logo:?\s+|\s+(?:logo|home ?page)$", re.I)
PARTS = re.compile(r"\s*[|/·•]\s*|\s+[-\u2013—]\s+")


def printed_outlet(
    looks: Sequence[Look], zones: Sequence[Zone], told: Told
) -> str | None:
    """The outlet by the page's own words; None when nothing names it for sure.

    A name at the top counts when the page says again, outside of its menus, that it
    is its own; else the name beside the author's, in the page's title, or of the
    owner of the copyright, where another line of the furniture holds it too.
    """
    if "headline" not in zones:
        return None
    found = chain(
        _named_beside_author(looks, zones),
        _mastheads(looks, zones, told),
        _site_titles([*told.all("title")], looks, zones),
        _named_beside_copyright(looks, zones),
    )
    return next(found, None)


def _mastheads(
    looks: Sequence[Look], zones: Sequence[Zone], told: Told
) -> Iterator[str]:
    """Yield short lines at the top that the page shows to be its own name."""
    titles = [*told.all("title")]
    for at in range(min(zones.index("headline"), MASTHEAD_LINES)):
        name = _undoubled(LOGO.sub("", looks[at].text))
        if zones[at] not in ABOVE_TEXT or len(name.split()) > MAX_WORDS:
            continue
        if not name[:1].isupper() or len(folded(name)) < MIN_LETTERS or looks[at].line:
            continue
        if _is_own(name, at, looks, zones) or _ends_a_title(name, titles):
            yield name


def _undoubled(words: str) -> str:
    """A name once that stands twice in its line: for a picture and under it."""
    half = len(words) // 2
    return words[:half] if words[:half] == words[half + 1 :] else words


def _is_own(name: str, at: int, looks: Sequence[Look], zones: Sequence[Zone]) -> bool:
    """Whether the page says the name again as its own, not as a menu's entry.

    Entries of menus are printed twice as well: what counts is the name right above
    itself, in a byline, before more words, as an owner, or as the last words.
    """
    if looks[at + 1].text == looks[at].text:
        return True
    owners = {folded(holder) for look in looks for holder in _holders(look.text)}
    if folded(name) in owners or folded(f"the {name}") in owners:
        return True
    return any(
        (zone == "byline" and look.text.endswith(name))
        or (
            zone not in TOLD_ZONES
            and look.text.startswith((f"{name}, ", f"{name} is "))
        )
        for look, zone in zip(looks[at + 1 :], zones[at + 1 :], strict=True)
    )


def _ends_a_title(name: str, titles: Sequence[str]) -> bool:
    """Whether one of the page's titles ends with the site's name."""
    ends = re.compile(rf"[|:\u2013—·•»-]\s*{re.escape(name)}$")
    return any(ends.search(title) is not None for title in titles)


def _site_titles(
    titles: Sequence[str], looks: Sequence[Look], zones: Sequence[Zone]
) -> Iterator[str]:
    """Yield names that the title element gives beside, or instead of, the headline."""
    headline = folded(looks[zones.index("headline")].text)
    for title in titles:
        parts = TITLE_SUFFIX.split(title)
        if len(parts) > 1 and folded(parts[0]) and folded(parts[0]) in headline:
            yield parts[-1]
        elif len(parts) == 1 and folded(title) not in headline:
            is_name = len(title.split()) <= MAX_WORDS and any(
                look.text.startswith(title) for look in looks
            )
            if is_name:
                yield title


def _named_beside_author(looks: Sequence[Look], zones: Sequence[Zone]) -> Iterator[str]:
    """Yield names that stand beside the author's or the date, parted by a mark."""
    for look, zone in zip(looks, zones, strict=True):
        if zone in {"byline", "dateline"}:
            for part in PARTS.split(look.text)[1:]:
                if _is_name(part) and _is_furniture(part, looks, zones):
                    yield part


def _named_beside_copyright(
    looks: Sequence[Look], zones: Sequence[Zone]
) -> Iterator[str]:
    """Yield owners of a copyright whose name another line of the furniture holds."""
    for look in looks:
        for holder in _holders(look.text):
            if _is_name(holder) and _is_furniture(holder, looks, zones):
                yield holder


def _holders(words: str) -> Iterator[str]:
    """Yield who owns the copyright by this line, without the form of the company."""
    for match in COPYRIGHT.finditer(words):
        holder = HOLDER_END.sub("", match["holder"]).strip()
        if holder[:1].isupper():
            yield holder


def _is_name(words: str) -> bool:
    """Whether words can be an outlet's name: an agency's is not the page's."""
    is_short = len(words.split()) <= MAX_WORDS and len(folded(words)) >= MIN_LETTERS
    is_lettered = words[:1].isupper() and not any(letter.isdigit() for letter in words)
    return is_short and is_lettered and AGENCY.fullmatch(words) is None


def _is_furniture(name: str, looks: Sequence[Look], zones: Sequence[Zone]) -> bool:
    """Whether a line of the page's furniture that owns no copyright holds the name."""
    cue = re.compile(rf"\b{re.escape(name)}\b")
    return any(
        cue.search(look.text) is not None
        for look, zone in zip(looks, zones, strict=True)
        if zone not in TOLD_ZONES
        and zone not in {"byline", "dateline"}
        and not COPYRIGHT.search(look.text)
    )
