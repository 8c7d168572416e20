"""Denials that only name what they deny: "denied the claim", "that is not true"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.oppositions.matters import place_of
from onrecord.extract.oppositions.sides import apart, is_of_media
from onrecord.extract.oppositions.told import is_asked, is_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.oppositions.matters import Matters
    from onrecord.model import Statement, Token

CLEAR, UNSURE = 0.75, 0.6
POINTING = frozenset({"this", "that", "it", "these", "those", "them", "both"})
DETERMINERS = POINTING | {"the", "such", "all", "any", "his", "her", "their"}
# What is denied of oneself; whoever was named before answers.
OWN = frozenset(
    """involvement role part responsibility wrongdoing knowledge complicity link links
    connection connections guilt charge charges""".split()  # noqa: SIM905 - reads better
)
WHOLE = frozenset({"all", "any"})
OWNING = frozenset({"'s", "’s", "'", "’", "‘s"})
REPORTING = frozenset({"report", "reports"})  # of the press, mostly
UNSAID = frozenset({"denying", "asking", "wanting", "demanding", "praising"})
FARTHEST = 2  # sentences between what was said and the noun that takes it up
LONGEST = 80  # characters of a quotation that does nothing but deny
DENIES = re.compile(
    r"(?:no[,;] )?(?:that|this|it|(?:these|those|the)"
    r" (?:claim|allegation|accusation)s?)"
    r"(?: (?:is|are|was|were)|[’']s)(?: \w+ly| just| all| a)*"
    r" (?:not true|not so|not the case|untrue|false|lies?|nonsense|"
    r"wrong|baseless|unfounded|groundless|fabricat\w+|invent\w+|rubbish|absurd)\W*",
    re.IGNORECASE,
)


def taken_up(
    denial: Statement, statements: Sequence[Statement], matters: Matters
) -> tuple[str, float] | None:
    """The statement just before that a denial takes up by a noun or pronoun.

    Surely where one other side alone speaks there; a report of the press that is
    denied is no dispute with the press.
    """
    denied = matters.tokens(denial.denied)
    owner = _owner(denied)
    if owner:
        owned = [s for s in statements if matters.source_words(s) == owner]
        return _nearest(denial, owned, matters, FARTHEST)
    farthest = _reach(denied)
    if farthest is None:
        return None
    found = _nearest(denial, statements, matters, farthest)
    if found is None or not any(t.text.lower() in WHOLE for t in denied):
        return found
    return found[0], UNSURE  # the last one said need not be among them


def denied_in_quotation(
    quoted: Statement, statements: Sequence[Statement], matters: Matters
) -> tuple[str, float] | None:
    """The statement before that a quotation does nothing but deny: "It is a lie"."""
    said = matters.text_of(quoted.content)
    if len(said) > LONGEST or not DENIES.fullmatch(said.strip()):
        return None
    return _nearest(quoted, statements, matters, 1)


def answered_charge(
    denial: Statement, statements: Sequence[Statement], matters: Matters
) -> tuple[str, float] | None:
    """The statement before about the denier, who "denied any involvement"."""
    tokens = [t for t in matters.tokens(denial.denied) if t.pos not in {"DET", "PUNCT"}]
    if not tokens or tokens[0].text.lower() not in OWN:
        return None
    named = {denial.speaker} if denial.speaker is not None else set()
    denier = matters.heads_in(denial.source) | named
    charges = [s for s in statements if denier & matters.heads_in(s.content)]
    return _nearest(denial, charges, matters, 1)


def _reach(denied: Sequence[Token]) -> int | None:
    """How many sentences back the denied words point; None where they name more."""
    words = [token.text.lower() for token in denied]
    if len(words) == 1 and words[0] in POINTING:
        return 1
    if not words or words[0] not in DETERMINERS:
        return None
    *before, noun = words
    if not is_told(noun) or is_asked(noun) or noun in REPORTING:
        return None
    telling = [t for t in denied[1:-1] if t.pos not in {"ADJ", "ADV", "DET"}]
    return FARTHEST if before and not telling else None


def _owner(denied: Sequence[Token]) -> str:
    """Whose words are denied, in small letters: "the mayor" of "the mayor's claim"."""
    words = [token.text.casefold() for token in denied]
    at = next((at for at, word in enumerate(words) if word in OWNING), None)
    if at is None or len(words) - at != 2 or not is_told(words[-1]):  # noqa: PLR2004 - the sign of owning and the noun
        return ""
    return " ".join(words[:at])


def _nearest(
    denial: Statement,
    statements: Sequence[Statement],
    matters: Matters,
    farthest: int,
) -> tuple[str, float] | None:
    """The last statement of another side before the denial, and how surely."""
    before = list(_before(denial, statements, matters, farthest))
    if not before:
        return None
    last = before[-1]
    sides = apart(last, denial, matters)
    if sides == "no" or is_of_media(last, matters):
        return None
    sources = {matters.source_words(each) for each in before}
    sure = sides == "yes" and len(sources) == 1
    return last.id, CLEAR if sure else UNSURE


def _before(
    denial: Statement,
    statements: Sequence[Statement],
    matters: Matters,
    farthest: int,
) -> Iterator[Statement]:
    """Assertions of the sentences just before, and of this one, in reading order."""
    here = matters.sentence_number(place_of(denial))
    for other in sorted(statements, key=place_of):
        if other.id == denial.id or place_of(other) >= place_of(denial):
            continue
        if other.zone == "headline" or other.cue_class in UNSAID:
            continue
        if here - matters.sentence_number(place_of(other)) <= farthest:
            yield other
