"""Who a source is: the name in the article, or nobody named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.statements.bearers import find_bearer, role_words
from onrecord.extract.statements.cast import BODIES, Cast
from onrecord.extract.statements.members import find_members_body
from onrecord.extract.statements.pronouns import (
    FIRST_PERSON,
    GENDERS,
    OWNERS,
    Memory,
    Spoken,
    resolve_body,
    resolve_person,
    speaker_around,
    surname,
)
from onrecord.extract.statements.renamed import find_renamed
from onrecord.extract.statements.roles import load_nouns
from onrecord.extract.statements.sectors import sector_of
from onrecord.extract.statements.taken_up import find_body_named
from onrecord.extract.statements.written import find_author, is_written
from onrecord.model import Mention, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.statements.draft import Draft, Source
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.gazetteer import ActorTable
    from onrecord.model import Token

SPEAKING_TYPES = BODIES | {"person"}
LINKING = frozenset(
    ["of", "for", "to", "by", "with", "from", "and", "or", "the", "a", "an", "at", "in",
     "on", "about", "against", "like", "than", "near"]
)  # fmt: skip
APPOSED = 7  # tokens from the comma to the name
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `mention` names them most fully, None when nobody is named."""

    mention: Mention | None = None
    role: str | None = None
    institution: str | None = None
    sector: Sector | None = None
    certainty: float = 1.0


def resolve_speakers(
    drafts: Sequence[Draft], scene: Scene, actors: ActorTable
) -> list[Speaker]:
    """The speaker of each draft, in the drafts' order."""
    finder = _Finder(scene, actors)
    order = sorted(range(len(drafts)), key=lambda at: _turn(drafts[at], scene))
    found = {at: finder.resolve(drafts[at]) for at in order}
    return [found[at] for at in range(len(drafts))]


def _turn(draft: Draft, scene: Scene) -> tuple[bool, int, int]:
    """Reading order, but "I" and "my letter" when all know who speaks around them."""
    if draft.source is None:
        return False, draft.place, draft.place
    tree = scene.tree(draft.source.sentence)
    owner = tree.child(draft.source.head, "poss")
    heads = {tree.word(draft.source.head), owner.text.lower() if owner else ""}
    return bool(heads & FIRST_PERSON), draft.source.span.start, draft.place


def _is_shared(tree: Tree, head: Token, source: Source) -> bool:
    """Whether names only say whose many speak: "Tarvian, Orran and UN officials"."""
    last = tree.children(head.i, "conj")
    while last and (later := tree.children(last[-1].i, "conj")):
        last = later
    if not last or not source.span.holds(last[-1].span):
        return False
    return last[-1].tag == "NNS" and head.pos in {"PROPN", "ADJ"}


def _is_one(tree: Tree, head: Token, mention: Mention) -> bool:
    """Whether the name is one that can speak: not "several Greens", not "Tarvians"."""
    if mention.type not in SPEAKING_TYPES:
        return False
    if head.tag != "NNPS" or mention.type not in {"party", "country"}:
        return True
    if mention.span.start < head.span.start:
        return True  # "the United States"
    first = tree.child(head.i, "det", "amod", "nummod")
    is_all = first is not None and first.text.lower() == "the"
    return is_all and mention.type == "party"


