"""Gold on one text of a page, carried over to another text of the same page.

Gold offsets count in a frozen text; a reader's own text has the same words in nearly
the same order, with other white space and a line more here and there. Lines that are
equal are matched first, then the words between them.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+")


def words_of_lines(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """The words of each line; what is no letter or digit parts them.

    >>> words_of_lines(["Rain, again", "--"])
    [('Rain', 'again'), ()]
    """
    return [tuple(_WORD.findall(line)) for line in lines]


def matches(
    left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, int, int]]:
    """Yield which line of `left` shares how many words with which line of `right`.

    Lines come as their words. Each word is matched at most once, and matches never
    cross.
    """
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    before_left = before_right = 0
    for at_left, at_right, size in matcher.get_matching_blocks():
        yield from _between(
            left[before_left:at_left],
            right[before_right:at_right],
            (before_left, before_right),
        )
        for step in range(size):
            yield at_left + step, at_right + step, len(left[at_left + step])
        before_left, before_right = at_left + size, at_right + size


def _between(
    left: Sequence[tuple[str, ...]],
    right: Sequence[tuple[str, ...]],
    offset: tuple[int, int],
) -> Iterator[tuple[int, int, int]]:
    """Yield matches word by word, between two pairs of equal lines."""
    lefts = [(word, at) for at, line in enumerate(left) for word in line]
    rights = [(word, at) for at, line in enumerate(right) for word in line]
    if not lefts or not rights:
        return
    words = [word for word, _ in lefts], [word for word, _ in rights]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    for at_left, at_right, size in matcher.get_matching_blocks():
        for step in range(size):
            line_left = lefts[at_left + step][1]
            line_right = rights[at_right + step][1]
            yield offset[0] + line_left, offset[1] + line_right, 1
