"""Who "the governor" is where no words give anybody that office: the one just named.

News avoids a name said twice: "Lind said it was safe. "It was tested," the engineer
added." Asked only where no apposition or title tells who bears the role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.bearers import PLURAL, role_words
from onrecord.extract.statements.roles import load_nouns
from onrecord.gazetteer import gender_of, role_of

if TYPE_CHECKING:
    from onrecord.extract.statements.cast import Appearance, Gender
    from onrecord.extract.statements.draft import Source
    from onrecord.extract.statements.pronouns import Memory
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Mention, Token

REACH = 2  # sentences back to the name
# Those who speak for others are told apart from them; a role of theirs must be worded.
APART = frozenset(
    {"spokesperson", "witness or resident", "suspect", "relative", "victim"}
    | {"judiciary", "leader", "official", "police", "media"}
)


def find_renamed(source: Source, memory: Memory) -> Mention | None:
    """The one person named last before, when "the ROLE" can be none but this one."""
    tree = memory.scene.tree(source.sentence)
    head = tree.tokens[source.head]
    if not _is_epithet(tree, head, source, memory):
        return None
    person = _last_person(source, memory)
    if person is None or not _can_be(person, tree, head, source, memory):
        return None
    return memory.cast.head(person.mention)


def _is_epithet(tree: Tree, head: Token, source: Source, memory: Memory) -> bool:
    """Whether it is one person by "the" and a role, whom nobody unnamed bore before."""
    noun = load_nouns().get(head.text.lower())
    first = tree.child(head.i, "det")
    if noun is None or noun.kind != "role" or head.tag in PLURAL:
        return False
    if first is None or first.text.lower() != "the":
        return False
    if tree.child(head.i, "poss", "prep", "relcl", "acl") is not None:
        return False
    word = head.text.lower()
    if any(spoken.mention is None and spoken.word == word for spoken in memory.past):
        return False
    trees = [memory.scene.tree(number) for number in range(source.sentence + 1)]
    return not any(
        token.text.lower() == word and _is_first(tree, token)
        for tree in trees
        for token in tree.tokens
        if token.span.start < head.span.start
    )


def _is_first(tree: Tree, token: Token) -> bool:
    """Whether the words bring in one not yet told: "an engineer"."""
    first = tree.child(token.i, "det", "nummod")
    return first is not None and first.text.lower() in {"a", "an", "another", "one"}


def _last_person(source: Source, memory: Memory) -> Appearance | None:
    """The person named last, if as a subject and nobody else is named near."""
    near = [
        item
        for item in memory.cast.appearances
        if item.mention.type == "person"
        and item.mention.span.start < source.span.start
        and 0 <= source.sentence - item.sentence <= REACH
    ]
    told = [item for item in near if not _is_quoted(item, memory)]
    heads = {i.mention.head for i in told if not memory.bars(i.mention)}
    if len(heads) != 1:
        return None
    return next((item for item in reversed(told) if item.is_subject), None)


def _is_quoted(item: Appearance, memory: Memory) -> bool:
    return memory.scene.piece_at(item.mention.span.start) is not None


def _can_be(
    person: Appearance, tree: Tree, head: Token, source: Source, memory: Memory
) -> bool:
    """Whether nothing told of the person speaks against the role."""
    words = role_words(tree, head, source.span)
    role = role_of(words)
    offices = memory.cast.offices(person.mention)
    if (
        role is not None
        and role.name not in offices
        and (offices or role.name in APART)
    ):
        return False
    told, _ = memory.cast.gender(person.mention)
    return told is None or _gender(words) in {None, told}


def _gender(words: str) -> Gender | None:
    match gender_of(words):
        case "woman":
            return "female"
        case "man":
            return "male"
        case _:
            return None
