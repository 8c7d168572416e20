"""How two figures of one event stand to each other: one follows, or one disputes.

A figure here is a whole of one effect that its article stands by; parts and numbers
that an article itself calls outdated are compared with nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from onrecord.model.doubt import bounds_of
from onrecord.model.moment import Moment

# By which low and high are derived; what each says stands in the record's ledger.
RuleName = Literal["range", "conservative", "latest", "acled", "ucdp"]
Standing = Literal["fits", "other people", "unordered", "revision", "dispute"]
NEAR = 0.1  # share by which "about 40" may be off and still agree
ANYBODY = frozenset({"people", "persons", "person", "others", "victims", "dead",
                     "bodies", "wounded", "injured", "deaths"})  # fmt: skip
# Told beside a toll of people, these are some of them.
SOME = frozenset(
    """girl boy child baby infant woman man civilian soldier officer policeman guard
    member journalist foreigner worker student pupil teacher passenger medic
    """.split()  # noqa: SIM905 - reads better
)
SINGULAR = {"children": "child", "women": "woman", "men": "man", "babies": "baby",
            "policemen": "policeman"}  # fmt: skip
# Two outlets that cite "officials" need not cite the same ones.
NOBODY = frozenset(
    """official officials source sources authorities witness witnesses resident
    residents local locals report reports media survivor survivors relatives
    """.split()  # noqa: SIM905 - reads better
)
# "Police" and "the police chief" answer for one number.
ROLES = frozenset(
    """spokesman spokeswoman spokesperson chief head commander statement department
    office officer officers force forces service services agency director
    """.split()  # noqa: SIM905 - reads better
)
FILLING = frozenset({"the", "a", "an", "of", "for", "from", "in", "s", "country"})
ENOUGH = 2  # words that two names of a source must share to be one


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with who gives it where and when.

    `source` is who it is attributed to, None: the outlet says it in its own voice.
    `address` is what captures of one page share; "" when nobody knows.
    """

    low: int | None
    high: int | None
    about: bool
    counted: str | None
    source: str | None
    outlet: str | None
    published: Moment | None
    captured_at: datetime | None
    article: str
    page: str
    address: str = ""

    @property
    def number(self) -> tuple[int | None, int | None]:
        """Both ends, None where open."""
        return self.low, self.high


def standing_of(one: Given, other: Given) -> Standing:
    """How two figures stand to each other, whichever is named first.

    "fits": a number fits both. "other people": they count others, or some of the
    others. "unordered": one source gives both and nobody can say which came first.
    "revision": the later brings the earlier up to date, being of the same source or
    outlet, or the higher toll of a later report. "dispute": all else.
    """
    if not _count_the_same(one, other):
        return "other people"
    if not are_disjoint(one, other):
        return "fits"
    order = order_of(one, other)
    if is_one_source(one, other):
        return "revision" if order else "unordered"
    if order is None:
        return "dispute"
    return "revision" if _follows(*order) else "dispute"


def are_disjoint(one: Given, other: Given) -> bool:
    """Whether no number fits both."""
    return _least(one) > _most(other) or _least(other) > _most(one)


def order_of(one: Given, other: Given) -> tuple[Given, Given] | None:
    """The earlier and the later; None when that is not known.

    Captures of one address are in the order of their captures.
    """
    if one.address and one.address == other.address and one.page != other.page:
        taken = one.captured_at, other.captured_at
        if taken[0] is not None and taken[1] is not None and taken[0] != taken[1]:
            return (one, other) if taken[0] < taken[1] else (other, one)
    left = bounds_of(one.published, one.captured_at)
    right = bounds_of(other.published, other.captured_at)
    if left is None or right is None:
        return None
    if left[1] <= right[0]:
        return one, other
    return (other, one) if right[1] <= left[0] else None


def is_one_source(one: Given, other: Given) -> bool:
    """Whether one and the same answers for both: the source named, else the outlet."""
    if one.source is None and other.source is None:
        return one.outlet is not None and one.outlet == other.outlet
    if one.source is None or other.source is None:
        return _are_one(one.source or one.outlet, other.source or other.outlet)
    if one.outlet is not None and one.outlet == other.outlet:
        return _are_one(one.source, other.source)
    vague = _words(one.source) <= NOBODY or _words(other.source) <= NOBODY
    return not vague and _are_one(one.source, other.source)


def _follows(earlier: Given, later: Given) -> bool:
    """Whether a later figure of another source is the same toll, told anew.

    Two sources named on one day, whatever the hour, speak for themselves.
    """
    are_rivals = earlier.source is not None and later.source is not None
    grows = _least(later) > _most(earlier)
    if grows:
        return not (are_rivals and _is_one_day(earlier, later))
    is_own = later.outlet is not None and earlier.outlet == later.outlet
    return is_own and not are_rivals


def _is_one_day(one: Given, other: Given) -> bool:
    days = {item.published.day for item in (one, other) if item.published}
    return len(days) == 1 and None not in days


def _are_one(one: str | None, other: str | None) -> bool:
    """Whether two names of a source are of the same one."""
    if not one or not other:
        return False
    left, right = _words(one), _words(other)
    fewer, more = sorted((left, right), key=len)
    if fewer == more:
        return bool(fewer)
    is_within = bool(fewer) and fewer <= more
    return is_within and (len(fewer) >= ENOUGH or more - fewer <= ROLES)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - FILLING


def _count_the_same(one: Given, other: Given) -> bool:
    kinds = {_kind(one.counted), _kind(other.counted)} - {None}
    if len(kinds) > 1:
        return False
    if _is_some(one.counted) == _is_some(other.counted):
        return True
    some, anybody = (one, other) if _is_some(one.counted) else (other, one)
    # "Three soldiers" beside "14 people" are some of them; "30 soldiers" are not.
    return one.article != other.article and _least(some) > _most(anybody)


def _kind(counted: str | None) -> str | None:
    words = (counted or "").casefold().split()
    return None if not words or words[-1] in ANYBODY else words[-1]


def _is_some(counted: str | None) -> bool:
    kind = _kind(counted)
    return kind is not None and SINGULAR.get(kind, kind.removesuffix("s")) in SOME


def _least(given: Given) -> float:
    low = given.low or 0
    return low * (1 - NEAR) if given.about else low


def _most(given: Given) -> float:
    if given.high is None:
        return float("inf")
    return given.high * (1 + NEAR) if given.about else given.high
