"""Zones that words alone settle, whatever stands around them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.article.cues import class_zone
from onrecord.article.metadata import folded
from onrecord.article.story_lists import set_listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

TOLD = frozenset({"body", "list"})
OFTEN = 3  # an article hardly says one sentence this often
NOTICE_WORDS = 12  # shorter lines may come again in a list
OFFER_WORDS = 20
PULLED_WORDS = 5  # a pull-quote is at least this long
MAX_COMPARED, MAX_PULLED = 200_000, 50  # characters and blocks compared


def settle(looks: Sequence[Look], zones: list[Zone]) -> None:
    """Correct zones in place: notes of correction, words that the text says again."""
    _set_corrections(looks, zones)
    _set_introduced(zones)
    _set_offers(looks, zones)
    _set_pulled(looks, zones)
    _set_repeated(looks, zones)
    set_listed(looks, zones)


def _set_corrections(looks: Sequence[Look], zones: list[Zone]) -> None:
    """Call blocks that open as a correction does by that name, in and at the text."""
    for at, look in enumerate(looks):
        if look.start == "correction":
            near = zones[max(0, at - 2) : at + 3]
            zones[at] = "correction" if TOLD.intersection(near) else zones[at]
    for at in _noted(looks, zones):
        zones[at] = "correction"


def _noted(looks: Sequence[Look], zones: Sequence[Zone]) -> list[int]:
    """Running text in elements named after corrections: a note's further paragraphs.

    An element that holds most of the text is the article's, by any name.
    """
    told = [at for at, zone in enumerate(zones) if zone in TOLD]
    inside: dict[tuple[str, ...], list[int]] = {}
    for at in told:
        note = _note_around(looks[at].markup.containers)
        if note:
            inside.setdefault(note, []).append(at)
    half = sum(looks[at].words for at in told) / 2
    notes = [
        held for held in inside.values() if sum(looks[at].words for at in held) < half
    ]
    return [at for held in notes for at in held]


def _note_around(containers: tuple[str, ...]) -> tuple[str, ...]:
    """The containers down to the innermost that is named after corrections, if any."""
    for depth in range(len(containers), 0, -1):
        if class_zone(containers[depth - 1]) == "correction":
            return containers[:depth]
    return ()


def _set_introduced(zones: list[Zone]) -> None:
    """Call a note on a person amid running text body: the text introduces them."""
    for at in range(1, len(zones) - 1):
        if zones[at] == "author-note" and zones[at - 1] == zones[at + 1] == "body":
            zones[at] = "body"


def _set_offers(looks: Sequence[Look], zones: list[Zone]) -> None:
    """Put the short line below one that asks for readers to the same box."""
    for at in range(1, len(zones)):
        above = looks[at - 1]
        is_box = zones[at - 1] == "promo" and above.label == "promo"
        is_short = looks[at].markup.tag == "line" and looks[at].words <= OFFER_WORDS
        if is_box and is_short and zones[at] in {"body", "heading"}:
            zones[at] = "promo"


def _set_pulled(looks: Sequence[Look], zones: list[Zone]) -> None:
    """Call blocks pull-quotes whose words the running text says again, in more."""
    apart = [at for at, zone in enumerate(zones) if zone in {"quote", "heading"}]
    apart = [at for at in apart if looks[at].words >= PULLED_WORDS][:MAX_PULLED]
    if not apart:
        return
    told = [
        folded(look.text) if zone in TOLD else ""
        for look, zone in zip(looks, zones, strict=True)
    ]
    body = "\n".join(told)[:MAX_COMPARED]
    for at in apart:
        if folded(looks[at].text) in body:
            zones[at] = "pull-quote"


def _set_repeated(looks: Sequence[Look], zones: list[Zone]) -> None:
    """Call a sentence that comes again and again in boxes of its own what it is.

    Such are the notices in place of pictures and posts that a reader must ask for.
    """
    told = [at for at, zone in enumerate(zones) if zone in TOLD]
    paths = Counter(looks[at].markup.containers for at in told)
    texts = Counter(looks[at].text for at in told if looks[at].words >= NOTICE_WORDS)
    for at in told:
        is_usual = paths[looks[at].markup.containers] * 2 > len(told)
        if texts[looks[at].text] >= OFTEN and not is_usual:
            zones[at] = "cookie"
            if at and zones[at - 1] == "heading":
                zones[at - 1] = "cookie"
