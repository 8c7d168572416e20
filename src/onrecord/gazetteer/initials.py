"""Whether a short form is made of the initials of a long one."""

from __future__ import annotations

from onrecord.gazetteer.folding import fold, is_acronym
from onrecord.gazetteer.org_words import org_words

SHORTEST = 3  # letters; two fit too many names


def is_short_for(short: str, long: str) -> bool:
    """Whether every letter of an acronym opens a word of the long form, in order.

    Small words count or not, as they do in names: all of them, or none.

    >>> is_short_for("HBV", "Harbour Board of Vorrin")
    True
    >>> is_short_for("HBV", "Harbour Bank"), is_short_for("hbv", "Harbour Board Vorrin")
    (False, False)
    """
    letters = fold(short).replace(" ", "")
    if not is_acronym(short) or len(letters) < SHORTEST:
        return False
    words = fold(long).split()
    links = org_words().links
    heavy = [word for word in words if word not in links]
    return letters in {_initials(words), _initials(heavy)}


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)
