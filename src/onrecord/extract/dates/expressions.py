"""Where a text has words that are a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.dates.holidays import FEAST_NAMES
from onrecord.extract.dates.vocabulary import (
    DAY_PARTS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
)
from onrecord.extract.numbers import NUMBER_WORDS
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that name a time, and the preposition that leads them ("" for none)."""

    text: str
    span: Span
    lead: str


_MONTH = (
    "(?:"
    + "|".join(MONTHS)
    + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_PART = "(?:" + "|".join(DAY_PARTS) + ")"
_COUNT = (
    r"(?:\d{1,3}|an?|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + ")"
    r"(?:[ -](?:" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + "))?"
)
_UNIT = r"(?:hour|day|night|week|fortnight|month|year|decade)s?"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
# After a day of a month any four digits are a year, but for a crowd: "on May 3, 1500
# women"; cutting off a year that cannot be would leave another date than was told.
_ANY_YEAR = rf"(?:{_YEAR}|[1-9]\d{{3}}(?!\s+[a-z]|[,.]\d))"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_WHICH = r"(?:last|past|previous|preceding|this|next|coming|following)"
_FEAST = (
    r"(?:(?:the )?(?:(?:eve|(?:first|last) day) of )(?:the )?)?"
    "(?:"
    + "|".join(name.replace(" ", r"(?:['\u2019]s?)?[ -]") for name in FEAST_NAMES)
    + rf")(?: week)?(?:,? (?:of )?{_YEAR}| (?:this|last) year)?"
)
_ORDER = "(?:first|second|third|fourth|final|[1-4](?:st|nd|rd|th))"
_FORMS = (
    rf"{_DAY}(?: ?[-\u2013] ?{_DAY})? (?:of )?{_MONTH},?(?: {_ANY_YEAR}\b)?",
    rf"{_MONTH} {_DAY}(?: ?[-\u2013] ?{_DAY})?\b(?!,\d|:)(?:,? {_ANY_YEAR}\b)?",
    rf"(?:{_WHICH} )?{_MONTH}(?:,? (?:of )?(?:{_ANY_YEAR}\b|last year|this year))?",
    r"\d{4}-\d\d-\d\d",
    r"(?:the )?(?:day before yesterday|day after tomorrow)",
    rf"(?:yesterday|tomorrow|today)(?: {_PART})?|tonight|overnight",
    rf"last (?:night|evening)|this {_PART}",
    rf"(?:the )?(?:previous|following|(?:that )?same|that|next) (?:day|night|{_PART})",
    rf"(?:{_WHICH} )?{_WEEKDAY}(?:['\u2019]s)?(?: {_PART})?(?: {_WHICH} week)?",
    rf"{_COUNT} (?:more )?{_UNIT} (?:ago|earlier|before|later|after)\b",
    r"(?:(?:a few|some|several) )?(?:minutes|moments|hours) ago\b",
    r"(?:the )?(?:past|last) (?:(?:few|several) )?(?:minutes|hours)\b",
    r"(?:the )?day (?:earlier|before|after)\b",
    rf"(?:the )?(?:past|last|previous) {_COUNT} {_UNIT}",
    rf"(?:earlier |later )?(?:in )?(?:the )?{_WHICH} (?:week|weekend|month|year|decade)",  # noqa: E501 - one pattern a line
    rf"(?:the |{_WHICH} )weekend",
    rf"(?:{_WHICH} )(?:{'|'.join(SEASONS)})\b|(?:{'|'.join(SEASONS)}) (?:of )?{_YEAR}",
    rf"(?:the )?{_YEAR}s",
)
_RARE_FORMS = (
    rf"(?:{_ORDER}|last|this|next|previous)[ -]quarter(?: (?:of )?{_YEAR})?",
    rf"Q[1-4],? {_YEAR}",
    rf"(?:first|second|latter) half of (?:{_YEAR}|(?:the |this |last |next )?year)",
    rf"FY ?{_YEAR}|fiscal(?: year)? {_YEAR}",
    r"\d{4}-?W\d\d|week \d\d? of \d{4}",
    r"(?:the )?(?:1[6-9]th|20th|21st|nineteenth|twentieth)[ -]century",
    r"the ['\u2019]?[3-9]0s\b|the (?:sixties|seventies|eighties|nineties)\b",
    _FEAST,
)
_LEAD = (
    r"(?:(?P<lead>on|in|at|by|from|since|during|over|until|till|before|after|as of|of)"
    r" )?(?:the )?(?:night of )?"
)
_EARLY = r"(?:(?:early|late|mid)[ -](?:on )?)?(?:(?:early|late) (?:in|on) )?"


def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"\b{_LEAD}(?P<date>{_EARLY}(?:(?:{_WEEKDAY},? )?(?:{'|'.join(forms)})))"
        rf"(?:,? {_PART})?(?!\w)",
        re.IGNORECASE,
    )


