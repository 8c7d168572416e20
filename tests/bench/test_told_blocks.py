"""The told blocks: every line bears a sign, and pairs follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.dispute_pairs import read_pairs
from bench.training.disputes.told import FOLDER, blocks_of, pairs_of, told_lessons

if TYPE_CHECKING:
    from pathlib import Path

AGREE, DISPUTE, OTHER = range(3)
BLOCK = """\
# Written for onrecord.

@ harbour
= The harbour of Vorrin is open.
+ Ships may enter Vorrin's harbour.
+ Nothing keeps a ship out of Vorrin.
> All harbours of the coast are open.
- The harbour of Vorrin is shut.
~ It is open for boats alone.
? The harbour of Tolm is open.
"""


@pytest.fixture
def pairs(tmp_path: Path) -> dict[tuple[str, str], int]:
    """The label of every pair of the block above."""
    (tmp_path / "a.txt").write_text(BLOCK, "utf-8")
    (block,) = blocks_of(tmp_path / "a.txt")
    return {(left, right): label for left, right, label in pairs_of(block)}


def test_what_says_the_same_stands_to_the_others_as_the_anchor_does(
    pairs: dict[tuple[str, str], int],
) -> None:
    ships, shut = "Ships may enter Vorrin's harbour.", "The harbour of Vorrin is shut."
    assert pairs[ships, "Nothing keeps a ship out of Vorrin."] == AGREE
    assert pairs[ships, shut] == DISPUTE
    assert pairs[ships, "The harbour of Tolm is open."] == OTHER


def test_what_says_more_or_disputes_a_part_is_paired_with_the_anchor_alone(
    pairs: dict[tuple[str, str], int],
) -> None:
    for told in ("All harbours of the coast are open.", "It is open for boats alone."):
        assert [left for left, right in pairs if right == told] == [
            "The harbour of Vorrin is open."
        ]


def test_a_line_without_a_sign_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("= It is open.\nIt is shut.\n", "utf-8")
    with pytest.raises(ValueError, match="no sign"):
        blocks_of(tmp_path / "a.txt")


def test_a_block_has_one_anchor(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("= It is open.\n= It is shut.\n", "utf-8")
    with pytest.raises(ValueError, match="one ="):
        blocks_of(tmp_path / "a.txt")


def test_there_are_thousands_of_pairs_of_each_label() -> None:
    labels = [label for *_, label in told_lessons()]
    assert min(map(labels.count, range(3))) > 2500


def test_no_told_line_is_an_utterance_that_is_measured() -> None:
    measured = {
        text
        for part in ("dev", "unseen", "unseen_b")
        for pair in read_pairs(part)
        for text in (pair.left, pair.right)
    }
    told = {
        line
        for path in FOLDER.glob("*.txt")
        for block in blocks_of(path)
        for lines in block.values()
        for line in lines
    }
    assert not told & measured
