"""The first layer of a spaCy model, worked out once for each word.

Before it looks at its neighbours, a word's vector depends on its letters alone. Half
the words of an article come again in it, and four in five were seen in those before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from thinc.api import Model

    AnyModel = Model[Any, Any]
    Floats = NDArray[np.float32]

MOST = 20_000  # words; their vectors take 8 MB
LAYERS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]


def keep_word_vectors(model: AnyModel) -> None:
    """Have each embedding layer of this model keep the vectors that it gives."""
    for node in list(model.walk()):
        embed = node.get_ref("embed") if node.has_ref("embed") else None
        if embed is not None and embed.has_dim("nO") and _kinds(embed) == LAYERS:
            model.replace_node(embed, _kept(embed))


def _kinds(embed: AnyModel) -> list[str]:
    return [layer.name.partition("(")[0] for layer in embed.layers]


def _kept(embed: AnyModel) -> AnyModel:
    from thinc.api import Model  # noqa: PLC0415 - comes with spaCy, as slow to import

    words = _Words(embed)

    def forward(
        _model: AnyModel,
        docs: Sequence[Doc],
        is_train: bool,  # noqa: FBT001 - thinc's call
    ) -> tuple[list[Floats], Callable[[object], object]]:
        if is_train:
            raise NotImplementedError
        return words.vectors(docs), lambda gradient: gradient

    return Model("word_vectors", forward, dims={"nO": embed.get_dim("nO")})


class _Words:
    """Vectors by what the layer knows of a word, the oldest forgotten all at once."""

    def __init__(self, embed: AnyModel) -> None:
        self._features, _, self._embed, self._mix, _ = embed.layers
        self._rows: dict[bytes, int] = {}
        self._table: Floats = np.empty((MOST, embed.get_dim("nO")), np.float32)

    def vectors(self, docs: Sequence[Doc]) -> list[Floats]:
        """One array for each doc, a row for each token."""
        seen = self._features.predict(docs)
        every = np.ascontiguousarray(np.concatenate(seen), np.uint64)
        keys = every.view(f"V{every.shape[1] * every.itemsize}").ravel().tolist()
        self._learn(keys, every.shape[1])
        rows = np.fromiter(map(self._rows.__getitem__, keys), np.intp, len(keys))
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        return cast("list[Floats]", np.split(self._table[rows], ends))

    def _learn(self, keys: Sequence[bytes], width: int) -> None:
        new = [key for key in dict.fromkeys(keys) if key not in self._rows]
        if len(self._rows) + len(new) > MOST:
            self._rows.clear()
            new = list(dict.fromkeys(keys))
            size = max(MOST, len(new))
            self._table = np.empty((size, self._table.shape[1]), np.float32)
        if new:
            words = np.frombuffer(b"".join(new), np.uint64).reshape(len(new), width)
            first = len(self._rows)
            vectors = self._mix.predict(self._embed.predict(words))
            self._table[first : first + len(new)] = vectors
            self._rows |= zip(new, range(first, first + len(new)), strict=True)
