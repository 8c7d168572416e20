"""Who did it, to whom, and who claimed it, as worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import is_person_noun
from onrecord.extract.reports.grammar import noun_phrase
from onrecord.extract.reports.kinds import event_words
from onrecord.model import Party

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.reports.scene import Scene
    from onrecord.extract.reports.telling import Told
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Mention, MentionId, Sentence, Span, Token

ACTOR_TYPES = frozenset({"organisation", "armed_group", "government", "international",
                         "party", "country", "person"})  # fmt: skip
PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "it", "one"})
NOBODY = frozenset({"no", "nobody", "none"})
CLAIMABLE = frozenset({"responsibility", "attack", "bombing", "blast", "killing",
                       "attacks", "it", "assault", "explosion", "shooting",
                       "bombings"})  # fmt: skip
VIOLENT = frozenset({"violence", "abduction", "unrest", "damage"})
STRIKER_LABELS = frozenset({"NORP", "ORG"})


def actors_of(scene: Scene, told: Told, family: str | None = None) -> list[Party]:
    """Who did it, by the grammar of the words that tell it; things are nobody.

    With a `family`, words of another family (the arrest after an attack) are left.
    """
    sentence = scene.sentences[told.sentence]
    found: list[Party] = []
    for trigger in told.triggers:
        if trigger.kind.family in {"mishap", "nature"}:
            continue
        if family is not None and trigger.kind.family != family:
            continue
        for at in _doers(sentence, trigger):
            party = _party(scene, told.sentence, at)
            struck = any(
                toll.span.meets(token.span)
                for toll in told.tolls
                for token in [sentence.tokens[at]]
            )
            if (
                party is not None
                and _is_somebody(scene, told.sentence, at)
                and not struck
            ):
                found.append(party)
    return _distinct(found)


def recipients_of(scene: Scene, told: Told) -> list[Party]:
    """Those struck, as the tolls word them."""
    found = [
        Party(
            toll.span.of(scene.text),
            toll.span,
            _mention_in(scene, told.sentence, toll.span),
        )
        for toll in told.tolls
        if toll.low != 0
        and toll.part_of is None
        and toll.span.of(scene.text).casefold() not in PRONOUNS
        and (toll.counted is not None or _mention_in(scene, told.sentence, toll.span))
    ]
    return _distinct(found)


def claimant_of(scene: Scene, n: int) -> Party | None:
    """Who claimed the event in sentence `n`; None when nobody did."""
    sentence = scene.sentences[n]
    for token in sentence.tokens:
        if token.text.casefold() not in {"claimed", "claims", "claiming"}:
            continue
        named = _named_before(scene, n, token)
        if named is not None:
            return named
        at = _claims_what(sentence, token)
        if at is not None:
            return _party(scene, n, at)
    return None


def _named_before(scene: Scene, n: int, verb: Token) -> Party | None:
    """A group named right before "claims attack", whatever the parser made of it."""
    after = scene.sentences[n].tokens[verb.i + 1 : verb.i + 3]
    if not any(token.text.casefold() in CLAIMABLE for token in after):
        return None
    for mention in scene.mentions[n]:
        gap = scene.text[mention.span.end : verb.span.start]
        if mention.span.end <= verb.span.start and not gap.strip():
            return Party(mention.text, mention.span, mention.id)
    return None


def _claims_what(sentence: Sentence, verb: Token) -> int | None:
    """The one who claims, when what is claimed is an event."""
    objects = list(sentence.children_with(verb.i, "dobj", "nsubjpass"))
    if any(item.text.casefold() in CLAIMABLE for item in objects):
        by = sentence.child(verb.i, "agent")
        doer = sentence.child(by.i, "pobj") if by else sentence.child(verb.i, "nsubj")
        return None if doer is None or _is_nobody(sentence, doer) else doer.i
    before = sentence.tokens[max(0, verb.i - 2) : verb.i]
    if [token.text for token in before[1:]] == ["-"]:  # "ABC-claimed"
        return before[0].i
    return None


def _is_nobody(sentence: Sentence, token: Token) -> bool:
    words = {t.text.casefold() for t in sentence.children_with(token.i, "det", "neg")}
    return bool(words & NOBODY) or token.text.casefold() in NOBODY


def _doers(sentence: Sentence, trigger: Trigger) -> Iterator[int]:
    at = trigger.at
    by = sentence.child(at, "agent")
    if by is not None:
        yield from (token.i for token in sentence.children_with(by.i, "pobj"))
        return
    if trigger.is_verb:
        yield from _subjects(sentence, at, trigger)
        return
    for token in sentence.children_with(at, "prep"):
        if token.text.casefold() == "by":
            yield from (t.i for t in sentence.children_with(token.i, "pobj"))
    for token in sentence.children_with(at, "poss", "amod", "compound", "nmod"):
        if token.entity in STRIKER_LABELS and trigger.kind.family == "violence":
            yield token.i


def _subjects(sentence: Sentence, at: int, trigger: Trigger) -> Iterator[int]:
    subject = sentence.child(at, "nsubj")
    shares = sentence.tokens[at].dep in {"conj", "advcl", "xcomp"}
    if subject is None and shares and sentence.child(at, "nsubjpass") is None:
        subject = sentence.child(sentence.tokens[at].head, "nsubj")
    acts = sentence.child(at, "dobj") is not None or trigger.kind.family != "violence"
    acts = acts or trigger.kind.name in {"shooting", "attack", "clash"}
    if subject is not None and acts and sentence.child(at, "nsubjpass") is None:
        yield subject.i
        yield from (t.i for t in sentence.children_with(subject.i, "conj"))


def _is_somebody(scene: Scene, n: int, at: int) -> bool:
    """Whether the noun names people or a body, and no bomb, blast or blaze."""
    token = scene.sentences[n].tokens[at]
    if token.text.casefold() in event_words() and not is_person_noun(token):
        return False
    mention = _mention_at(scene.mentions[n], token.span)
    if mention is not None:
        return mention.type in ACTOR_TYPES
    return is_person_noun(token) or token.entity in STRIKER_LABELS | {"PERSON"} or (
        token.text.casefold() in {"forces", "army", "military", "police", "troops",
                                  "navy", "militia", "group"}
    )  # fmt: skip


def _party(scene: Scene, n: int, at: int) -> Party | None:
    token = scene.sentences[n].tokens[at]
    mention = _mention_at(scene.mentions[n], token.span)
    if token.pos == "PRON":
        return None
    span = mention.span if mention else noun_phrase(scene.sentences[n], at)
    return Party(span.of(scene.text), span, mention.id if mention else None)


def _mention_at(mentions: Sequence[Mention], span: Span) -> Mention | None:
    return next((mention for mention in mentions if mention.span.meets(span)), None)


def _mention_in(scene: Scene, n: int, span: Span) -> MentionId | None:
    mention = _mention_at(scene.mentions[n], span)
    return mention.id if mention else None


def _distinct(parties: Sequence[Party]) -> list[Party]:
    kept: list[Party] = []
    for party in parties:
        if not any(party.span.meets(other.span) for other in kept):
            kept.append(party)
    return kept