_PATTERN = _pattern(_FORMS)
# Looked for where a word of theirs stands alone: they would cost each sentence a third.
_RARE_PATTERN = _pattern(_RARE_FORMS)
# A bare year needs its preposition: "2000" alone is as often a number of people.
_BARE_YEAR = re.compile(
    rf"\b(?P<lead>in|since|of|during|from|until|by|before|after|the)"
    rf" (?P<date>(?:early |late |mid-?)?{_YEAR})\b(?![-,]\d|\s+(?:people|men|troops))"
    rf"|(?<=\()(?P<bracketed>{_YEAR})(?=\))",
    re.IGNORECASE,
)
# A year that news tells of nothing is told, too; more seldom than a number.
_UNLIKELY_YEAR = re.compile(
    r"\b(?P<lead>in|since|of|until|by|before|after) "
    r"(?P<date>(?:the )?year [1-9]\d{3}|1[0-7]\d\d)\b(?!\s+[a-z]|[-,.]\d)",
    re.IGNORECASE,
)
_YEAR_BEFORE_NOUN = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|his|her|its|their|whose|\w+['\u2019]s?)"
    rf" (?P<date>{_YEAR}) (?=[a-z])"
)
# One of these, or a digit, is in whatever the patterns take. Looking for them is a
# hundred times as fast as the patterns are on a sentence without a date.
_LETTERS = re.compile(r"[a-z]+")
_RARE_CLUES = frozenset(
    {
        *(max(_LETTERS.findall(name), key=len) for name in FEAST_NAMES), "quarter",
        "half", "century", "sixties", "seventies", "eighties", "nineties", "fiscal",
        "fy",
    }
)  # fmt: skip
_RARE_DIGITS = re.compile(r"\b(?:q[1-4]|week \d\d?|\d{4}-?w\d\d|['\u2019]?[3-9]0s)\b")
_CLUES = _RARE_CLUES | frozenset(
    {
        *MONTHS, *(name[:3] for name in MONTHS), "sept", *WEEKDAYS, *DAY_PARTS,
        *SEASONS, "yesterday", "today", "tomorrow", "tonight", "overnight", "weekend",
    }
    | {
        unit + ending
        for unit in ("minute", "moment", "hour", "day", "week", "fortnight", "month",
                     "year", "decade")
        for ending in ("", "s")
    }
)  # fmt: skip
_SPACES = str.maketrans("\n\r\t\u00a0\u202f\u2009", " " * 6)
LOUD = 12  # characters; "MAY 2019" alone is no text in capitals
_DIGIT = re.compile(r"\d")
_MODAL_MAY = re.compile(r"\bmay$", re.IGNORECASE)


def find_expressions(text: str, start: int = 0) -> list[DateExpression]:
    """The date expressions of a text that begins at `start`, in order."""
    found: list[DateExpression] = []
    if not may_name_a_time(text):
        return found
    for match in sorted(_matches(_plain(text)), key=lambda item: (item[0], -item[1])):
        first, last, lead = match
        if found and found[-1].span.end > start + first:
            continue
        span = Span(start + first, start + last)
        found.append(DateExpression(text[first:last], span, lead.casefold()))
    return found


def _plain(text: str) -> str:
    """The text as the patterns read it: on one line, and small when all in capitals.

    >>> _plain("ON 3 MAY, THEY MAY MEET")
    'on 3 may, they may meet'
    """
    line = text.translate(_SPACES)
    small = line.lower()
    is_loud = line.isupper() and len(line) > LOUD and len(small) == len(line)
    return small if is_loud else line


def may_name_a_time(text: str) -> bool:
    """Whether a date is worth looking for: a digit, or a word that dates are made of.

    >>> may_name_a_time("The ferry sank."), may_name_a_time("It sank last week.")
    (False, True)
    """
    return _DIGIT.search(text) is not None or not _CLUES.isdisjoint(
        _LETTERS.findall(text.lower())
    )


def _matches(text: str) -> Iterator[tuple[int, int, str]]:
    small = text.lower()
    is_rare = not _RARE_CLUES.isdisjoint(_LETTERS.findall(small))
    if is_rare or _RARE_DIGITS.search(small):
        for match in _RARE_PATTERN.finditer(text):
            yield match.start("date"), match.end(), match["lead"] or ""
    for match in _PATTERN.finditer(text):
        if not _is_plain_word(match["date"]):
            yield match.start("date"), match.end(), match["lead"] or ""
    for match in _BARE_YEAR.finditer(text):
        group = "date" if match["date"] else "bracketed"
        yield match.start(group), match.end(group), match["lead"] or ""
    for match in _UNLIKELY_YEAR.finditer(text):
        yield match.start("date"), match.end("date"), match["lead"]
    for match in _YEAR_BEFORE_NOUN.finditer(text):
        yield match.start("date"), match.end("date"), ""


def _is_plain_word(words: str) -> bool:
    """Whether the words are no month but "may", "march", "mar" in other senses."""
    return words in {"may", "march", "mar", "sun", "sat", "sep", "dec", "fall"}
