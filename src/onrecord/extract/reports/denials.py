"""Whether somebody denies that an event took place at all, or it is shown not to have.

Who denies responsibility for an attack, or a part in it, does not deny the attack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.reports.grammar import ancestors

if TYPE_CHECKING:
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Sentence, Token

DENYING = frozenset({"deny", "refute", "debunk", "disprove", "rebut"})
DISMISSING = frozenset({"dismiss", "reject", "rubbish", "discount"})
RUMOURS = frozenset({"report", "claim", "rumour", "rumor", "allegation", "suggestion",
                     "accusation", "story", "news"})  # fmt: skip
# What hangs on "deny" and is not the event itself, though the event hangs on it.
PARTS = frozenset({
    "responsibility", "involvement", "knowledge", "role", "part", "link", "connection",
    "complicity", "participation", "charge", "bail", "access", "entry", "visa", "claim",
    "request", "permission",
})  # fmt: skip
CONTENT = frozenset({"dobj", "ccomp", "xcomp", "pcomp", "nsubjpass"})
HAPPENING = frozenset({"happen", "occur", "take", "exist"})
UNTRUE = frozenset({
    "false", "untrue", "fake", "hoax", "fabrication", "unfounded", "baseless",
    "fabricated", "invention", "rumour", "rumor",
})  # fmt: skip
NEVER = frozenset({"never", "not", "n't", "n\u2019t"})


def is_denied(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the words are of an event that somebody says never was."""
    below = sentence.tokens[trigger.at]
    held = [below]
    for token in ancestors(sentence, trigger.at):
        if _denies(sentence, token, held) or _is_untrue(sentence, token, below):
            return True
        held.append(token)
        below = token
    return False


def _denies(sentence: Sentence, verb: Token, held: list[Token]) -> bool:
    """Whether what hangs on the verb is what it denies: not "denied bail after"."""
    below, lemmas = held[-1], {token.lemma for token in held}
    is_kept_from = below.dep == "nsubjpass" and sentence.child(verb.i, "dobj")
    if below.dep not in CONTENT or is_kept_from:
        return False
    if verb.lemma in DENYING:
        return not (lemmas - {held[0].lemma}) & (PARTS - {"claim"})
    return verb.lemma in DISMISSING and below.lemma in RUMOURS and len(held) > 1


def _is_untrue(sentence: Sentence, verb: Token, below: Token) -> bool:
    """Whether it is said to have never happened, or to be false."""
    if below.dep not in {"nsubj", "nsubjpass"}:
        return False
    if verb.lemma in HAPPENING:
        words = sentence.children_with(verb.i, "neg", "advmod")
        return any(token.text.casefold() in NEVER for token in words)
    told = sentence.children_with(verb.i, "acomp", "attr", "oprd")
    is_negated = sentence.child(verb.i, "neg") is not None
    return not is_negated and any(token.lemma in UNTRUE for token in told)
