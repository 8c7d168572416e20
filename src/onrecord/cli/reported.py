"""What reports of an incident tell besides figures: weapons, who, whom, and doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from onrecord.cli.console import plain, quiet, quoted, say, say_table, strong
from onrecord.cli.render import joined, outlet_name, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.model import Struck
    from onrecord.record.views import IncidentView, ReportView

WHY = {
    "no such day": "there is no such day",
    "out of range": "no year that news tells of",
    "another weekday": "the day is another weekday",
    "after the article": "lies after the article that tells it as past",
    "no day to count from": "the words count from a day that nobody tells",
    "by the moon": "the feast is by the moon, and may be a day earlier or later",
    "not of the event": "where the article plays; no words say it of the event",
    "in no gazetteer": "no gazetteer knows it",
    "dated from an article of no likely time":
        "counted from the article's day, which cannot be right",
}  # fmt: skip


def print_told(found: IncidentView) -> None:
    """By whom, with what, and whom or what it struck, each with who tells it."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for name, worded in _TOLD.items():
        lines = _with_outlets(found.reports, worded)
        if lines:
            table.add_row(name, plain("; ".join(lines)))
    if not table.row_count:
        return
    say("")
    say(strong("As worded"), quiet("  by whom, with what, whom it struck"))
    say_table(table, indent=2)


def print_doubts(report: ReportView, indent: int) -> None:
    """Why the date or the place of a report is open or in doubt, with the words."""
    for doubt in report.doubts:
        say(
            f"{doubt.about} in doubt: ",
            joined(quoted(doubt.words.text), WHY[doubt.why]),
            indent=indent,
            hanging=2,
        )
        say(quiet(place_of(doubt.words)), indent=indent + 2)


def _with_outlets(
    reports: Sequence[ReportView], worded: Callable[[ReportView], Iterable[str]]
) -> list[str]:
    """Each wording once, with the outlets that have it, in order of time."""
    given: dict[str, dict[str, None]] = {}
    for report in reports:
        name = outlet_name(report.article.outlet, report.article.where)
        for words in worded(report):
            given.setdefault(" ".join(words.split()), {}).setdefault(name)
    return [f"{words} ({', '.join(outlets)})" for words, outlets in given.items()]


def _grouped(struck: Iterable[Struck]) -> list[str]:
    """The words for those struck, with the group where the words do not say it."""
    return [
        item.text
        if item.group is None or item.group in item.text.casefold()
        else f"{item.text} [{item.group}]"
        for item in struck
    ]


_TOLD: dict[str, Callable[[ReportView], Iterable[str]]] = {
    "by": lambda report: [party.text for party in report.actors],
    "claimed by": lambda report: [report.claimed_by.text] if report.claimed_by else [],
    "with": lambda report: [weapon.text for weapon in report.weapons],
    "aimed at": lambda report: _grouped(report.targets),
    "victims": lambda report: _grouped(report.victims),
}
