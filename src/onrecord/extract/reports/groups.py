"""The group that words for people or things name: "police", "children", "schools"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.reports.tables import (
    Words,
    forms_of,
    longest_ending,
    read_table,
    words_up_to,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model import Sentence, Token

GROWN = 18  # years


@cache
def groups() -> Mapping[Words, str]:
    """The group of each form."""
    return {
        form: row["group"]
        for row in read_table("struck_groups.tsv")
        for form in forms_of(row)
    }


@cache
def things() -> frozenset[str]:
    """The groups of things."""
    rows = read_table("struck_groups.tsv")
    return frozenset(row["group"] for row in rows if row["what"] == "things")


def group_of_words(words: Sequence[str]) -> str | None:
    """The group that a phrase names by its last words; None when it names none.

    >>> group_of_words(["two", "police", "officers"]), group_of_words(["people"])
    ('police', None)
    """
    form = longest_ending(words, groups())
    return groups()[form] if form else None


def group_at(sentence: Sentence, at: int) -> str | None:
    """The group that the noun at token `at` names, by what is apposed to it if need be.

    "Ana Petrell, a reporter" is of the journalists; a nine-year-old is a child.
    """
    found = group_of_words([word for word, _ in words_up_to(sentence, at)])
    if found is not None:
        return found
    if _is_minor(sentence, at):
        return "children"
    beside = list(sentence.children_with(at, "appos", "compound", "nmod"))
    for token in (*reversed(beside), *_apposed_to(sentence, at)):
        found = group_of_words([word for word, _ in words_up_to(sentence, token.i)])
        if found is not None:
            return found
    return None


def _apposed_to(sentence: Sentence, at: int) -> list[Token]:
    """The noun that this one explains: "the reporter, Ana Petrell"."""
    token = sentence.tokens[at]
    return [sentence.tokens[token.head]] if token.dep == "appos" else []


def _is_minor(sentence: Sentence, at: int) -> bool:
    """Whether an age below that of the grown stands with it: "Ana Petrell, 9,"."""
    words = "".join(token.text for token in sentence.tokens[at - 4 : at + 1])
    aged = re.search(r"(\d{1,2})-(?:year|month)-old", words)
    after = sentence.tokens[at + 1 : at + 4]
    is_told = [token.text for token in after[::2]] == [",", ","]
    number = after[1].text if is_told else aged[1] if aged else ""
    return number.isdecimal() and int(number) < GROWN
