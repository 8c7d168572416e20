"""Places of names in articles: which share lies within 161 km of where it should."""

from __future__ import annotations

import os
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, Miss, joined, missing
from bench.place_rows import AROUND, NEAR_KM, PlaceArticle, Spot
from bench.training.places.folds import weights_for
from onrecord.annotate import annotate
from onrecord.article import find_articles
from onrecord.extract.places import find_toponyms
from onrecord.gazetteer.places import (
    Chosen,
    Home,
    Toponym,
    find_homes,
    open_gazetteer,
    resolve_places,
)
from onrecord.model import Source, Span
from onrecord.pipeline.tools import load_tools
from onrecord.read import read_source
from onrecord.settings import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.gazetteer.places import PlaceBook
    from onrecord.pipeline.tools import Tools

NAMES_GIVEN = "resolution"  # texts may not be shared: the names are given
WITH_TEXT = "geovirus"
CORPORA = ("lgl", "trnews", "gwn")

Answers = dict[tuple[int, int], Chosen | None]


def measure(inputs: Inputs) -> Figures:
    """Accuracy within 161 km by collection; from the bare text where there is one."""
    book = open_gazetteer(cache_folder(os.environ))
    return joined(_given(inputs, book), _from_text(inputs, book))


def _given(inputs: Inputs, book: PlaceBook) -> Figures:
    path = find_dataset(inputs.data, NAMES_GIVEN)
    if path is None:
        keys = [f"{corpus}_acc161" for corpus in CORPORA]
        return missing(inputs.data / NAMES_GIVEN, *keys)
    articles = list(read_dataset(path, PlaceArticle))
    return joined(_alone(articles, book), _by_outlet(articles, book))


def _alone(articles: Sequence[PlaceArticle], book: PlaceBook) -> Figures:
    """As the product does: each article by itself, with the name of its site."""
    judged: dict[str, list[Figures]] = defaultdict(list)
    for article in articles:
        answers = _resolved(article, book, Home(article.domain))
        judged[article.corpus].append(_judged(article, answers))
    return joined(*(_accuracy(corpus, judged[corpus]) for corpus in sorted(judged)))


def _by_outlet(articles: Sequence[PlaceArticle], book: PlaceBook) -> Figures:
    """With what all other articles of an outlet name, too.

    The product does not: what it finds in a page would hang on which pages came before.
    """
    homes = _homes(articles, book)
    judged: dict[str, list[Figures]] = defaultdict(list)
    for article in articles:
        answers = _resolved(article, book, homes.get(article.domain))
        name = f"{article.corpus}_knowing_the_outlet"
        judged[name].append(Figures(_judged(article, answers).values))
    return joined(*(_accuracy(name, judged[name]) for name in sorted(judged)))


def _homes(articles: Sequence[PlaceArticle], book: PlaceBook) -> Mapping[str, Home]:
    """Where the outlets are at home, as the names in their articles tell, unjudged."""
    homes: dict[str, Home] = {}
    by_domain: dict[str, list[PlaceArticle]] = defaultdict(list)
    for article in articles:
        if article.domain:
            by_domain[article.domain].append(article)
    for domain, theirs in by_domain.items():
        names = [article.names() for article in theirs]
        weights = weights_for(theirs[0])
        homes |= find_homes(names, [domain] * len(names), book, weights)
    return homes


def _resolved(article: PlaceArticle, book: PlaceBook, home: Home | None) -> Answers:
    chosen = resolve_places(article.names(), book, home, weights_for(article))
    ends = [(spot.start, spot.end) for spot in article.toponyms]
    return dict(zip(ends, chosen, strict=True))


def _judged(article: PlaceArticle, answers: Answers) -> Figures:
    """One article: each name's error in kilometres, and what is too far off."""
    errors: dict[str, float] = {}
    misses = []
    for number, spot in enumerate(article.toponyms):
        if spot.lat is None:
            continue
        chosen = answers.get((spot.start, spot.end))
        place = chosen.place if chosen else None
        error = spot.error_km(*((place.lat, place.lon) if place else (None, None)))
        errors[f"{article.id}/{number}"] = error
        if error > NEAR_KM:
            misses.append(_miss(article, spot, chosen))
    return Figures(errors, tuple(misses))


def _miss(article: PlaceArticle, spot: Spot, chosen: Chosen | None) -> Miss:
    at = f"{article.id}:{spot.start}"
    found = f"{chosen.place.name}, {chosen.place.region}" if chosen else "nothing"
    key = f"{article.corpus or WITH_TEXT}_acc161"
    return Miss(key, at, f"{spot.name} ({spot.lat}, {spot.lon})", found)


def _accuracy(corpus: str, parts: Sequence[Figures]) -> Figures:
    errors = [error for part in parts for error in part.values.values()]
    right = sum(error <= NEAR_KM for error in errors) / len(errors)
    misses = tuple(miss for part in parts for miss in part.misses)
    key = f"{corpus}_acc161"
    return Figures({key: right}, misses, asked={key: len(errors)})


def _from_text(inputs: Inputs, book: PlaceBook) -> Figures:
    path = find_dataset(inputs.data, WITH_TEXT)
    keys = [f"{WITH_TEXT}_{what}" for what in ("acc161", "median_km", "recognition_f1")]
    if path is None:
        return missing(inputs.data / WITH_TEXT, *keys)
    tools = load_tools()
    articles = list(read_dataset(path, PlaceArticle))
    found = [_found(article, tools, book) for article in articles]
    judged = [_judged(*pair) for pair in zip(articles, found, strict=True)]
    errors = [error for part in judged for error in part.values.values()]
    given = [_judged(article, _resolved(article, book, None)) for article in articles]
    return joined(
        _accuracy(WITH_TEXT, judged),
        Figures({keys[1]: median(errors), keys[2]: _f1(articles, found)}),
        _names_given(given),
    )


def _names_given(judged: Sequence[Figures]) -> Figures:
    """The same when the names are given: what finding them costs is the difference."""
    figures = _accuracy(f"{WITH_TEXT}_names_given", judged)
    errors = [error for part in judged for error in part.values.values()]
    key = f"{WITH_TEXT}_names_given_median_km"
    return Figures({**figures.values, key: median(errors)})


def _found(article: PlaceArticle, tools: Tools, book: PlaceBook) -> Answers:
    """The names that the pipeline finds in the text, each with its place."""
    text = article.text or ""
    spans = sorted(set(_place_spans(text, tools, book)))
    names = [
        Toponym(
            span.of(text),
            text[max(0, span.start - AROUND) : span.start],
            text[span.end : span.end + AROUND],
        )
        for span in spans
    ]
    chosen = resolve_places(names, book)
    ends = [(span.start, span.end) for span in spans]
    return dict(zip(ends, chosen, strict=True))


def _place_spans(text: str, tools: Tools, book: PlaceBook) -> Iterator[Span]:
    reading = read_source(Source("article.txt", text.encode(), how="file"))
    for article in find_articles(reading.page, reading.capture):
        annotated = annotate(
            article,
            reading.page,
            tools.parser,
            tools.actors,
            tools.countries,
            places=book,
        )
        yield from find_toponyms(annotated, tools.countries)


def _f1(articles: Sequence[PlaceArticle], found: Sequence[Answers]) -> float:
    """Exact spans, found and true, over all articles."""
    shared = told = true = 0
    for article, answers in zip(articles, found, strict=True):
        gold = {(spot.start, spot.end) for spot in article.toponyms}
        shared += len(gold & answers.keys())
        told += len(answers)
        true += len(gold)
    return 2 * shared / (told + true) if told + true else 0.0
