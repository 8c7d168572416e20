"""Revisions: which figure brought which up to date, told apart from disputes."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, product
from typing import TYPE_CHECKING

from onrecord.model import Given, is_one_source, standing_of
from onrecord.record.ledger.counting import Entry, given_of, stands_of, time_key
from onrecord.record.views.order import Key
from onrecord.record.views.types import FigureRevision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.record.views.types import ReportView, WhyRevised

Timed = tuple[Key, Entry]
Step = tuple[Key, FigureRevision]
KEPT = frozenset({"whole", "corrected"})


def figure_revisions(reports: Iterable[ReportView]) -> tuple[FigureRevision, ...]:
    """The steps by which the figures of an incident changed, in order of time.

    Three kinds: an article says what was said before; a later capture of one address
    gives another number and no longer the old one; a later article follows another by
    `standing_of`. A step between two numbers is told once, by whoever told it first.
    """
    told = list(reports)
    steps = list(_within(told))
    for effect in dict.fromkeys(item.effect for r in told for item in r.figures):
        timed = [item for item in _timed(told) if item[1].figure.effect == effect]
        steps += [*_recaptured(timed), *_across(timed)]
    return tuple(_once(sorted(steps, key=_in_time)))


def _in_time(step: Step) -> tuple[Key, str, str]:
    key, revision = step
    return key, revision.before, revision.after


def _once(steps: Iterable[Step]) -> Iterator[FigureRevision]:
    """Each step between two numbers once; of one address each time it was taken."""
    seen = set()
    for _, step in steps:
        taken = step.captured_at if step.why == "captured again" else None
        known = step.effect, step.was, step.now, taken
        if known not in seen and (*known[:3], None) not in seen:
            seen.add(known)
            yield step


def _timed(reports: Iterable[ReportView]) -> list[Timed]:
    """The whole figures with their times; of a text captured again, both times."""
    found: list[Timed] = []
    for report in reports:
        for figure in report.figures:
            if stands_of(figure) not in KEPT:
                continue
            entry = Entry(report, figure, given_of(report, figure))
            found.append((time_key(report, again=False), entry))
            if report.captured_again is not None:
                entry = Entry(report, figure, given_of(report, figure, again=True))
                found.append((time_key(report), entry))
    return sorted(found, key=lambda item: (item[0], item[1].figure.id))


def _within(reports: Iterable[ReportView]) -> Iterator[Step]:
    """What an article says was said before, and what it gives now."""
    articles: dict[str, list[Entry]] = defaultdict(list)
    for report in reports:
        entries = [Entry(report, f, given_of(report, f)) for f in report.figures]
        articles[report.article.id] += entries
    for entries in articles.values():
        old = [entry for entry in entries if entry.figure.is_superseded]
        new = [entry for entry in entries if stands_of(entry.figure) == "whole"]
        for before, after in product(old, new):
            is_one = before.figure.effect == after.figure.effect
            if is_one and before.given.number != after.given.number:
                step = _step(before, after, "the article says so")
                yield time_key(after.report), step


def _recaptured(timed: Sequence[Timed]) -> Iterator[Step]:
    """What a capture gives that the one before at its address did not, for what."""
    captures: dict[str, dict[str, list[Timed]]] = defaultdict(lambda: defaultdict(list))
    for item in timed:
        given = item[1].given
        if given.address and given.captured_at is not None:
            captures[given.address][f"{given.captured_at} {given.page}"].append(item)
    for by_time in captures.values():
        in_order = [by_time[taken] for taken in sorted(by_time)]
        for old, new in pairwise(in_order):
            yield from _replaced(old, new)


def _replaced(old: Sequence[Timed], new: Sequence[Timed]) -> Iterator[Step]:
    stayed = {e.given.number for _, e in old} & {e.given.number for _, e in new}
    gone = [entry for _, entry in old if entry.given.number not in stayed]
    for key, entry in new:
        if gone and entry.given.number not in stayed:
            same = (one for one in gone if is_one_source(one.given, entry.given))
            yield key, _step(next(same, gone[0]), entry, "captured again")


def _across(timed: Sequence[Timed]) -> Iterator[Step]:
    """For each figure the newest one of another page that it brings up to date."""
    for at, (key, after) in enumerate(timed):
        earlier = (entry for _, entry in reversed(timed[:at]))
        before = next((entry for entry in earlier if _is_followed(entry, after)), None)
        if before is not None:
            yield key, _step(before, after, _why(before.given, after.given))


def _is_followed(before: Entry, after: Entry) -> bool:
    one, other = before.given, after.given
    is_one_address = one.address != "" and one.address == other.address
    is_one_page = one.page == other.page or is_one_address
    return not is_one_page and standing_of(one, other) == "revision"


def _why(before: Given, after: Given) -> WhyRevised:
    if is_one_source(before, after):
        return "same source" if before.source and after.source else "same outlet"
    if (after.low or 0) > (before.high or before.low or 0):
        return "later and higher"
    return "same outlet"


def _step(before: Entry, after: Entry, why: WhyRevised) -> FigureRevision:
    given = after.given
    return FigureRevision(
        effect=after.figure.effect,
        before=before.figure.id,
        after=after.figure.id,
        was=before.given.number,
        now=given.number,
        outlet=given.outlet,
        attributed_to=given.source,
        published=given.published,
        captured_at=given.captured_at,
        page_id=after.figure.words.page_id,
        why=why,
    )
