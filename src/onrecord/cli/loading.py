"""Loading models into a process of our own: nothing that no page needs."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.settings import Settings


def sparing(settings: Settings) -> AbstractContextManager[None]:
    """A block in which the parser that ships draws nothing in that it does not use.

    Another parser may stand on a library for deep learning: it finds all there are.
    """
    from onrecord.language import without_deep_learning

    return nullcontext() if settings.parser else without_deep_learning()
