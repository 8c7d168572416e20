"""Which statement stands inside which."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Statement


def with_nesting(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each naming the smallest one whose content holds it whole."""
    return [_nested(statement, statements) for statement in statements]


def _nested(inner: Statement, statements: Sequence[Statement]) -> Statement:
    around = [outer for outer in statements if _holds(outer, inner)]
    if not around:
        return inner
    return replace(inner, nested_in=min(around, key=_length).id)


def _holds(outer: Statement, inner: Statement) -> bool:
    if outer.content == inner.content:  # one tells the words by citing the other
        return inner.cue_class == "according" != outer.cue_class
    if outer.id == inner.id or _length(outer) <= _length(inner):
        return False
    words = (*inner.content, *inner.cue)
    return all(any(big.holds(small) for big in outer.content) for small in words)


def _length(statement: Statement) -> int:
    return sum(len(span) for span in statement.content)
