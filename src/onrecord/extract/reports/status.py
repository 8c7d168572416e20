"""Whether words tell of an event that happened, was foiled, or is only talked of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from onrecord.extract.reports.denials import is_denied
from onrecord.extract.reports.grammar import ancestors
from onrecord.extract.reports.victims import is_named, struck_in

if TYPE_CHECKING:
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Sentence, Token

Telling = Literal["happened", "foiled", "denied", "unreal", "general"]

MODALS = frozenset({"would", "could", "may", "might", "will", "shall", "should", "can",
                    "must", "'ll", "wo", "ca"})  # fmt: skip
TALK = frozenset({
    "threat", "threaten", "risk", "fear", "possibility", "danger", "prevent", "avoid",
    "avert", "warn", "warning", "deter", "capacity", "ability", "capable", "plan",
    "plot", "prepare", "intend", "vow", "potential", "possible", "future", "against",
    "combat", "counter", "fight", "drill", "exercise", "film", "movie", "novel", "book",
    "documentary", "game", "anniversary", "commemorate", "commemoration", "memorial",
    "remembrance", "simulate", "simulation", "suspicion", "bid", "want", "urge",
    "demand", "order", "encourage", "incite", "advocate", "definition",
})  # fmt: skip
SCHEMES = frozenset({"plan", "plot", "attempt", "bid", "scheme", "effort", "intend"})
FOILING = frozenset({"foil", "thwart", "avert", "disrupt", "prevent", "defuse", "stop",
                     "bust", "uncover"})  # fmt: skip
FOILED_FORMS = frozenset({"foiled", "thwarted", "averted", "foils", "thwarts"})
FIGURATIVE = frozenset({"flood", "storm", "avalanche", "explosion", "wildfire",
                        "epidemic", "crash", "earthquake"})  # fmt: skip
WORKS = frozenset({"film", "movie", "novel", "book", "documentary", "series", "game",
                   "play", "painting", "show", "drama"})  # fmt: skip
LOOSE = frozenset({"a", "an", "any", "another", "some", "no"})
REALLY = frozenset({"go", "manage", "continue", "use"})  # "used a knife to steal"
# What sums up times and the world tells of no event: "over the centuries".
SUMS = re.compile(
    r"\b(?:over|through|throughout|down) the (?:years|decades|centuries|ages)\b"
    r"|\b(?:around|across|throughout|all over) the (?:world|globe)\b"
    r"|\b(?:worldwide|globally|annually)\b|\b(?:every|each|per) year\b"
    r"|\bbetween (?:1[5-9]|20)\d\d and (?:1[5-9]|20)\d\d\b",
    re.IGNORECASE,
)
ALMOST = frozenset({"nearly", "almost"})
TIMES = frozenset({"DATE", "TIME"})
VAGUE_RANK = 2  # "killing", "attack": kinds that name no certain act
REACH = 4  # heads above a noun in which talk of it counts


def status_of(sentence: Sentence, trigger: Trigger) -> Telling:
    """How the sentence tells the event; "general" for habits and kinds."""
    if _is_foiled(sentence, trigger):
        return "foiled"
    if is_denied(sentence, trigger):
        return "denied"
    if _is_unreal(sentence, trigger):
        return "unreal"
    if _is_general(sentence, trigger) or _sums_up(sentence, trigger):
        return "general"
    return "happened"


def _sums_up(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether vague words sum up times or the world: "has killed millions"."""
    return trigger.kind.rank <= VAGUE_RANK and tells_a_sum(sentence)


def tells_a_sum(sentence: Sentence) -> bool:
    """Whether the sentence is of years or of the world: "over the centuries"."""
    return SUMS.search(" ".join(token.text for token in sentence.tokens)) is not None


def _is_foiled(sentence: Sentence, trigger: Trigger) -> bool:
    words = {token.text.casefold() for token in sentence.tokens}
    above = list(ancestors(sentence, trigger.at))
    schemed = any(token.lemma in SCHEMES for token in above) or any(
        token.lemma in SCHEMES
        for token in sentence.tokens[max(0, trigger.at - 3) : trigger.at]
    )
    if words & FOILED_FORMS:
        return schemed or any(
            token.text.casefold() in FOILED_FORMS for token in above[:2]
        )
    return schemed and any(token.lemma in FOILING for token in above)


def _is_unreal(sentence: Sentence, trigger: Trigger) -> bool:
    token = sentence.tokens[trigger.at]
    if _is_negated(sentence, token):
        return True
    above = list(ancestors(sentence, trigger.at))[:REACH]
    if not _is_taken_as_known(sentence, trigger):
        if _is_conditional(sentence, trigger.at):
            return True
        if trigger.is_verb:
            return _is_verb_unreal(sentence, token)
        if _is_shown(sentence, above) or _verb_is_modal(sentence, above):
            return True
    return any(_is_talk(sentence, head, trigger.at) for head in above)


