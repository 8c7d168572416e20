"""Which body several people speak for: "the divers, members of Tide Watch"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.bearers import AHEAD, is_definite, qualifiers
from onrecord.extract.statements.cast import BODIES
from onrecord.extract.statements.roles import load_nouns
from onrecord.gazetteer import role_of

if TYPE_CHECKING:
    from onrecord.extract.statements.draft import Source
    from onrecord.extract.statements.pronouns import Memory
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Mention, Token

# Bodies that their members make up; other bodies have people who speak for themselves.
MADE_OF_MEMBERS = frozenset(
    """alliance board caucus coalition commission committee council group jury panel
    subcommittee taskforce team""".split()  # noqa: SIM905 - reads better
)
HOUSES = frozenset({"analyst", "economist", "strategist", "forecaster"})
NONE_TOLD = frozenset({"other", "some", "many", "several", "few", "more"})


def find_members_body(source: Source, memory: Memory) -> Mention | None:
    """The body for which many speak at once, None when they are just many.

    Told by the phrase itself ("lawmakers on the Tide Committee"), or where the same
    people were told so ("the lawmakers"). A lead may leave that for later.
    """
    tree = memory.scene.tree(source.sentence)
    head = tree.tokens[source.head]
    if not _are_people(head):
        return None
    own = _body_of(tree, head, memory)
    if own is not None:
        return memory.cast.head(own)
    is_bare = not qualifiers(tree, head, source.span)
    if not is_bare or not is_definite(tree, head, memory.scene):
        return None
    return _told(source, head, memory)


def _are_people(head: Token) -> bool:
    noun = load_nouns().get(head.text.lower())
    return head.tag == "NNS" and (noun is None or noun.kind == "role")


def _body_of(tree: Tree, people: Token, memory: Memory) -> Mention | None:
    """The body in "lawmakers on X", "doctors, members of X", "analysts at X"."""
    for prep in tree.children(people.i, "prep"):
        thing = tree.child(prep.i, "pobj")
        name = _named(tree, thing, memory)
        if name is None:
            continue
        word = prep.text.lower()
        if word == "on" and _has_members(name):
            return name
        if word in {"at", "with"} and people.lemma.lower() in HOUSES:
            return name
    for members in tree.children(people.i, "appos"):
        of = tree.child(members.i, "prep")
        if members.lemma == "member" and of is not None and of.text == "of":
            return _named(tree, tree.child(of.i, "pobj"), memory)
    return None


def _named(tree: Tree, thing: Token | None, memory: Memory) -> Mention | None:
    """The body that the noun names, or that is named behind it: "a group, X"."""
    if thing is None:
        return None
    for token in tree.tokens[tree.left[thing.i] : tree.right[thing.i] + 1]:
        name = memory.scene.mention_at(token.span.start)
        if name is not None and name.type in BODIES - {"country"}:
            return name
    return None


def _has_members(name: Mention) -> bool:
    return bool(MADE_OF_MEMBERS.intersection(name.text.lower().split()))


def _told(source: Source, people: Token, memory: Memory) -> Mention | None:
    """The body of the same people where they are told of, unless there are others."""
    scene = memory.scene
    here = scene.sentences[source.sentence].paragraph
    found: dict[str, Mention] = {}
    for number, sentence in enumerate(scene.sentences):
        if sentence.paragraph - here > AHEAD:
            break
        tree = scene.tree(number)
        for token in sentence.tokens:
            if not _are_same(token, people):
                continue
            if any(t.text.lower() in NONE_TOLD for t in tree.children(token.i)):
                return None
            body = _body_of(tree, token, memory)
            if body is not None:
                found[body.head] = memory.cast.head(body)
    return next(iter(found.values())) if len(found) == 1 else None


def _are_same(token: Token, people: Token) -> bool:
    """Whether the noun is the same or means the same: "physicians", "doctors"."""
    if token.tag != "NNS":
        return False
    if token.lemma == people.lemma:
        return True
    role, other = role_of(token.lemma), role_of(people.lemma)
    is_same = role is not None and other is not None and role.name == other.name
    return is_same and role is not None and role.name in {"lawmaker", "medical"}
