"""The goals: what each figure is measured against."""

from pathlib import Path
from typing import Literal

import msgspec

OWN_GOALS = Path(__file__).parent / "goals.toml"


class Goal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one figure should reach, and what another tool really reached."""

    goal: float | None = None
    first: float | None = None  # enough for a first version
    peer: float | None = None
    by: str | None = None
    better: Literal["higher", "lower"] = "higher"

    def is_met(self, figure: float) -> bool:
        """Whether the figure is as good as the goal; True where none is set."""
        return self.goal is None or self._reaches(figure, self.goal)

    def is_enough(self, figure: float) -> bool:
        """Whether the figure is as good as `first`, or as the goal without one."""
        bar = self.goal if self.first is None else self.first
        return bar is None or self._reaches(figure, bar)

    def _reaches(self, figure: float, bar: float) -> bool:
        return figure <= bar if self.better == "lower" else figure >= bar


Goals = dict[str, dict[str, Goal]]


def load_goals(shared: Path | None) -> Goals:
    """Goals by bench and key: the shared folder's where it has the bench, else ours."""
    own = _read(OWN_GOALS)
    if shared is None or not (shared / "bench" / "goals.toml").is_file():
        return own
    return own | _read(shared / "bench" / "goals.toml")


def _read(path: Path) -> Goals:
    return msgspec.toml.decode(path.read_bytes(), type=Goals)
