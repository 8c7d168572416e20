"""Places by the words around them, where labels are silent or take them for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.place_book import placing_words, singular
from onrecord.annotate.mentions.place_lists import AND, LEADS, find_listed
from onrecord.annotate.mentions.runs import (
    find_runs,
    is_known,
    is_no_english,
    kind_behind,
    may_be_place,
    told_kind,
)
from onrecord.annotate.mentions.scene import HEADLINES, POSSESSIVES, Spot, occupied_by
from onrecord.annotate.mentions.words import naming_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.mentions.runs import Run
    from onrecord.annotate.mentions.scene import Scene

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})


def find_shown(scene: Scene, taken: Sequence[Spot]) -> list[Spot]:
    """Names that "province" behind them, "the village of" before, or a list shows.

    They stand beside what is taken; the parser's labels come after them.
    """
    occupied = occupied_by(taken)
    around = _places_by_sentence(taken)
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        if sentence.zone in HEADLINES:
            continue
        barred = occupied.get(number, set()) | scene.credits[number]
        runs = list(find_runs(number, sentence, barred))
        shown = [run for run in runs if _is_shown(scene, run, around.get(number, []))]
        shown += find_listed(scene, runs, shown, around.get(number, []))
        spots += [
            Spot(number, run.start, run.end, "place", confidence=0.7, is_shown=True)
            for run in shown
        ]
    return spots


def _places_by_sentence(spots: Sequence[Spot]) -> dict[int, list[Spot]]:
    places: dict[int, list[Spot]] = {}
    for spot in spots:
        if spot.type in {"place", "country"}:
            places.setdefault(spot.sentence, []).append(spot)
    return places


def _is_shown(scene: Scene, run: Run, around: Sequence[Spot]) -> bool:
    sentence = scene.sentences[run.number]
    told = (
        _is_called(scene, run)
        or _has_kind_after(scene, run)
        or (bool(told_kind(sentence, run.end)) and is_no_english(scene, run))
        or _is_led(scene, run)
        or _is_at_site(scene, run)
        or _is_in_country(scene, run, around)
    )
    return told and may_be_place(scene, run)


def _is_called(scene: Scene, run: Run) -> bool:
    """Whether "the village of", "north of" or "the region" leads to the name."""
    tokens = scene.sentences[run.number].tokens
    before = [t.text.casefold() for t in tokens[max(0, run.start - 2) : run.start]]
    words = placing_words()
    if before[-1:] in (["of"], ["like"]) and len(before) > 1:
        kind = singular(before[0])
        if kind in words.strict_kinds and tokens[run.end - 1].entity != "NORP":
            return True
        is_led = kind in words.kinds or before[0] in words.of_places
        return is_led and is_no_english(scene, run)
    return (
        before[-1:] != []
        and before[-1] in words.strict_kinds
        and (is_no_english(scene, run))
    )


def _has_kind_after(scene: Scene, run: Run) -> bool:
    sentence = scene.sentences[run.number]
    kind = kind_behind(sentence, run.end)
    if not kind:
        return False
    if sentence.tokens[run.end - 1].entity == "NORP" and not is_known(scene, run):
        return False
    return kind in placing_words().kinds_after or is_no_english(scene, run)


def _is_led(scene: Scene, run: Run) -> bool:
    """Whether "in" or "near" leads to a name that no label takes for a person's."""
    sentence = scene.sentences[run.number]
    before = sentence.tokens[run.start - 1].text.casefold() if run.start else ""
    if before not in naming_words().in_place:
        return False
    label = sentence.tokens[run.end - 1].entity
    if label in LABELS:
        return False  # the labels and what mends them decide
    return is_no_english(scene, run)


def _is_at_site(scene: Scene, run: Run) -> bool:
    """Whether the book knows the place and a site follows: "the X hospital"."""
    sentence = scene.sentences[run.number]
    if run.end >= len(sentence.tokens):
        return False
    after = sentence.tokens[run.end].text
    sites = placing_words().sites
    is_site = after.islower() and (after in sites or singular(after) in sites)
    return is_site and is_known(scene, run)


def _is_in_country(scene: Scene, run: Run, around: Sequence[Spot]) -> bool:
    """Whether the place it lies in follows: "X, Ruvenia"."""
    sentence = scene.sentences[run.number]
    tokens = sentence.tokens
    if run.end + 1 >= len(tokens) or tokens[run.end].text != ",":
        return False
    wider = next((spot for spot in around if spot.start == run.end + 1), None)
    if wider is None or not _is_name(scene, wider):
        return False
    following = tokens[wider.end].text if wider.end < len(tokens) else ""
    if following in POSSESSIVES or following in AND:
        return False
    label = tokens[run.end - 1].entity
    before = tokens[run.start - 1].text.casefold() if run.start else ""
    if label == "ORG" and not is_known(scene, run):
        return before in LEADS
    return before in LEADS or is_no_english(scene, run)


def _is_name(scene: Scene, spot: Spot) -> bool:
    read = scene.countries.read(scene.text_of(spot))
    return read is not None and read[1] in {"name", "region"}
