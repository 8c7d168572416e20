"""The commands in README and docs exist, and print what stands below them.

Blocks fenced as `console` are run: a line with `$ ` is a command for the shell, lines
with `> ` belong to it, the rest is what it prints (`...` stands for anything). All
blocks of a page run in one folder, in order. Of other blocks the commands and their
options must exist.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

from onrecord.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^onrecord +(.*?)(?:\s#.*)?$", re.MULTILINE)
OPTION = re.compile(r"(?<=\s)--[a-z-]+")
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def _blocks(page: Path) -> list[tuple[str, str]]:
    """Each fenced block's language and content."""
    return BLOCK.findall(page.read_text("utf-8"))


def _runs(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each command of the console blocks, and what it prints."""
    for language, content in _blocks(page):
        if language != "console":
            continue
        for part in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
            lines = part.splitlines(keepends=True)
            more = 1
            while more < len(lines) and lines[more].startswith(("> ", ">\n")):
                more += 1
            command = lines[0] + "".join(line[2:] or "\n" for line in lines[1:more])
            yield command, "".join(lines[more:])


def _lines(page: Path) -> Iterator[str]:
    """Yield every line of a block that calls onrecord, without the word itself."""
    for language, content in _blocks(page):
        if language != "console":
            yield from COMMAND.findall(content)
    for command, _ in _runs(page):
        yield from COMMAND.findall(command)


WITH_RUNS = [page for page in PAGES if list(_runs(page))]
WITH_COMMANDS = [page for page in PAGES if list(_lines(page))]


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_every_command_of_a_page_exists_with_its_options(page: Path) -> None:
    group = typer.main.get_command(app)
    everywhere = _options(group)
    commands = group.commands  # type: ignore[attr-defined] # a group has them
    for line in _lines(page):
        name = next(word for word in line.split() if word in commands)
        known = everywhere | _options(commands[name])
        assert set(OPTION.findall(f" {line}")) <= known, line


def _options(command: object) -> set[str]:
    """The long options of a command."""
    parameters = command.params  # type: ignore[attr-defined] # click's commands
    return {option for parameter in parameters for option in parameter.opts}


@pytest.mark.slow
@pytest.mark.parametrize("page", WITH_RUNS, ids=lambda page: page.name)
def test_what_a_page_shows_of_commands_is_what_they_print(
    page: Path, tmp_path: Path
) -> None:
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    script = bin_folder / "onrecord"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m onrecord "$@"\n')
    script.chmod(0o755)
    folder = tmp_path / "work"
    folder.mkdir()
    for command, expected in _runs(page):
        printed = _printed(command, folder, bin_folder)
        is_same = doctest.OutputChecker().check_output(expected, printed, FLAGS)
        assert is_same, f"{page.name}: $ {command}printed:\n{printed}"


def _printed(command: str, folder: Path, bin_folder: Path) -> str:
    """What a shell prints for this command, errors among it."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("ONRECORD")
    }
    own = {"PATH": f"{bin_folder}{os.pathsep}{kept['PATH']}", "PYTHONUTF8": "1"}
    done = subprocess.run(  # noqa: S603 - our own pages
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=kept | own,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )
    return done.stdout
