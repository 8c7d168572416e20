"""Stories: articles on the same news, two confusable events a topic; order of arrival.

Texts are read as a record reads them; nothing but the text is known to us. The bars of
joining are fixed on other texts and on these together (docs/stories.md says how), so
each half of the topics is told apart as well.
"""

from __future__ import annotations

from itertools import pairwise
from random import Random
from statistics import mean
from typing import TYPE_CHECKING

import msgspec

from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, missing
from bench.incident_events import b_cubed
from bench.story_peers import peer_figures, score_of
from bench.story_texts import read_articles
from onrecord.model import groups_of
from onrecord.resolve import OpenStories, link_copies, link_stories

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model import ArticleText

    Groups = Mapping[str, str]

KEYS = ("ecbplus_b3", "order_b3", "replay_order")
ORDERS = 4  # random orders of arrival


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One article; rows come in the order of the stream."""

    id: str
    story: str
    topic: str
    url: str | None
    text: str


def measure(inputs: Inputs) -> Figures:
    """B-cubed F1 of the stories, and what the order of arrival changes."""
    path = find_dataset(inputs.data, "ecbplus")
    if path is None:
        return missing(inputs.data / "ecbplus", *KEYS)
    rows = list(read_dataset(path, Row))
    articles = read_articles({row.id: row.text for row in rows})
    gold = {row.id: row.story for row in rows}
    found = replayed(list(articles.values()), articles)
    orders = _orders(list(articles.values()))
    arrived = [_arrived(order, articles) for order in orders]
    values = {
        KEYS[0]: b_cubed(gold, found)["f1"],
        KEYS[1]: mean(b_cubed(one, other)["f1"] for one, other in pairwise(arrived)),
        KEYS[2]: mean(
            b_cubed(found, replayed(order, articles))["f1"] for order in orders
        ),
    }
    return Figures(values, notes=tuple(_notes(rows, found, arrived)))


def replayed(
    order: Sequence[ArticleText], articles: Mapping[str, ArticleText]
) -> Groups:
    """The story of each text, from all of them at once."""
    links = link_stories(order, link_copies(order))
    groups = groups_of([item.article.id for item in order], links)
    return {name: groups[item.article.id] for name, item in articles.items()}


def _arrived(
    order: Sequence[ArticleText], articles: Mapping[str, ArticleText]
) -> Groups:
    """The story of each text as they arrive, before anything is looked at again."""
    stories = OpenStories()
    for item in order:
        stories.place(item)
    groups = {name: group[0] for group in stories.groups() for name in group}
    return {name: groups[item.article.id] for name, item in articles.items()}


def _orders(articles: list[ArticleText]) -> list[list[ArticleText]]:
    return [Random(seed).sample(articles, len(articles)) for seed in range(ORDERS)]  # noqa: S311 - the same orders in every run


def _notes(rows: Sequence[Row], found: Groups, arrived: Sequence[Groups]) -> list[str]:
    gold = {row.id: row.story for row in rows}
    halves = _halves(rows)
    score = b_cubed(gold, found)
    peers = peer_figures({row.id: row.text for row in rows}, gold, halves)
    first, second = (score_of(gold, found, half) for half in halves)
    return [
        f"{len(set(gold.values()))} stories, {len(set(found.values()))} found: "
        f"precision {score['p']:.3f}, recall {score['r']:.3f}",
        f"every second topic: F1 {first:.3f}, the others {second:.3f}",
        f"as they arrive: F1 {mean(b_cubed(gold, one)['f1'] for one in arrived):.3f}",
        *(
            f"peer, {name}: F1 {figure:.3f}, threshold cross-validated by topic"
            for name, figure in peers.items()
        ),
    ]


def _halves(rows: Sequence[Row]) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of every second topic, and the others."""
    topics = sorted({row.topic for row in rows})
    first = frozenset(row.id for row in rows if row.topic in topics[::2])
    return first, frozenset(row.id for row in rows) - first
