"""The sample pages are cut as their JSON says."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from onrecord.article import find_articles
from onrecord.model import Article, Page, Source
from onrecord.read import read_source
from tests.article.pages import words

SAMPLE = files("onrecord.sample")
NAMES = sorted(
    entry.name for entry in SAMPLE.iterdir() if entry.name.endswith((".html", ".txt"))
)
RUNNING = ("body", "quote", "list", "table")


def expected(name: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(
        SAMPLE.joinpath(f"{name}.json").read_text("utf-8")
    )
    return gold


def cut(name: str) -> tuple[Page, Article, tuple[Article, ...]]:
    given = expected(name)["capture"]
    data = SAMPLE.joinpath(name).read_bytes()
    source = Source(name, data, "sample", url=given["url"], outlet=given["outlet"])
    reading = read_source(source)
    own, *teasers = find_articles(reading.page, reading.capture)
    return reading.page, own, tuple(teasers)


@pytest.mark.parametrize("name", NAMES)
def test_sample_article_is_whole_and_free_of_furniture(name: str) -> None:
    page, own, _ = cut(name)
    gold = expected(name)["article"]
    body = " ".join(words(page, own, *RUNNING))
    assert body.startswith(gold["body_first"])
    assert body.endswith(gold["body_last"])
    assert [w for w in gold["must_not_contain"] + gold["inside"] if w in body] == []


@pytest.mark.parametrize("name", NAMES)
def test_sample_zones_hold_what_they_are_called(name: str) -> None:
    page, own, _ = cut(name)
    gold = expected(name)["article"]
    assert words(page, own, "heading") == gold["headings"]
    captions = words(page, own, "caption")
    assert [c[: len(g)] for c, g in zip(captions, gold["captions"], strict=True)] == (
        gold["captions"]
    )
    assert words(page, own, "correction") == (
        [gold["correction"]] if gold["correction"] else []
    )
    assert gold["dateline"] is None or gold["dateline"] in words(page, own, "dateline")


@pytest.mark.parametrize("name", NAMES)
def test_sample_metadata_is_as_printed(name: str) -> None:
    _, own, _ = cut(name)
    gold = expected(name)["article"]
    published = str(own.published) if own.published else None
    assert (own.title, own.outlet, list(own.byline), published, own.source_line) == (
        gold["title"],
        gold["outlet"],
        gold["byline"],
        gold["published"],
        gold["source_line"],
    )
    assert sorted(own.tags) == sorted(gold["tags"])


@pytest.mark.parametrize("name", NAMES)
def test_sample_teasers_are_items_of_their_own(name: str) -> None:
    page, _, teasers = cut(name)
    items = {item.title: item for item in teasers}
    for gold in expected(name)["teasers"]:
        assert gold["title"] in items
        summary = words(page, items[gold["title"]], "body")
        start = gold["summary_start"]
        assert start is None or any(words_.startswith(start) for words_ in summary)
