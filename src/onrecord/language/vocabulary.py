"""The word pieces of bert-base-uncased, commonest first within each kind."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from onrecord.errors import ConfigError

VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"


@cache
def load_vocabulary() -> dict[str, int]:
    """Each of the 30,522 word pieces with its number.

    >>> load_vocabulary()["[CLS]"]
    101
    """
    data = files("onrecord.data").joinpath("vocabulary.txt").read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != VOCABULARY_SHA256:
        raise ConfigError(f"vocabulary.txt was changed: its SHA-256 is {found}")
    return {piece: at for at, piece in enumerate(data.decode().split("\n")[:-1])}
