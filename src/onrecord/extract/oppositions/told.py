"""Nouns for what was told ("claim", "figures") and for what was only asked for."""

from __future__ import annotations

from onrecord.extract.statements.nouns import load_cue_nouns

# What is turned down, not denied: nobody asserts a request.
ASKED = frozenset(
    ["appeal", "call", "demand", "offer", "pledge", "promise", "proposal", "request",
     "vow"]
)  # fmt: skip
ASKED_FORMS = ASKED | {word + "s" for word in ASKED}
# Words that tell something, beside the reporting nouns.
TOLD = frozenset(
    ["account", "calculation", "calculations", "characterisation", "characterization",
     "figure", "figures", "number", "numbers", "version", "narrative", "evidence"]
)  # fmt: skip


def is_asked(word: str) -> bool:
    """Whether this noun asks for something."""
    return word.lower() in ASKED_FORMS


def is_told(word: str) -> bool:
    """Whether this noun stands for something that was told."""
    word = word.lower()
    return word in TOLD or (word in load_cue_nouns() and word not in ASKED_FORMS)
