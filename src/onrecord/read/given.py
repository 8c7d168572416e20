"""What the user says about all that is given at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about all that is given at once; None when silent.

    What an archive itself says of a page (its address, the time of its capture) goes
    before `url` and `captured_at`: it was written down when the page was taken.
    """

    url: str | None = None
    outlet: str | None = None
    captured_at: datetime | None = None
