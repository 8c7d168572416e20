"""Who wrote it, as printed: names out of byline lines and of metadata."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from onrecord.article.openings import first_word

BY = re.compile(
    r"^\W*(?:(?:(?:written|reported|posted|published|words|story|text|reporting|photos?"
    r"|guide|recipe|article|analysis|opinion|created|(?:eine? )?(?:kommentar|kolumne"
    r"|analyse|bericht|interview|reportage|essay|glosse|gastbeitrag))\s+)?"
    r"(?:by|von|par|por|di|door|av|af)\b\s*:?|(?:authors?|contributors?|writer)\s*:)"
    r"\s*(?<=[\s:])(?=\S)",
    re.I,
)
# The words that such a line opens with.
OPENERS = frozenset({
    "written", "reported", "posted", "published", "words", "story", "text",
    "reporting", "photo", "photos", "guide", "recipe", "article", "analysis",
    "opinion", "created", "ein", "eine", "kommentar", "kolumne", "analyse", "bericht",
    "interview", "reportage", "essay", "glosse", "gastbeitrag", "by", "von", "par",
    "por", "di", "door", "av", "af", "author", "authors", "contributor",
    "contributors", "writer",
})  # fmt: skip
ONLY_BY = re.compile(
    r"^\W*(?:(?:\w+\s+)?by|(?:text )?(?:von|par|por)|authors?)\W*$", re.I
)
# What a byline line goes on with after the names.
TAIL = re.compile(
    r"\s*(?:[|•·\u2013—@\n\t]|\s[-/](?:\s|$)|\bupdated\b|\bpublished\b|\bposted\b|\blast\b|\bon\s"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d"
    r"|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|\d|\(|\bfor\b"
    r"|\bspecial to\b|\b(?:mit|avec|with)\s"
    r"|,\s*staff\b|\bstaff (?:writer|reporter|correspondent)|\bsenior\b"
    r"|\b(?:co-?)?founder\b|\bcolumnist\b|\b(?:former|contributing|associate|deputy"
    r"|managing|chief|executive)\s|\blead \w+er\b"
    r"|\b\w+ (?:reporter|editor|correspondent|writer|columnist|contributor)\b).*$",
    re.I | re.S,
)
BETWEEN = re.compile(
    r"\s*(?:,|;|&|\band\b|\bund\b|\by\b(?!\.)|\bet\b|\bog\b|\boch\b|\be\b(?!\.)|\|)\s*",
    re.I,
)
NOT_A_NAME = re.compile(r"https?:|www\.|@|^\W*$|^\d+(?:\W|$)|\.(?:com|org|net)\b", re.I)
# Degrees and generations go with the name before them; agencies do not.
SUFFIX = re.compile(
    r"^(?:[Jj]r|[Ss]r|Ph\.?D|M\.D|Esq|I{2,3}|(?!AFP|AP|DPA|EFE|PTI|ANI|UPI|TASS)[A-Z]{2,5})"
    r"[.®*]*$"
)
GIVEN_NAMES_FILE = "given_names.txt"
HELPED = re.compile(
    r"\b(?:review|check|edit|photograph|illustrat|translat|produc)ed by\b"
    r"|^\W*(?:photos?|photograph\w*|pictures?|images?|illustrations?|videos?|edits?"
    r"|fotos?)\b",
    re.I,
)
COLLECTIVE = frozenset({"editors", "staff", "team", "desk", "reporters", "writers"})
UNSPACED = re.compile("[㐀-鿿가-힯]{2,5}$")
MAX_BARE_WORDS = 4
MAX_PARTICLE = 3  # letters: "de", "van", "der"
MAX_NAME_WORDS = 6
MAX_LINE_WORDS = 30
# An agency's name that no comma parts from the last author's.
GLUED_AGENCY = re.compile(
    r"(?<=\w)\s+(?:the )?(?:associated press|agence france-presse|reuters"
    r"|canadian press|press association)\s*$",
    re.I,
)
# A line that is one or more names, and the little that stands beside them.
BARE_NAME = re.compile(
    r"^(?!By)[A-Z][\w.'\u2019-]*"
    r"(?: (?:(?:de|da|di|do|dos|du|la|le|van|von|der|den|ter|bin|ibn|al|el) )?"
    r"[A-Z][\w.'\u2019-]*){1,3}$"
)
BESIDE_NAME = re.compile(
    r"\s*(?:[/|•·\u2013—].*|\s-\s.*"
    r"|\d+ ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?)\b.*)$"
)
PICTURED = re.compile(
    r"^(?:head ?shot|(?:profile )?(?:picture|photo|image)|avatar)(?: of|:)? ", re.I
)
AGO = re.compile(r"\d+ ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?)\b(?: ago)?$", re.I)
AGENCY_IN = re.compile(
    r"^(?:the )?(?:associated press|agence france-presse|reuters|press association)"
    r"(?: in [A-Z]\w+(?: [A-Z]\w+)?)?$",
    re.I,
)


def is_byline(words: str) -> bool:
    """Whether a line is a byline by how it starts.

    >>> is_byline("By Ann Other and Bo Ek"), is_byline("By the river, rain fell.")
    (True, False)
    """
    return bool(printed_names(words))


def printed_names(words: str) -> tuple[str, ...]:
    """The names of a line such as "By A and B | 3 May"; empty when it is none."""
    match = BY.match(words) if first_word(words) in OPENERS else None
    if match is None or len(words.split()) > MAX_LINE_WORDS:
        return ()
    rest = BY.sub("", words[match.end() :])  # "Posted by By Ann Other"
    rest = GLUED_AGENCY.sub("", TAIL.sub("", rest))
    names = split_names(rest)
    return names if names and all(_looks_like_name(name) for name in names) else ()


def bare_names(words: str) -> tuple[str, ...]:
    """The names of a line that holds nothing else but a section, a site or a time.

    Such a line is a byline only where it stands beside one: above a date, say.

    >>> bare_names("Ann Other and Bo Ek"), bare_names("Ann Other | 3 hours ago")
    (('Ann Other', 'Bo Ek'), ('Ann Other',))
    >>> bare_names("Rain on the harbour")
    ()
    """
    if len(words.split()) > MAX_LINE_WORDS:
        return ()
    agency = AGENCY_IN.match(words)
    if agency:
        return (re.sub(r" in .*", "", words),)
    names = split_names(BESIDE_NAME.sub("", PICTURED.sub("", words)))
    return names if names and all(BARE_NAME.match(name) for name in names) else ()


def is_anothers(words: str) -> bool:
    """Whether a line names who helped, and not who wrote: "Reviewed by Ann Other"."""
    return HELPED.search(words) is not None


@cache
def _given_names() -> frozenset[str]:
    """Given names of many lands, their case folded."""
    text = files("onrecord").joinpath("data", GIVEN_NAMES_FILE).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(name.casefold() for line in lines for name in line.split())


def is_person(name: str) -> bool:
    """Whether the first word is a given name: weak evidence, but of people alone.

    >>> is_person("Anna Ander"), is_person("New York")
    (True, False)
    """
    return name.split(maxsplit=1)[0].casefold() in _given_names()


def is_lead_in(words: str) -> bool:
    """Whether the words only lead in to a name: "By", "Written by"."""
    return ONLY_BY.match(words) is not None


def author_names(words: str) -> tuple[str, ...]:
    """The names in an author's line, what else it says left out; often none.

    >>> author_names("Ann Other Founder & Lead Reviewer"), author_names("About us")
    (('Ann Other',), ())
    """
    if len(words.split()) > MAX_LINE_WORDS or is_lead_in(words) or is_anothers(words):
        return ()
    names = split_names(TAIL.sub("", BY.sub("", PICTURED.sub("", words))))
    return names if all(_is_whole_name(name) for name in names) else ()


def _is_whole_name(name: str) -> bool:
    """Whether the words are a name of two parts or more, or one without spaces."""
    words = name.split()
    return UNSPACED.match(name) is not None or (
        1 < len(words) <= MAX_BARE_WORDS
        and (words[0][0].isupper() and words[-1][0].isupper())
        and all(word[0].isupper() or len(word) <= MAX_PARTICLE for word in words)
    )


def split_names(words: str) -> tuple[str, ...]:
    """Names joined by commas and "and", each once, in order.

    >>> split_names("Ann Other, Bo Ek and The Harbour Post")
    ('Ann Other', 'Bo Ek', 'The Harbour Post')
    """
    found: list[str] = []
    for part in BETWEEN.split(words):
        name = part.strip(' .:*\u00a0"“”')
        if name[: len(name) // 2] == name[len(name) // 2 :]:
            name = name[: len(name) // 2]  # a picture's name and the words beside it
        if found and SUFFIX.match(name):
            found[-1] = f"{found[-1]}, {name}"
        elif name and not NOT_A_NAME.search(name) and name not in found:
            found.append(name)
    return tuple(found)


def told_names(value: str) -> tuple[str, ...]:
    """The names that a metadata value gives."""
    if NOT_A_NAME.search(value) and " " not in value.strip():
        return ()
    return split_names(BY.sub("", value))


def _looks_like_name(name: str) -> bool:
    """Whether the words are written as a name is."""
    words = name.split()
    return 0 < len(words) <= MAX_NAME_WORDS and (
        words[0][0].isupper() and (words[-1][0].isupper() or words[-1] in COLLECTIVE)
    )
