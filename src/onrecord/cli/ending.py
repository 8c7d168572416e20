"""How a long command ends when the user or the system wants it to: cleanly."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType, TracebackType
    from typing import Self

SIGNALS = (signal.SIGINT, signal.SIGTERM)
SLICE_SECONDS = 0.2  # a signal does not end a sleep, so that sleeps are short


class Ending:
    """Notes Ctrl-C and SIGTERM in a `with` block; the second one ends at once."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._is_asked_for = False
        self._before = [signal.getsignal(number) for number in SIGNALS]

    def __enter__(self) -> Self:
        """Listen from here on."""
        for number in SIGNALS:
            signal.signal(number, self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the signals to who had them before."""
        for number, handler in zip(SIGNALS, self._before, strict=True):
            signal.signal(number, handler)

    def is_asked_for(self) -> bool:
        """Whether somebody wants an end."""
        return self._is_asked_for

    def wait(self, seconds: float) -> bool:
        """Let the time pass; False as soon as somebody wants an end."""
        until = time.monotonic() + seconds
        while not self._is_asked_for:
            left = until - time.monotonic()
            if left <= 0:
                return True
            time.sleep(min(left, SLICE_SECONDS))
        return False

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self._is_asked_for:
            raise KeyboardInterrupt
        self._is_asked_for = True
