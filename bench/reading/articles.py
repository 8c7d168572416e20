"""The article as cut out of its page: body, furniture, fields, teasers."""

import re
from collections.abc import Callable, Iterable

from msgspec import UNSET, UnsetType

from bench.compare import PageWords, plain, token_f1
from bench.harness import Figures, Miss, faults, joined, shared_out
from bench.reading.gold import GoldArticle, Teaser
from bench.reading.located import NOTHING, Reading, nearest
from bench.rows import ArticleRow

WHOLE = 0.97  # F1 of a body below which it is told as a miss
_SECONDS = re.compile(r"(T\d\d:\d\d):\d\d(\.\d+)?")
_ZONES = {
    "headings": "heading",
    "captions": "caption",
    "pull_quotes": "pull-quote",
    "correction": "correction",
}
Field = str | tuple[str, ...] | UnsetType | None


def compare_articles(reading: Reading) -> Figures:
    """Body, leaks, fields and teasers of every page."""
    articles = reading.gold.articles
    return joined(
        _bodies(reading, articles),
        _leaks(reading, articles),
        _fields(reading, articles),
        _teasers(reading, articles),
    )


def own_article(reading: Reading, file: str) -> ArticleRow | None:
    """The page's own article: the longest, when there are several."""
    rows = reading.articles(file, "article")
    return max(rows, key=lambda row: len(body_of(reading, row)), default=None)


def body_of(reading: Reading, row: ArticleRow | None) -> str:
    """The running text of an article, a line for each span."""
    if row is None or row.body is None:
        return ""
    if isinstance(row.body, str):
        return row.body
    text = reading.export.words(row.page).text
    return "\n".join(text[start:end] for start, end in row.body)


def gold_body(words: PageWords, article: GoldArticle) -> str:
    """The page's words from the first of the body to the last, furniture left out.

    Captions, headings and pull-quotes have figures of their own: they are no part.
    """
    first, last = words.find(article.body_first), words.find(article.body_last)
    span = words.span(first[0] | last[-1]) if first and last else None
    if span is None:
        return ""
    lines = words.text[slice(*span)].splitlines()
    beside = {
        line
        for starts in (article.captions, article.pull_quotes)
        for start in _texts(starts)
        for line in shortest_with(start, lines)
    }
    kept = (
        line
        for line in lines
        if line not in beside
        and not any(other in line for other in article.must_not_contain)
    )
    return _without_headings(kept, article)


def shortest_with(start: str, lines: Iterable[str]) -> list[str]:
    """The shortest line that begins with these words; a pull-quote repeats a longer."""
    found = [line for line in lines if plain(line).startswith(plain(start))]
    return sorted(found, key=len)[:1]


def _without_headings(lines: Iterable[str], article: GoldArticle) -> str:
    known = {plain(heading) for heading in _texts(article.headings)}
    return "\n".join(line for line in lines if plain(line) not in known)


def _bodies(reading: Reading, articles: tuple[GoldArticle, ...]) -> Figures:
    scores, misses = [], []
    for gold in articles:
        wanted = gold_body(reading.words(gold.file), gold)
        body = body_of(reading, own_article(reading, gold.file))
        ours = _without_headings(body.splitlines(), gold)
        scores.append(token_f1(ours, wanted) if wanted else 0.0)
        if scores[-1] < WHOLE:
            told = f"{len(wanted.split())} words", f"{len(ours.split())} words"
            at = f"{gold.file}, F1 {scores[-1]:.3f}"
            misses.append(Miss("body_f1", at, *told))
    value = {"body_f1": sum(scores) / len(scores)}
    return Figures(value, tuple(misses), asked={"body_f1": len(articles)})


def _leaks(reading: Reading, articles: tuple[GoldArticle, ...]) -> Figures:
    misses = []
    for gold in articles:
        body = " ".join(body_of(reading, own_article(reading, gold.file)).split())
        for number, words in enumerate(gold.must_not_contain):
            if words in body:
                at = f"{gold.file}, string {number}"
                misses.append(Miss("leaks", at, f"not in the body: {words}", "in it"))
    return faults("leaks", misses)


