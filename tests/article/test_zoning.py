"""The zone classifier: its numbers, its network, its decisions."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.article import label_blocks
from onrecord.article.features import looks
from onrecord.article.zoning import (
    COLUMNS,
    ZONES,
    columns,
    decide_zones,
    load_network,
    mixed,
    read_network,
)
from onrecord.errors import ConfigError, InputError
from onrecord.model import Source
from onrecord.read import read_source

if TYPE_CHECKING:
    from onrecord.model import Page

PARAGRAPH = (
    "The harbour of Skerry was closed on Friday, the harbour office said, after a"
    " storm had moved the sandbank into the channel that the ferries use."
)
PIECES = st.lists(
    st.sampled_from([
        "<p>" + PARAGRAPH + "</p>",
        "<ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li></ul>",
        "<div class='related'><h3><a href='/c'>Lighthouse dark again</a></h3></div>",
        "<h1>Harbour closed</h1>",
        "<table><tr><td>1</td><td>Skerry</td></tr></table>",
        "<blockquote>We will not guess.</blockquote>",
        "<p>字が読めない。</p>",
    ]),
    min_size=1,
    max_size=12,
)  # fmt: skip


def page_of(html: str) -> Page:
    return read_source(Source("a.html", html.encode(), "file")).page


@given(PIECES)
def test_each_block_has_its_row_and_its_zone(pieces: list[str]) -> None:
    try:
        page = page_of("<html><body>" + "".join(pieces) + "</body></html>")
    except InputError:
        return
    rows = columns(page, looks(page))
    assert rows.shape == (len(page.blocks), len(COLUMNS))
    assert np.isfinite(rows).all()
    likely = load_network().probabilities(rows)
    assert np.allclose(likely.sum(axis=1), 1, atol=1e-4)
    assert len(label_blocks(page)) == len(page.blocks)


def test_no_blocks_have_no_zones() -> None:
    nothing = np.zeros((0, len(COLUMNS)), np.float32)
    assert decide_zones([], load_network().probabilities(nothing)) == []


def test_column_names_are_told_apart() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert set(ZONES) >= {"body", "menu", "correction", "legal"}


def test_weights_are_small_and_read_no_words() -> None:
    network = load_network()
    assert network.enter[0].shape[0] == len(COLUMNS)
    assert sum(array.size for array in network.enter) < 20_000


def test_weights_of_other_columns_are_refused() -> None:
    file = io.BytesIO()
    np.savez(file, columns=np.array(["log_words"]))
    with pytest.raises(ConfigError, match="train it anew"):
        read_network(file.getvalue())


def test_where_the_rules_find_no_prose_in_markup_there_is_none() -> None:
    page = page_of(f"<p>{PARAGRAPH}</p>" * 3)
    sure = np.zeros((3, len(ZONES)), np.float32)
    sure[:, ZONES.index("body")] = 1
    seen = looks(page)
    assert decide_zones(seen, mixed(seen, sure, ["body"] * 3)) == ["body"] * 3
    assert "body" not in decide_zones(seen, mixed(seen, sure, ["teaser"] * 3))


def test_the_cells_of_a_table_are_decided_together() -> None:
    page = page_of("<table><tr><td>Holm</td><td>3</td><td>Skerry</td></tr></table>")
    likely = np.zeros((3, len(ZONES)), np.float32)
    likely[:, ZONES.index("table")] = 0.9, 0.5, 0.9
    likely[:, ZONES.index("menu")] = 0.1, 0.5, 0.1
    assert decide_zones(looks(page), likely) == ["table"] * 3
