"""A second opinion on the nearest pairs, by a model that reads both texts together."""

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
# What the judge's word counts against our own belief. Swept on the dev half of
# bench/gold/claims with the judge that ships, at the cut of links.py and below it: F1
# .652 without, .655 at .2, .634 at .4, .589 at .6. It takes 15 ms a pair, at every
# resolving anew: the pipeline does without until judgements of pairs are kept.
SHARE = 0.2


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
