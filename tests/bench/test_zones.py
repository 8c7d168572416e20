"""Zones measured: gold carried over, F1 by zone, leaks, folds."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import pairwise

from bench.aligned import matches, words_of_lines
from bench.training.zones import folds
from bench.training.zones.pages import main_shares
from bench.zone_gold import GoldPage, carried, items_of, read_gold
from bench.zones import body_recall, leaked, zone_scores
from onrecord.article.zoning import ZONES, load_network

TEXT = "News\nHarbour closed\nThe harbour of Skerry was closed on Friday.\n\nRead on"
PLACES = ((0, 4, "menu"), (5, 19, "headline"), (20, 63, "body"), (65, 72, "teaser"))
MANY, TWICE = 60, 12


def gold_of(text: str) -> GoldPage:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return GoldPage("own/1", sha256, "a test", PLACES, 1)  # type: ignore[arg-type] # zones as text


def test_gold_of_another_text_is_not_used() -> None:
    assert items_of(gold_of(TEXT), TEXT + "\n") == []


def test_lines_are_carried_to_blocks_by_their_words() -> None:
    blocks = ["News", "", "Harbour  closed", "The harbour of Skerry was",
              "closed on Friday.", "Never seen"]  # fmt: skip
    zones = carried(gold_of(TEXT), TEXT, blocks)
    assert zones == ["menu", None, "headline", "body", "body", None]


def test_matches_never_cross_and_use_each_word_once() -> None:
    left = words_of_lines(["a b", "c d e", "f"])
    right = words_of_lines(["a", "b c", "d e f"])
    found = list(matches(left, right))
    assert all(one[0] <= two[0] and one[1] <= two[1] for one, two in pairwise(found))
    assert sum(count for _, _, count in found) == sum(map(len, left))


def test_f1_counts_what_was_missed() -> None:
    scores = zone_scores([("body", "body"), ("body", None), ("menu", "body")])
    assert scores == {"body": (0.5, 2), "menu": (0.0, 1)}


def test_furniture_in_the_text_is_a_leak() -> None:
    text = "The harbour of Skerry was closed.\nGet the tide tables in your inbox"
    places = ((0, 33, "body"), (34, 67, "promo"))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    gold = GoldPage("own/2", sha256, "a test", places, 1)  # type: ignore[arg-type] # as above
    items = items_of(gold, text)
    assert [item.zone for item in leaked(items, text, text)] == ["promo"]
    assert leaked(items, text, text[:33]) == []
    assert body_recall(items, text, text[:33]) == 1
    assert body_recall(items, text, "") == 0


def test_gold_is_whole() -> None:
    first, second = list(read_gold(1)), list(read_gold(2))
    assert len(first) >= MANY
    assert len({page.page for page in second} & {page.page for page in first}) >= TWICE
    for page in (*first, *second):
        assert page.by.startswith("a language model")
        assert all(zone in ZONES for _, _, zone in page.zones)
        assert all(one[1] <= two[0] for one, two in pairwise(page.zones))


def test_a_page_that_was_learned_is_measured_without_its_site() -> None:
    page = sorted(folds.LEARNED.read_text("utf-8").split())[0]
    assert folds.network_for(page, "a.example") is not load_network()
    assert folds.network_for("own/1", "a.example") is load_network()
    assert folds.network_for(page, None) is load_network()


def test_every_fold_has_its_weights() -> None:
    assert all(folds.weights_file(fold).is_file() for fold in range(folds.FOLDS))
    counts = Counter(folds.fold_of(f"{number}.example") for number in range(500))
    assert len(counts) == folds.FOLDS


def test_main_text_is_told_by_runs_of_words() -> None:
    article = "The harbour of Skerry was closed on Friday after a storm."
    blocks = ["News Sport Weather Now", article, "One Two Three Four", "..."]
    shares = main_shares(blocks, article)
    assert shares.tolist() == [0, 1, 0, -1]
