"""Whom a pronoun means that is a side of a deed, as it is found of who speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.extract.statements.cast import Cast
from onrecord.extract.statements.draft import Source
from onrecord.extract.statements.pronouns import (
    GENDERS,
    Memory,
    Spoken,
    resolve_body,
    resolve_person,
)
from onrecord.extract.statements.scene import Scene
from onrecord.model import Mention, MentionId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Annotated, Statement, Token

SUBJECTS = {"him": "he", "his": "he", "her": "she", "its": "it", "them": "they",
            "their": "they"}  # fmt: skip


class Referents:
    """The article's names and statements, laid out when the first pronoun comes."""

    def __init__(self, annotated: Annotated, statements: Sequence[Statement]) -> None:
        """Keep what is looked through."""
        self._annotated, self._statements = annotated, statements

    def of(self, n: int, token: Token, barred: frozenset[str]) -> Mention | None:
        """The name that the pronoun of sentence `n` stands for; None where it is open.

        `barred`: heads of the mentions that cannot be meant.
        """
        word = SUBJECTS.get(token.text.casefold(), token.text.casefold())
        source = Source(n, token.i, token.span)
        past = [item for item in self._past if item.place < token.span.start]
        memory = Memory(self._scene, self._cast, past, barred)
        if word in GENDERS:
            return resolve_person(source, word, memory).mention
        return resolve_body(source, memory) if word in {"it", "they"} else None

    @cached_property
    def _scene(self) -> Scene:
        return Scene(self._annotated)

    @cached_property
    def _cast(self) -> Cast:
        return Cast(self._scene)

    @cached_property
    def _past(self) -> list[Spoken]:
        spoken = map(self._spoken, self._statements)
        return sorted(spoken, key=lambda item: item.place)

    def _spoken(self, statement: Statement) -> Spoken:
        place = (*statement.source, *statement.content)[0].start
        names = {mention.id: mention for mention in self._annotated.mentions}
        mention = names.get(statement.speaker) if statement.speaker else None
        words = [span.of(self._scene.text) for span in statement.source]
        word = words[0].split()[-1].casefold() if words else ""
        return Spoken(
            sentence=self._scene.sentence_at(place),
            place=place,
            mention=mention,
            gender=GENDERS.get(word),
            is_person=mention.type == "person" if mention else word in GENDERS,
            content=tuple((span.start, span.end) for span in statement.content),
            word=word,
        )


@dataclass(frozen=True, slots=True)
class Known:
    """The article's mentions by id, and whom its pronouns mean."""

    heads: Mapping[MentionId, Mention]
    referents: Referents
