"""Whether two utterances agree, dispute each other or neither, behind one Protocol."""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from onrecord.language.pairs import PairModel

    Shares = NDArray[np.float32]

FILE = "pair_judge.onnx"
# trained and written by bench/training/disputes, which prints it
JUDGE_SHA256 = "c31ca03dfb0e6eb551d9e2ec982f374a9f1354a03f1c9f0fb22715ce60d360a0"


class PairJudge(Protocol):
    """Reads two utterances together and says how they stand to each other."""

    @property
    def name(self) -> str:
        """Which model judges, with its hash: part of every run."""
        ...

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Shares:
        """Shares of belief in agree, dispute and other: a float32 row a pair.

        A row adds up to 1 and is the same for (a, b) as for (b, a), in any company.
        """
        ...


class MiniLmJudge:
    """MiniLM over both utterances, run by onnxruntime; reads 96 word pieces a pair."""

    def __init__(self, *, threads: int = 1) -> None:
        """Keep the number of threads; the model is loaded at the first use."""
        self._threads = threads

    @property
    def name(self) -> str:
        """The model and the first digits of its SHA-256."""
        return f"pair-judge {JUDGE_SHA256[:12]}"

    @cached_property
    def _model(self) -> PairModel:
        try:
            from onrecord.language.pairs import (  # noqa: PLC0415 - slow to load
                load_pair_model,
            )
        except ModuleNotFoundError as error:
            message = f"no judge of pairs without {error.name}; pip install it"
            raise ConfigError(message) from error
        return load_pair_model(
            files("onrecord.data") / FILE, JUDGE_SHA256, self._threads
        )

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Shares:
        """The mean of both ways round; equal pairs are judged once."""
        return self._model.shares(pairs)


def choose_judge(*, threads: int = 1) -> PairJudge | None:
    """The judge that this installation can run, None where it can run none."""
    needed = ("onnxruntime", "tokenizers")
    return MiniLmJudge(threads=threads) if all(map(find_spec, needed)) else None
