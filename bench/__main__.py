"""`python -m bench NAME`: our figures, the peers', the goals."""

import argparse
import os
import sys
from pathlib import Path

import msgspec
from rich.console import Console

from bench.goals import Goals, load_goals
from bench.harness import (
    PROJECT,
    Figures,
    Inputs,
    data_folder,
    find_benches,
    load_measure,
)
from bench.printing import print_figures, write_overview, write_report
from bench.recorded import BenchError

ALL = "all"
FAILED = 1
WRONG_USE = 2


def main(arguments: list[str] | None = None) -> int:
    """Run what is asked for. Ends 1 when a measure cannot go on, 2 for wrong use."""
    asked = _parser().parse_args(arguments)
    goals = load_goals(asked.shared)
    benches = find_benches(goals)
    complain = Console(stderr=True)
    if asked.name != ALL and asked.name not in benches:
        complain.print(f"no bench {asked.name!r}; there are: {', '.join(benches)}, all")
        return WRONG_USE
    names = benches if asked.name == ALL else [asked.name]
    every, failed = {}, False
    for name in names:
        try:
            every[name] = _run(name, asked)
        except BenchError as error:
            complain.print(f"{name}: {error}", style="red", markup=False)
            failed = True
            continue
        _tell(name, every[name], goals, asked)
    if asked.name == ALL and not asked.no_report:
        write_overview(every, goals)
    return FAILED if failed else 0


def _run(name: str, asked: argparse.Namespace) -> Figures:
    data = asked.data or data_folder(name, asked.shared)
    return load_measure(name)(
        Inputs(data, asked.shared, with_peer=asked.peer, with_profile=asked.profile)
    )


def _tell(name: str, figures: Figures, goals: Goals, asked: argparse.Namespace) -> None:
    # First: whoever reads what is printed may stop early. Without the data there is
    # nothing to report, and what was measured elsewhere stays.
    if figures.values and not asked.no_report:
        write_report(name, figures, goals.get(name, {}))
    if asked.json:
        answer = {"bench": name, "figures": dict(figures.values)}
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.flush()
        notes = Console(stderr=True)
        for note in figures.notes:
            notes.print(f"note: {note}", markup=False)
    else:
        print_figures(Console(), name, figures, goals.get(name, {}))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    add = parser.add_argument
    shared = os.environ.get("ONRECORD_SHARED", PROJECT.parent / "shared")
    add("name", metavar="NAME", help="a bench, or all")
    add("--data", type=Path, help="a folder of the same form as the bench's own")
    add("--shared", type=Path, default=Path(shared), help="where the data folders lie")
    add("--json", action="store_true", help="one line of JSON a bench")
    add("--no-report", action="store_true", help="write nothing to bench/reports")
    add("--peer", action="store_true", help="run the peers on the same data, too")
    add("--profile", action="store_true", help="say where the time goes (speed)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
