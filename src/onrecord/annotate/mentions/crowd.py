"""Private people whom a page names as one of many: "customers told us ... X said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.words import public_words

if TYPE_CHECKING:
    from onrecord.annotate.mentions.scene import Scene, Spot

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def crowd_of(scene: Scene, spot: Spot) -> str | None:
    """The many private people told of right before a name, as "customers".

    So news goes from a crowd to one of it. Only who acts in the paragraph, or in the
    one before, counts: those on whom others act are no crowd to pick from.
    """
    here = scene.sentences[spot.sentence].paragraph
    for number in range(spot.sentence, -1, -1):
        sentence = scene.sentences[number]
        if here - sentence.paragraph > 1:
            return None
        for token in sentence.tokens:
            if number == spot.sentence and token.i >= spot.start:
                break
            is_many = token.tag == "NNS" and token.dep in SUBJECTS
            if is_many and token.lemma.casefold() in public_words().crowds:
                return token.text
    return None
