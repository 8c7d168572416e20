"""Words folded for coming near: without endings, numbers as digits, names by parts.

Coarse on purpose: what comes near by them is shown to a person, and nothing more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.record.text import fold_name

Folded = tuple[str, ...]

SHORT = 3  # letters: shorter words tie sentences together
KIN = 5  # first letters that "Brennan" and "Brenna" share
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
ENDING = re.compile(r"(?:ing|ed|es|e|s|d)$")
BEFORE = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this"})
DENYING = frozenset({  # as stems
    "deni", "deny", "reject", "dismiss", "refut", "not", "no", "non", "never",
    "nobody", "noth", "without",
})  # fmt: skip
NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
}  # fmt: skip
COMMON = frozenset({
    "that", "this", "with", "from", "have", "been", "were", "will", "would", "could",
    "should", "they", "their", "there", "which", "what", "when", "where", "after",
    "before", "said", "says", "into", "than", "then", "them", "also", "about", "more",
    "most", "none", "some", "such", "over", "under", "does", "nothing", "nobody",
    "other", "others", "your",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stems:
    """The words that carry what is said, and the numbers among them."""

    words: frozenset[str]
    numbers: frozenset[str]


def folded_words(text: str) -> Folded:
    """The words of a text, folded, numbers as digits, without the "'s" of a name.

    >>> folded_words("Vorrin’s twelve ships")
    ('vorrin', '12', 'ships')
    """
    words = fold_name(POSSESSIVE.sub("", text)).split()
    return tuple(NUMBERS.get(word, word) for word in words)


def stems_of(words: Folded) -> Stems:
    """The words that tell something, without their endings.

    >>> sorted(stems_of(("the", "forces", "did", "not", "fire", "12", "shots")).words)
    ['12', 'fir', 'forc', 'shot']
    """
    kept = [w for w in words if w.isdigit() or (len(w) > SHORT and w not in COMMON)]
    return Stems(
        frozenset(_stem(word) for word in kept),
        frozenset(word for word in kept if word.isdigit()),
    )


def label_of(text: str) -> frozenset[str]:
    """What a wording of a name is compared by: its words without their endings.

    >>> label_of("the bombed market") == label_of("The bombing market")
    True
    """
    return frozenset(_stem(word) for word in folded_words(text) if word not in BEFORE)


def denies(words: Folded) -> bool:
    """Whether a sentence denies something, or says that it is not so.

    >>> denies(("none", "of", "the", "guns", "fired"))
    True
    """
    return any(_stem(word) in DENYING for word in words)


def _stem(word: str) -> str:
    return ENDING.sub("", word) if len(word) > SHORT and not word.isdigit() else word


def holds_words(words: Folded, wording: Folded) -> bool:
    """Whether a wording stands in these words as it is.

    >>> holds_words(("the", "dockers", "union", "met"), ("dockers", "union"))
    True
    """
    size = len(wording)
    return size > 0 and any(
        words[at : at + size] == wording for at in range(len(words) - size + 1)
    )


def holds_person(words: Folded, name: Folded) -> bool:
    """Whether a person's name stands in these words, or its last word.

    >>> holds_person(("minister", "petrell", "left"), ("ana", "petrell"))
    True
    """
    return holds_words(words, name) or (
        bool(name) and len(name[-1]) > SHORT and name[-1] in words
    )


def holds_name(words: Folded, name: Folded) -> bool:
    """Whether the name of a body or place stands in these words, or its last word.

    Nothing may stand before the last word that tells it from another: "the ministry"
    may be the interior ministry, "the foreign ministry" is not.

    >>> holds_name(("the", "union", "met"), ("dockers", "union"))
    True
    """
    if not name or holds_words(words, name):
        return bool(name)
    *first, last = name
    return len(last) > SHORT and any(
        word == last and _is_open(words[max(at - 1, 0) : at], first)
        for at, word in enumerate(words)
    )


def _is_open(before: Folded, first: list[str]) -> bool:
    """Whether the word before a name's last word leaves open whose it is."""
    return all(
        word in BEFORE or any(word[:KIN] == part[:KIN] for part in first)
        for word in before
    )
