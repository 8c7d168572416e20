"""Names found once, found again: surnames, short forms, wrong labels mended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.persons import is_person_by_context
from onrecord.annotate.mentions.scene import Spot, is_capitalised, occupied_by
from onrecord.annotate.mentions.things import find_things
from onrecord.annotate.mentions.words import is_given_name, naming_words
from onrecord.gazetteer import fold, is_acronym, name_words
from onrecord.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.annotate.mentions.scene import Scene

SAYING = frozenset({"say", "tell", "add", "recall"})  # what only people do
SHORTEST_ECHO = 3  # letters of a name that is looked for again


@dataclass(frozen=True, slots=True)
class _Votes:
    """What the whole article says about the types of its names."""

    persons: frozenset[str]  # full names, folded
    surnames: frozenset[str]
    given: frozenset[str]
    speakers: frozenset[str]  # words labelled as places that speak, as no place does
    things: frozenset[str]  # words labelled as persons that are "it"
    shown: frozenset[str]  # places by the words around them
    counts: Mapping[str, Counter[EntityType]]


def settle_types(scene: Scene, spots: Sequence[Spot]) -> list[Spot]:
    """One type for one text: what most labels say, mended by surnames and places."""
    open_spots = [spot for spot in spots if not spot.is_identified]
    votes = _votes(scene, open_spots)
    return [
        spot
        if spot.is_identified or spot.is_shown or spot.type == "government"
        else replace(spot, type=_type_of(scene, spot, votes))
        for spot in spots
        if not _is_family(scene, spot, votes)
    ]


def _is_the(scene: Scene, spot: Spot) -> bool:
    """Whether "the" stands before a name that is no person's: "the West"."""
    tokens = scene.sentences[spot.sentence].tokens
    is_led = spot.start > 0 and tokens[spot.start - 1].text.casefold() == "the"
    following = tokens[spot.end].pos if spot.end < len(tokens) else ""
    return is_led and spot.type == "place" and following not in {"NOUN", "PROPN"}


def _is_family(scene: Scene, spot: Spot, votes: _Votes) -> bool:
    """Whether a family is named, "the Lunds": several, and none of them."""
    tokens = scene.sentences[spot.sentence].tokens
    before = tokens[spot.start - 1].text.casefold() if spot.start else ""
    folded = fold(scene.text_of(spot))
    is_plural = folded.endswith("s") and folded not in votes.surnames
    return before == "the" and is_plural and folded[:-1] in votes.surnames


def _votes(scene: Scene, spots: Sequence[Spot]) -> _Votes:
    persons: set[str] = set()
    surnames: set[str] = set()
    given: set[str] = set()
    speakers: set[str] = set()
    counts: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    shown = frozenset(fold(scene.text_of(spot)) for spot in spots if spot.is_shown)
    for spot in spots:
        text = scene.text_of(spot)
        counts[fold(text)][spot.type] += 1
        words = name_words(text)
        is_person = spot.type == "person" or is_person_by_context(scene, spot)
        is_person = is_person and fold(text) not in shown
        if is_person and len(words) > 1:
            persons.add(fold(text))
            surnames.add(words[-1])
            given.add(words[0])
        if spot.type == "place" and len(words) == 1 and _speaks(scene, spot):
            speakers.add(fold(text))
    return _Votes(
        frozenset(persons),
        frozenset(surnames),
        frozenset(given),
        frozenset(speakers),
        find_things(scene, spots),
        shown,
        counts,
    )


def _speaks(scene: Scene, spot: Spot) -> bool:
    sentence = scene.sentences[spot.sentence]
    token = sentence.tokens[spot.start]
    verb = sentence.tokens[token.head]
    return token.dep == "nsubj" and verb.lemma in SAYING


def _type_of(scene: Scene, spot: Spot, votes: _Votes) -> EntityType:
    is_shown = fold(scene.text_of(spot)) in votes.shown
    return "place" if is_shown else _settled(scene, spot, votes)


def _settled(scene: Scene, spot: Spot, votes: _Votes) -> EntityType:
    text = scene.text_of(spot)
    folded = fold(text)
    if folded in votes.surnames and folded not in votes.persons:
        return spot.type if _is_the(scene, spot) else "person"
    is_given = folded in votes.given and is_given_name(text)
    is_told = spot.type != "person" and is_person_by_context(scene, spot)
    if folded in votes.persons or is_given or is_told:
        return "person"
    if folded in votes.speakers and text not in scene.place_words:
        return "person"
    if _is_placed(scene, spot):
        return "place"
    if spot.type == "person" and folded in votes.things:
        return "organisation"
    counted = votes.counts[folded].most_common()
    best = {kind for kind, count in counted if count == counted[0][1]}
    return spot.type if spot.type in best else counted[0][0]


