"""The house tests itself: what is public is there, and says what it is."""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import onrecord

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(onrecord.__file__).parent
PACKAGES = sorted(
    ".".join(("onrecord", *file.parent.relative_to(ROOT).parts))
    for file in ROOT.rglob("__init__.py")
)
FORBIDDEN = {"utils", "common", "base", "helpers", "misc"}


@pytest.mark.parametrize("name", PACKAGES)
def test_what_a_package_lists_is_there(name: str) -> None:
    package = importlib.import_module(name)
    assert package.__doc__
    for public in getattr(package, "__all__", ()):
        assert hasattr(package, public), f"{name}.{public} is listed and missing"


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_lists_all_that_it_imports_and_does_nothing_else(name: str) -> None:
    tree = ast.parse(_file_of(importlib.import_module(name)).read_text("utf-8"))
    bound: set[str] = set()
    for node in tree.body:
        is_told = isinstance(node, ast.ImportFrom | ast.Assign | ast.Expr)
        assert is_told, f"{name} does something on import, line {node.lineno}"
        if isinstance(node, ast.ImportFrom) and node.module != "__future__":
            bound |= {alias.asname or alias.name for alias in node.names}
    listed = set(getattr(importlib.import_module(name), "__all__", ()))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert bound <= listed | used


@pytest.mark.parametrize("name", PACKAGES)
def test_everything_public_says_what_it_is(name: str) -> None:
    package = importlib.import_module(name)
    for public in getattr(package, "__all__", ()):
        thing = getattr(package, public)
        is_ours = getattr(thing, "__module__", "").startswith("onrecord")
        if is_ours and (inspect.isclass(thing) or inspect.isfunction(thing)):
            assert inspect.getdoc(thing), f"{name}.{public} has no docstring"


def test_no_file_is_a_drawer_for_anything() -> None:
    assert [path for path in ROOT.rglob("*.py") if path.stem in FORBIDDEN] == []


def _file_of(package: ModuleType) -> Path:
    assert package.__file__
    return Path(package.__file__)
