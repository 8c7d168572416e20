"""Column types: how the model's values lie in a table."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import DateTime, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

from onrecord.codec import to_json
from onrecord.errors import RecordError
from onrecord.model import Span

if TYPE_CHECKING:
    from sqlalchemy import Dialect

_SPANS = msgspec.json.Decoder(tuple[tuple[int, int], ...])


class Utc(TypeDecorator[datetime]):
    """An aware time, kept in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """The time in UTC; a time without zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """The time as stored, with its zone."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Spans(TypeDecorator[tuple[Span, ...]]):
    """Spans as `[[start, end], ...]`."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[Span, ...] | None, dialect: Dialect
    ) -> str | None:
        """The spans as text."""
        if value is None:
            return None
        return to_json([(span.start, span.end) for span in value])

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> tuple[Span, ...] | None:
        """The spans; RecordError when the text is none."""
        if value is None:
            return None
        try:
            return tuple(Span(start, end) for start, end in _SPANS.decode(value))
        except (msgspec.DecodeError, ValueError) as error:
            raise RecordError(f"damaged: {value[:60]!r} are no spans") from error


class OneSpan(TypeDecorator[Span]):
    """A single span, in the form of `Spans`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Span | None, dialect: Dialect) -> str | None:
        """The span as text."""
        return None if value is None else f"[[{value.start},{value.end}]]"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Span | None:
        """The span; RecordError when the text is none."""
        spans = Spans().process_result_value(value, dialect)
        return spans[0] if spans else None


class Json(TypeDecorator[object]):
    """A value of the model as JSON text, checked against `kind` when read."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: object) -> None:
        """Keep the type to read; a missing value needs no mention in it."""
        super().__init__()
        self.kind = kind
        self._decoder: msgspec.json.Decoder[object] = msgspec.json.Decoder(kind)

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """The value as JSON."""
        return None if value is None else to_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        """The value; RecordError when the text does not fit the type."""
        return None if value is None else _decoded(self._decoder, value)


class Packed(TypeDecorator[object]):
    """A value of the model as compressed JSON, for what is long."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, kind: object) -> None:
        """Keep the type to read."""
        super().__init__()
        self.kind = kind
        self._decoder: msgspec.json.Decoder[object] = msgspec.json.Decoder(kind)

    def process_bind_param(self, value: object, dialect: Dialect) -> bytes | None:
        """The value packed."""
        return None if value is None else zlib.compress(to_json(value).encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> object:
        """The value; RecordError when it cannot be unpacked."""
        return None if value is None else _decoded(self._decoder, unpacked(value))


class PackedText(TypeDecorator[str]):
    """A long text, compressed: any character is safe, NUL too."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """The text packed."""
        return None if value is None else zlib.compress(value.encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """The text; RecordError when it cannot be unpacked."""
        if value is None:
            return None
        try:
            return unpacked(value).decode()
        except UnicodeDecodeError as error:
            raise RecordError("damaged: a stored text is not UTF-8") from error


class PackedBytes(TypeDecorator[bytes]):
    """Bytes, compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """The bytes packed."""
        return None if value is None else zlib.compress(value)

    def process_result_value(
        self, value: bytes | None, dialect: Dialect
    ) -> bytes | None:
        """The bytes; RecordError when they cannot be unpacked."""
        return None if value is None else unpacked(value)


def unpacked(data: bytes) -> bytes:
    """What was compressed; RecordError when it is damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise RecordError(f"damaged: stored bytes do not unpack ({error})") from error
    except TypeError as error:  # SQLite keeps words in a column of bytes, if told to
        raise RecordError("damaged: words stand where packed bytes belong") from error


def _decoded(decoder: msgspec.json.Decoder[object], text: str | bytes) -> object:
    try:
        return decoder.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"damaged: a stored value is no JSON ({error})") from error
