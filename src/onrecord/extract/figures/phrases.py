"""Lists of people as the words stand: "a captain, two of his men and a boy".

Read from parts of speech and commas, which taggers get right where parsers err.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Sentence, Token

NOUNS = frozenset({"UH", "NN", "NNS", "NNP", "NNPS"})
BEFORE = frozenset({"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "POS", "HYPH"})
ALONE = frozenset({
    "him", "her", "them", "himself", "herself", "themselves", "he", "she", "they",
    "others", "another", "both", "several", "many",
})  # fmt: skip
JOINING = frozenset({"and", "&", "plus"})
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
ORDINALS = frozenset({
    "second", "third", "fourth", "fifth", "sixth", "seventh", "other", "another",
})  # fmt: skip
AGES = frozenset({"aged", "age"})
REMAINS = frozenset({"bodies", "corpses", "remains", "body", "corpse"})
APART = REMAINS | {"injuries", "deaths", "martyrs", "fatalities", "arrests"}
SOME_OF = frozenset({"mostly", "mainly", "largely", "chiefly", "including", "most"})
STOPS = frozenset({
    "near", "in", "at", "after", "as", "on", "outside", "for", "by", "amid", "during",
    "when", "while", "kills", "killed", "martyred", "dies", "flee", "die",
})  # fmt: skip
PLACING = frozenset({"in", "at", "near", "from", "to", "outside", "around", "on"})
NUMBER_NOUNS = frozenset({
    "dozens", "scores", "hundreds", "thousands", "millions", "tens", "handful",
    "number", "dozen", "couple", "pair", "trio", "majority", "lot", "group", "family",
    "team", "crew", "party", "band", "gang", "patrol",
})  # fmt: skip
LONGEST = 9  # tokens before the noun
FATES = frozenset({
    "hurt", "wounded", "injured", "dead", "missing", "killed", "arrested", "detained",
    "critical", "unharmed", "safe",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase from token `first` to `last`; `head` is its noun or number."""

    first: int
    last: int
    head: int


def phrase_from(
    sentence: Sentence,
    at: int,
    quantities: Sequence[Quantity],
    end: int | None = None,
) -> Phrase | None:
    """The noun phrase that begins at token `at`; None where none does.

    It goes no farther than token `end`, where one is given.
    """
    tokens = sentence.tokens[: None if end is None else end + 1]
    starts = {quantity.first: quantity for quantity in quantities}
    i, head = at, None
    while i < len(tokens) and i - at <= LONGEST:
        if i in starts:
            head, i = starts[i].last, starts[i].last + 1
        elif _is_stop(sentence, i):
            break
        elif tokens[i].tag in NOUNS or tokens[i].text.casefold() in ALONE:
            head, i = i, i + 1
        elif _is_before(sentence, i) or tokens[i].text.casefold() in ORDINALS:
            i += 1
        else:
            break
    if head is None:
        return _bare(sentence, at, i)
    if head >= len(tokens):
        return None
    phrase = Phrase(at, head, head)
    return phrase if head == end else _with_of(sentence, phrase, quantities)


def _is_stop(sentence: Sentence, i: int) -> bool:
    """Whether the word ends a phrase, whatever part of speech a headline gives it."""
    word = sentence.tokens[i].text.casefold()
    return word in STOPS or (word in FATES and _ends(sentence, i))


def _ends(sentence: Sentence, i: int) -> bool:
    """Whether the fate ends the phrase: "eight hurt in", not "eight wounded men"."""
    after = sentence.tokens[i + 1].tag if i + 1 < len(sentence.tokens) else ""
    return after not in NOUNS


def _bare(sentence: Sentence, at: int, end: int) -> Phrase | None:
    """An ordinal or adjective for a person: "a fourth", "the other", "an orderly"."""
    last = end - 1
    if last <= at or sentence.tokens[at].tag not in {"DT", "PRP$"}:
        return None
    is_fit = sentence.tokens[last].tag in {"JJ", "RB"}
    return Phrase(at, last, last) if is_fit else None


