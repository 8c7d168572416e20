"""The examples of README and docs run as they are printed.

They run in a folder where `onrecord-demo.db` is the record of the sample pages.
"""

from __future__ import annotations

import doctest
import re
import shutil
from pathlib import Path

import pytest
import typer

from onrecord.cli.app import app

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^( *)```python\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
WRITTEN = 400  # characters: a README with less is not written yet


def _examples(page: Path) -> str:
    """The `>>>` examples of a page's python blocks, one after another."""
    blocks = [block for _, block in BLOCK.findall(page.read_text("utf-8"))]
    return "\n".join(block for block in blocks if ">>>" in block)


WITH_EXAMPLES = [page for page in PAGES if page.exists() and _examples(page)]


def test_the_readme_shows_python() -> None:
    if len(README.read_text("utf-8")) < WRITTEN:
        pytest.skip("the README is not written yet")
    assert README in WITH_EXAMPLES


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs").rglob("*commands*.md")), ids=lambda page: page.name
)
def test_a_list_of_commands_holds_every_command(page: Path) -> None:
    listed = page.read_text("utf-8")
    names = typer.main.get_command(app).commands  # type: ignore[attr-defined] # group
    assert [name for name in names if f"onrecord {name}" not in listed] == []


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: page.name)
def test_the_examples_of_a_page_run(
    page: Path, sample_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(sample_record, tmp_path / "onrecord-demo.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD", raising=False)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    runner = doctest.DocTestRunner(optionflags=flags)
    told = doctest.DocTestParser().get_doctest(
        _examples(page), {"__name__": "__main__"}, page.name, str(page), 0
    )
    said: list[str] = []
    runner.run(told, out=said.append)
    assert runner.failures == 0, "".join(said)
