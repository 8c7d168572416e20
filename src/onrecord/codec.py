"""JSON in and out at the edges, checked against the model's types."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from onrecord.errors import InputError

Decoded = TypeVar("Decoded")


def to_json(value: object) -> str:
    """Any of the model's dataclasses, or plain containers of them, as JSON."""
    return msgspec.json.encode(value).decode()


def from_json(text: str | bytes, kind: type[Decoded], *, where: str) -> Decoded:
    """JSON as a value of this type; `where` names the text in the error.

    Raises InputError when the text is no JSON or does not fit the type.
    """
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(str(error), where=where) from error


def from_toml(text: str, kind: type[Decoded], *, where: str) -> Decoded:
    """TOML as a value of this type; raises InputError as `from_json` does."""
    try:
        return msgspec.toml.decode(text, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(str(error), where=where) from error