def _is_before(sentence: Sentence, i: int) -> bool:
    """Whether the word may stand before a noun of its phrase."""
    token = sentence.tokens[i]
    if token.tag in BEFORE:
        return True
    after = sentence.tokens[i + 1].tag if i + 1 < len(sentence.tokens) else ""
    is_word = token.tag in {"VBN", "VBG", "RB"} and token.dep in {"amod", "compound",
                                                                  "advmod"}  # fmt: skip
    return is_word and after in NOUNS | {"JJ", "VBN"}


def _with_of(
    sentence: Sentence, phrase: Phrase, quantities: Sequence[Quantity]
) -> Phrase:
    """The phrase with what "of" and an age add to it."""
    tokens, last = sentence.tokens, phrase.last
    while last + 2 < len(tokens) and tokens[last + 1].text.casefold() == "of":
        inner = phrase_from(sentence, last + 2, quantities)
        if inner is None:
            break
        last = inner.last
    return Phrase(phrase.first, _past_age(tokens, last), phrase.head)


def _past_age(tokens: Sequence[Token], last: int) -> int:
    """The last token of an age behind a person: "Ana Petrell, 34,"; "(61)"."""
    words = [token.text.casefold() for token in tokens[last + 1 : last + 5]]
    if words[:1] and words[0] in AGES and words[1:2] and words[1].isdigit():
        return last + 2
    if words[:1] in ([","], ["("]) and words[1:2] and _is_age(words[1]):
        return last + 3 if words[2:3] and words[2] in {",", ")"} else last
    return last


def _is_age(word: str) -> bool:
    return word.isdigit() and 0 < int(word) <= 120  # noqa: PLR2004 - years of a life


def listed(
    sentence: Sentence,
    at: int,
    quantities: Sequence[Quantity],
    is_people: Callable[[int], bool],
) -> list[int]:
    """The heads of the list that token `at` is in, in order; `at` alone for none.

    A list ends with "and": without it what follows a comma is the same person.
    """
    runs = [run for run in _runs(sentence, quantities, is_people) if _holds(run, at)]
    if not runs:
        return [at]
    if any(_is_owner(sentence, phrase, at) for phrase in runs[0]):
        return [at]
    beneath = next((p for p in runs[0] if _is_beneath(sentence, p, at)), None)
    if beneath is not None:
        start = _after_of(sentence, beneath, at)
        inner = _run_from(sentence, start, quantities, is_people)
        return [p.head for p in inner] if _holds(inner, at) else [at]
    return [phrase.head for phrase in runs[0]]


