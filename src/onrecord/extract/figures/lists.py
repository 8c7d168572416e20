"""Lists of people as the words stand: "a captain, two of his men and a boy".

Read from parts of speech and commas, which taggers get right where parsers err.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.phrases import FATES, NOUNS, REMAINS, phrase_from
from onrecord.extract.figures.roles import is_one_person, names_no_more

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord.extract.figures.phrases import Phrase
    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Sentence

JOINING = frozenset({"and", "&", "plus"})
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
PLACING = frozenset({"in", "at", "near", "from", "to", "outside", "around", "on"})
NUMBER_NOUNS = frozenset({
    "dozens", "scores", "hundreds", "thousands", "millions", "tens", "handful",
    "number", "dozen", "couple", "pair", "trio", "majority", "lot", "group", "family",
    "team", "crew", "party", "band", "gang", "patrol",
})  # fmt: skip
SOME_OF = frozenset({"mostly", "mainly", "largely", "chiefly", "including", "most"})
APART = REMAINS | {"injuries", "deaths", "martyrs", "fatalities", "arrests"}
WITH = frozenset({"along", "together"})


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
        if _is_broken(sentence, run[-1], following, is_and=is_and):
            break
        last = following.last
        if not is_and and _is_apposed(sentence, run[-1], following):
            continue
        if names_no_more(sentence, run, following):
            run[-1] = replace(run[-1], last=last)
            closed = len(run) if is_and else closed
            continue
        run.append(following)
        closed = len(run) if is_and else closed
        if is_and and not _goes_on(sentence, last):
            break
    run = _without_next_clause(sentence, run[:closed])
    return run[:1] if is_one_person(sentence, run, last) else run


def _is_broken(sentence: Sentence, one: Phrase, other: Phrase, *, is_and: bool) -> bool:
    """Whether two phrases in a row are no list."""
    if not is_and and _ends_opening(sentence, one):
        return True
    return _is_apart(sentence, one) or _is_apart(sentence, other)


def _ends_opening(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a comma behind the phrase ends the sentence's opening words.

    "In a raid laid to the rebels, a clerk and a cook died": the rebels did not.
    """
    before = sentence.tokens[: phrase.first]
    is_opening = bool(before) and before[0].pos in {"ADP", "SCONJ"}
    is_led = is_opening and before[-1].pos in {"ADP", "PART"}
    return is_led and before[-1].text.casefold() not in {"of", "for"}


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
    words = [token.text.casefold() for token in sentence.tokens[last + 1 : last + 6]]
    comma = int(words[:1] == [","])
    if words[comma : comma + 3] == ["as", "well", "as"]:
        return last + 4 + comma, True
    if words[comma + 1 : comma + 2] == ["with"] and words[comma] in WITH:
        return last + 3 + comma, True
    if words[comma : comma + 1] == ["alongside"]:
        return last + 2 + comma, True
    if words[:1] and words[0] in JOINING:
        return last + 2, True
    if words[:2] and words[0] == "," and words[1:2] and words[1] in JOINING:
        return last + 3, True
    # An age takes the comma behind it with it.
    has_comma = words[:1] == [","] or sentence.tokens[last].text == ","
    return (last + (2 if words[:1] == [","] else 1), False) if has_comma else None


def _goes_on(sentence: Sentence, last: int) -> bool:
    words = [token.text.casefold() for token in sentence.tokens[last + 1 : last + 2]]
    return bool(words) and words[0] in JOINING | WITH


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
