"""Building the gazetteer: what stands in the way is said in one line."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from typing import TYPE_CHECKING

import pytest

from onrecord.cli.gazetteer import gazetteer
from onrecord.errors import ConfigError, MissingExtra
from onrecord.gazetteer.places.building import packages

if TYPE_CHECKING:
    from pathlib import Path


def test_an_unknown_action_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is: build"):
        gazetteer("burn", tmp_path / "out.xz")


def test_a_missing_package_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr(packages, "version", absent)
    with pytest.raises(MissingExtra, match=r"onrecord\[gazetteer\]"):
        gazetteer("build", tmp_path / "out.xz")


def test_another_version_of_a_package_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "version", lambda _: "0.1")
    with pytest.raises(ConfigError, match=r"0\.1 is installed, 3\.0\.2 is needed"):
        gazetteer("build", tmp_path / "out.xz")