def _is_beneath(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether the token is what "of" adds: the 19 in "one of the 19 killed"."""
    between = sentence.tokens[phrase.head + 1 : at]
    ofs = [token.i for token in between if token.text == "of"]
    if not ofs or not phrase.head < at <= phrase.last:
        return False
    counts = sentence.tokens[phrase.head].tag in NOUNS and not _is_vague(
        sentence, phrase
    )
    return counts or sentence.tokens[ofs[-1] + 1].tag in {"DT", "PRP$"}


def _is_owner(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether the token is whose people they are: "the injured man's children"."""
    inside = sentence.tokens[at + 1 : phrase.head]
    return phrase.first <= at < phrase.head and any(t.tag == "POS" for t in inside)


def _is_vague(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the head is a word for a number: "dozens of", "a handful of"."""
    return sentence.tokens[phrase.head].text.casefold() in NUMBER_NOUNS


def _after_of(sentence: Sentence, phrase: Phrase, at: int) -> int:
    """Where the people begin that "of" adds: after "the bodies of"."""
    ofs = [i for i in range(phrase.head, at) if sentence.tokens[i].text == "of"]
    return ofs[-1] + 1


def _holds(run: Sequence[Phrase], at: int) -> bool:
    return any(phrase.first <= at <= phrase.last for phrase in run)


def _runs(
    sentence: Sentence,
    quantities: Sequence[Quantity],
    is_people: Callable[[int], bool],
) -> Iterator[list[Phrase]]:
    """Every list of the sentence, single phrases too."""
    at = 0
    while at < len(sentence.tokens):
        run = _run_from(sentence, at, quantities, is_people)
        if run:
            yield run
        at = run[-1].last + 1 if run else at + 1


def _run_from(
    sentence: Sentence,
    at: int,
    quantities: Sequence[Quantity],
    is_people: Callable[[int], bool],
) -> list[Phrase]:
    phrase = phrase_from(sentence, at, quantities)
    if phrase is None or not is_people(phrase.head) or _is_placed(sentence, phrase):
        return []
    run, closed, last = [phrase], 1, phrase.last
    while (step := _joint(sentence, last)) is not None:
        after, is_and = step
        following = phrase_from(sentence, after, quantities)
        if following is None or not is_people(following.head):
            break
        if _is_apart(sentence, run[-1]) or _is_apart(sentence, following):
            break
        last = following.last
        if not is_and and _is_apposed(sentence, run[-1], following):
            continue
        run.append(following)
        closed = len(run) if is_and else closed
        if is_and and not _goes_on(sentence, last):
            break
    return _without_next_clause(sentence, run[:closed])


def _is_placed(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a name is a place, which taggers take for people: "at Vorrin"."""
    before = sentence.tokens[phrase.first - 1].text.casefold() if phrase.first else ""
    is_name = sentence.tokens[phrase.head].tag in {"NNP", "NNPS"}
    return is_name and phrase.first == phrase.head and before in PLACING


def _is_apposed(sentence: Sentence, one: Phrase, other: Phrase) -> bool:
    """Whether a name and a trade stand for one person: "Ana Petrell, a teacher,"."""
    tags = [sentence.tokens[phrase.head].tag for phrase in (one, other)]
    if sorted(tags) != ["NN", "NNP"]:
        return False
    common = one if tags[0] == "NN" else other
    return sentence.tokens[common.first].tag in {"DT", "PRP$", "NN", "NNP"}


def _is_apart(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase names its fate itself: "15 bodies", "30 wounded men"."""
    words = {t.text.casefold() for t in sentence.tokens[phrase.first : phrase.last + 1]}
    return bool(words & (FATES | APART | SOME_OF))


def _joint(sentence: Sentence, last: int) -> tuple[int, bool] | None:
    """Where the next member begins, and whether "and" leads to it."""
    words = [token.text.casefold() for token in sentence.tokens[last + 1 : last + 5]]
    if words[:3] == ["as", "well", "as"]:
        return last + 4, True
    if words[1:2] == ["with"] and words[0] in {"along", "together"}:
        return last + 3, True
    if words[:1] and words[0] in JOINING:
        return last + 2, True
    if words[:2] and words[0] == "," and words[1:2] and words[1] in JOINING:
        return last + 3, True
    # An age takes the comma behind it with it.
    has_comma = words[:1] == [","] or sentence.tokens[last].text == ","
    return (last + (2 if words[:1] == [","] else 1), False) if has_comma else None


def _goes_on(sentence: Sentence, last: int) -> bool:
    words = [token.text.casefold() for token in sentence.tokens[last + 1 : last + 2]]
    return bool(words) and words[0] in JOINING | {"along", "together"}


def _without_next_clause(sentence: Sentence, run: list[Phrase]) -> list[Phrase]:
    """The list without a last member that has a verb to itself.

    "killed a guard and two nurses were hurt": the nurses are of the next clause, when
    the list stands behind a verb.
    """
    before = sentence.tokens[run[0].first - 1] if run[0].first else None
    behind_verb = before is not None and (
        (before.pos == "VERB" and before.lemma != "leave")
        or before.text.casefold() in {"dead", "down"}
    )  # "left 70 inmates and 12 guards injured" is one list
    after = run[-1].last + 1
    has_verb = after < len(sentence.tokens) and sentence.tokens[after].tag in VERBS
    return run[:-1] if behind_verb and has_verb and len(run) > 1 else run
