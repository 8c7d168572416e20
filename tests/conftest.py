"""What many tests share: one record of the sample pages, made once."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the gazetteer is unpacked: once for all tests, never in a user's home."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ONRECORD_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that `onrecord demo` builds; read it, never write to it."""
    path = tmp_path_factory.mktemp("sample") / "demo.db"
    done = run_onrecord("--record", str(path), "demo")
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def onrecord(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command in an empty folder with a record of its own."""

    def run(*arguments: str, **options: str) -> subprocess.CompletedProcess[str]:
        return run_onrecord(*arguments, folder=tmp_path, **options)

    return run


def run_onrecord(
    *arguments: str, folder: Path | None = None, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """One run of the command as a user's shell would start it."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("ONRECORD") or name == "ONRECORD_CACHE"
    }
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "onrecord", *arguments],
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1"},
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
