"""Whose words a document tells: the body or person named as its author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.bearers import find_bearer, is_definite
from onrecord.extract.statements.cast import BODIES
from onrecord.extract.statements.draft import Source
from onrecord.extract.statements.pronouns import (
    FIRST_PERSON,
    resolve_body,
    resolve_person,
    speaker_around,
)
from onrecord.extract.statements.roles import load_nouns
from onrecord.extract.statements.taken_up import find_body_named

if TYPE_CHECKING:
    from onrecord.extract.statements.pronouns import Memory
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Mention, Token

AUTHORS = BODIES - {"country"}
OWNERS = {"his": "he", "her": "she"}
# Documents about the person who is named as their owner, not by them.
ABOUT = frozenset(
    """indictment conviction verdict test tests result results poll polls number numbers
    rating ratings record records""".split()  # noqa: SIM905 - reads better
)
KEPT = frozenset({"account", "page", "site", "website"})  # what somebody writes on
MADE = frozenset(
    """author commission compile conduct issue prepare present produce publish release
    sign write""".split()  # noqa: SIM905 - reads better
)
SENT = frozenset({"circulate", "file", "post", "send", "submit", "write"})
ALIKE = (
    frozenset({"poll", "survey", "polling"}),
    frozenset({"study", "paper", "research"}),
    frozenset({"lawsuit", "suit", "complaint", "filing"}),
)
REACH = 40  # sentences back in which a document's author was told


def find_author(source: Source, memory: Memory) -> Mention | None:
    """Who speaks through the document that heads the source; None when not told.

    Named in the phrase ("a Harbour Board survey", "its website", "a study by X"), or
    where the same document was named before ("the survey").
    """
    tree = memory.scene.tree(source.sentence)
    head = tree.tokens[source.head]
    found = _named_author(tree, head, memory) or _owner(tree, source, memory)
    if found is not None:
        return memory.cast.head(found)
    if tree.child(head.i, "poss") is not None or not is_definite(
        tree, head, memory.scene
    ):
        return None
    return _told_before(source, head, memory)


def is_written(head: Token) -> bool:
    """Whether the noun is something written or kept for all to read."""
    noun = load_nouns().get(head.text.lower())
    is_document = noun is not None and noun.kind == "document"
    return is_document or head.text.lower() in KEPT


def _named_author(tree: Tree, head: Token, memory: Memory) -> Mention | None:
    """The name in the phrase: "by X" before "X's" and "X survey", then "of X"."""
    made = [t for t in tree.children(head.i, "acl") if t.lemma in MADE]
    makers = [by for verb in made for by in tree.children(verb.i, "agent", "prep")]
    words = [*makers, *tree.children(head.i, "prep", "agent")]
    by = [t for t in words if t.text.lower() == "by"]
    of = [t for t in words if t.text.lower() in {"from", "of"} and t not in makers]
    owners = tree.children(head.i, "poss", "compound", "nmod", "amod")
    for token in [*_objects(tree, by), *owners, *_objects(tree, of)]:
        name = _name_at(tree, token, memory)
        if name is None:
            continue
        is_person = name.type == "person" and token.dep in {"poss", "pobj"}
        is_about = head.text.lower() in ABOUT or _is_of(tree, token)
        if name.type in AUTHORS or (is_person and not is_about):
            return name
    return None


def _objects(tree: Tree, words: list[Token]) -> list[Token]:
    found = (tree.child(word.i, "pobj") for word in words)
    return [token for token in found if token is not None]


def _is_of(tree: Tree, token: Token) -> bool:
    return token.dep == "pobj" and tree.head(token).text.lower() == "of"


def _name_at(tree: Tree, token: Token, memory: Memory) -> Mention | None:
    """The name that the token heads, or, of "Harbour Board data", is a part of."""
    return memory.scene.mention_at(token.span.start) or next(
        (
            name
            for child in tree.children(token.i, "compound")
            if (name := memory.scene.mention_at(child.span.start)) is not None
            and name.span.holds(token.span)
        ),
        None,
    )


def _owner(tree: Tree, source: Source, memory: Memory) -> Mention | None:
    """Who "its website", "his letter" or "the doctor's notes" belong to."""
    owner = tree.child(source.head, "poss")
    if owner is None:
        return None
    asked = Source(source.sentence, owner.i, tree.span(tree.left[owner.i], owner.i))
    word = owner.text.lower()
    if word in FIRST_PERSON:
        return speaker_around(owner.span.start, memory.past)
    if word in OWNERS:
        if tree.word(source.head) in ABOUT:
            return None
        return resolve_person(asked, OWNERS[word], memory).mention
    if word in {"its", "their"}:
        return resolve_body(asked, memory)
    scene, cast = memory.scene, memory.cast
    found = find_bearer(asked, cast, scene)
    return found or find_body_named(asked, cast, scene, memory.past)


def _told_before(source: Source, head: Token, memory: Memory) -> Mention | None:
    """The author of the last such document, unless another came in between."""
    word = head.text.lower()
    for number in range(source.sentence, max(source.sentence - REACH, -1), -1):
        tree = memory.scene.tree(number)
        for token in reversed(tree.tokens):
            if token.span.start >= source.span.start or not _is_same(token, word):
                continue
            author = _named_author(tree, token, memory)
            if author is not None:
                return memory.cast.head(author)
            article = tree.child(token.i, "det")
            if article is not None and article.text.lower() in {"a", "an", "another"}:
                return _writer(tree, token, memory)
    return None


def _is_same(token: Token, word: str) -> bool:
    """Whether the noun is the same, or one that news takes for the same."""
    text = token.text.lower()
    return text == word or any(text in kind and word in kind for kind in ALIKE)


def _writer(tree: Tree, document: Token, memory: Memory) -> Mention | None:
    """Who made it by the clause that brings it in: "X sent a letter", "in a letter"."""
    above = tree.head(document)
    if document.dep == "pobj" and above.text.lower() == "in":
        verb = tree.head(above)
    elif document.dep == "dobj" and above.lemma in MADE | SENT:
        verb = above
    else:
        return None
    subject = tree.child(verb.i, "nsubj")
    if subject is None:
        return None
    name = memory.scene.mention_at(subject.span.start)
    if name is not None and name.type in AUTHORS | {"person"}:
        return memory.cast.head(name)
    told = (
        spoken.mention
        for spoken in memory.past
        if spoken.sentence == tree.number
        and spoken.place <= subject.span.start
        and not any(start <= spoken.place < end for start, end in spoken.content)
    )
    return next(told, None)
