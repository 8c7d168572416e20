"""The closed-class words by which furniture says what it is, ready to match."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from onrecord.model import Zone

CUES_FILE = "zone_cues.toml"
MAX_LABEL_CHARACTERS = 70  # a longer line is no label
MAX_ROW_CHARACTERS = 200  # a row of menu entries parted by bars
MAX_START_CHARACTERS = 400  # how far into a line a cue may reach
WHOLE, START = r"\W*{}\W*$", r"[\W_]*{}"  # where a cue stands in its line
# Words without which no cue of the kind `reaching` can stand in a line.
REACHED = ("can be ", "contributed ", " of this ", "in this ")
HELD = ("you can become a", "support", "fund")  # likewise, of the kind `holds`
# Letters that are small forms of "i" and "s", though their capitals' are others.
ODD, DOTLESS = re.compile("[İıſ]"), str.maketrans("İıſ", "iis")
WORD_PARTS = r"(?:^|[.\-_\d]){}(?=$|[.\-_\d])"


@cache
def _table() -> dict[Zone, dict[str, list[str]]]:
    """The data file as it stands: zone, kind of cue, expressions."""
    text = files("onrecord").joinpath("data", CUES_FILE).read_text("utf-8")
    return cast("dict[Zone, dict[str, list[str]]]", tomllib.loads(text))


@cache
def _matchers(kind: str, frame: str) -> tuple[tuple[Zone, re.Pattern[str]], ...]:
    """One expression a zone that has cues of this kind, in the file's order."""
    return tuple(
        (zone, re.compile(frame.format("(?:" + "|".join(cues[kind]) + ")")))
        for zone, cues in _table().items()
        if kind in cues
    )


@cache
def _joined(frame: str, *kinds: str) -> re.Pattern[str]:
    """One expression of all cues of these kinds, a named group for each zone."""
    cued = {
        zone: [cue for kind in kinds for cue in cues.get(kind, ())]
        for zone, cues in _table().items()
    }
    groups = [
        f"(?P<{zone.replace('-', '_')}>{'|'.join(cues)})"
        for zone, cues in cued.items()
        if cues
    ]
    return re.compile(frame.format("(?:" + "|".join(groups) + ")"))


def _first(cues: re.Pattern[str], words: str) -> Zone | None:
    """The first zone, in the file's order, one of whose cues fits these words."""
    match = cues.match(words)
    if match is None:
        return None
    return cast("Zone", str(match.lastgroup).replace("_", "-"))


def _small(words: str) -> str:
    """The words in small letters: expressions without regard to case are slow."""
    if words.isascii() or not ODD.search(words):
        return words.lower()
    return words.translate(DOTLESS).lower()


def label_zone(words: str) -> Zone | None:
    """The zone that a short line announces: what follows under it belongs to it.

    >>> label_zone("Most Read:")
    'most-read'
    """
    if len(words) > MAX_LABEL_CHARACTERS:
        return None
    return _first(_joined(WHOLE, "opens"), _small(words))


def line_zone(words: str) -> Zone | None:
    """The zone of a short line that stands for itself: "Log in", "Tweet"."""
    if len(words) > MAX_ROW_CHARACTERS:
        return None
    return _first(_joined(WHOLE, "line"), _small(words))


@lru_cache(maxsize=4096)
def start_zone(words: str) -> Zone | None:
    """The zone of a line that starts in a way that gives it away.

    >>> start_zone("Read more: Rain falls on the harbour")
    'teaser'
    """
    small = _small(words[:MAX_START_CHARACTERS])
    if any(map(small.__contains__, REACHED)):
        return _first(_joined(START, "starts", "reaching"), small)
    return _first(_joined(START, "starts"), small)


def held_zone(words: str) -> Zone | None:
    """The zone of a paragraph that holds words by which only furniture speaks.

    >>> held_zone("We have no owner. You can become a member for a coin a week.")
    'promo'
    """
    small = _small(words)
    if not any(map(small.__contains__, HELD)):
        return None
    for zone, cue in _matchers("holds", "{}"):
        if cue.search(small):
            return zone
    return None


@lru_cache(maxsize=16384)
def class_zone(label: str) -> Zone | None:
    """The zone that an element's class, id or role names.

    >>> class_zone("div.site-footer"), class_zone("div.story-text")
    ('legal', None)
    """
    _, _, words = label.partition(".")
    zones = [zone for word in words.split(".") if (zone := _word_zone(word))]
    return min(zones, key=_rank) if zones else None


@lru_cache(maxsize=16384)
def _word_zone(word: str) -> Zone | None:
    """The zone that one word of a class, id or role names."""
    small = _small(word)
    if not small or not _joined(WORD_PARTS, "classes").search(small):
        return None
    for zone, cue in _matchers("classes", WORD_PARTS):
        if cue.search(small):
            return zone
    return None


@cache
def _rank(zone: Zone) -> int:
    """The place of a zone in the file's order."""
    return list(_table()).index(zone)


# What leads in to a title, with a mark after it or without; "Live:" and "Opinion:"
# are parts of the title that they open.
LEAD_IN = re.compile(
    r"^\W*(?:(?:also |further |please )?(?:read|see|related|recommended|learn|find out"
    r"|lea|lire|voir|leia|veja|leggi|lees|läs|les|czytaj|zobacz|lesen|lies|siehe|mehr"
    r"|more|don['\u2019]?t miss|must read|up next)\b"
    r"[^:|>»\n\u2013—]{0,30}?\s*[:|>»\u2013—]+"
    r"|(?:read|see|lire|lea|les) (?:also|next|aussi|también|også)"
    r"\b|[»\u203a]+)\s+(?=\S)",
    re.I,
)


def lead_in(words: str) -> int:
    """How many characters lead in to the title of another story.

    >>> "Read more: Rain on the harbour"[lead_in("Read more: Rain on the harbour"):]
    'Rain on the harbour'
    """
    if start_zone(words) != "teaser":
        return 0
    match = LEAD_IN.match(words)
    return match.end() if match else 0
