"""Other events that a text sets its own beside: "two days after a fire in Oldport"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.resolve.incidents.acts import acts_in
from onrecord.resolve.incidents.days import is_late_in
from onrecord.resolve.words import background_share, stem, words_in

if TYPE_CHECKING:
    from onrecord.model import ReportText

PLAIN = 0.025  # share of texts at large from which a word says of no event which it is
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|some|several|"
    r"just|only|barely|little more than|few)"
)
_BESIDE = re.compile(
    rf"\b(?:{_COUNT} (?:{_COUNT} )?(?:hours?|days?|weeks?|months?|night)|hours|days|"
    r"weeks|months) (?:after|since|before|following)\b (?=\w)[^,.;]*"
    r"|\b(?:second|third|fourth|another) [^,.;]* (?:in|this) (?:a |the )?"
    r"(?:\w+ )?(?:hours?|days?|weeks?|months?)\b(?:, after [^.;]*)?"
    r"|\b(?:not|nor|neither|never) (?:\w+ ){0,3}?(?:connect|link|relat)(?:s|ed)?\b"
    r"[^,.;]*|\bunrelated to\b[^,.;]*|\bnothing to do with\b[^,.;]*",
    re.IGNORECASE,
)


def part_beside(item: ReportText) -> tuple[str, str]:
    """The running text of a report, and apart from it what tells of other events.

    What follows long after names its own event in such a clause; so does a text that
    says of nothing else what was done.
    """
    text = item.around or item.text
    if is_late_in(text):
        return text, ""
    rest = _BESIDE.sub(" ", text)
    if rest == text or not acts_in(item.article_title, rest)[0]:
        return text, ""
    return rest, " ".join(found.group() for found in _BESIDE.finditer(text))


def telling_stems(clauses: str) -> frozenset[str]:
    """The words of such clauses that may say which event they mean."""
    return frozenset(
        stem(word) for word in words_in(clauses) if background_share(word) < PLAIN
    )
