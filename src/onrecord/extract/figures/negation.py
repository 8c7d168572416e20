"""Words that did not come true: "was not hurt", "escaped without being hit"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Sentence, Token

UNFOUND = frozenset({
    "found", "located", "traced", "identified", "missing", "unaccounted", "untraced",
    "recovered", "survive", "survived", "survives",
})  # fmt: skip
NOT = frozenset({"not", "n't", "n\u2019t", "never"})
CARRYING = frozenset({"xcomp", "acomp", "attr", "oprd"})  # a "not" above holds below
_ONE_IN = re.compile(
    r"\b(?:one|two|three|1|2|3) (?:in|out of) (?:every )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|"
    r"a hundred|a thousand) (?!of\b|the\b)[a-z]+s\b"
)


def is_negated(sentence: Sentence, at: int) -> bool:
    """Whether the word at token `at` did not happen.

    "Not only killed" says that it did; what was not found is missing.
    """
    if sentence.tokens[at].text.casefold() in UNFOUND:
        return False
    token, seen = sentence.tokens[at], set[int]()
    while token.i not in seen:
        seen.add(token.i)
        denials = sentence.children_with(token.i, "neg")
        if any(_is_plain_not(sentence, denial) for denial in denials):
            return True
        lead = sentence.tokens[token.head]
        if token.dep == "pcomp" and lead.text.casefold() == "without":
            return True
        if token.dep in CARRYING:
            token = lead
    return False


def _is_plain_not(sentence: Sentence, token: Token) -> bool:
    after = sentence.tokens[token.i + 1 : token.i + 2]
    is_more = any(t.text.casefold() in {"only", "just", "merely"} for t in after)
    return token.text.casefold() in NOT and not is_more


def is_share(sentence: Sentence) -> bool:
    """Whether the sentence gives a rate: "one in four patients died"."""
    words = " ".join(token.text.casefold() for token in sentence.tokens)
    return _ONE_IN.search(words) is not None