class _Finder:
    """Resolves sources in reading order, remembering who spoke before."""

    def __init__(self, scene: Scene, actors: ActorTable) -> None:
        self._scene = scene
        self._actors = actors
        self._cast = Cast(scene)
        self._past: list[Spoken] = []
        self._is_unnamed = False  # the last pronoun: one of whom no name is given

    def resolve(self, draft: Draft) -> Speaker:
        """The speaker of the next draft."""
        if draft.source is None:
            return Speaker(certainty=0.8)
        tree = self._scene.tree(draft.source.sentence)
        head = tree.tokens[draft.source.head]
        mention, certainty = self._mention(draft, draft.source, head)
        mention = self._cast.head(mention) if mention is not None else None
        speaker = self._described(mention, draft.source, head, certainty)
        self._remember(draft, draft.source, head, mention)
        return speaker

    def _mention(
        self, draft: Draft, source: Source, head: Token
    ) -> tuple[Mention | None, float]:
        word = OWNERS.get(head.text.lower(), head.text.lower())
        memory = Memory(self._scene, self._cast, self._past, self._named_in(draft))
        if word in GENDERS:
            found = resolve_person(source, word, memory)
            self._is_unnamed = found.is_unnamed
            return found.mention, 0.85 if found.mention is not None else 0.9
        if word in {"it", "they"}:
            return resolve_body(source, memory), 0.8
        if word in FIRST_PERSON:
            return speaker_around(source.span.start, self._past), 0.8
        named = self._named(source, head)
        if named is not None:
            return named, 1.0
        return self._described_before(source, head, memory), 0.9

    def _described_before(
        self, source: Source, head: Token, memory: Memory
    ) -> Mention | None:
        """Whom a noun without a name takes up: "the spokesman", "its website"."""
        if is_written(head):
            return find_author(source, memory)
        return (
            find_members_body(source, memory)
            or find_bearer(source, self._cast, self._scene)
            or find_body_named(source, self._cast, self._scene, self._past)
            or find_renamed(source, memory)
        )

    def _named_in(self, draft: Draft) -> frozenset[str]:
        """The heads of all who are named in what is said: none of them is "he"."""
        named = [
            mention
            for span in draft.content
            for mention in self._scene.mentions_in(span)
        ]
        surnames = frozenset(map(surname, named)) - {""}
        return surnames | {str(mention.head) for mention in named}

    def _named(self, source: Source, head: Token) -> Mention | None:
        """The name that heads the phrase, or stands in apposition to its head."""
        tree = self._scene.tree(source.sentence)
        if _is_shared(tree, head, source):
            return None
        mention = self._scene.mention_at(head.span.start)
        if mention is not None and mention.span.end >= head.span.end:
            return mention if _is_one(tree, head, mention) else None
        is_many = head.tag == "NNS"  # "the panelists, Ann Bo and Ada Lund,"
        for child in [] if is_many else tree.children(head.i, "appos"):
            name = self._scene.mention_at(child.span.start)
            if name is not None and name.type == "person":
                return name
        return self._titled(source, head) or self._apposed(tree, source, head)

    def _apposed(self, tree: Tree, source: Source, head: Token) -> Mention | None:
        """The name that a comma adds: "said a witness, former adviser Ann Bo"."""
        noun = load_nouns().get(head.text.lower())
        if noun is None or noun.kind != "role" or head.tag in {"NNS", "NNPS"}:
            return None
        after = [t for t in tree.tokens if t.span.start >= source.span.end]
        if not after or after[0].text != ",":
            return None
        for token in after[1:APPOSED]:
            name = self._scene.mention_at(token.span.start)
            if name is not None and name.type == "person":
                return name
            if token.pos not in DESCRIBING:
                return None
        return None

    def _titled(self, source: Source, head: Token) -> Mention | None:
        """The name that ends the phrase, right behind a title: "the charity X"."""
        last = self._scene.mention_at(source.span.end - 1)
        if last is None or last.span.start <= source.span.start:
            return None
        noun = load_nouns().get(head.text.lower())
        is_body = noun is not None and noun.kind == "body"
        if last.type != "person" and not (is_body and last.type in BODIES):
            return None
        before = self._scene.text[source.span.start : last.span.start].split()
        word = before[-1] if before else ""
        return last if word[-1:].isalpha() and word.lower() not in LINKING else None

    def _described(
        self, mention: Mention | None, source: Source, head: Token, certainty: float
    ) -> Speaker:
        tree = self._scene.tree(source.sentence)
        worded = self._role_worded(tree, source, head)
        if mention is None:
            role, body = worded, self._body_in(source, head)
            sector = sector_of(None, role or head.text, self._actors)
            return Speaker(None, role, body, sector, certainty)
        told = self._cast.role(mention) if mention.type == "person" else None
        role = told.role if told is not None else None
        if not source.span.holds(mention.span) and mention.type == "person":
            role = worded or role
        body = told.institution if told is not None else mention.institution
        sector = sector_of(mention, role, self._actors)
        if sector is None and body is not None:
            sector = sector_of(None, body, self._actors)
        return Speaker(mention, role, body, sector, certainty)

    def _role_worded(self, tree: Tree, source: Source, head: Token) -> str | None:
        """The role that the source itself words: "director of the town's hospital".

        A noun that no table knows is a role when it tells one person: "a tea seller".
        """
        noun = load_nouns().get(head.text.lower())
        if noun is not None and noun.kind != "role":
            return None
        first = tree.child(head.i, "det")
        is_one = first is not None and first.text.lower() in {"a", "an"}
        if noun is None and not (is_one and head.tag == "NN"):
            return None
        role = role_words(tree, head, source.span)
        following = tree.at(head.i + 1)
        if following is None or following.text != "of":
            return role
        end = min(tree.tokens[tree.right[following.i]].span.end, source.span.end)
        return f"{role} {self._scene.text[following.span.start : end]}"

    def _body_in(self, source: Source, head: Token) -> str | None:
        """The body or country that an unnamed source belongs to, as worded."""
        for mention in self._scene.mentions_in(source.span):
            if mention.type in BODIES and mention.span.end <= head.span.start:
                return mention.text
        return None

    def _remember(
        self, draft: Draft, source: Source, head: Token, mention: Mention | None
    ) -> None:
        noun = load_nouns().get(head.text.lower())
        is_pronoun = head.text.lower() in GENDERS
        person = (is_pronoun and self._is_unnamed) or (
            noun is not None
            and noun.kind == "role"
            and noun.word == head.text.lower()
            and head.tag in {"NN", "NNP"}
        )
        told = GENDERS.get(head.text.lower())
        self._past.append(
            Spoken(
                sentence=draft.sentence,
                place=source.span.start,
                mention=mention,
                gender=told,
                is_person=person if mention is None else mention.type == "person",
                content=tuple((span.start, span.end) for span in draft.content),
                word=head.text.lower(),
            )
        )
