"""Whom an actor dealt with, at the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

ACTORS = """
[[actor]]
id = "ostrel"
name = "Ostrel"
type = "country"
country = "XX"

[[actor]]
id = "vale-front"
name = "Vale Front"
type = "armed_group"
"""
NEWS = """Ostrel closes its ferry port

3 March 2026

On Monday the Vale Front accused Ostrel of closing the port to its boats.

Ostrel formally recognised the Vale Front in May 2021.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dealings")
    (folder / "actors.toml").write_text(ACTORS, encoding="utf-8")
    (folder / "ferry.txt").write_text(NEWS, encoding="utf-8")
    path = folder / "record.db"
    actors = str(folder / "actors.toml")
    assert run_here(path, "--actors", actors, "add", str(folder)).status < 2
    return path


@pytest.mark.parametrize("name", ["Ostrel", "Vale Front"])
def test_who_lists_dealings_of_both_sides_in_order_of_time(
    record: Path, name: str
) -> None:
    shown = run_here(record, "who", name).out
    first = shown.index("2021-05 · Ostrel recognised Vale Front")
    assert first < shown.index("2026-03-02 · Vale Front accused Ostrel")
    (entity,) = run_here(record, "who", name, "--json").items
    details = [dealing["detail"] for dealing in entity["dealings"]]
    assert details == ["recognised", "accused"]


def test_incidents_leave_dealings_out_unless_asked(record: Path) -> None:
    every = [item["detail"] for item in run_here(record, "incidents", "--json").items]
    asked = run_here(record, "incidents", "--type", "Dealing", "--json").items
    assert "accused" not in every
    assert [item["detail"] for item in asked] == ["accused"]
