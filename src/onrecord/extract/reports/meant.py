"""Whether a word of events means one here: no blast victims, no killed bills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.reports.victims import is_somebody, struck_in

if TYPE_CHECKING:
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Sentence

OF_PEOPLE = frozenset({"execution", "rape", "abduction", "murder", "assassination",
                       "ramming", "killing"})  # fmt: skip
BEASTS = frozenset({
    "rabbit", "deer", "dog", "cat", "bird", "fish", "animal", "cow", "cattle", "sheep",
    "goat", "chicken", "hen", "elephant", "whale", "shark", "bear", "wolf", "rat",
    "mouse", "snake", "insect", "mosquito", "weed", "bacterium", "virus", "cell",
    "livestock", "horse", "pig", "bill", "plan", "deal", "project", "idea", "time",
    "tumour", "tumor", "germ", "parasite", "story", "episode", "amendment",
})  # fmt: skip
VEHICLES = frozenset({
    "ferry", "boat", "ship", "trawler", "vessel", "yacht", "barge", "tanker", "canoe",
    "dinghy", "bus", "coach", "car", "van", "lorry", "truck", "train", "tram", "plane",
    "aircraft", "airliner", "minibus", "motorcycle", "motorbike", "taxi", "tractor",
})  # fmt: skip
DEBATING = frozenset({"legislature", "senate", "congress", "parliament", "republican",
                      "democrat", "party", "court", "media", "press", "critic",
                      "newspaper", "campaign", "candidate"})  # fmt: skip


def may_tell(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the word tells of an event, and of people where it can only strike them.

    "Blast victims" describes; "executed a warrant" executes nobody.
    """
    if _is_modifier(sentence, trigger) or _is_collision(sentence, trigger):
        return False
    if _is_debate(sentence, trigger):
        return False
    if not trigger.is_verb or trigger.kind.name not in OF_PEOPLE:
        return True
    at = struck_in(sentence, trigger)
    if trigger.kind.name == "killing":
        return not _is_beasts(sentence, trigger.at, at)
    return at is None or is_somebody(sentence.tokens[at])


def _is_beasts(sentence: Sentence, verb: int, at: int | None) -> bool:
    """Whether what was killed is no man: "killed a bill", "killed and ate a deer"."""
    also = [t.i for t in sentence.children_with(verb, "conj")] if at is None else []
    eaten = [t for i in also for t in sentence.children_with(i, "dobj")]
    struck = [sentence.tokens[at]] if at is not None else eaten
    return any(token.lemma in BEASTS for token in struck)


def _is_debate(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether who "attacks" does so in words: "the senate's attacks on the mayor"."""
    owner = sentence.child(trigger.at, "poss")
    is_attack = trigger.kind.name == "attack" and not trigger.is_verb
    return is_attack and owner is not None and owner.lemma.casefold() in DEBATING


def _is_collision(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether what "struck" is a vehicle, which attacks nobody: "the ferry struck"."""
    if not trigger.is_verb or trigger.kind.name != "attack":
        return False
    subject = sentence.child(trigger.at, "nsubj")
    return subject is not None and subject.lemma in VEHICLES


def _is_modifier(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the word only describes another: "bombing suspect", "blast victims"."""
    token = sentence.tokens[trigger.at]
    if trigger.is_verb or sentence.zone == "headline":
        return False
    return token.dep == "compound" and token.head > token.i
