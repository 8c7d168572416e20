"""The words by which notes speak, from their table, ready to match."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, cast

from onrecord.extract.dates.vocabulary import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from onrecord.model import CorrectionKind

NOTES_FILE = "correction_notes.toml"
_FORMS = "|".join([*MONTHS, *(rf"{name[:3]}\.?" for name in MONTHS), r"sept\.?"])
MONTH_NAME = rf"(?:{_FORMS})"
WEEKDAY_NAME = rf"(?:{'|'.join(WEEKDAYS)})"
_YEAR = r"(?:,?\s+\d{4})?"
DATE = (
    rf"(?:\d{{1,2}}\s+{MONTH_NAME}{_YEAR}|{MONTH_NAME}\s+\d{{1,2}}{_YEAR}"
    r"|\d{4}-\d\d-\d\d)"
)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = (resources.files("onrecord") / "data" / NOTES_FILE).read_text("utf-8")
    return cast("dict[str, dict[str, list[str]]]", tomllib.loads(text))


@cache
def any_of(section: str, key: str) -> str:
    """One expression for every wording under this key of the table."""
    wordings = sorted(_table()[section][key], key=len, reverse=True)
    return f"(?:{'|'.join(wordings)})"


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """The words under this key of the table."""
    return frozenset(_table()[section][key])


def kinds_in(section: str) -> tuple[CorrectionKind, ...]:
    """The kinds of note that this section has words for, in the table's order."""
    return cast("tuple[CorrectionKind, ...]", tuple(_table()[section]))


@cache
def matcher(pattern: str) -> re.Pattern[str]:
    """The pattern, case aside, made once."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def earlier() -> str:
    """How a note names this text as it stood before."""
    before, texts = any_of("earlier", "before"), any_of("earlier", "texts")
    return rf"\b{before}\s+{texts}\b"
