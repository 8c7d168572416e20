"""Words of a text that come near to a fact which was not found in it.

"Not in this text" is said only where nothing comes near. What does is shown as
"possibly", for a person to look at: no finding rests on it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
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
    from collections.abc import Iterator

    from onrecord.model import ArticleId
    from onrecord.record.views.comparing.drafts import Draft
    from onrecord.record.views.comparing.material import Material

# On the half of `python -m bench side_by_side` that is looked at, SAID of .3 to .6 and
# BY_SAME of .2 to .5 leave absent_precision within .971 and .978; at .7 it is .962.
# Kept in the middle: more is called absent with a higher one (.85 at .3, .95 at .7).
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


class Near:
    """The sentences and statements of some texts, to look for what comes near."""

    def __init__(self, material: Material) -> None:
        """Keep them by each of their words."""
        self._units = list(_units(material))
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self._units):
            for stem in unit.stems.words:
                self._by_stem[stem].append(number)
            for word in () if unit.is_statement else set(unit.folded):
                self._by_word[word].append(number)

    def nearest(self, draft: Draft) -> dict[ArticleId, FactWords]:
        """For each article the words that come nearest; without those where none do."""
        if draft.like_kind == "said":
            return self._like_said(draft)
        return self._with_name(draft) if draft.like_kind else {}

    def _like_said(self, draft: Draft) -> dict[ArticleId, FactWords]:
        """What shares most with one of the wordings, where that is enough."""
        best: dict[ArticleId, tuple[float, FactWords]] = {}
        for wording in draft.like:
            asked = stems_of(folded_words(wording))
            both = Counter(n for stem in asked.words for n in self._by_stem[stem])
            for number in sorted(both):
                unit = self._units[number]
                is_same = unit.speaker in draft.speakers
                share = _share(asked, unit, both[number], is_same=is_same)
                most, _ = best.get(unit.words.article, (0.0, None))
                if share > most and (not draft.is_denial or denies(unit.folded)):
                    best[unit.words.article] = share, unit.words
        return {article: words for article, (_, words) in best.items()}

    def _with_name(self, draft: Draft) -> dict[ArticleId, FactWords]:
        """The first sentence that holds one of the wordings, or what is left of one."""
        holds = {"words": holds_words, "person": holds_person}.get(
            draft.like_kind or "", holds_name
        )
        names = [name for like in draft.like if (name := folded_words(like))]
        found: dict[ArticleId, FactWords] = {}
        for number in sorted({n for name in names for n in self._by_word[name[-1]]}):
            unit = self._units[number]
            if unit.words.article not in found and any(
                holds(unit.folded, name) for name in names
            ):
                found[unit.words.article] = unit.words
        return found


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


def _share(asked: Stems, unit: Unit, both: int, *, is_same: bool) -> float:
    """How much of a wording stands in a unit, 0 where it is not enough.

    `both` counts the stems that they share. Of a statement the shorter one counts: it
    may say the same in fewer words. Other numbers are another fact.
    """
    numbers, others = asked.numbers, unit.stems.numbers
    if numbers and others and not numbers & others:
        return 0.0
    size = len(asked.words)
    if unit.is_statement:
        size = min(size, len(unit.stems.words))
    is_enough = both / size >= SAID and both >= min(LEAST, len(asked.words))
    return both / size if is_enough or (is_same and both / size >= BY_SAME) else 0.0
