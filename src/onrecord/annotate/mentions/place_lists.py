"""Lists of places: "the villages X, Y and Z", "from X and Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.place_book import placing_words, singular
from onrecord.annotate.mentions.runs import Run, is_known, kind_behind, may_be_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.annotate.mentions.scene import Scene, Spot
    from onrecord.model import Sentence

AND = frozenset({"and", "or", "&"})
LIKE = frozenset({"like", "including", "namely", ":", "as"})
LEADS = frozenset({"in", "at", "near", "from", "of", "to", "outside", "around"})
LONGEST_LEAD = 3  # tokens: "villages such as"


def find_listed(
    scene: Scene, runs: Sequence[Run], shown: Sequence[Run], around: Sequence[Spot]
) -> list[Run]:
    """What stands in one list with places: after "villages:", or beside what is shown.

    A list of names that the book knows, led by a preposition, is one of places, too.
    """
    if not runs:
        return []
    sentence = scene.sentences[runs[0].number]
    found: list[Run] = []
    for row in _rows(sentence, runs, around):
        free = [run for run in row if isinstance(run, Run) and run not in shown]
        if not free or not _is_row_of_places(scene, row, shown):
            continue
        found += [run for run in free if may_be_place(scene, run)]
    return found


def _rows(
    sentence: Sentence, runs: Sequence[Run], around: Sequence[Spot]
) -> Iterator[list[Run | Spot]]:
    """Names with nothing but commas and "and" between them, two or more."""
    items: list[Run | Spot] = sorted([*runs, *around], key=lambda item: item.start)
    row: list[Run | Spot] = []
    for item in items:
        if row and not _only_lists(sentence, row[-1].end, item.start):
            if len(row) > 1:
                yield row
            row = []
        row.append(item)
    if len(row) > 1:
        yield row


def _only_lists(sentence: Sentence, start: int, end: int) -> bool:
    between = [token.text.casefold() for token in sentence.tokens[start:end]]
    return 0 < len(between) <= 2 and all(  # noqa: PLR2004 - ", and"
        word == "," or word in AND for word in between
    )


def _is_row_of_places(
    scene: Scene, row: Sequence[Run | Spot], shown: Sequence[Run]
) -> bool:
    sentence = scene.sentences[_number(row[0])]
    if _opens_list_of_places(sentence, row[0].start):
        return True
    if any(run in shown and kind_behind(sentence, run.end) for run in row[-1:]):
        return True
    before = sentence.tokens[row[0].start - 1].text.casefold() if row[0].start else ""
    runs = [item for item in row if isinstance(item, Run)]
    return before in LEADS | LIKE and all(is_known(scene, run) for run in runs)


def _number(item: Run | Spot) -> int:
    return item.number if isinstance(item, Run) else item.sentence


def _opens_list_of_places(sentence: Sentence, start: int) -> bool:
    """Whether "villages:", "in cities like" or "provinces of" leads to the list."""
    words = [
        token.text.casefold()
        for token in sentence.tokens[max(0, start - LONGEST_LEAD) : start]
    ]
    if words[-1:] == ["as"] and words[-2:-1] != ["such"]:
        return False
    if not words or (words[-1] not in LIKE and words[-1] != "of"):
        return False
    kinds = placing_words().kinds
    return any(word.endswith("s") and singular(word) in kinds for word in words[:-1])
