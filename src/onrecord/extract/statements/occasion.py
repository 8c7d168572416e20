"""To whom something was said, and where: "told reporters", "in an interview with"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.statements.extent import OCCASIONS
from onrecord.extract.statements.roles import can_speak
from onrecord.model import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
SPEAKING = frozenset({"address", "speak", "talk"})
TOLD = ("dobj", "dative")
AROUND = " ,;:\t\u00a0"


@dataclass(frozen=True, slots=True)
class Occasion:
    """The words that tell to whom and where something was said, if any do."""

    addressee: tuple[Span, ...] = ()
    occasion: tuple[Span, ...] = ()


def find_occasion(draft: Draft, scene: Scene) -> Occasion:
    """What the clause of the cue tells about the saying, outside of what was said."""
    tree = scene.tree(draft.sentence)
    verb = _verb_of(draft, tree)
    if verb is None:
        return Occasion()
    heads = [verb, *_speaking(tree, verb)]
    phrases = [*_phrases(tree, heads), *_behind(tree, draft)]
    places = [span for prep, span in phrases if _is_place(tree, prep)]
    source = (draft.source.span,) if draft.source is not None else ()
    taken = (*draft.content, *source)
    people = _first(_heard(tree, heads, scene), taken)
    places = [span for span in places if not any(span.holds(told) for told in people)]
    return Occasion(_trimmed(people, scene), _trimmed(_first(places, taken), scene))


def _verb_of(draft: Draft, tree: Tree) -> Token | None:
    """The word of the cue that the others hang on: of "had told" the second."""
    words = [t for t in tree.tokens if any(span.holds(t.span) for span in draft.cue)]
    inside = {word.i for word in words}
    tops = (word for word in words if word.head not in inside or word.head == word.i)
    return next(tops, None)


def _first(spans: Iterable[Span], taken: tuple[Span, ...]) -> tuple[Span, ...]:
    """The first of them that begins in no other part, up to where such a part opens."""
    for span in spans:
        if not any(other.start <= span.start < other.end for other in taken):
            end = min(
                [other.start for other in taken if other.meets(span)] or [span.end]
            )
            return (Span(span.start, end),)
    return ()


def _trimmed(spans: tuple[Span, ...], scene: Scene) -> tuple[Span, ...]:
    """The spans without white space and marks around them."""
    return tuple(
        kept
        for span in spans
        if (kept := trimmed(span, scene.text, AROUND)) is not None
    )


def _speaking(tree: Tree, verb: Token) -> list[Token]:
    """The words under the cue that tell how it was said: "speaking at a rally"."""
    return [
        token
        for token in tree.tokens
        if token.tag == "VBG"
        and token.lemma in SPEAKING
        and any(above.i == verb.i for above in tree.ancestors(token.i))
    ]


def _phrases(tree: Tree, heads: Sequence[Token]) -> Iterator[tuple[Token, Span]]:
    """Yield the prepositions that hang on the cue or its subject, with their phrases.

    "The mayor, in an interview, said" hangs the phrase on the mayor.
    """
    subject = tree.child(heads[0].i, "nsubj")
    for head in (heads[0], subject, *heads[1:]):
        for prep in tree.children(head.i, "prep", "dative") if head else ():
            yield prep, _whole(tree, prep)


def _behind(tree: Tree, draft: Draft) -> Iterator[tuple[Token, Span]]:
    """Yield what parsers hang on the last words said: "No," in an interview."""
    for prep in tree.tokens:
        if prep.dep != "prep":
            continue
        above = tree.head(prep)
        is_out = not any(span.holds(prep.span) for span in draft.content)
        is_hung = any(span.holds(above.span) for span in draft.content)
        if is_out and is_hung and prep.i > above.i:
            yield prep, _whole(tree, prep)


def _whole(tree: Tree, prep: Token) -> Span:
    return tree.span(tree.left[prep.i], tree.right[prep.i])


def _is_place(tree: Tree, prep: Token) -> bool:
    """Whether the phrase names an occasion of speech or a medium."""
    thing = tree.child(prep.i, "pobj")
    if thing is None or prep.text.lower() not in AT:
        return False
    if prep.text.lower() == "on":
        return thing.lemma.lower() in MEDIA | OCCASIONS
    return thing.lemma.lower() in OCCASIONS | MEDIA - {"x"}


def _heard(tree: Tree, heads: Sequence[Token], scene: Scene) -> Iterator[Span]:
    """Yield who was told: "told reporters", "speaking to the council, said"."""
    verb = heads[0]
    for thing in tree.children(verb.i, *TOLD):
        if thing.i > verb.i and can_speak(thing, scene, strictly=True):
            yield tree.span(tree.left[thing.i], tree.right[thing.i])
    preps = (p for head in heads for p in tree.children(head.i, "prep", "dative"))
    for prep in preps:
        thing_of = tree.child(prep.i, "pobj")
        if thing_of is None or prep.text.lower() not in TO:
            continue
        if can_speak(thing_of, scene, strictly=True):
            yield tree.span(tree.left[thing_of.i], tree.right[thing_of.i])
