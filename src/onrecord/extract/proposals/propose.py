"""What an assistant proposes, as statements like others; ours always come first."""

from __future__ import annotations

import time
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.extract.proposals.chunks import CHUNK, Chunk, chunks_of
from onrecord.extract.proposals.making import make_statement, word_places
from onrecord.extract.proposals.places import place
from onrecord.extract.proposals.task import TASK, read_answer
from onrecord.extract.statements.nesting import with_nesting
from onrecord.extract.statements.scene import Scene
from onrecord.language import Unanswered
from onrecord.model import Assisted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.proposals.task import Proposal
    from onrecord.gazetteer import ActorTable
    from onrecord.language import Assistant
    from onrecord.model import Annotated, Statement

ARTICLE_SECONDS = 900.0  # for all questions about one article
MOST_CHUNKS = 20  # of one article: as long as a short novel
TOO_LONG = f"was asked about the first {MOST_CHUNKS * CHUNK:,} characters alone"
SAME = 0.5  # of the words of two contents together that both hold: the later one goes


def propose_statements(
    annotated: Annotated,
    ours: Sequence[Statement],
    assistant: Assistant,
    actors: ActorTable,
) -> tuple[tuple[Statement, ...], Assisted]:
    """What the assistant finds beyond `ours`, and what became of all it answered.

    Every statement stands word for word in what the article tells. When an answer
    fails, what came before it is kept, and nothing more is asked.
    """
    asking = _Asking(annotated, ours, assistant, actors)
    text = annotated.page.text
    chunks = list(islice(chunks_of(annotated.article, text), MOST_CHUNKS + 1))
    failure = TOO_LONG if len(chunks) > MOST_CHUNKS else None
    try:
        for chunk in chunks[:MOST_CHUNKS]:
            asking.ask(chunk)
    except Unanswered as error:
        failure = error.reason
    found = with_nesting((*ours, *asking.found))[len(ours) :]
    told = Assisted(assistant.model, len(found), asking.dropped, asking.known, failure)
    return tuple(found), told


class _Asking:
    """The questions about one article: what came of them so far."""

    def __init__(
        self,
        annotated: Annotated,
        ours: Sequence[Statement],
        assistant: Assistant,
        actors: ActorTable,
    ) -> None:
        self._scene = Scene(annotated)
        self._assistant = assistant
        self._actors = actors
        self._end = time.monotonic() + ARTICLE_SECONDS
        self._taken = [word_places(said.content, self._scene.text) for said in ours]
        self.found: list[Statement] = []
        self.dropped = self.known = 0

    def ask(self, chunk: Chunk) -> None:
        """Ask about one chunk; raises Unanswered when nothing of use came."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise Unanswered(f"took more than {ARTICLE_SECONDS:g} seconds")
        words = chunk.words(self._scene.text)
        proposals, useless = read_answer(self._assistant.ask(TASK, words, left))
        self.dropped += useless
        for proposal in proposals:
            self._take(proposal, chunk)

    def _take(self, proposal: Proposal, chunk: Chunk) -> None:
        """Add the proposal where its words stand and nothing says the same."""
        placed = place(proposal, chunk, self._scene.text)
        if placed is None:
            self.dropped += 1
            return
        words = word_places(placed.content, self._scene.text)
        if any(_likeness(words, other) >= SAME for other in self._taken):
            self.known += 1
            return
        self._taken.append(words)
        name, model = proposal.speaker, self._assistant.model
        self.found.append(
            make_statement(placed, name, model, self._scene, self._actors)
        )


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """How many of the words of both are the same words of the page (Jaccard)."""
    return len(one & other) / max(len(one | other), 1)
