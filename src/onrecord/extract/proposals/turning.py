"""Words that turn a report round: without them it says another thing."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Span

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
TURNING = frozenset(
    "not never no nobody none neither nor cannot without hardly scarcely".split()  # noqa: SIM905 - reads better
)
UNSAID = frozenset({"could", "might", "may", "should", "must", "can", "would"})
BEFORE_CUE = 3  # words that may turn it: "has not yet said"
BREAK = re.compile(r"[.!?…,;:\"“”„«»()]|\n\s*\n")
LOOK_BACK = 80  # characters; three words are seldom longer


def is_cut_short(content: Sequence[Span], others: Sequence[Span], text: str) -> bool:
    """Whether a turning word stands right before the content, or words are left out.

    `others` are source and cue: between two pieces of content may stand one of them,
    or nothing but marks.
    """
    if any(_turns(word) for piece in content for word in _before(piece, 1, text)):
        return True
    return any(
        WORD.search(text, one.end, other.start)
        and not any(one.end <= item.start < other.start for item in others)
        for one, other in pairwise(content)
    )


def is_negated(cue: Span, text: str) -> bool:
    """Whether the cue says that somebody did not say it."""
    return any(map(_turns, _around(cue, text)))


def is_unsaid(cue: Span, source: Span, text: str) -> bool:
    """Whether it is only told what somebody might say, or that nobody says it."""
    who = WORD.findall(source.of(text).lower())
    helpers = {word.lower() for word in _around(cue, text)}
    return bool(helpers & UNSAID) or who[:1] in (["nobody"], ["none"], ["no"])


def _around(cue: Span, text: str) -> list[str]:
    return [*_before(cue, BEFORE_CUE, text), *WORD.findall(cue.of(text))]


def _before(span: Span, count: int, text: str) -> list[str]:
    """The last words before a span, as far as no mark parts them from it."""
    back = text[max(0, span.start - LOOK_BACK) : span.start]
    joined = BREAK.split(back)[-1]
    return WORD.findall(joined)[-count:]


def _turns(word: str) -> bool:
    folded = word.lower().replace("’", "'")
    return folded in TURNING or folded.endswith("n't")
