"""One article as the finders of incidents see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.extract.places import PlaceSpot, Setting, find_places, find_setting
from onrecord.extract.places.words import SURE, CountryBook
from onrecord.extract.reports.dating import Dated, read_dates
from onrecord.extract.reports.story import carried_back
from onrecord.extract.reports.triggers import find_triggers
from onrecord.model import Annotated, DateRange, Statement

if TYPE_CHECKING:
    from datetime import date

    from onrecord.model import Mention, Sentence


@dataclass(eq=False)
class Scene:
    """The article with its statements and the gazetteer; answers are kept."""

    annotated: Annotated
    statements: Sequence[Statement]
    countries: CountryBook

    @property
    def text(self) -> str:
        """The page's text."""
        return self.annotated.page.text

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The article's sentences in order."""
        return self.annotated.sentences

    @property
    def day(self) -> date | None:
        """The day the article is of; None when the page tells none."""
        published = self.annotated.article.published
        return published.day if published is not None else None

    @cached_property
    def dates(self) -> tuple[tuple[Dated, ...], ...]:
        """The dates of each sentence."""
        return read_dates(self.sentences, self.day, self.text)

    @cached_property
    def carried_dates(self) -> dict[int, DateRange]:
        """Dates that a later sentence gives what a sentence tells, by its number."""
        telling = [n for n, item in enumerate(self.sentences) if find_triggers(item)]
        return carried_back(self.sentences, self.dates, telling)

    @cached_property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        """The mentions of each sentence."""
        return tuple(
            tuple(m for m in self.annotated.mentions if sentence.span.holds(m.span))
            for sentence in self.sentences
        )

    @cached_property
    def _sure_places(self) -> tuple[tuple[PlaceSpot, ...], ...]:
        return tuple(
            tuple(find_places(sentence, self.mentions[n], self.countries, self.text))
            for n, sentence in enumerate(self.sentences)
        )

    @cached_property
    def places(self) -> tuple[tuple[PlaceSpot, ...], ...]:
        """The places of each sentence; a name once a place is one everywhere."""
        known = frozenset(
            spot.text.casefold()
            for n, spots in enumerate(self._sure_places)
            for spot in spots
            if self.sentences[n].zone != "headline" or spot.lead in {"in", "near", "at"}
        )
        return tuple(
            tuple(
                spot
                for spot in find_places(
                    sentence, self.mentions[n], self.countries, self.text, known
                )
                if not self._is_persons(spot) and not self._is_sender(spot)
            )
            for n, sentence in enumerate(self.sentences)
        )

    def _is_sender(self, spot: PlaceSpot) -> bool:
        """Whether the place is where the article was sent from: its dateline."""
        dateline = self.setting.dateline
        return dateline is not None and dateline.meets(spot.span)

    def _is_persons(self, spot: PlaceSpot) -> bool:
        """Whether the word is a person's name here: "Petrell" beside Ana Petrell."""
        is_named = spot.text.casefold() in self._person_words
        return is_named and spot.country is None and spot.lead not in SURE

    @cached_property
    def _person_words(self) -> frozenset[str]:
        return frozenset(
            word.casefold()
            for mention in self.annotated.mentions
            if mention.type == "person" and " " in mention.text
            for word in mention.text.split()
        )

    @cached_property
    def setting(self) -> Setting:
        """Where the article plays."""
        return find_setting(self.annotated, self.countries)
