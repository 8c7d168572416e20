"""A second opinion on the unsure pairs, by a model that reads both texts together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language import PairJudge
    from onrecord.resolve.claims.saying import Saying

    Pair = tuple[int, int]

MOST = 3  # pairs of one saying that are judged: such a model is slow
DOUBTED = 0.2  # belief below which no second opinion makes a claim
CERTAIN = 0.9  # belief from which none is needed


def judge_pairs(
    sayings: Sequence[Saying], beliefs: Mapping[Pair, float], judge: PairJudge
) -> dict[Pair, tuple[float, ...]]:
    """The judge's shares of agree, dispute and other for the unsure pairs.

    Each saying is judged with those that it is most likely one with.
    """
    asked: Counter[int] = Counter()
    chosen = []
    for pair in sorted(beliefs, key=lambda pair: (-beliefs[pair], pair)):
        if not DOUBTED <= beliefs[pair] < CERTAIN:
            continue
        if max(asked[pair[0]], asked[pair[1]]) < MOST:
            asked.update(pair)
            chosen.append(pair)
    if not chosen:
        return {}  # the model is not loaded for nothing
    texts = [(sayings[left].text, sayings[right].text) for left, right in chosen]
    return dict(zip(chosen, map(tuple, judge.judge(texts).tolist()), strict=True))
