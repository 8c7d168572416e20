"""Parts of speech from tags by a pipeline's own rules, asked once for each case.

Nearly all rules of spaCy's attribute ruler look at one token: its tag, its relation,
and whether it is one of a few words. So their outcome is kept for each such case, and
the ruler itself is asked for new cases, and where a rule for several tokens applies.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc
    from thinc.types import Ints2d

SEEN: list[int | str] = ["TAG", "DEP", "LOWER"]
READ = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})  # what rules may look at
SET: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]
_Case = tuple[int, int, int]
_Rule = list[dict[str, object]]  # what is asked of each token


class WordRules:
    """Sets what the attribute ruler would set, sooner."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """Take the ruler's rules; ValueError when they look at more than we know."""
        from spacy.matcher import Matcher  # noqa: PLC0415 - spaCy is loaded already here

        self._ruler = ruler
        self._strings = ruler.vocab.strings
        self._longer = Matcher(ruler.vocab)
        words: list[str] = []
        for number, rule in enumerate(_rules(ruler)):
            if any(not token.keys() <= READ for token in rule):
                raise ValueError(ruler.name)
            if len(rule) > 1:
                self._longer.add(str(number), [rule])
            words += [word for token in rule for word in _words(token.get("LOWER"))]
        self._is_word = re.compile("|".join(f"(?:{word})" for word in words) or r"(?!)")
        self._named: dict[int, int] = {}
        self._outcomes: dict[_Case, list[int]] = {}

    def __call__(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        """The tagged and parsed docs with what the rules set."""
        return [self._ruled(doc) for doc in docs]

    def _ruled(self, doc: Doc) -> Doc:
        cases = [
            (tag, dep, self._name(lower))
            for tag, dep, lower in doc.to_array(SEEN).tolist()
        ]
        if len(self._longer) and self._longer(doc):
            return self._ruler(doc)
        try:
            rows = [self._outcomes[case] for case in cases]
        except KeyError:
            ruled = self._ruler(doc)
            self._outcomes |= zip(cases, ruled.to_array(SET).tolist(), strict=True)
            return ruled
        return (
            doc.from_array(SET, cast("Ints2d", np.array(rows, np.uint64)))
            if rows
            else doc
        )

    def _name(self, lower: int) -> int:
        """The word when a rule may ask for it, otherwise 0."""
        if lower not in self._named:
            word = self._strings[lower]
            is_asked = word.isspace() or self._is_word.search(word) is not None
            self._named[lower] = lower if is_asked else 0
        return self._named[lower]


def _rules(ruler: AttributeRuler) -> Iterator[_Rule]:
    for entry in ruler.patterns:
        yield from cast("list[_Rule]", entry["patterns"])


def _words(asked: object) -> Iterator[str]:
    """Regular expressions of the words that a rule asks for."""
    if isinstance(asked, str):
        yield f"^{re.escape(asked)}$"
    elif isinstance(asked, dict):
        for operator, value in asked.items():
            if operator == "REGEX":
                yield value
            elif operator in {"IN", "NOT_IN"}:
                yield from (f"^{re.escape(word)}$" for word in value)
            else:
                raise ValueError(operator)
