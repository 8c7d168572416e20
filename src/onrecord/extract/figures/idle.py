"""Effect words that strike nobody: "left for dead", "shot at", "taken out of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import is_person_noun

if TYPE_CHECKING:
    from onrecord.model import Sentence, Token

SHOOTING = frozenset({"shot", "shoot", "shoots", "shooting"})
INTO = frozenset({"into", "toward", "towards", "through", "over", "past"})
BEING = frozenset({
    "was", "were", "been", "being", "is", "are", "be", "get", "gets", "got",
})  # fmt: skip
AIMED = 4  # tokens from "shot at" to the person
STAGES = frozenset({"box", "stage", "it", "vibe", "mood", "time", "boredom", "off"})
TRYING = frozenset({"attempted", "would-be", "foiled", "thwarted", "botched"})
LAWFUL = frozenset({
    "plot", "attempt", "bid", "threat", "penalty", "row", "sentence", "charge",
    "suspect", "trial", "probe", "investigation", "case", "scene", "rate", "mystery",
    "weapon", "squad", "threats", "plots", "charges", "suspects", "warrant",
})  # fmt: skip
LIKE = frozenset({"as", "like", "unfairly", "with", "badly", "differently", "well"})
WAYS = frozenset({  # of falling that kill nobody
    "asleep", "ill", "behind", "into", "from", "to", "on", "off", "out", "short",
    "apart", "back", "silent", "under", "by", "for", "over", "down", "within",
})  # fmt: skip
CAMERAS = frozenset({"photographer", "director", "filmmaker", "cameraman", "crew"})
NEARLY = frozenset({"nearly", "almost", "narrowly", "virtually"})


def is_idle(sentence: Sentence, token: Token, particle: int | None) -> bool:
    """Whether the words beside the effect word make it strike nobody."""
    word = token.text.casefold()
    before, after = _words(sentence, token.i - 1), _words(sentence, token.i + 1)
    return (
        (before == "for" and word == "dead")
        or (word in SHOOTING and particle is None and _is_aimed(sentence, token.i))
        or (particle is not None and _is_out_of(sentence, particle))
        or (
            word == "killed"
            and after == "at"
            and _words(sentence, token.i + 3) == "box"
        )
        or (token.lemma == "kill" and after in STAGES)
        or (token.text.casefold() == "injured" and after == "list")
        or (word in SHOOTING and _is_pictured(sentence, token.i))
        or (before in TRYING and not token.tag.startswith("V"))
        or (token.pos in {"NOUN", "PROPN"} and after in LAWFUL)
        or (token.lemma == "treat" and after in LIKE)
        or (token.lemma == "fall" and particle is None and after in WAYS)
        or before in NEARLY
    )


def _words(sentence: Sentence, i: int) -> str:
    inside = 0 <= i < len(sentence.tokens)
    return sentence.tokens[i].text.casefold() if inside else ""


def _is_aimed(sentence: Sentence, at: int) -> bool:
    """Whether shots go "into the crowd" or "at two guards", and hit nobody yet."""
    after = _words(sentence, at + 1)
    lead = {t.text.casefold() for t in sentence.tokens[max(0, at - 3) : at]}
    if lead & BEING:
        return False
    near = sentence.tokens[at + 2 : at + 2 + AIMED]
    is_at = after == "at" and any(is_person_noun(token) for token in near)
    return after in INTO or is_at


def _is_pictured(sentence: Sentence, at: int) -> bool:
    """Whether the shots are of a camera: "the photographer shot three brides"."""
    subject = sentence.child(at, "nsubj")
    return subject is not None and subject.lemma in CAMERAS


def _is_out_of(sentence: Sentence, particle: int) -> bool:
    """Whether something is taken "out of" something: a word out of its context."""
    return _words(sentence, particle) == "out" and (
        _words(sentence, particle + 1) == "of"
    )
