"""An assistant that needs no server: it gives the answers a test puts in its mouth."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.extract import propose_statements
from tests.extract.statements.telling import read, statements_in, tools

if TYPE_CHECKING:
    from onrecord.model import Annotated, Assisted, Statement

MODEL = "harbour-8b"


@dataclass(slots=True)
class Mouth:
    """Answers question after question; the last answer for all that follow."""

    answers: list[str]
    asked: list[str] = field(default_factory=list)
    model: str = MODEL

    def ask(self, task: str, words: str, at_most_seconds: float) -> str:
        """The next answer."""
        assert task
        assert at_most_seconds > 0
        self.asked.append(words)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def worded(
    source: str, cue: str, *content: str, speaker: str | None = None
) -> dict[str, object]:
    """A proposal as a model words it."""
    return {"source": source, "cue": cue, "content": content, "speaker": speaker}


def proposed_in(
    annotated: Annotated, *proposals: object, with_ours: bool = False
) -> tuple[tuple[Statement, ...], Assisted]:
    """What is taken of these proposals; `with_ours`: beside what our rules find."""
    ours = statements_in(annotated) if with_ours else []
    mouth = Mouth([json.dumps({"statements": proposals})])
    return propose_statements(annotated, ours, mouth, tools()[1])


def taken(body: str, *proposals: object, headline: str = "") -> list[str]:
    """Each proposal that is taken, as "source [cue] content | content"."""
    annotated = read(body, headline=headline)
    text = annotated.page.text
    found, _ = proposed_in(annotated, *proposals)
    return [
        f"{each.source[0].of(text)} [{each.cue[0].of(text)}] "
        + " | ".join(span.of(text) for span in each.content)
        for each in found
    ]


def only_proposed(body: str, proposal: object) -> Statement:
    """The one statement that is taken."""
    ((found,), _) = proposed_in(read(body), proposal)
    return found
