"""What a statement says: its poles, numbers, force and words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.resolve.meaning.phrases import Hit, cased_tokens, load_phrases
from onrecord.resolve.meaning.quantities import Quantity, quantities_of
from onrecord.resolve.words import background_share, stem, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIGNS = frozenset(".,;:!?")
REACH_BEFORE = 5  # words that a negation before a phrase may stand away
REACH_AFTER = 4
# Words that a negation reaches through: "no direct evidence of wrongdoing".
TRANSPARENT = frozenset(
    {"a", "an", "the", "any", "or", "of", "direct", "evidence", "proof", "sign",
     "signs", "report", "reports", "indication", "record", "single"}
)  # fmt: skip
COMMON = 0.25  # a word in more texts than this is no word of content
EARLIER = frozenset({"previous", "previously", "earlier", "former", "ago", "once"})
NEITHER = "="  # the pole of phrases that hold a word of a family by chance
LONGEST = 4000  # characters read of a statement; more is no single assertion
KEPT = 100_000  # texts at hand, some 3 kB each: those of a record of 10,000 articles


@dataclass(frozen=True, slots=True)
class Meaning:
    """One statement as comparable parts.

    `poles` has for each family of meanings the signs found, +1 or -1, `signs` the sign
    of those that it states plainly: with one sign alone. `is_weak` says
    that it speaks of what may be, or plays down; `is_aimed`, that it tells what is
    tried or wanted. `is_earlier`: of an earlier time than now. `years` are the years
    it names. `plain` are the words outside the phrases that gave the poles, `subject`
    those of them that are no names.
    """

    poles: tuple[tuple[str, frozenset[int]], ...]
    signs: Mapping[str, int]
    quantities: tuple[Quantity, ...]
    words: frozenset[str]
    plain: frozenset[str]
    subject: frozenset[str]
    is_negated: bool
    is_weak: bool
    is_aimed: bool
    is_earlier: bool
    is_question: bool
    years: frozenset[str]

    def pole(self, family: str) -> int:
        """+1 or -1 where the statement says it plainly, 0 where it does not."""
        return self.signs.get(family, 0)


def asks(text: str) -> bool:
    """Whether these words end as a question.

    >>> asks("'Is the bridge open?'")
    True
    """
    return text.rstrip(" \"'\u201d\u2019").endswith("?")


@lru_cache(maxsize=KEPT)
def read_meaning(text: str) -> Meaning:
    """The meaning of these words.

    >>> read_meaning("The bridge is not open.").pole("open")
    -1
    """
    cased = cased_tokens(text[:LONGEST])
    tokens = [token.lower() for token in cased]
    named = _in_names(cased)
    turns = _Turns(tokens)
    poles: defaultdict[str, set[int]] = defaultdict(set)
    inside: set[int] = set()
    is_aimed = False
    for hit in load_phrases("meanings.tsv").find(tokens):
        aim = turns.is_aim(hit)
        is_aimed |= aim
        if (
            hit.phrase.pole == NEITHER
            or aim
            or named.issuperset(range(hit.start, hit.end))
        ):
            continue
        sign = 1 if hit.phrase.pole == "+" else -1
        poles[hit.phrase.kind].add(-sign if turns.turn(hit) else sign)
        inside.update(range(hit.start, hit.end))
    plain = content_stems(token for at, token in enumerate(tokens) if at not in inside)
    small = content_stems(word for word in words_in(text) if word[0].islower())
    words = content_stems(tokens)
    return Meaning(
        poles=tuple((name, frozenset(signs)) for name, signs in sorted(poles.items())),
        signs={
            name: sum(poles[name]) for name in sorted(poles) if len(poles[name]) == 1
        },
        quantities=quantities_of(text[:LONGEST]),
        words=words,
        plain=words if plain == words else plain,
        subject=plain & small,
        is_negated=turns.is_negated,
        is_weak=turns.is_weak,
        is_aimed=is_aimed,
        is_earlier=bool(EARLIER & set(tokens)),
        is_question=asks(text),
        years=frozenset(token for token in tokens if _is_year(token)),
    )


class _Turns:
    """The negations of a text, and which phrases they turn."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self._tokens = tokens
        hits = list(load_phrases("negations.tsv").find(tokens))
        spared = [hit for hit in hits if hit.phrase.kind == "spare"]
        self._before = [
            hit
            for hit in hits
            if hit.phrase.kind == "before"
            and not any(other.start <= hit.start < other.end for other in spared)
        ]
        self._after = [hit for hit in hits if hit.phrase.kind == "after"]
        self._aims = {hit.end for hit in hits if hit.phrase.kind == "aim"}
        self._breaks = {at for at, token in enumerate(tokens) if token in SIGNS}
        self._breaks.update(hit.start for hit in hits if hit.phrase.kind == "break")
        self.is_negated = bool(self._before or self._after)
        self.is_weak = any(hit.phrase.kind == "weak" for hit in hits)

    def turn(self, hit: Hit) -> bool:
        """Whether an odd number of negations reaches this phrase."""
        first = hit.start
        near = REACH_BEFORE
        while near and first and not self._stops(first - 1):
            first -= 1
            near -= self._tokens[first] not in TRANSPARENT
        last = hit.end
        while last - hit.end < REACH_AFTER and not self._stops(last):
            last += 1
        before = sum(first <= at.start and at.end <= hit.start for at in self._before)
        after = sum(hit.end <= at.start < last for at in self._after)
        return (before + after + self._within(hit)) % 2 == 1

    def _within(self, hit: Hit) -> int:
        """Negations that stand in a phrase's gap: "poses no great danger"."""
        if "~" not in hit.phrase.parts:
            return 0
        return sum(
            hit.start < at.start
            and at.end < hit.end
            and self._tokens[at.start] not in hit.phrase.parts
            for at in self._before
        )

    def is_aim(self, hit: Hit) -> bool:
        """Whether the phrase tells what is tried or only called so, and no fact."""
        return hit.start in self._aims or hit.start - 1 in self._aims

    def _stops(self, at: int) -> bool:
        return at in self._breaks


def _in_names(cased: Sequence[str]) -> set[int]:
    """Places of words in names of two words or more; none in a headline in capitals."""
    if not content_stems(token for token in cased if token[0].islower()):
        return set()
    capital = [token[0].isupper() for token in cased]
    return {
        at
        for at, big in enumerate(capital)
        if big
        and (capital[at - 1 : at] == [True] or capital[at + 1 : at + 2] == [True])
    }


def content_stems(tokens: Iterable[str]) -> frozenset[str]:
    """The stems of the words that are neither signs nor everywhere."""
    return frozenset(
        stem(token)
        for token in tokens
        if token not in SIGNS and background_share(token) < COMMON
    )


def _is_year(token: str) -> bool:
    return len(token) == 4 and token.isdigit() and token[:2] in {"18", "19", "20"}  # noqa: PLR2004 - four digits make a year
