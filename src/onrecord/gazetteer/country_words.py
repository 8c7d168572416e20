"""Countries inside the names of organisations, in the languages that news uses."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

from onrecord.gazetteer.countries import SEPARATOR, load_countries
from onrecord.gazetteer.folding import fold, is_acronym, is_written_as
from onrecord.gazetteer.org_words import is_cjk, org_words, parts_of, plain_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from onrecord.gazetteer.actors import ActorTable

# ruff: noqa: RUF001 - endings in other scripts
FORMS = "country_forms.csv"
LATIN_NAMES = "country_names_latin.csv"
LONGEST = 5  # words of a country's name
# Endings by case of Russian and Ukrainian names, and of Arabic ones.
ENDINGS = "аяиіїйьоеуюыاهۀ"
SHORTEST_STEM = 4
ARABIC_STEM = 3
ARABIC_ENDING = re.compile("(?:ا|ه|ست)?(?:ا|ان)?(?:یا|ی|یه|یون|یین|یات)?")
LONGEST_ENDING = 8  # letters: "ischen", "istan", "ийского"
Kind = Literal["country", "capital", "region"]
RANK = {kind: number for number, kind in enumerate(get_args(Kind))}


@dataclass(frozen=True, slots=True)
class CountryAt:
    """Words `start` up to `end` of a name that mean a country."""

    start: int
    end: int
    code: str
    kind: Kind


class CountryWords:
    """Finds countries in the plain words of a name, in whatever case and language."""

    def __init__(self, actors: ActorTable) -> None:
        """Index the countries of the world and those that users' actors add."""
        self._whole: dict[str, tuple[str, Kind, str]] = {}
        self._stems: dict[str, str] = {}
        for code, kind, word in sorted(_all_words(actors), key=lambda w: RANK[w[1]]):
            self._add(code, kind, word)
        for code, form in _forms():
            if form.endswith("*"):
                self._stems.setdefault(" ".join(plain_words(form[:-1])), code)
            else:
                self._add(code, "country", form)

    def find(
        self, words: Sequence[str], name: str, spare: Collection[str] = ()
    ) -> tuple[CountryAt, ...]:
        """The countries in the plain words of `name`, in their order.

        `spare` are words that are never a country by their stem alone.
        """
        found: list[CountryAt] = []
        at = 0
        while at < len(words):
            hit = self._at(words, at, name, spare)
            if hit is not None:
                found.append(hit)
            at = at + 1 if hit is None else hit.end
        return tuple(found)

    def read(self, name: str) -> str | None:
        """The code of the country that the whole name means; None when it is none."""
        words = plain_words(name)
        found = self.find(words, name)
        if len(found) != 1 or found[0].kind != "country":
            return None
        return found[0].code if found[0].end - found[0].start == len(words) else None

    def _at(
        self, words: Sequence[str], at: int, name: str, spare: Collection[str]
    ) -> CountryAt | None:
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            known = self._whole.get(" ".join(words[at : at + size]))
            is_link = size == 1 and words[at] in org_words().links
            if known is not None and not is_link and _is_written(known[2], name):
                return CountryAt(at, at + size, known[0], known[1])
        word = words[at]
        if word in spare:
            return None
        for size in range(len(word), ARABIC_STEM - 1, -1):
            code = self._stems.get(word[:size])
            if code is not None and _is_ending(word[size:]):
                return CountryAt(at, at + 1, code, "country")
        return None

    def _add(self, code: str, kind: Kind, word: str) -> None:
        words = plain_words(word)
        if not words:
            return
        self._whole.setdefault(" ".join(words), (code, kind, word))
        if len(words) > 1 or kind != "country" or is_cjk(words[0]):
            return
        stem = words[0].rstrip(ENDINGS)
        is_arabic = "\u0600" <= stem[:1] <= "\u06ff"
        is_cyrillic = "\u0400" <= stem[:1] <= "\u04ff"
        shortest = ARABIC_STEM if is_arabic else SHORTEST_STEM
        if (is_arabic or is_cyrillic) and len(stem) >= shortest:
            self._stems.setdefault(stem, code)


def _is_ending(rest: str) -> bool:
    """Whether the rest of a word may be the ending of a country's adjective."""
    if "\u0600" <= rest[:1] <= "\u06ff":
        return ARABIC_ENDING.fullmatch(rest) is not None
    return len(rest) <= LONGEST_ENDING


def _is_written(word: str, name: str) -> bool:
    """Whether the name keeps the capitals that a short form needs: "US", not "us"."""
    if not is_acronym(word):
        return True
    folded = fold(word)
    return any(
        fold(part) == folded and is_written_as(word, part) for part in parts_of(name)
    )


def _all_words(actors: ActorTable) -> Iterator[tuple[str, Kind, str]]:
    for country in load_countries(actors).all():
        for kind, word in country.words():
            is_place = kind in {"capital", "region"}
            yield country.code, kind if is_place else "country", word  # type: ignore[misc] # the two are kinds
    for row in _rows(LATIN_NAMES):
        for key, name in row.items():
            if key != "code" and name:
                yield row["code"], "country", name


def _forms() -> Iterator[tuple[str, str]]:
    for row in _rows(FORMS):
        for form in row["forms"].split("|"):
            yield row["code"], form


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = (resources.files("onrecord") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter=SEPARATOR))
