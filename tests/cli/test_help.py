"""Help: quick, whole, and the same as what is there."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
import typer

from onrecord.cli.app import app

HEAVY = ("spacy", "numpy", "onnxruntime", "sqlalchemy", "lxml", "fastapi")
COMMANDS = sorted(
    command.name or getattr(command.callback, "__name__", "")
    for command in app.registered_commands
)
LOOK = f"""
import sys
from onrecord.cli import main
try:
    main()
finally:
    print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""


def test_help_is_quick_and_loads_no_model() -> None:
    line = [sys.executable, "-c", LOOK, "--help"]
    spent = []
    for _ in range(3):
        start = os.times()
        done = subprocess.run(  # noqa: S603 - our own command
            line, capture_output=True, text=True, check=True
        )
        end = os.times()
        # What it computes: a busy machine makes it wait, and that is no fault of it.
        spent.append(
            end.children_user
            + end.children_system
            - start.children_user
            - start.children_system
        )
    assert done.stderr.strip() == "[]"
    assert min(spent) < 0.4


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_an_example(name: str) -> None:
    group = typer.main.get_command(app)
    context = group.make_context("onrecord", ["--record", "x.db", "demo"])
    command = group.get_command(context, name)  # type: ignore[attr-defined] # a group
    assert command.help.splitlines()[0].endswith((".", ","))
    assert command.epilog.startswith(f"Example: onrecord {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_leaves_the_ends_of_lines_to_the_terminal(name: str) -> None:
    group = typer.main.get_command(app)
    context = group.make_context("onrecord", ["--record", "x.db", "demo"])
    command = group.get_command(context, name)  # type: ignore[attr-defined] # a group
    assert all("\n" not in part for part in command.help.split("\n\n"))


def test_help_lists_every_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    for name in COMMANDS:
        assert f" {name} " in done.stdout