def _is_taken_as_known(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the words take the event for known: "the murder of Ana Petrell".

    Then "if" and "may" around them are of something else.
    """
    at = None if trigger.is_verb else struck_in(sentence, trigger)
    if at is None or not is_named(sentence, at):
        return False
    words = sentence.children_with(trigger.at, "det", "poss")
    return any(token.text.casefold() not in LOOSE for token in words)


def _is_shown(sentence: Sentence, above: list[Token]) -> bool:
    """Whether a film or book tells it: "the film shows a bombing"."""
    subjects = (sentence.child(token.i, "nsubj") for token in above)
    return any(subject is not None and subject.lemma in WORKS for subject in subjects)


def _is_talk(sentence: Sentence, head: Token, at: int) -> bool:
    """Whether a word above the noun makes it talk; subjects are not under it."""
    if head.lemma not in TALK:
        return False
    subject = sentence.child(head.i, "nsubj", "nsubjpass")
    below = {token.i for token in sentence.below(subject.i)} if subject else set()
    return at not in below


def _verb_is_modal(sentence: Sentence, above: list[Token]) -> bool:
    verb = next((token for token in above if token.pos in {"VERB", "AUX"}), None)
    return verb is not None and _has_modal(sentence, verb.i)


def _has_modal(sentence: Sentence, at: int) -> bool:
    return any(
        token.text.casefold() in MODALS for token in sentence.children_with(at, "aux")
    )


def _is_verb_unreal(sentence: Sentence, verb: Token) -> bool:
    if is_almost(sentence, verb):
        return True
    if _has_modal(sentence, verb.i) and sentence.zone != "headline":
        return True
    to = any(t.text.casefold() == "to" for t in sentence.children_with(verb.i, "aux"))
    if to and verb.tag in {"VB", "VBP"}:
        return sentence.tokens[verb.head].lemma not in REALLY
    head = sentence.tokens[verb.head]
    if verb.dep in {"conj", "xcomp", "pcomp", "acl"} and head.i != verb.i:
        return head.pos == "VERB" and (
            _has_modal(sentence, head.i) or head.lemma in TALK
        )
    return False


def _is_negated(sentence: Sentence, token: Token) -> bool:
    for child in sentence.children_with(token.i, "neg", "det"):
        if child.text.casefold() in {"not", "n't", "n\u2019t", "no", "never"}:
            return True
    return False


def _is_conditional(sentence: Sentence, at: int) -> bool:
    for token in (sentence.tokens[at], *ancestors(sentence, at)):
        marks = {t.text.casefold() for t in sentence.children_with(token.i, "mark")}
        if marks & {"if", "unless", "whether"}:
            return True
    return False


def _is_general(sentence: Sentence, trigger: Trigger) -> bool:
    """Habits and kinds: "bombing schools", "attacks on farmers", "kills thousands"."""
    token = sentence.tokens[trigger.at]
    if sentence.zone == "headline":
        return False
    if trigger.is_verb:
        is_habit = token.tag in {"VBZ", "VBP"} and not _has_perfect(sentence, token.i)
        is_going_on = sentence.child(token.i, "aux") is not None  # "was holding"
        is_deed = token.tag == "VBG" and not is_going_on
        is_deed = is_deed and _bare_plural_object(sentence, token)
        return is_habit or is_deed or is_suffered_often(sentence, token)
    if trigger.kind.name in FIGURATIVE and _is_of_things(sentence, token.i):
        return True
    is_some = token.tag != "NNS" or _is_counted(sentence, token.i)
    if is_some or _is_dated(sentence, token.i):
        return False
    at = struck_in(sentence, trigger)
    if at is not None and is_named(sentence, at):
        return False
    verb = sentence.tokens[token.head]
    acts = token.dep in {"nsubj", "nsubjpass"} and verb.tag == "VBD"
    return not acts  # "floods drove 500 from their homes" tells of certain floods


def is_suffered_often(sentence: Sentence, verb: Token) -> bool:
    """Whether people of a kind suffer it as a habit: "visitors are hurt"."""
    being = sentence.child(verb.i, "auxpass")
    who = sentence.child(verb.i, "nsubjpass")
    if being is None or who is None or being.tag != "VBP" or who.tag != "NNS":
        return False
    return not _has_have(sentence, verb.i) and not _is_counted(sentence, who.i)


def _has_have(sentence: Sentence, at: int) -> bool:
    return any(t.lemma == "have" for t in sentence.children_with(at, "aux"))


def is_almost(sentence: Sentence, verb: Token) -> bool:
    """Whether it did not come to that: "nearly killed"."""
    beside = sentence.children_with(verb.i, "advmod")
    return any(token.text.casefold() in ALMOST for token in beside)


def _is_of_things(sentence: Sentence, at: int) -> bool:
    """Whether "of" makes it a figure of speech: "a flood of letters"."""
    for of in sentence.children_with(at, "prep"):
        inner = sentence.child(of.i, "pobj") if of.text.casefold() == "of" else None
        if inner is not None and inner.pos == "NOUN" and inner.entity not in TIMES:
            return True
    return False


def _is_dated(sentence: Sentence, at: int) -> bool:
    """Whether a time of its own makes the plural certain ones: "riots in May"."""
    for lead in sentence.children_with(at, "prep"):
        inner = sentence.child(lead.i, "pobj")
        if inner is not None and inner.entity in TIMES:
            return lead.text.casefold() in {"in", "on", "of"}
    return False


def _has_perfect(sentence: Sentence, at: int) -> bool:
    return any(t.lemma in {"have", "be"} for t in sentence.children_with(at, "aux"))


def _bare_plural_object(sentence: Sentence, verb: Token) -> bool:
    objects = list(sentence.children_with(verb.i, "dobj"))
    return not objects or all(
        item.tag == "NNS" and not _is_counted(sentence, item.i) for item in objects
    )


def _is_counted(sentence: Sentence, at: int) -> bool:
    """Whether a determiner or number makes the plural one or some certain ones."""
    parts = sentence.children_with(at, "det", "nummod", "poss", "quantmod")
    return any(True for _ in parts)
