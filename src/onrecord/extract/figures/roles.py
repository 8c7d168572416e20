"""Which members of a list are one person, or one number of people.

"Ana Petrell, former chairwoman and editor" is one; "62 passengers and crew" are 62.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import BANDS, MASS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.phrases import Phrase
    from onrecord.model import Sentence

# Of these a bare second one is another person: "a mother and daughter".
PAIRED = frozenset({
    "man", "woman", "boy", "girl", "mother", "father", "son", "daughter", "brother",
    "sister", "husband", "wife", "uncle", "aunt", "nephew", "niece", "grandmother",
    "grandfather", "grandson", "granddaughter", "baby", "infant", "child", "toddler",
    "grandchild", "cousin", "stepson", "stepdaughter", "boyfriend", "girlfriend",
    "bride", "groom", "bridegroom", "teenager", "driver", "passenger", "pilot",
    "co-pilot", "copilot", "parent", "fiance", "fiancee", "lady", "gentleman",
})  # fmt: skip
OPENING = frozenset({"DT", "PRP$", "CD", "POS", "PDT"})
SINGULAR = frozenset({"was", "is", "has"})
PLURAL = frozenset({"were", "are", "have"})
WITH = frozenset({"along", "together", "alongside", "as", "plus", "with"})
LEADING = 3  # tokens from the list to its verb: a comma, an adverb


def names_no_more(sentence: Sentence, run: Sequence[Phrase], other: Phrase) -> bool:
    """Whether the next phrase is of people that the list has counted already."""
    return _is_role(sentence, run[-1], other) or _shares_number(sentence, run, other)


def _is_role(sentence: Sentence, one: Phrase, other: Phrase) -> bool:
    """Whether a bare noun is what the person before is, too: "a poet and teacher".

    After a verb in the plural they were two, and headlines leave articles out.
    """
    first, head = sentence.tokens[other.first], sentence.tokens[other.head]
    names = {t.tag for t in sentence.tokens[other.first : other.head + 1]} & {"NNP"}
    is_bare = first.tag not in OPENING and head.tag in {"NN", "NNP"}
    is_bare = is_bare and sentence.tokens[other.first].tag in {"NN", "JJ"}
    if not is_bare or head.lemma.casefold() in PAIRED or sentence.zone == "headline":
        return False
    lead = sentence.tokens[one.first]
    is_opened = lead.tag in OPENING - {"CD"} or bool(names) or lead.tag == "NNP"
    is_opened = is_opened or first.text.casefold() in {"former", "late", "ex"}
    is_single = sentence.tokens[one.head].tag in {"NN", "NNP"}
    return is_opened and is_single and not _verb_after(sentence, other.last) & PLURAL


def _shares_number(sentence: Sentence, run: Sequence[Phrase], other: Phrase) -> bool:
    """Whether a number before counts these, too: "62 passengers and crew"."""
    first = sentence.tokens[other.first]
    numbers = sentence.tokens[run[0].first : run[0].head]
    head = sentence.tokens[other.head]
    is_many = head.tag == "NNS" or head.text.casefold() in MASS | BANDS
    is_bare = first.tag in {"NNS", "NN", "JJ"} and is_many
    is_counted = (
        any(t.pos == "NUM" for t in numbers)
        and sentence.tokens[run[0].head].tag == "NNS"
    )
    return len(run) == 1 and is_bare and is_counted


def is_one_person(sentence: Sentence, run: Sequence[Phrase], last: int) -> bool:
    """Whether the verb behind a list is of one: "the poet and teacher was killed".

    What "along with" adds leaves the verb in the singular.
    """
    if len(run) == 1 or any(sentence.tokens[p.head].tag == "NNS" for p in run):
        return False
    between = sentence.tokens[run[0].last + 1 : run[-1].first]
    is_added = any(token.text.casefold() in WITH for token in between)
    before = sentence.tokens[run[0].first - 1] if run[0].first else None
    is_subject = before is None or before.pos != "VERB"
    after = _verb_after(sentence, last)
    return is_subject and not is_added and bool(after & SINGULAR)


def _verb_after(sentence: Sentence, last: int) -> set[str]:
    """The auxiliary right behind a list, past a comma; empty where there is none."""
    for token in sentence.tokens[last + 1 : last + 1 + LEADING]:
        if token.text.casefold() in SINGULAR | PLURAL:
            return {token.text.casefold()}
        if token.text not in {",", ")"}:
            break
    return set()
