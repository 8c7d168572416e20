"""Whom and what an event struck, by group: victims, and what it was aimed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import is_person_noun, singular
from onrecord.extract.reports.entries import entries_of
from onrecord.extract.reports.grammar import distance, noun_phrase
from onrecord.extract.reports.groups import group_at, group_of_words, things
from onrecord.extract.reports.standing import settled
from onrecord.extract.reports.tables import words_up_to
from onrecord.extract.reports.victims import struck_in
from onrecord.model import Span, Struck

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.extract.figures import Toll
    from onrecord.extract.reports.merge import Incident
    from onrecord.extract.reports.scene import Scene
    from onrecord.extract.reports.telling import Told
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Mention, Sentence, Token

AIMED = frozenset({"violence", "abduction", "unrest", "damage", "harm"})
HARMED = frozenset({"killed", "injured", "missing", "abducted", "displaced"})
ATTACKERS = frozenset({"attacker", "bomber", "assailant", "perpetrator", "hijacker"})
PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "it", "one", "who"})
TARGETING = frozenset({
    "target", "hit", "strike", "destroy", "damage", "storm", "raid", "attack", "torch",
    "ambush", "wreck", "gut", "level", "ransack", "demolish", "shell", "burn", "bomb",
})  # fmt: skip
THROWING = frozenset({"throw", "hurl", "lob", "toss", "fire", "launch", "drop", "aim",
                      "plough", "plow", "shoot"})  # fmt: skip
AIMING = frozenset({"at", "into", "onto", "on", "against", "towards", "toward"})
NEAR = 2  # steps in the tree from a word that tells the event to one of striking
STRUCK_TYPES = frozenset({"organisation", "government", "international", "party",
                          "media", "person"})  # fmt: skip


def victims_of(scene: Scene, incident: Incident) -> tuple[Struck, ...]:
    """Those whom figures count, parts of them too, each wording once.

    Of an arrest those arrested; else those who came to harm, attackers left out.
    """
    is_arrest = incident.kind.family == "arrest"
    effects = HARMED | {"arrested"} if is_arrest else HARMED
    found = (
        struck
        for entry in settled(scene, list(entries_of(incident)))
        if entry.toll.effect in effects and entry.toll.low != 0
        for struck in _victims(scene, entry.sentence, entry.toll)
    )
    return _distinct(found)


def _victims(scene: Scene, n: int, toll: Toll) -> Iterator[Struck]:
    """Those of one figure; groups that it sums up are told apart."""
    sentence = scene.sentences[n]
    listed = [
        (noun_phrase(sentence, token.i), group_of_words([token.text]))
        for token in sentence.tokens
        if toll.span.holds(token.span) and token.pos == "NOUN"
    ]
    told = [(span, group) for span, group in listed if group is not None]
    has_attackers = any(_is_attacker(span.of(scene.text)) for span, _ in listed)
    groups = len({group for _, group in told}) + has_attackers
    if groups > 1 and _is_list(sentence, toll.span):
        yield from (Struck(span.of(scene.text), span, group) for span, group in told)
        return
    whole = _victim(scene, n, toll)
    if whole is not None:
        yield whole


def _is_list(sentence: Sentence, span: Span) -> bool:
    """Whether the words sum up several: "nine pupils and a teacher"."""
    return any(
        token.dep == "conj" and span.holds(token.span) for token in sentence.tokens
    )


def _victim(scene: Scene, n: int, toll: Toll) -> Struck | None:
    sentence = scene.sentences[n]
    span = _with_noun(sentence, toll.span)
    words, mention = span.of(scene.text), _mention_in(scene.mentions[n], span)
    is_told = toll.counted is not None or mention is not None or span != toll.span
    if not is_told or words.casefold() in PRONOUNS or _is_attacker(words):
        return None
    group = _group_in(sentence, span) or _group_by_role(scene, mention)
    return Struck(words, span, group, mention.id if mention else None)


def _is_attacker(words: str) -> bool:
    return singular(words.rsplit(maxsplit=1)[-1]) in ATTACKERS


def _with_noun(sentence: Sentence, span: Span) -> Span:
    """The words of a figure with the noun that its bare number counts."""
    for token in sentence.tokens:
        if span.holds(token.span) and token.dep == "nummod" and token.head > token.i:
            noun = sentence.tokens[token.head]
            if is_person_noun(noun) and not span.holds(noun.span):
                return Span(span.start, noun.span.end)
    return span


def _group_in(sentence: Sentence, span: Span) -> str | None:
    """The group that words of the span name, the last of them first."""
    inside = [token for token in sentence.tokens if span.holds(token.span)]
    heads = [token for token in inside if token.pos in {"NOUN", "PROPN", "ADJ"}]
    found = (group_at(sentence, token.i) for token in reversed(heads))
    return next(filter(None, found), None)


def _group_by_role(scene: Scene, mention: Mention | None) -> str | None:
    """The group that a role of the named person tells, here or elsewhere in it."""
    if mention is None:
        return None
    others = (m for m in scene.annotated.mentions if m.head == mention.head)
    roles = [item.role for item in (mention, *others) if item.role]
    return next(filter(None, (group_of_words(role.split()) for role in roles)), None)


def targets_of(scene: Scene, incident: Incident) -> tuple[Struck, ...]:
    """Whom and what it was aimed at or hit, besides those whom figures count."""
    counted = [entry.toll.span for entry in entries_of(incident)]
    found = (
        _target(scene, told.sentence, at)
        for told in incident.tellings
        for at in _aimed_at(scene.sentences[told.sentence], told)
    )
    return _distinct(
        item
        for item in found
        if item is not None and not any(item.span.meets(span) for span in counted)
    )


def _aimed_at(sentence: Sentence, told: Told) -> Iterator[int]:
    """The tokens that the words of the event strike, and what is listed with them."""
    triggers = [item for item in told.triggers if item.kind.family in AIMED]
    heads = [struck_in(sentence, trigger) for trigger in triggers]
    at = {trigger.at for trigger in triggers}
    heads += _hit(sentence, triggers)
    heads += [item for one in at for item in _thrown_at(sentence, one)]
    if not triggers:  # a flood or a crash aims at nobody, and it may wreck homes
        heads = [at for at in _hit(sentence, told.triggers) if _is_thing(sentence, at)]
    for head in dict.fromkeys(head for head in heads if head is not None):
        yield head
        yield from (token.i for token in sentence.children_with(head, "conj"))


def _hit(sentence: Sentence, triggers: Iterable[Trigger]) -> list[int]:
    """What a verb of striking beside the event has for its object."""
    at = {trigger.at for trigger in triggers}
    return [
        token.i
        for token in sentence.tokens
        if token.dep in {"dobj", "nsubjpass"}
        and sentence.tokens[token.head].lemma in TARGETING
        and any(distance(sentence, token.head, one) <= NEAR for one in at)
    ]


def _is_thing(sentence: Sentence, at: int) -> bool:
    words = [word for word, _ in words_up_to(sentence, at)]
    return group_of_words(words) in things()


def _thrown_at(sentence: Sentence, at: int) -> Iterator[int]:
    """What something was thrown at: "hurled stones at the town hall"."""
    for token in sentence.tokens:
        if token.lemma in THROWING and distance(sentence, token.i, at) <= NEAR:
            for prep in sentence.children_with(token.i, "prep"):
                if prep.text.casefold() in AIMING:
                    yield from (t.i for t in sentence.children_with(prep.i, "pobj"))


def _target(scene: Scene, n: int, at: int) -> Struck | None:
    """The noun as a target; None for pronouns, places, and words for anything else."""
    sentence = scene.sentences[n]
    token = sentence.tokens[at]
    mention = _mention_in(scene.mentions[n], token.span)
    role = _group_by_role(scene, mention)
    if token.pos not in {"NOUN", "PROPN", "ADJ"} or _is_place(scene, n, token, mention):
        return None
    group = group_at(sentence, at) or role
    if group is None and not _is_body(mention) and not is_person_noun(token):
        return None
    phrase = noun_phrase(sentence, at)
    whole = mention.span if mention and mention.span.holds(phrase) else phrase
    return Struck(whole.of(scene.text), whole, group, mention.id if mention else None)


def _is_body(mention: Mention | None) -> bool:
    """Whether it names somebody; what the table lacks is a town as often as a body."""
    if mention is None or mention.type not in STRUCK_TYPES:
        return False
    return mention.type != "organisation" or mention.actor is not None


def _is_place(scene: Scene, n: int, token: Token, mention: Mention | None) -> bool:
    """Whether the word names where, not what: "the attack on Vorrin"."""
    if mention is not None and mention.type in {"place", "country"}:
        return True
    is_spot = any(
        spot.span.meets(token.span) and spot.precision != "point"
        for spot in scene.places[n]
    )
    return is_spot and token.pos == "PROPN"


def _mention_in(mentions: Iterable[Mention], span: Span) -> Mention | None:
    return next((mention for mention in mentions if mention.span.meets(span)), None)


def _distinct(found: Iterable[Struck]) -> tuple[Struck, ...]:
    kept: dict[str, Struck] = {}
    for item in found:
        if not any(item.span.meets(other.span) for other in kept.values()):
            kept.setdefault(item.text.casefold(), item)
    return tuple(sorted(kept.values(), key=lambda item: item.span))
