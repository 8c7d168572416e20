"""Loading spaCy without the libraries for deep learning that may lie beside it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# thinc, on which spaCy stands, loads each of these where it is installed, torch alone
# for 200 MB and a second or two. The pipeline that ships uses none of them.
UNUSED = "torch", "tensorflow", "mxnet", "cupy"


@contextmanager
def without_deep_learning() -> Iterator[None]:
    """In this block nobody finds a library for deep learning that is not loaded yet.

    For a program of its own whose pipeline needs none: thinc looks once and remembers.
    """
    hidden = [name for name in UNUSED if name not in sys.modules]
    # An entry without a module is how Python is told that there is none.
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type] # see above
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
