"""Sources that are a fact or an event: "it confirms what the polls told"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.roles import load_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.statements.draft import Draft, Source
    from onrecord.extract.statements.scene import Scene

REACH = 2  # sentences back in which a body or a document was named as a source
PERSONAL = frozenset({"he", "she", "i", "we", "who"})


def is_about_a_fact(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether "it" speaks, and nothing before it that "it" could be has spoken.

    Asked only where nobody named is the speaker.
    """
    if draft.source is None or _word(draft.source, scene) != "it":
        return False
    if draft.frame == "quotation" or draft.cue_class == "denying":
        return False  # a fact neither quotes nor denies
    return not any(
        other.source is not None
        and other.source.span.start < draft.source.span.start
        and 0 <= draft.source.sentence - other.source.sentence <= REACH
        and _is_thing(other.source, scene)
        for other in drafts
    )


def _word(source: Source, scene: Scene) -> str:
    return scene.tree(source.sentence).tokens[source.head].text.lower()


def _is_thing(source: Source, scene: Scene) -> bool:
    """Whether the source can be taken up by "it": no person, not many."""
    head = scene.tree(source.sentence).tokens[source.head]
    if head.text.lower() in PERSONAL | {"it", "they"} or head.tag in {"NNS", "NNPS"}:
        return False
    noun = load_nouns().get(head.text.lower())
    mention = scene.mention_at(head.span.start)
    if mention is not None:
        return mention.type != "person"
    return noun is None or noun.kind != "role"
