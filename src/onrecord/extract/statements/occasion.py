"""To whom something was said, and where: "told reporters", "in an interview with"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.statements.extent import OCCASIONS
from onrecord.extract.statements.roles import can_speak
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.draft import Draft
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

AT = frozenset({"in", "at", "during", "on", "via", "through", "to"})
TO = frozenset({"to", "with"})
MEDIA = frozenset(
    ["twitter", "x", "facebook", "instagram", "telegram", "youtube", "linkedin",
     "television", "tv", "radio", "air", "camera", "stage", "parliament", "congress",
     "court", "truth"]
)  # fmt: skip
TOLD = ("dobj", "dative")


@dataclass(frozen=True, slots=True)
class Occasion:
    """The words that tell to whom and where something was said, if any do."""

    addressee: tuple[Span, ...] = ()
    occasion: tuple[Span, ...] = ()


def find_occasion(draft: Draft, scene: Scene) -> Occasion:
    """What the clause of the cue tells about the saying, outside of what was said."""
    if not draft.cue:
        return Occasion()
    tree = scene.tree(draft.sentence)
    at = draft.cue[-1].start
    verb = next((t for t in tree.tokens if t.span.start <= at < t.span.end), None)
    if verb is None:
        return Occasion()
    places = [span for token, span in _phrases(tree, verb) if _is_place(tree, token)]
    people = [span for token, span in _heard(tree, verb, scene) if token.i != verb.i]
    taken = (*draft.content, *(source for source in _source(draft)))
    return Occasion(_first(people, taken), _first(places, taken))


def _source(draft: Draft) -> tuple[Span, ...]:
    return (draft.source.span,) if draft.source is not None else ()


def _first(spans: list[Span], taken: tuple[Span, ...]) -> tuple[Span, ...]:
    """The first of them that no other part of the statement holds."""
    free = [span for span in spans if not any(span.meets(other) for other in taken)]
    return tuple(free[:1])


def _phrases(tree: Tree, verb: Token) -> Iterator[tuple[Token, Span]]:
    """Yield the prepositions that hang on the cue or its subject, with their phrases.

    "The mayor, in an interview, said" hangs the phrase on the mayor.
    """
    subject = tree.child(verb.i, "nsubj")
    for head in (verb, subject):
        for prep in tree.children(head.i, "prep", "dative") if head else ():
            first, last = tree.left[prep.i], tree.right[prep.i]
            yield prep, tree.span(first, last)


def _is_place(tree: Tree, prep: Token) -> bool:
    """Whether the phrase names an occasion of speech or a medium."""
    thing = tree.child(prep.i, "pobj")
    if thing is None or prep.text.lower() not in AT:
        return False
    if prep.text.lower() == "on":
        return thing.lemma.lower() in MEDIA | OCCASIONS
    return thing.lemma.lower() in OCCASIONS | MEDIA - {"x"}


def _heard(tree: Tree, verb: Token, scene: Scene) -> Iterator[tuple[Token, Span]]:
    """Yield who was told: "told reporters", "said to the council"."""
    for thing in tree.children(verb.i, *TOLD):
        if thing.i > verb.i and can_speak(thing, scene, strictly=True):
            yield thing, tree.span(tree.left[thing.i], tree.right[thing.i])
    for prep in tree.children(verb.i, "prep", "dative"):
        thing_of = tree.child(prep.i, "pobj")
        if thing_of is None or prep.text.lower() not in TO:
            continue
        if can_speak(thing_of, scene, strictly=True):
            yield thing_of, tree.span(tree.left[thing_of.i], tree.right[thing_of.i])
