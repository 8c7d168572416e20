"""Quantities as worded: "at least 12", "dozens of", "between 15 and 20", "no"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.dates import find_expressions
from onrecord.extract.numbers import NUMBER_WORDS, SCALES, parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Sentence

VAGUE = {  # words that open a lower bound alone
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000,
    "tens of thousands": 20_000, "hundreds of thousands": 200_000,
    "millions": 2_000_000, "several dozen": 24, "several hundred": 200,
    "several thousand": 2_000, "several": 2, "a few": 2, "a handful": 2, "numerous": 2,
    "a number": 2, "multiple": 2, "countless": 2, "many": 2,
}  # fmt: skip
FLOOR = {
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
    "not fewer than",
    "upwards of",
}
ABOVE = {"more than", "over", "above", "in excess of", "exceeding"}
CEILING = {
    "up to", "as many as", "nearly", "almost", "close to", "at most", "no more than",
    "not more than", "a maximum of",
}  # fmt: skip
BELOW = {"fewer than", "less than", "under"}
ABOUT = {
    "about", "around", "some", "approximately", "roughly", "an estimated", "estimated",
    "circa", "or so", "odd",
}  # fmt: skip
ADDED = {"a further", "another", "an additional", "additional"}
_QUALIFIERS = FLOOR | ABOVE | CEILING | BELOW | ABOUT | ADDED
DOUBTFUL = 10_000_000  # people; a larger figure is kept and marked


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range of tokens `first` to `last`, both included.

    `start` and `end` are its characters in the page, qualifier included. `added` says
    that it counts others than a number before it ("another five", "13 more").
    """

    low: int | None
    high: int | None
    qualifier: str | None
    about: bool
    added: bool
    first: int
    last: int
    start: int
    end: int


def _either(words: object) -> str:
    ordered = sorted(words, key=len, reverse=True)  # type: ignore[call-overload]  # any set of words
    return "|".join(re.escape(word) for word in ordered)


_WORDS = _either(NUMBER_WORDS)
_NUMBER = (
    r"(?:\d{1,3}(?:[,\u2009\u202f]\d{3})+|\d+(?:\.\d+)?)(?: (?:dozen|hundred|thousand|"
    r"million|lakh|crore|billion)\b)?"
    rf"|(?:half )?(?:an? )?(?:{_WORDS})(?:(?:-|(?:(?<=hundred)|(?<=thousand)) and (?=(?:{_WORDS})\b)| )(?:{_WORDS})\b)*"  # noqa: E501 - one pattern a line
)
_VAGUE = re.compile(
    rf"\b(?:(?P<qualifier>{_either(_QUALIFIERS)}) )?(?P<vague>{_either(VAGUE)})\b",
    re.IGNORECASE,
)
_OPEN = (
    rf"(?<![\w.$\u20ac\u00a3#/:-])(?:(?P<qualifier>{_either(_QUALIFIERS)}) )?"
    rf"(?:(?P<between>between) )?(?P<number>{_NUMBER})"
)
_CLOSE = (
    r"(?P<after> or (?:more|so)| and counting|\+|-plus| plus|-odd| odd)?"
    r"(?![\w%:/]|[.,]\d|-(?:year|month|day|week|hour|minute|foot|metre|meter|mile|km|"
    r"strong|storey|story|member|nation|man|bed|seat|point|page))"
)
_RANGE = rf"(?:(?(between) and | ?(?:[-\u2013]|\bto) ?)(?P<upper>{_NUMBER}))?"
_EXACT = re.compile(_OPEN + _RANGE + _CLOSE, re.IGNORECASE)
_SINGLE = re.compile(_OPEN + "(?P<upper>)" + _CLOSE, re.IGNORECASE)
_UNITS = re.compile(
    r"\s*(?:%|percent|per cent|st\b|nd\b|rd\b|th\b|year-old|years? old|[ap]\.?m\b|"
    r"years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|seconds?\b|km\b|"
    r"kilomet\w+|miles?\b|met(?:re|er)s?\b|kilo\w*|kg\b|tons?\b|tonnes?\b|feet\b|"
    r"-?\s?(?:thirds?|quarters?|fourths?|fifths?|sixths?|tenths?)\b|"
    r"(?:more|fewer|less) than\b|dollars?\b|euros?\b|pounds?\b|degrees?\b)",
    re.IGNORECASE,
)

