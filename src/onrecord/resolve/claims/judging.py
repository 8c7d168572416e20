"""A second opinion on the nearest pairs, by a model that reads both texts together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from onrecord.resolve.claims.saying import Saying

    Pair = tuple[int, int]

MOST = 3  # pairs of one saying that are judged: such a model is slow
DOUBTED = 0.2  # belief below which no second opinion makes a claim
# What the judge's word counts against our own belief. Swept from 0 to .5 on the dev
# half of bench/gold/claims with a judge that is right on three pairs in five: fewer
# wrong at .2, more missed beyond it. Sweep it again with a better judge.
SHARE = 0.2


class PairJudge(Protocol):
    """Reads two utterances together and says how they stand to each other."""

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Shares of belief in agree, dispute and other: a row a pair."""
        ...


def judge_pairs(
    sayings: Sequence[Saying], beliefs: Mapping[Pair, float], judge: PairJudge
) -> dict[Pair, float]:
    """The belief that the likeliest pairs assert the same, once the judge was heard.

    Each saying is judged with those that it is most likely one with.
    """
    asked: Counter[int] = Counter()
    chosen = []
    for pair in sorted(beliefs, key=lambda pair: (-beliefs[pair], pair)):
        if beliefs[pair] < DOUBTED:
            break
        if max(asked[pair[0]], asked[pair[1]]) < MOST:
            asked.update(pair)
            chosen.append(pair)
    texts = [(sayings[left].text, sayings[right].text) for left, right in chosen]
    if not texts:
        return {}
    agree = judge.judge(texts)[:, 0].tolist()
    return {
        pair: round((1 - SHARE) * beliefs[pair] + SHARE * share, 4)
        for pair, share in zip(chosen, agree, strict=True)
    }