def _is_placed(scene: Scene, spot: Spot) -> bool:
    """Whether one word stands elsewhere where only places do: "near X"."""
    text = scene.text_of(spot)
    is_one = spot.end - spot.start == 1
    return is_one and text in scene.place_words and not is_acronym(text)


def find_echoes(scene: Scene, spots: Sequence[Spot]) -> list[Spot]:
    """Further places of the names found, where the labels are silent."""
    wanted: dict[str, Spot] = {}
    for spot in sorted(spots, key=lambda s: (s.sentence, s.start)):
        if spot.type in {"country", "government"} or spot.actor:
            continue
        for form in _forms(scene, spot):
            if len(form) >= SHORTEST_ECHO:
                wanted.setdefault(form, spot)
    found = _places_of(scene, wanted, occupied_by(spots))
    return [*found, *_short_bodies(scene, [*spots, *found])]


def _short_bodies(scene: Scene, spots: Sequence[Spot]) -> list[Spot]:
    """Where "the Monitor" is the only body in the article whose name ends so."""
    bodies: defaultdict[str, dict[str, Spot]] = defaultdict(dict)
    for spot in spots:
        words = scene.text_of(spot).split()
        if spot.type == "organisation" and len(words) > 1:
            key = spot.actor or fold(scene.text_of(spot))
            bodies[words[-1]].setdefault(key, spot)
    wanted = {
        word: next(iter(named.values()))
        for word, named in bodies.items()
        if len(named) == 1 and word.casefold() in naming_words().organisation_ends
    }
    taken = occupied_by(spots)
    return [
        replace(
            wanted[token.text],
            sentence=number,
            start=token.i,
            end=token.i + 1,
            confidence=0.6,
        )
        for number, sentence in enumerate(scene.sentences)
        for before, token in zip(sentence.tokens, sentence.tokens[1:], strict=False)
        if token.text in wanted
        and before.text.casefold() == "the"
        and token.i not in taken.get(number, ())
        and number not in scene.title_cased
    ]


def _forms(scene: Scene, spot: Spot) -> Iterable[str]:
    """The text, and for a full name of a person the surname."""
    text = scene.text_of(spot)
    words = text.split()
    return (text, words[-1]) if spot.type == "person" and len(words) > 1 else (text,)


def _places_of(
    scene: Scene, wanted: Mapping[str, Spot], taken: Mapping[int, set[int]]
) -> list[Spot]:
    openers: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(wanted, key=lambda form: (-len(form), form)):
        openers[form[:SHORTEST_ECHO]].append(form)
    found: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        barred = taken.get(number, set()) | scene.credits[number]
        for token in sentence.tokens:
            if token.i in barred or not is_capitalised(token):
                continue
            for form in openers.get(token.text[:SHORTEST_ECHO], ()):
                end = _end_of(scene, number, token.i, form)
                if end is not None and not barred & set(range(token.i, end)):
                    kind = wanted[form].type
                    found.append(Spot(number, token.i, end, kind, confidence=0.6))
                    break
    return found


def _end_of(scene: Scene, number: int, start: int, form: str) -> int | None:
    """The token after `form`, when it stands whole at token `start`."""
    tokens = scene.sentences[number].tokens
    begin = tokens[start].span.start
    if not scene.page.text.startswith(form, begin):
        return None
    stop = begin + len(form)
    ends = (token.i + 1 for token in tokens[start:] if token.span.end == stop)
    return next(ends, None)


def find_acronyms(scene: Scene, spots: Sequence[Spot]) -> dict[str, Spot]:
    """Acronyms that the article gives in brackets, with the long form before them.

    "Harbour Relief Board (HRB)" tells that HRB is the Board from here on.
    """
    told: dict[str, Spot] = {}
    for spot in sorted(spots, key=lambda s: (s.sentence, s.start)):
        short = _in_brackets(scene, spot)
        if short and is_acronym(short) and _abbreviates(short, scene.text_of(spot)):
            told.setdefault(short, spot)
    return told


def find_acronym_spots(scene: Scene, spots: Sequence[Spot]) -> list[Spot]:
    """The acronyms told in brackets as spots of the type of their long forms."""
    told = find_acronyms(scene, spots)
    return _places_of(scene, told, occupied_by(spots))


def _in_brackets(scene: Scene, spot: Spot) -> str | None:
    tokens = scene.sentences[spot.sentence].tokens
    if spot.end + 2 >= len(tokens) or tokens[spot.end].text not in {"(", "["}:
        return None
    inside = tokens[spot.end + 1 :]
    close = next((t.i for t in inside if t.text in {")", "]"}), spot.end + 1)
    if close == spot.end + 1:
        return None
    return scene.words(spot.sentence, spot.end + 1, close).strip("\"'“”‘’ ")


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of the acronym stand in the long form in this order."""
    if len(long) <= len(short):
        return False
    rest = iter(fold(long))
    return all(letter in rest for letter in fold(short).replace(" ", ""))
