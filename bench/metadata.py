"""Titles, days and authors of real pages, by the rules beside the data."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import msgspec
from trafilatura.metadata import extract_metadata

from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, Miss, joined, missing, shared_out
from bench.training.zones.folds import network_for
from onrecord.article import find_articles
from onrecord.errors import InputError
from onrecord.model import Article, Source
from onrecord.read import read_source

SETS = {"fundus_parser_tests": "fundus_tests", "wcxb_articles": "wcxb"}
FIELDS = ("title", "date", "authors")
_UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))  # no glyph, no width
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Example(msgspec.Struct, frozen=True):
    """A page, and what is known of its article; None where nobody says."""

    id: str
    html: str
    site: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """What was read of one article besides its text."""

    title: str | None = None
    day: date | None = None
    authors: tuple[str, ...] = ()


Describe = Callable[[Example], Described]


def measure(inputs: Inputs) -> Figures:
    """How many titles, days and authors are right; `--peer`: trafilatura's beside."""
    return joined(*(_set(inputs, name, key) for name, key in SETS.items()))


def _set(inputs: Inputs, name: str, key: str) -> Figures:
    path = find_dataset(inputs.data, name)
    if path is None:
        keys = (f"{key}_{field}" for field in FIELDS)
        return missing(inputs.data / f"{name}.jsonl", *keys)
    examples = list(read_dataset(path, Example))
    figures = [score(examples, describe, key)]
    if inputs.with_peer:
        theirs = score(examples, describe_by_trafilatura, key, "_trafilatura")
        figures.append(Figures(theirs.values))
    return joined(*figures)


def score(
    examples: list[Example], describe: Describe, key: str, by: str = ""
) -> Figures:
    """The share of titles, days and authors told that are right.

    `by` ends the keys of the figures.
    """
    found = [(example, describe(example)) for example in examples]
    parts = []
    for field in FIELDS:
        compared = [
            (example, *pair)
            for example, described in found
            for pair in _pairs(field, example, described)
        ]
        name = f"{key}_{field}{by}"
        misses = [
            Miss(name, example.id, wanted, told or "none")
            for example, wanted, told in compared
            if wanted != told
        ]
        if compared:
            parts.append(shared_out(name, len(compared), misses))
    return joined(*parts)


def _pairs(
    field: str, example: Example, described: Described
) -> Iterator[tuple[str, str]]:
    """Yield what is wanted and what was found, both ready to compare."""
    if field == "title" and example.title:
        yield fold_title(example.title), fold_title(described.title or "")
    elif field == "date" and example.date and _DAY.match(example.date):
        yield example.date[:10], described.day.isoformat() if described.day else ""
    elif field == "authors" and example.authors:
        yield fold_names(example.authors), fold_names(described.authors)


def fold_title(title: str) -> str:
    """A title in small letters and digits alone.

    >>> fold_title("Rain, again!")
    'rain again'
    """
    return " ".join(re.findall(r"[^\W_]+", title.lower().translate(_UNSEEN)))


def fold_names(names: tuple[str, ...]) -> str:
    """A set of names in lower case.

    >>> fold_names(("Bo Ek", "Ann Other"))
    'ann other; bo ek'
    """
    return "; ".join(sorted({" ".join(name.lower().split()) for name in names}))


def describe(example: Example) -> Described:
    """What onrecord reads from the page; nothing where it finds no article."""
    source = Source(example.id, example.html.encode(), how="file", url=example.url)
    try:
        reading = read_source(source)
    except InputError:
        return Described()
    network = network_for(example.id, example.site)
    articles = find_articles(reading.page, reading.capture, network)
    own = next((each for each in articles if each.type == "article"), None)
    return _described(own) if own else Described()


def _described(article: Article) -> Described:
    # A page that only says when it was last changed is cited by that day.
    dated = article.published or article.modified
    return Described(article.title, dated.day if dated else None, article.byline)


def describe_by_trafilatura(example: Example) -> Described:
    """What trafilatura reads from the page."""
    found = extract_metadata(example.html, default_url=example.url)
    day = date.fromisoformat(found.date) if found.date else None
    return Described(found.title, day, tuple((found.author or "").split("; ")))
