"""MiniLM over pairs by onnxruntime: word pieces of both in, shares of belief out."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import as_file
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np
import onnxruntime

from onrecord.errors import ConfigError
from onrecord.language.word_pieces import make_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Numbers = NDArray[np.int64]
    Logits = NDArray[np.float32]
    Texts = tuple[str, str]

PIECES = 96  # of both texts; the longer one is cut first
LABELS = 3
AT_ONCE = 16  # pairs; larger batches gain nothing on one core
REMEMBERED = 50_000  # pairs kept for the next call


class _Encoding(Protocol):
    """What the tokenizer gives for a pair."""

    ids: list[int]
    type_ids: list[int]


class PairModel:
    """A loaded session, and what it said of pairs before."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        """Keep the session; `load_pair_model` makes it."""
        self._session = session
        self._known: dict[Texts, Logits] = {}

    def shares(self, pairs: Sequence[Texts]) -> Logits:
        """Shares of belief, a row a pair, from the mean logits of both ways round."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
        keys = [_ordered(pair) for pair in pairs]
        self._known |= self._judged(sorted(set(keys) - self._known.keys(), key=_size))
        rows = [self._known[key] for key in keys]
        return np.array(rows, dtype=np.float32).reshape(len(pairs), LABELS)

    def _judged(self, fresh: Sequence[Texts]) -> Iterator[tuple[Texts, Logits]]:
        for start in range(0, len(fresh), AT_ONCE):
            batch = fresh[start : start + AT_ONCE]
            logits = self._logits(batch) + self._logits([pair[::-1] for pair in batch])
            yield from zip(batch, _softmax(logits), strict=True)

    def _logits(self, pairs: Sequence[Texts]) -> Logits:
        ids, mask, sides = encode_pairs(pairs)
        given = {"ids": ids, "mask": mask, "sides": sides}
        (logits,) = self._session.run(None, given)
        return np.asarray(logits, dtype=np.float32)


def _ordered(pair: Texts) -> Texts:
    return min(pair, pair[::-1])


def _size(pair: Texts) -> tuple[int, Texts]:
    return len(pair[0]) + len(pair[1]), pair


def _softmax(both: Logits) -> Logits:
    """Shares of belief from the sum of the logits of both ways round."""
    raised = np.exp((both - both.max(axis=1, keepdims=True)) / 2)
    # Rounded: what stands beside a pair moves the last digits.
    shares = np.round(raised / raised.sum(axis=1, keepdims=True), 4)
    return cast("Logits", shares.astype(np.float32))


def load_pair_model(file: Traversable, sha256: str, threads: int) -> PairModel:
    """The model, after its file was found to have this SHA-256."""
    with as_file(file) as path:
        with path.open("rb") as weights:
            found = hashlib.file_digest(weights, "sha256").hexdigest()
        if found != sha256:
            raise ConfigError(f"{path.name} has SHA-256 {found}, not {sha256}")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # The int8 weights become float32 once, while loading.
        options.add_session_config_entry("session.disable_quant_qdq", "1")
        session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
    return PairModel(session)


def encode_pairs(pairs: Sequence[Texts]) -> tuple[Numbers, Numbers, Numbers]:
    """Word pieces, mask and sides (0 left, 1 right), a row a pair, zeros at the end.

    >>> ids, mask, sides = encode_pairs([("It rained.", "It was dry.")])
    >>> sides.tolist()
    [[0, 0, 0, 0, 0, 1, 1, 1, 1, 1]]
    """
    encodings = cast("list[_Encoding]", _tokenizer().encode_batch(list(pairs)))
    longest = max((len(encoding.ids) for encoding in encodings), default=0)
    ids = np.zeros((len(encodings), longest), dtype=np.int64)
    mask, sides = np.zeros_like(ids), np.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)] = encoding.ids
        mask[row, : len(encoding.ids)] = 1
        sides[row, : len(encoding.ids)] = encoding.type_ids
    return ids, mask, sides


@cache
def _tokenizer() -> Tokenizer:
    return make_tokenizer(PIECES)
