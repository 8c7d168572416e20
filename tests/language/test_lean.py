"""What is loaded beside spaCy, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

PARSED = """
import sys, types
from onrecord.language import SpacyParser, without_deep_learning
from onrecord.model import Passage
sys.modules["cupy"] = own = types.ModuleType("cupy")
with without_deep_learning():
    list(SpacyParser().parse([Passage("Rain fell.", 0)]))
print(sorted({"torch", "tensorflow", "mxnet"} & set(sys.modules)))
print(sys.modules["cupy"] is own)
"""
NAMED = """
import sys
from onrecord.pipeline import load_tools
load_tools()
print("spacy" in sys.modules)
"""


def ran(code: str) -> list[str]:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\n")[:-1]


def test_the_parser_that_ships_draws_no_library_for_deep_learning_in() -> None:
    assert ran(PARSED) == ["[]", "True"]


def test_no_parser_is_loaded_before_a_page_is_read() -> None:
    assert ran(NAMED) == ["False"]
