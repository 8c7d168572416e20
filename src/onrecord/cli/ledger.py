"""The figures of an incident on the screen: in short, as a table, and as a chart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, get_args

from rich.table import Table

from onrecord.cli.console import (
    ACCENT,
    QUIET,
    out,
    plain,
    quiet,
    quoted,
    say,
    say_short,
    say_table,
    strong,
)
from onrecord.cli.render import (
    counted,
    day_of,
    interval,
    joined,
    mark_of,
    origin,
    outlet_name,
    place_name,
    place_of,
    short,
    show_notes,
    toll_of,
    when,
)
from onrecord.cli.reported import print_doubts, print_told
from onrecord.model import Effect, RuleName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.text import Text

    from onrecord.model import Moment
    from onrecord.record.views import (
        DisputeView,
        FigureRevision,
        IncidentView,
        LedgerLine,
        ReportView,
    )

WIDEST = 96  # columns of a chart: wider, one sees less
NOT_COUNTED = {
    "part": "part",
    "superseded": "superseded",
    "corrected": "corrected later",
    "doubtful": "doubtful",
}


def say_rule(rule: RuleName) -> None:
    """The wording of a rule, which stands beside whatever it derives."""
    from onrecord.record.ledger import RULES

    say(quiet(f"by the rule {rule}: {RULES[rule].wording}"), hanging=2)


def print_incident(found: IncidentView) -> None:
    """An incident in a list: its head, and a line for each effect."""
    _print_head(found)
    _print_effects(found)


def print_whole(found: IncidentView, rule: RuleName) -> None:
    """An incident with its whole ledger, its chart, and the words of its reports."""
    _print_head(found)
    _print_effects(found)
    if found.tolls:
        say_rule(rule)
    if found.ledger:
        _print_ledger(found)
        _print_chart(found, rule)
    _print_revisions(found.revisions)
    _print_disputes(found)
    print_told(found)
    say("")
    say(strong("Reports"))
    for report in found.reports:
        _print_report(report)


def _print_head(found: IncidentView) -> None:
    name = found.detail or found.sub_event_type or found.event_type
    doubt = " (doubtful)" if found.is_date_doubtful else ""
    say(
        joined(
            strong(name.capitalize()),
            plain(place_name(found.place)),
            plain(day_of(found.date) + doubt, ACCENT),
            None if found.status == "happened" else plain(found.status, "bold"),
            quiet(short(found.id)),
        )
    )


def _print_effects(found: IncidentView) -> None:
    """For each effect what the rule makes of it, and each number with its outlets."""
    tolls = {toll.effect: toll for toll in found.tolls}
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="bold")
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for effect in get_args(Effect):
        lines = [line for line in found.ledger if line.effect == effect]
        toll = tolls.get(effect)
        if lines:
            derived = toll_of(toll) if toll else "not counted"
            table.add_row(effect, derived, plain(_in_short(lines, derived)))
    if table.row_count:
        say_table(table, indent=2)


def _in_short(lines: Sequence[LedgerLine], derived: str) -> str:
    """Each number once with the outlets that give it; what does not count last.

    A number that is the derived one, and the only one, is not said twice.
    """
    given: dict[str, dict[str, None]] = defaultdict(dict)
    for line in sorted(lines, key=lambda line: line.stands != "whole"):
        if line.stands == "part":
            continue
        mark = "" if line.stands == "whole" else f" ({NOT_COUNTED[line.stands]})"
        given[number_of(line) + mark].setdefault(_outlet(line))
    told = [
        ("" if [*given] == [derived] else f"{number}: ") + ", ".join(outlets)
        for number, outlets in given.items()
    ]
    parts = sum(line.stands == "part" for line in lines)
    return "; ".join([*told, *([counted(parts, "part")] if parts else [])])


def number_of(line: LedgerLine) -> str:
    """The number of a line, as short as it can be.

    "about 40", "14 or more", "up to 15", "10 to 20".
    """
    about = "about " if line.about else ""
    return about + interval(line.low, line.high)


def _outlet(line: LedgerLine) -> str:
    return outlet_name(line.outlet, line.where)


def _print_ledger(found: IncidentView) -> None:
    """Every figure, by effect: the letter it has in the chart, and what it is."""
    from onrecord.cli.step_chart import marks_of

    marks = marks_of(found)
    say("")
    say(strong("Ledger"), quiet("  every figure as it was given"))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=QUIET)
    for column in ("", "number", "as worded", "printed by", "published", "captured"):
        is_day = column in {"published", "captured"}
        table.add_column(column, overflow="fold", min_width=10 if is_day else None)
    effect = None
    for line in found.ledger:
        if line.effect != effect:
            effect = line.effect
            table.add_row("", plain(effect, "bold"))
        table.add_row(*_cells(line, marks.get(_outlet(line), "")))
    say_table(table, indent=2)


def _cells(line: LedgerLine, mark: str) -> Iterable[Text]:
    stands = NOT_COUNTED.get(line.stands)
    number = number_of(line) + (f" ({stands})" if stands else "")
    teaser = " (teaser)" if line.article_type == "teaser" else ""
    source = f": {line.attributed_to}" if line.attributed_to else ""
    published = _day(line.published) + (" (doubtful)" if line.is_time_doubtful else "")
    captured = f"{line.captured_at:%Y-%m-%d}" if line.captured_at else "not told"
    again = f" again {line.captured_again:%Y-%m-%d}" if line.captured_again else ""
    return (
        plain(mark, "bold"),
        plain(number),
        quoted(line.words),
        plain(f"{_outlet(line)}{teaser}{source}"),
        plain(published),
        plain(captured + again),
    )


def _day(moment: Moment | None) -> str:
    return str(moment)[:10] if moment else "no time"


def _print_chart(found: IncidentView, rule: RuleName) -> None:
    from onrecord.cli.step_chart import step_charts

    for number, line in enumerate(
        step_charts(found, rule, min(out().width, WIDEST) - 2)
    ):
        if number == 0:
            say("")
        say_short(line, indent=2 if line else 0)


def _print_revisions(revisions: Sequence[FigureRevision]) -> None:
    """Which number was brought up to date by whom and when."""
    if not revisions:
        return
    say("")
    say(strong("Revised"), quiet("  one number followed another"))
    for step in revisions:
        name = step.outlet or short(step.page_id)
        source = f" ({step.attributed_to})" if step.attributed_to else ""
        change = f"from {interval(*step.was)} to {interval(*step.now)}"
        say(
            f"{step.effect}: revised {change} by {name}{source} {_time_of(step)}",
            quiet(f" · {step.why}"),
            indent=2,
            hanging=2,
        )


def _time_of(step: FigureRevision) -> str:
    if step.why == "captured again" and step.captured_at:
        return f"in the capture of {step.captured_at:%Y-%m-%d}"
    return f"on {_day(step.published)}" if step.published else "at no known time"


def _print_disputes(found: IncidentView) -> None:
    """Who gives which number against whom, with the words that show it."""
    if not found.disputes:
        return
    say("")
    say(strong("Figures differ"), quiet("  no number fits both, and neither follows"))
    lines = {str(line.figure): line for line in found.ledger}
    for dispute in found.disputes:
        sides = [lines.get(side.id) for side in (dispute.left, dispute.right)]
        said = ", ".join(_said(line) for line in sides if line is not None)
        effect = next((line.effect for line in sides if line is not None), "")
        mark = "possibly " if dispute.shown == "possibly" else ""
        say(f"{effect}: {mark}{said}", indent=2, hanging=2)
        say(quiet(_evidence(dispute)), indent=4)


def _said(line: LedgerLine) -> str:
    name = line.attributed_to or _outlet(line)
    where = f" ({_outlet(line)})" if line.attributed_to else ""
    return f"{name}{where} says {number_of(line)}"


def _evidence(dispute: DisputeView) -> str:
    words = [side.words.text for side in (dispute.left, dispute.right) if side.words]
    against = f" {mark_of(dispute)} ".join(f"“{' '.join(w.split())}”" for w in words)
    told = (against, place_of(dispute.words), f"score {dispute.score:.2f}")
    return " · ".join((*told, short(dispute.id)))


def _print_report(report: ReportView) -> None:
    say("")
    say(
        joined(plain(when(report.article), ACCENT), strong(origin(report.article))),
        indent=2,
    )
    say(quoted(report.told.text), indent=4)
    say(quiet(f"{place_of(report.told)} · {short(report.id)}"), indent=4)
    print_doubts(report, 6)
    for figure in report.figures:
        source = f"said by {figure.attributed_to}" if figure.attributed_to else None
        part = "part of another figure" if figure.part_of else None
        told = joined(quoted(figure.words.text), source, part)
        say(f"{figure.effect}: ", told, indent=6, hanging=2)
        say(quiet(place_of(figure.words)), indent=8)
        show_notes(figure.corrections, 8, page=figure.words.page_id)