def _fields(reading: Reading, articles: tuple[GoldArticle, ...]) -> Figures:
    asked, misses = 0, []
    for gold in articles:
        row = own_article(reading, gold.file)
        for name, is_right in _CHECKS.items():
            wanted: Field = getattr(gold, name)
            if wanted is UNSET:
                continue
            asked += 1
            ours = _field(reading, row, name)
            if row is None or not is_right(wanted, ours):
                at = f"{gold.file}, {name}"
                misses.append(Miss("article_fields", at, _shown(wanted), _shown(ours)))
    return shared_out("article_fields", asked, misses)


def _field(reading: Reading, row: ArticleRow | None, name: str) -> Field:
    if row is None:
        return None
    if name in _ZONES:
        return _zone(reading, row, _ZONES[name])
    if name == "tags":
        return row.tags or _tags(reading, row)
    value: Field = getattr(row, "source_line" if name == "credit" else name)
    return value


def _tags(reading: Reading, row: ArticleRow) -> tuple[str, ...]:
    """The lines of the tags' zone without the label above them."""
    lines = "\n".join(_zone(reading, row, "tags")).split("\n")
    return tuple(line for line in lines if plain(line) not in {"", "tags", "topics"})


def _zone(reading: Reading, row: ArticleRow, zone: str) -> tuple[str, ...]:
    text = reading.export.words(row.page).text
    return tuple(text[start:end] for start, end, kind in row.zones if kind == zone)


def _is_text(wanted: Field, ours: Field) -> bool:
    return _one(ours).removeprefix("by ") == _one(wanted)


def _one(field: Field) -> str:
    return plain(", ".join(_texts(field)) or (field if isinstance(field, str) else ""))


def _is_time(wanted: Field, ours: Field) -> bool:
    return _to_the_minute(ours) == _to_the_minute(wanted)


def _to_the_minute(field: Field) -> str | None:
    """A time without seconds; a zone that the page does not give stays a fault."""
    return _SECONDS.sub(r"\1", field) if isinstance(field, str) else None


def _is_list(wanted: Field, ours: Field) -> bool:
    return {plain(text) for text in _texts(wanted)} == {
        plain(text) for text in _texts(ours)
    }


def _are_begun(wanted: Field, ours: Field) -> bool:
    rest = [plain(text) for text in _texts(ours)]
    for start in (wanted,) if isinstance(wanted, str) else _texts(wanted):
        found = next((text for text in rest if text.startswith(plain(start))), None)
        if found is None:
            return False
        rest.remove(found)
    return not rest


def _texts(field: Field) -> tuple[str, ...]:
    return field if isinstance(field, tuple) else ()


_CHECKS: dict[str, Callable[[Field, Field], bool]] = {
    "title": _is_text,
    "outlet": _is_text,
    "byline": _is_text,
    "published": _is_time,
    "headings": _is_list,
    "captions": _are_begun,
    "tags": _is_list,
    "credit": _is_text,
    "pull_quotes": _are_begun,
    "correction": _are_begun,
}


def _shown(field: Field) -> str:
    if isinstance(field, tuple):
        return " | ".join(field) or NOTHING
    return NOTHING if field is None or field is UNSET else str(field)


def _teasers(reading: Reading, articles: tuple[GoldArticle, ...]) -> Figures:
    asked, misses = 0, []
    for gold in articles:
        rows = reading.articles(gold.file, "teaser")
        for number, teaser in enumerate(gold.teasers):
            asked += 1
            fault = _teaser_fault(reading, rows, teaser)
            if fault:
                at = f"{gold.file}, teaser {number}"
                misses.append(Miss("teasers_found", at, teaser.title, fault))
    return shared_out("teasers_found", asked, misses)


def _teaser_fault(reading: Reading, rows: list[ArticleRow], teaser: Teaser) -> str:
    """What is wrong with a teaser as found; empty for nothing."""
    title = plain(teaser.title)
    same = [row for row in rows if plain(row.title) == title]
    if not same:
        return nearest(teaser.title, (row.title or "" for row in rows))
    start = plain(teaser.summary_start)
    if any(start in plain(body_of(reading, row)) for row in same):
        return ""
    return f"the title, without the summary {teaser.summary_start}"
