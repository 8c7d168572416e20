"""Decisions in few words, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.record import Asked, Decided
from tests.record.made import NOW, RUN, News, Said, findings_of

if TYPE_CHECKING:
    from datetime import datetime

    from onrecord.model import Findings, Link, Verb
    from onrecord.record import Record

WHY = "seen in the harbour's own list"


def named(
    number: int, name: str = "Ana Petrell", private: str | None = None
) -> Findings:
    """A page that names one person, another for each number."""
    said = Said(name, f"pier {number} is shut", private=private)
    return findings_of(News(where=f"courier/{number}", body=(said,)))


def decide(  # noqa: PLR0913 - who and when have usual values
    record: Record,
    verb: Verb,
    left: str,
    right: str | None = None,
    *,
    by: str = "Ada",
    at: datetime = NOW,
) -> Decided:
    """A decision of Ada's, with a reason."""
    return record.decide(Asked(verb, left, right, by, WHY, at), RUN)


def undo(
    record: Record, decision: str, *, by: str = "Bo", at: datetime = NOW
) -> Decided:
    """An undo of Bo's, with a reason."""
    return record.undo(Asked("undo", decision, None, by, "it was not so", at), RUN)


def same(left: str, right: str, score: float = 0.9) -> Link:
    """The machine's judgement that two names are one."""
    return make_link("mention", left, right, "same", "yes", score, "one name")


def save(record: Record, *links: Link) -> None:
    """What resolving gives, when it finds these links."""
    assert record.save_resolution(links, [], RUN, NOW, seen=record.head())
