"""Words by chance from our tables, and the ways in which news words a clause."""

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

AGREE, DISPUTE, OTHER = range(3)
DENIED = 0.25  # of the pairs that have an opposite deny it instead
Made = tuple[str, str, int]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("frames.toml").read_text("utf-8"))


class Teller:
    """Draws by chance; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        """Begin with this seed."""
        self.chance = random.Random(seed)  # noqa: S311 - no secret is drawn
        self.words = _tables()

    def one(self, name: str) -> str:
        """An entry of a table."""
        return str(self.chance.choice(self.words[name]))

    def two(self, name: str) -> tuple[str, str]:
        """Two different entries of a table."""
        first, second = self.chance.sample(self.words[name], 2)
        return first, second

    def label(self) -> int:
        """Each label as often as the others."""
        return self.chance.randrange(3)

    def at_times(self, share: float) -> bool:
        """True that often."""
        return self.chance.random() < share

    def said(self, clause: str, how: str = "affirming") -> str:
        """The clause as a sentence: said, denied or left open by somebody."""
        form = self.one(how).replace("{s}", clause)
        text = form.replace("{S}", self.one("speakers"))
        start = text.lstrip("“")
        return text.replace(start[:1], start[:1].upper(), 1)

    def wrapped(
        self, left: str, right: str, label: int, *, opposite: str | None = None
    ) -> Made:
        """Both as said; at times the right one as the denial of its opposite."""
        if opposite is not None and self.at_times(DENIED):
            return self.said(left), self.said(opposite, "denying"), label
        return self.said(left), self.said(right), label
