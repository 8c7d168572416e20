"""What an answer of an assistant may cost, and why there is none."""

from __future__ import annotations

from dataclasses import dataclass


class Unanswered(Exception):  # noqa: N818 - caught at once, and told beside the page
    """The other end gave no answer of use; `reason` is a clause that says why."""

    def __init__(self, reason: str) -> None:
        """Keep the reason: it follows the words "the assistant"."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class AnswerLimits:
    """How long one answer may take, altogether, and how large it may be.

    A model on a laptop's processor writes some words a second, and nothing comes
    before it has read the question.
    """

    connect_seconds: float = 10.0
    answer_seconds: float = 300.0
    max_bytes: int = 1_000_000
