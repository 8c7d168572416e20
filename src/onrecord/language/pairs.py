"""Pairs of texts as word pieces: [CLS] left [SEP] right [SEP]."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from onrecord.language.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

PIECES = 96  # of both texts; the longer one is cut first


class _Encoding(Protocol):
    """What the tokenizer gives for a pair."""

    ids: list[int]
    type_ids: list[int]


def encode_pairs(
    pairs: Sequence[tuple[str, str]],
) -> tuple[Numbers, Numbers, Numbers]:
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
    pieces = load_vocabulary()
    tokenizer = Tokenizer(models.WordPiece(pieces, unk_token="[UNK]"))  # noqa: S106 - a word piece, no password
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(
        ("[SEP]", pieces["[SEP]"]), ("[CLS]", pieces["[CLS]"])
    )
    tokenizer.enable_truncation(PIECES)
    return tokenizer
