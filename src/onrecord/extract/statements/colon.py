"""Statements by a colon alone: "X: '...'", "X struck back: '...'", "Rain ends: X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.cast import BODIES
from onrecord.extract.statements.cues import load_cues
from onrecord.extract.statements.draft import Draft, Source
from onrecord.extract.statements.extent import Reach, reports
from onrecord.extract.statements.roles import can_speak, load_nouns
from onrecord.extract.statements.source import find_source, phrase
from onrecord.extract.statements.spans import spans_of_reach
from onrecord.extract.statements.tree import is_verbal, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.scene import Piece, Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

LONGEST_NAME = 7  # tokens before or after a headline's colon that can be a speaker
SHORTEST = 3  # words that can be said


def introduced(tree: Tree, piece: Piece, scene: Scene) -> Draft | None:
    """The quotation that a colon in this sentence opens, with whoever it is about."""
    before = [token for token in tree.tokens if token.span.end <= piece.start]
    if not before and tree.number > 0:
        tree = scene.tree(tree.number - 1)
        before = list(tree.tokens)
    if not before or before[-1].text != ":":
        return None
    found = _speaker(tree, before[:-1], scene)
    if found is None:
        return None
    source, verb = found
    is_cue = (
        verb is not None and verb.pos == "VERB" and verb.text.lower() not in load_cues()
    )
    return Draft(
        sentence=tree.number,
        cue=(verb.span,) if is_cue and verb is not None else (),
        cue_class="neutral",
        content=piece.quotation.inner,
        source=source,
        frame="colon",
    )


def _speaker(
    tree: Tree, before: list[Token], scene: Scene
) -> tuple[Source, Token | None] | None:
    verbs = [token for token in before if is_verbal(token)]
    if not verbs:
        head = _head(before)
        if head is None or not can_speak(head, scene, strictly=True):
            return None
        return phrase(tree, head), None
    told = [verb for verb in reversed(verbs) if reports(verb)]
    main = [verb for verb in verbs if verb.i == tree.sentence.root]
    for verb in (*told, *main, *reversed(verbs)):
        source = find_source(tree, verb)
        if source is None:
            continue
        head = tree.tokens[source.head]
        acts = verb.pos == "VERB" and head.tag == "NN"  # "The guard turned to her: ..."
        speaks = can_speak(head, scene, strictly=not acts)
        return (source, verb) if speaks else None
    return None


def _head(tokens: list[Token]) -> Token | None:
    """The noun that the others hang on."""
    places = {token.i for token in tokens}
    return next((t for t in tokens if t.head not in places or t.head == t.i), None)


def find_headline_drafts(tree: Tree, scene: Scene) -> Iterator[Draft]:
    """In a headline: "Name: what is said" and "What is said: Name"."""
    if tree.sentence.zone != "headline":
        return
    colons = [token.i for token in tree.tokens if token.text == ":"]
    if len(colons) != 1:
        return
    last = len(tree.tokens) - 1
    sides = ((0, colons[0] - 1), (colons[0] + 1, last))
    for (start, end), (first, final) in (sides, sides[::-1]):
        source = _named(tree, start, end, scene)
        words = [token for token in tree.between(first, final + 1) if is_word(token)]
        if source is None or len(words) < SHORTEST:
            continue
        yield Draft(
            sentence=tree.number,
            cue=(),
            cue_class="neutral",
            content=spans_of_reach(tree, Reach(first, final, "headline"), scene),
            source=source,
            frame="headline",
        )
        return


def _named(tree: Tree, start: int, end: int, scene: Scene) -> Source | None:
    """The tokens as a speaker: a name, or a role that ends them."""
    tokens = [token for token in tree.between(start, end + 1) if is_word(token)]
    if not tokens or end - start >= LONGEST_NAME:
        return None
    if any(is_verbal(token) for token in tokens):
        return None
    head = tokens[-1]
    mention = scene.mention_at(head.span.start)
    noun = load_nouns().get(head.text.lower())
    known = mention is not None and mention.type in (BODIES | {"person"}) - {"country"}
    if not known and (noun is None or noun.kind != "role"):
        return None
    return Source(tree.number, head.i, tree.span(tokens[0].i, head.i))
