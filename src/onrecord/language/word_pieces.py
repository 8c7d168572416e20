"""BERT's uncased tokenizer from the vocabulary file: MiniLM's, for texts and pairs."""

from __future__ import annotations

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from onrecord.language.vocabulary import load_vocabulary


def make_tokenizer(longest: int) -> Tokenizer:
    """A tokenizer that cuts after so many pieces; of a pair, the longer text first."""
    pieces = load_vocabulary()
    tokenizer = Tokenizer(models.WordPiece(pieces, unk_token="[UNK]"))  # noqa: S106 - a word piece, no password
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(
        ("[SEP]", pieces["[SEP]"]), ("[CLS]", pieces["[CLS]"])
    )
    tokenizer.enable_truncation(longest)
    return tokenizer
