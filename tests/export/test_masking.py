"""Private names never leave in words that an export carries."""

from __future__ import annotations

from onrecord.export.known import Known
from onrecord.model import Span
from onrecord.record.views import MASK

TEXT = "Ada Fenn fell. Fenn was four. The Fennimore bridge stayed shut."
PRIVATE = (Span(0, 8), Span(15, 19))
KNOWN = Known({"p": TEXT}, {}, {}, {"p": PRIVATE}, {}, {}, {}, {}, ())


def test_names_in_quoted_words_are_withheld() -> None:
    assert KNOWN.words("p", [Span(0, 29)]) == f"{MASK} fell. {MASK} was four."


def test_names_in_a_title_are_withheld_and_longer_words_are_not() -> None:
    told = KNOWN.masked("p", "Fennimore mourns Ada Fenn, says Fenn family")
    assert told == f"Fennimore mourns {MASK}, says {MASK} family"


def test_a_value_that_is_not_told_stays_so() -> None:
    assert KNOWN.masked("p", None) is None
