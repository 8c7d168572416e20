"""Data from elsewhere is what THIRD_PARTY.md says it is."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "onrecord" / "data"
ROW = re.compile(r"^\| `([\w.]+)` \|.*\| `([0-9a-f]{64})` \|$", re.MULTILINE)
LISTED = ROW.findall((ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "sha256"), LISTED)
def test_data_from_elsewhere_has_the_listed_hash(name: str, sha256: str) -> None:
    assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == sha256


def test_every_table_says_that_it_is_ours_or_is_listed() -> None:
    listed = {name for name, _ in LISTED}
    silent = [
        table.name
        for table in DATA.iterdir()
        if table.suffix in {".txt", ".tsv", ".csv", ".toml"}
        and table.name not in listed
        and not re.search(
            r"[Ww]ritten (for onrecord|by hand)|[Oo]ur own", table.read_text("utf-8")
        )
    ]
    assert not silent
