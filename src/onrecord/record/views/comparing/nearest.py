"""Words of a text that come near to a fact which was not found in it.

"Not in this text" is said only where nothing comes near. What does is shown as
"possibly", for a person to look at: no finding rests on it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.record.views.comparing.drafts import words_said
from onrecord.record.views.comparing.stems import (
    Stems,
    denies,
    folded_words,
    holds_name,
    holds_person,
    holds_words,
    stems_of,
)
from onrecord.record.views.types import FactWords

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from onrecord.record.views.comparing.drafts import Draft
    from onrecord.record.views.comparing.material import Material

# Swept from .3 to .7 on the half of `python -m bench side_by_side` that is looked at.
SAID = 0.5  # share of a wording's stems, or of a statement's, that both have
BY_SAME = 0.34  # where both are of one speaker
LEAST = 2  # stems that must be shared, where the speakers are not the same


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a statement of a text; `speaker` None: nobody is named."""

    words: FactWords
    stems: Stems
    folded: tuple[str, ...]
    is_statement: bool = False
    speaker: str | None = None
    number: int = 0  # its place among all of them


class Near:
    """The sentences and statements of some texts, to look for what comes near."""

    def __init__(self, material: Material) -> None:
        """Keep those of every article apart, by each of their words."""
        self._by_stem: dict[tuple[str, str], list[Unit]] = defaultdict(list)
        self._by_word: dict[tuple[str, str], list[Unit]] = defaultdict(list)
        for number, unit in enumerate(_units(material)):
            article = unit.words.article
            placed = replace(unit, number=number)
            for stem in unit.stems.words:
                self._by_stem[article, stem].append(placed)
            for word in () if unit.is_statement else set(unit.folded):
                self._by_word[article, word].append(placed)

    def nearest(self, draft: Draft, articles: Sequence[str]) -> FactWords | None:
        """The words of these articles that come nearest; None: none comes near."""
        if draft.like_kind == "said":
            return self._like_said(draft, articles)
        return self._with_name(draft, articles) if draft.like_kind else None

    def _like_said(self, draft: Draft, articles: Sequence[str]) -> FactWords | None:
        """What shares most with one of the wordings, if that is enough."""
        most, best = 0.0, None
        for wording in draft.like:
            asked = stems_of(folded_words(wording))
            for unit in self._holding(self._by_stem, articles, asked.words):
                if draft.is_denial and not denies(unit.folded):
                    continue
                share = _share(asked, unit, is_same=unit.speaker in draft.speakers)
                if share > most:
                    most, best = share, unit
        return best.words if best is not None else None

    def _with_name(self, draft: Draft, articles: Sequence[str]) -> FactWords | None:
        """The first sentence that holds one of the wordings, or what is left of one."""
        holds = {"words": holds_words, "person": holds_person}.get(
            draft.like_kind or "", holds_name
        )
        names = [name for like in draft.like if (name := folded_words(like))]
        ends = {name[-1] for name in names}
        for unit in self._holding(self._by_word, articles, ends):
            if any(holds(unit.folded, name) for name in names):
                return unit.words
        return None

    @staticmethod
    def _holding(
        by_word: Mapping[tuple[str, str], Sequence[Unit]],
        articles: Sequence[str],
        words: Collection[str],
    ) -> list[Unit]:
        """The units of these articles with one of these words, each once, in order."""
        found = {
            unit.number: unit
            for article in articles
            for word in words
            for unit in by_word.get((article, word), ())
        }
        return [found[number] for number in sorted(found)]


def _units(material: Material) -> Iterator[Unit]:
    for item in material.sentences:
        told = FactWords(None, item.article, item.words, "like it")
        folded = folded_words(item.words.text)
        yield Unit(told, stems_of(folded), folded)
    for statement in material.statements:
        told = words_said(statement, "like it")
        folded = folded_words(statement.content.text)
        yield Unit(
            told, stems_of(folded), folded,
            is_statement=True, speaker=statement.speaker,
        )  # fmt: skip


def _share(asked: Stems, unit: Unit, *, is_same: bool) -> float:
    """How much of a wording stands in a unit, 0 where it is not enough.

    Of a statement the shorter one counts: it may say the same in fewer words. Other
    numbers are another fact.
    """
    both = len(asked.words & unit.stems.words)
    numbers, others = asked.numbers, unit.stems.numbers
    if not both or (numbers and others and not numbers & others):
        return 0.0
    size = len(asked.words)
    if unit.is_statement:
        size = min(size, len(unit.stems.words))
    is_enough = both / size >= SAID and both >= min(LEAST, len(asked.words))
    return both / size if is_enough or (is_same and both / size >= BY_SAME) else 0.0