# "half of the 40 passengers" and "one in four" count shares of the number.
_SHARE_OF = re.compile(
    r"(?:\b(?:half|third|quarter|most|many|some|majority|percent|per cent|part)"
    r"(?: of)? (?:the |its |their |those )|\b(?:one|two|three|\d) in |"
    r"\bout of (?:the )?)$"
)
_AGED = re.compile(r"\b(?:aged?|ages) (?:(?:between )?[\w-]+,? (?:and|to|or|,) )?$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_quantities(sentence: Sentence) -> list[Quantity]:
    """The quantities of a sentence that may count people, in order.

    Dates, ages, times, measures, money and shares are left out.
    """
    text, base = text_of(sentence), sentence.span.start
    every = list(_all(sentence, text))
    # Dates cost more than numbers: they are sought only where there is a number.
    dates = [item.span for item in find_expressions(text, base)] if every else []
    found: list[Quantity] = []
    for quantity in every:
        inside_date = any(
            span.start <= quantity.start and quantity.end <= span.end for span in dates
        )
        if inside_date or (found and quantity.start < found[-1].end):
            continue
        found.append(quantity)
    return found


def text_of(sentence: Sentence) -> str:
    """The sentence's words at their places, one blank for what lies between."""
    base = sentence.span.start
    letters = [" "] * len(sentence.span)
    for token in sentence.tokens:
        at = token.span.start - base
        letters[at : at + len(token.span)] = token.text[: len(token.span)]
    return "".join(letters)


def _all(sentence: Sentence, text: str) -> Iterator[Quantity]:
    for match in sorted(_matches(text), key=lambda item: (item.start(), -item.end())):
        bounds = _bounds(match)
        if bounds is None or _UNITS.match(text, match.end()):
            continue
        before = text[: match.start()].casefold()
        if _AGED.search(before) or _SHARE_OF.search(before):
            continue
        first, last = _tokens_in(sentence, match.start(), match.end())
        if first is None or last is None:
            continue
        low, high, about = bounds
        words = (
            " ".join(match.groupdict().get("qualifier", "").split())
            if (match["qualifier"])
            else _own_qualifier(match)
        )
        base = sentence.span.start
        yield Quantity(
            low, high, words or None, about,
            added=(words or "").casefold() in ADDED or _is_more(sentence, last),
            first=first, last=last,
            start=base + match.start(), end=base + match.end(),
        )  # fmt: skip


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Vague and exact ones; "from 30 to 45" is a change and no range."""
    for match in _VAGUE.finditer(text):
        if not text[: match.start()].casefold().endswith(("how ", " as ")):
            yield match
    for match in _EXACT.finditer(text):
        if match["upper"] and _is_change(text[: match.start()].casefold()):
            yield from _SINGLE.finditer(text, match.start(), match.end())
        else:
            yield match


def _is_change(before: str) -> bool:
    """Whether "from" leads to the numbers, and not "anything from"."""
    is_open = before.endswith(("anything from ", "anywhere from "))
    return before.endswith("from ") and not is_open


def _own_qualifier(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("vague"):
        return str(groups["vague"])
    return (groups.get("after") or groups.get("between") or "").strip()


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None, bool] | None:
    groups = match.groupdict()
    qualifier = (groups.get("qualifier") or "").casefold()
    if groups.get("vague"):
        return VAGUE[groups["vague"].casefold()], None, qualifier in ABOUT
    number = parse_number(groups["number"])
    if number is None:
        return None
    upper = parse_number(groups["upper"]) if groups["upper"] else None
    if (groups["upper"] or "").casefold() in SCALES:
        return None  # "a 12-million scheme" is no range
    if upper is not None and (
        upper <= number or _are_years(groups["number"], groups["upper"])
    ):
        return None  # "7-1" is a score, "between 2009 and 2018" are dates
    if upper is not None:
        return number, upper, qualifier in ABOUT
    return _qualified(number, qualifier, (groups["after"] or "").strip().casefold())


def _are_years(first: str, last: str) -> bool:
    return all(_YEAR.fullmatch(each) is not None for each in (first, last))


def _qualified(
    number: int, before: str, after: str
) -> tuple[int | None, int | None, bool]:
    if before in FLOOR or after in {"or more", "and counting", "+", "-plus", "plus"}:
        return number, None, False
    if before in ABOVE:
        return number + 1, None, False
    if before in CEILING:
        return None, number, False
    if before in BELOW:
        return None, max(number - 1, 0), False
    return number, number, before in ABOUT or after in {"or so", "odd", "-odd"}


def _tokens_in(
    sentence: Sentence, start: int, end: int
) -> tuple[int | None, int | None]:
    """First and last token inside these characters of the sentence."""
    base = sentence.span.start
    inside = [
        token.i
        for token in sentence.tokens
        if start <= token.span.start - base and token.span.end - base <= end
    ]
    return (inside[0], inside[-1]) if inside else (None, None)


def _is_more(sentence: Sentence, last: int) -> bool:
    after = [token.text.casefold() for token in sentence.tokens[last + 1 : last + 3]]
    return "more" in after[:1] or "others" in after or "other" in after[:1]
