"""Title Case Headlines in small letters where that is safe.

A parser that learned from running text takes Every Capital For A Name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.passages import Paragraph

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LONG = 4  # letters; shorter words are small in most title-case styles
TITLE_SHARE = 0.8  # of the long words have a capital: then the style is Title Case
SIBILANTS = ("s", "sh", "ch", "x", "z")
SHORTEST_TITLE = 3  # long words; fewer cannot show a style
# A name rarely ends so; a headline's verbs, adverbs and abstract nouns do.
COMMON_END = re.compile(
    r"(?:[^s]ing|[^e]ed|[bcdfgklmnprtv]ly|tions?|sions?|ments?|ness|ities|ity|ance|ence"
    r"|ians?ts|ous|ful|less|able|ible|[^aiou]ers|[nrt]als)$"
)


@cache
def _reporting_verbs() -> frozenset[str]:
    """The present forms of the reporting verbs in the table: "says", "warns"."""
    table = files("onrecord.data").joinpath("cues.tsv").read_text("utf-8")
    lemmas = [line.split("\t")[0] for line in table.splitlines() if line[:1] != "#"]
    return frozenset(
        lemma[:-1] + "ies"
        if lemma.endswith("y") and lemma[-2] not in "aeiou"
        else lemma + ("es" if lemma.endswith(SIBILANTS) else "s")
        for lemma in lemmas
        if lemma
    )


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """How the running text of an article writes its words.

    `small`: seen in small letters. `capital`: seen with a capital inside a sentence,
    and never small.
    """

    small: frozenset[str]
    capital: frozenset[str]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], text: str) -> CaseEvidence:
        """What all paragraphs but headlines show."""
        small: set[str] = set()
        capital: set[str] = set()
        for paragraph in paragraphs:
            if paragraph.zone in {"headline", "heading"}:
                continue
            words = paragraph.span.of(text)
            for match in WORD.finditer(words):
                word = match.group()
                if word[0].islower():
                    small.add(word)
                elif words[match.start() - 2 : match.start()].strip(" “\"'‘").isalnum():
                    capital.add(word.lower())
        return cls(frozenset(small), frozenset(capital - small))


def is_title_case(words: str) -> bool:
    """Whether nearly every long word has a capital."""
    long = [word for word in WORD.findall(words) if len(word) >= LONG]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= SHORTEST_TITLE and capitals >= TITLE_SHARE * len(long)


def sentence_cased(words: str, evidence: CaseEvidence) -> str:
    """The headline as a sentence would write it, of the same length.

    Words that the article writes with a capital keep it, as do abbreviations and
    words that nothing is known about; other text comes back as it is.
    """
    if not is_title_case(words):
        return words
    first = WORD.search(words)
    return WORD.sub(
        lambda match: (
            match.group()
            if first is not None and match.start() == first.start()
            else _small_if_safe(match.group(), evidence)
        ),
        words,
    )


def _small_if_safe(word: str, evidence: CaseEvidence) -> str:
    small = word.lower()
    if small in _reporting_verbs():
        return small
    if len(small) != len(word) or (word.isupper() and len(word) > 1):
        return word
    if small in evidence.small:
        return small
    if small in evidence.capital:
        return word
    return small if COMMON_END.search(small) else word
