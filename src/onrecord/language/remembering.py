"""A judge of pairs that never reads a pair twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.model import content_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onrecord.language.judge import PairJudge, Shares

    Row = tuple[float, float, float]  # agree, dispute, other
    Recall = Callable[[Sequence[str]], Mapping[str, Row]]


class RememberingJudge:
    """Asks a judge only about pairs of which nothing is kept; `fresh` is what it said.

    A pair is known by a hash of the judge's name and both texts, whichever is first.
    """

    def __init__(self, judge: PairJudge, recall: Recall) -> None:
        """Take the judge, and what says of hashes what was kept of them."""
        self._judge = judge
        self._recall = recall
        self.fresh: dict[str, Row] = {}

    @property
    def name(self) -> str:
        """The judge's own."""
        return self._judge.name

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Shares:
        """Shares of belief in agree, dispute and other: a float32 row a pair."""
        ordered = [min(pair, pair[::-1]) for pair in pairs]
        keys = [content_id("pair", self.name, *pair) for pair in ordered]
        known = {**self._recall(list(dict.fromkeys(keys))), **self.fresh}
        every = dict(zip(keys, ordered, strict=True))
        asked = {key: pair for key, pair in every.items() if key not in known}
        if asked:
            rows = self._judge.judge(list(asked.values())).tolist()
            said = {
                key: (float(agree), float(dispute), float(other))
                for key, (agree, dispute, other) in zip(asked, rows, strict=True)
            }
            self.fresh |= said
            known |= said
        told = [known[key] for key in keys]
        return np.array(told, dtype=np.float32).reshape(len(pairs), 3)
