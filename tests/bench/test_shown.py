"""What is shown on real articles: parts, and pairs that a reader labelled."""

from __future__ import annotations

from bench.shown import figures_of, label_of
from bench.shown_gold import GoldSide, Judged, is_same, read_judged, read_whole
from bench.shown_record import Found, Place
from bench.shown_texts import Told

LEFT, RIGHT = ((0, 10),), ((20, 30),)


def found(left: str = "a", right: str = "a") -> Found:
    return Found("denial", "yes", 0.8, Place(left, LEFT), Place(right, RIGHT), ())


def side(at: tuple[tuple[int, int], ...]) -> GoldSide:
    return GoldSide("a", "", at)


def test_a_story_is_in_one_part() -> None:
    one = Told("ecb/1_1", "ecb/1", "words", None)
    assert one.part == Told("ecb/1_2", "ecb/1", "other words", None).part


def test_a_pair_is_the_same_in_either_order_and_by_half_its_words() -> None:
    assert is_same(side(((0, 6),)), side(((22, 40),)), found())
    assert is_same(side(RIGHT), side(LEFT), found())
    assert not is_same(side(((8, 21),)), side(LEFT), found())
    assert not is_same(side(LEFT), side(RIGHT), found(right="b"))


def test_a_pair_that_nobody_read_has_no_label() -> None:
    judged = [Judged(side(LEFT), side(RIGHT), "denial", "not")]
    assert label_of(found(), judged) == "not"
    assert label_of(found("b", "b"), judged) is None


def test_what_nobody_read_counts_neither_way() -> None:
    figures = figures_of("dev", [], [found()])
    assert "dev_precision" not in figures.values
    assert "1 unread" in figures.notes[0]


def test_no_text_of_the_gold_is_in_both_parts() -> None:
    dev, away = (
        {item.text for item in read_whole(part)}
        | {one.text for item in read_judged(part) for one in (item.left, item.right)}
        for part in ("dev", "kept_out")
    )
    assert not dev & away
