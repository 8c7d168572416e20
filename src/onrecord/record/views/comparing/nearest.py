"""Words of a text that come near to a fact which was not found in it.

"Not in this text" is said only where nothing comes near. What does is shown as
"possibly", for a person to look at: no finding rests on it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.record.text import fold_name
from onrecord.record.views.types import FactWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.record.views.comparing.drafts import Draft
    from onrecord.record.views.comparing.material import Sentence

Stems = frozenset[str]
SAID = 0.5  # share of a wording's stems in one sentence
LEAST = 2  # stems that must be shared
SHORT = 3  # letters: shorter words tie sentences together
ENDING = re.compile(r"(?:ing|ed|es|e|s|d)$")
COMMON = frozenset({
    "that", "this", "with", "from", "have", "been", "were", "will", "would", "could",
    "should", "they", "their", "there", "which", "what", "when", "where", "after",
    "before", "said", "says", "into", "than", "then", "them", "also", "about", "more",
    "most", "some", "such", "over", "under", "does", "not", "nothing", "nobody",
    "other", "others", "your",
})  # fmt: skip


class Sentences:
    """The sentences of some texts by the words in them."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        """Keep the sentences of every article apart."""
        self._told: dict[str, list[tuple[Sentence, Stems, str]]] = defaultdict(list)
        for item in sentences:
            folded = fold_name(item.words.text)
            self._told[item.article].append((item, stems_of(folded), f" {folded} "))

    def nearest(self, draft: Draft, articles: Sequence[str]) -> FactWords | None:
        """The sentence of these articles that comes nearest; None: none comes near."""
        told = [entry for name in articles for entry in self._told[name]]
        if draft.like_kind == "said":
            return _like_said(draft, told)
        if draft.like_kind in {"name", "number"}:
            return _with_words(draft, told)
        return None


def stems_of(folded: str) -> Stems:
    """The words that carry what is said, without their endings.

    >>> sorted(stems_of("the forces did not fire shots"))
    ['fir', 'forc', 'shot']
    """
    words = (word for word in folded.split() if word not in COMMON)
    return frozenset(
        ENDING.sub("", word) if len(word) > SHORT else word
        for word in words
        if len(word) > SHORT or word.isdigit()
    )


def _like_said(
    draft: Draft, told: Sequence[tuple[Sentence, Stems, str]]
) -> FactWords | None:
    """The sentence with the largest share of a wording's stems, if that is enough."""
    most, best = 0.0, None
    for wording in draft.like:
        asked = stems_of(fold_name(wording))
        for sentence, stems, _ in told:
            both = len(asked & stems)
            share = both / len(asked) if both >= min(LEAST, len(asked)) else 0.0
            if share > most:
                most, best = share, sentence
    return _words(best) if best is not None and most >= SAID else None


def _with_words(
    draft: Draft, told: Sequence[tuple[Sentence, Stems, str]]
) -> FactWords | None:
    """The first sentence that holds one of the wordings, word for word."""
    asked = [f" {folded} " for like in draft.like if (folded := fold_name(like))]
    for sentence, _, folded in told:
        if any(words in folded for words in asked):
            return _words(sentence)
    return None


def _words(sentence: Sentence) -> FactWords:
    return FactWords(None, sentence.article, sentence.words, "like it")
