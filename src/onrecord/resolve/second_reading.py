"""Contradictions read again, by a model that sees both utterances together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from onrecord.model import Utterance
from onrecord.resolve.meaning.sentences import facing_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.language import PairJudge

AT_MOST = 2  # pairs of one statement that are read; claims have three more read
# The model's belief in a dispute. Of our own dev pairs .87 of those from SURE on are
# disputes (.79 from .7 on, .68 from .5 on).
SURE = 0.8
POSSIBLE = 0.4
# What is enough where opposite words are clear, and the mean with what the words alone
# give from which a person should look: swept on the dev stories of `bench shown`.
LIKELY = 0.5
WORTH_A_LOOK = 0.6
DISPUTE = 1  # the column


@dataclass(frozen=True, slots=True)
class Clash:
    """Two utterances that stand against each other; `left` is what is disputed.

    `by_words`: the words alone are clear enough for it to be shown.
    """

    left: Utterance
    right: Utterance
    score: float
    shown: Literal["yes", "possibly"]
    by_words: bool = False


def clarity(clash: Clash) -> tuple[bool, float, str, str]:
    """The order of clashes, clearest first."""
    left, right = clash.left.statement.id, clash.right.statement.id
    return clash.shown != "yes", -clash.score, left, right


def read_again(clashes: Iterable[Clash], judge: PairJudge) -> list[Clash]:
    """The clashes that the model takes for disputes as well.

    Shown where it is sure, or where the words were clear and it thinks it likely: of
    bare negations it is a poor judge. What it thinks unlikely is left out, or left to a
    person where the words were clear. Of each statement the clearest two are read,
    the others left out.
    """
    chosen = list(_chosen(sorted(clashes, key=clarity)))
    if not chosen:
        return []  # the model is not loaded for nothing
    # A long quotation says many things; the model is to read those that clash.
    facing = [facing_sentences(clash.left.text, clash.right.text) for clash in chosen]
    shares = judge.judge(facing)
    return list(_kept(chosen, shares[:, DISPUTE].tolist()))


def _chosen(clashes: Sequence[Clash]) -> Iterator[Clash]:
    read: Counter[str] = Counter()
    for clash in clashes:
        sides = (clash.left.statement.id, clash.right.statement.id)
        if max(read[side] for side in sides) < AT_MOST:
            read.update(sides)
            yield clash


def _kept(clashes: Sequence[Clash], believed: Sequence[float]) -> Iterator[Clash]:
    for clash, belief in zip(clashes, believed, strict=True):
        score = round((clash.score + belief) / 2, 3)
        is_likely = belief >= POSSIBLE and score >= WORTH_A_LOOK
        if is_likely or clash.by_words:
            enough = LIKELY if clash.by_words else SURE
            shown = clash.shown if belief >= enough else "possibly"
            yield replace(clash, score=score, shown=shown)
