"""Bodies of a state by kind: the many names of one ministry, police or parliament."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources

from onrecord.gazetteer.folding import fold

MINISTRY = re.compile(
    r"^(?:(?:ministry|department|secretariat) (?:of|for) (?:the )?(?P<after>.+)"
    r"|office of the (?P<held>.+) (?:minister|secretary)"
    r"|(?P<before>.+) (?:ministry|ministers office|secretarys office))$"
)
DEPARTMENT = re.compile(r"^(?P<subject>.+) department$")
MINISTER = re.compile(
    r"^(?:deputy |acting |interim |caretaker |vice )?"
    r"(?:(?:minister|secretary) (?:of|for) (?:the )?(?P<after>.+)"
    r"|(?P<before>.+) (?:minister|secretary))$"
)
SHORT_OFFICES = {"fm": "foreign", "foreign secretary": "foreign"}
LONGEST_SUBJECT = 6  # words; "Ministry of" and more is a sentence, not a name
NOT_SUBJECTS = frozenset({"prime", "chief", "first", "former", "general", "press"})


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of state body ("ministry of interior"), and its country if told.

    `is_open`: a ministry by its form alone, whose subject no table lists. `is_local`:
    of a town, county or state, never of the nation.
    """

    key: str
    country: str | None = None
    is_open: bool = field(default=False, compare=False, repr=False)
    is_local: bool = field(default=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Federation:
    """How to tell a state's bodies from the nation's, where a nation is a federation.

    `bodies` are keys of what both have; `state_bodies` are names that only states use.
    """

    country: str
    state_words: frozenset[str]
    national_words: frozenset[str]
    bodies: frozenset[str]
    state_bodies: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Tables:
    subjects: Mapping[str, str]
    names: Mapping[str, Body]
    offices: Mapping[str, Body]
    plain: frozenset[str]
    federations: tuple[Federation, ...]


@lru_cache(maxsize=4096)
def find_body(words: str) -> Body | None:
    """The state body that a name without its country means; None when it is none.

    >>> find_body("Ministry of the Interior")
    Body(key='ministry of interior', country=None)
    >>> find_body("Pentagon")
    Body(key='ministry of defence', country='US')
    """
    folded = fold(words)
    known = _tables().names.get(folded)
    if known is not None:
        return known
    match = MINISTRY.match(folded)
    if match is not None:
        subject = match["after"] or match["held"] or match["before"]
        return _ministry(subject, is_open=True)
    match = DEPARTMENT.match(folded)
    return None if match is None else _ministry(match["subject"], is_open=False)


@lru_cache(maxsize=4096)
def body_of_office(role: str) -> Body | None:
    """The body whose head holds this office ("foreign minister"); None when unknown."""
    folded = fold(role)
    known = _tables().offices.get(folded)
    if known is not None:
        return known
    if folded in SHORT_OFFICES:
        return _ministry(SHORT_OFFICES[folded], is_open=False)
    match = MINISTER.match(folded)
    if match is None:
        return None
    return _ministry(match["after"] or match["before"], is_open=False)


@cache
def body_words() -> frozenset[str]:
    """Folded words that can open or close the name of a body, for a quick look."""
    tables = _tables()
    words = {"ministry", "department", "office", "secretariat"}
    for name in tables.names:
        words.update((name.split(" ", 1)[0], name.rsplit(" ", 1)[-1]))
    return frozenset(words)


def is_plain_body(words: str) -> bool:
    """Whether the words are common nouns that need a country to name a body."""
    return fold(words) in _tables().plain


def federation_of(country: str | None) -> Federation | None:
    """What tells the states of this country from the nation; None where it has none."""
    return next((f for f in _tables().federations if f.country == country), None)


def _ministry(subject: str, *, is_open: bool) -> Body | None:
    """The ministry for a subject; `is_open` lets subjects in that no table knows."""
    known = _tables().subjects.get(subject)
    if known is not None:
        return Body(known)
    first = subject.split(" ", 1)[0]
    if not is_open or first in NOT_SUBJECTS or subject.count(" ") >= LONGEST_SUBJECT:
        return None
    return Body(f"ministry of {subject}", is_open=True)


@cache
def _tables() -> _Tables:
    text = (resources.files("onrecord") / "data" / "bodies.toml").read_text("utf-8")
    content = tomllib.loads(text)
    names: dict[str, Body] = {}
    offices: dict[str, Body] = {}
    for row in content["body"]:
        body = Body(row["key"], is_local=row.get("is_local", False))
        names.update((fold(name), body) for name in row["names"])
        offices.update((fold(name), Body(row["key"])) for name in row["offices"])
    plain = frozenset(names)
    for row in content["named"]:
        body = Body(row["body"], row["country"])
        names.update((fold(name), body) for name in row["names"])
        offices.update((fold(name), body) for name in row["offices"])
    subjects = {
        fold(subject): row["key"]
        for row in content["ministry"]
        for subject in row["subjects"]
    }
    federations = tuple(_federation(row) for row in content["federation"])
    return _Tables(subjects, names, offices, plain, federations)


def _federation(row: Mapping[str, str | list[str]]) -> Federation:
    words = {key: frozenset(row[key]) for key in row if key != "country"}
    return Federation(country=str(row["country"]), **words)
