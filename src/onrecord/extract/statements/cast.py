"""The people and bodies of an article: where they stand, what they are called."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from onrecord.extract.statements.cues import rows_of
from onrecord.gazetteer import fold, gender_of, role_of
from onrecord.model import Mention, Token

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.extract.statements.scene import Scene

Gender = Literal["male", "female"]
TITLES = MappingProxyType(
    {"mr": "male", "mr.": "male", "sir": "male", "lord": "male", "mrs": "female",
     "mrs.": "female", "ms": "female", "ms.": "female", "dame": "female",
     "miss": "female", "lady": "female"}
)  # fmt: skip
BODIES = frozenset(
    {"organisation", "armed_group", "government", "international", "media", "party",
     "country"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Appearance:
    """A mention where it stands: its sentence and the token that heads it."""

    mention: Mention
    sentence: int
    token: Token

    @property
    def is_subject(self) -> bool:
        """Whether a clause is about it."""
        return self.token.dep in {"nsubj", "nsubjpass"}


@cache
def load_given_names() -> Mapping[str, str]:
    """Given names in small letters with the gender they mostly tell."""
    return MappingProxyType(dict(rows_of("given_names.tsv")))


class Cast:
    """Who appears in an article, and what it says of them."""

    def __init__(self, scene: Scene) -> None:
        """Gather the mentions of `scene`."""
        self._scene = scene
        self._by_id = scene.mentions_by_id

    @cached_property
    def appearances(self) -> tuple[Appearance, ...]:
        """Every mention with its sentence and head token, in page order."""
        starts = self._scene.sentence_starts
        found: list[Appearance] = []
        for mention in self._scene.annotated.mentions:
            number = bisect_right(starts, mention.span.start) - 1
            token = self._head_token(number, mention) if number >= 0 else None
            if token is not None:
                found.append(Appearance(mention, number, token))
        return tuple(found)

    def head(self, mention: Mention) -> Mention:
        """The mention that names the same one most fully."""
        return self._by_id.get(mention.head, mention)

    def _head_token(self, number: int, mention: Mention) -> Token | None:
        sentence = self._scene.sentences[number]
        inside = [t for t in sentence.tokens if mention.span.holds(t.span)]
        places = {token.i for token in inside}
        outward = [t for t in inside if t.head not in places or t.head == t.i]
        return next(reversed(outward or inside), None)

    @cached_property
    def chains(self) -> Mapping[str, tuple[Mention, ...]]:
        """All mentions of one, by the id of the head of their chain."""
        chains: dict[str, list[Mention]] = {}
        for mention in self._scene.annotated.mentions:
            chains.setdefault(mention.head, []).append(mention)
        return {head: tuple(chain) for head, chain in chains.items()}

    def role(self, mention: Mention) -> Mention | None:
        """The mention of the chain that tells a role, the first that does."""
        chain = self.chains.get(mention.head, (mention,))
        return next((item for item in chain if item.role is not None), None)

    def offices(self, mention: Mention) -> frozenset[str]:
        """The kinds of office that the article gives this person."""
        chain = self.chains.get(mention.head, (mention,))
        found = (role_of(item.role) for item in chain if item.role is not None)
        return frozenset(role.name for role in found if role is not None)

    def gender(self, mention: Mention) -> tuple[Gender | None, bool]:
        """The gender the words tell, and whether they tell it surely."""
        chain = self.chains.get(mention.head, (mention,))
        for item in chain:
            told = self._told(item)
            if told is not None:
                return told, True
        name = fold(self.head(mention).text).split()
        guess = load_given_names().get(name[0]) if len(name) > 1 else None
        return ("male" if guess == "male" else "female" if guess else None), False

    def is_doctor(self, mention: Mention) -> bool:
        """Whether the article anywhere puts "Dr." before the name."""
        chain = self.chains.get(mention.head, (mention,))
        return any(self._before(item) in {"dr", "dr."} for item in chain)

    def _before(self, mention: Mention) -> str:
        before = self._scene.text[max(mention.span.start - 6, 0) : mention.span.start]
        return before.split()[-1].lower() if before.split() else ""

    def _told(self, mention: Mention) -> Gender | None:
        title = TITLES.get(self._before(mention))
        if title is not None:
            return "male" if title == "male" else "female"
        told = gender_of(mention.role) if mention.role is not None else None
        return {"man": "male", "woman": "female"}.get(told or "")  # type: ignore[return-value]  # two words for two
