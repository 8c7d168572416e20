"""Given names that are one in many languages, and do not sound alike."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.gazetteer.spelling.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def is_one_name(first: str, second: str) -> bool:
    """Whether the sounds of two words are forms of one given name.

    >>> is_one_name("piotr", "pedro"), is_one_name("piotr", "pavel")
    (True, False)
    """
    names = _names()
    found = names.get(first)
    return found is not None and not found.isdisjoint(names.get(second, ()))


@cache
def _names() -> Mapping[str, frozenset[int]]:
    """The lines on which the sounds of a word stand."""
    path = resources.files("onrecord").joinpath("data", "spelling_forms.tsv")
    lines: defaultdict[str, set[int]] = defaultdict(set)
    for at, line in enumerate(path.read_text("utf-8").splitlines()):
        if line and line[0] != "#":
            for form in line.split():
                for sounds in parts_of(form).words:
                    lines[sounds].add(at)
    return {sounds: frozenset(found) for sounds, found in lines.items()}
