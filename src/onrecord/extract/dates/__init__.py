"""Dates as news words them: found, and resolved against the article's day."""

from onrecord.extract.dates.expressions import DateExpression, find_expressions
from onrecord.extract.dates.resolve import resolve_date

__all__ = ["DateExpression", "find_expressions", "resolve_date"]
