"""Dates as news words them: found, and resolved against the article's day."""

from onrecord.extract.dates.calendar import Tense
from onrecord.extract.dates.expressions import DateExpression, find_expressions
from onrecord.extract.dates.reading import DateReading, Doubt, read_date
from onrecord.extract.dates.resolve import counts_from_another, resolve_date

__all__ = [
    "DateExpression",
    "DateReading",
    "Doubt",
    "Tense",
    "counts_from_another",
    "find_expressions",
    "read_date",
    "resolve_date",
]
