"""With what an event was done, as worded: "a car bomb", "with assault rifles"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.reports.grammar import distance, noun_phrase
from onrecord.extract.reports.tables import (
    Words,
    forms_of,
    longest_ending,
    read_table,
    words_up_to,
)
from onrecord.extract.reports.triggers import find_triggers
from onrecord.model import Span, Weapon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.extract.reports.merge import Incident
    from onrecord.extract.reports.scene import Scene
    from onrecord.extract.reports.telling import Told
    from onrecord.model import Sentence, Token

ARMED = frozenset({"violence", "abduction", "unrest", "damage", "harm"})
NEAR = 4  # steps in the tree from the words of the attack
MODIFYING = frozenset({"compound", "nmod", "amod"})
# What is done with the weapon before it: a "knife attack", but no "knife crime".
DONE = frozenset({
    "attack", "strike", "fire", "blast", "explosion", "assault", "raid", "salvo",
    "barrage", "attacker", "shot", "round", "wound", "ambush", "bombardment", "man",
})  # fmt: skip
FOUND = frozenset({
    "seize", "find", "recover", "confiscate", "discover", "surrender", "buy", "sell",
    "smuggle", "possess", "ban", "supply", "export", "import", "make", "deliver",
})  # fmt: skip
WIELDING = frozenset({
    "use", "wield", "throw", "hurl", "brandish", "carry", "fire", "lob", "swing",
    "pelt", "toss", "launch", "have", "draw", "pull", "detonate", "plant", "drop",
})  # fmt: skip
DRIVING = frozenset({"ram", "plough", "plow", "drive", "crash", "steer", "slam"})
BY_MEANS = frozenset({"with", "by", "using", "from"})


@cache
def weapons() -> Mapping[Words, tuple[str, str]]:
    """The kind and the use of each form."""
    return {
        form: (row["weapon"], row["use"])
        for row in read_table("weapons.tsv")
        for form in forms_of(row)
    }


def weapons_of(scene: Scene, incident: Incident) -> tuple[Weapon, ...]:
    """The weapons of all tellings, each wording once, in reading order.

    Only those that the words of this event stand nearest to. What was found or
    seized, and what a word merely describes ("bomb squad"), is none.
    """
    found: dict[str, Weapon] = {}
    for told in incident.tellings:
        for weapon in _told_by(scene, told):
            found.setdefault(weapon.text.casefold(), weapon)
    return tuple(sorted(found.values(), key=lambda weapon: weapon.span))


def _told_by(scene: Scene, told: Told) -> Iterator[Weapon]:
    sentence = scene.sentences[told.sentence]
    if not any(trigger.kind.family in ARMED for trigger in told.triggers):
        return
    covered = -1
    for token in reversed(sentence.tokens):
        form = _form_at(sentence, token)
        if form is None or token.i == covered:
            continue
        words = words_up_to(sentence, token.i)[-len(form) :]
        first = words[0][1]
        if _is_named(scene, told.sentence, token) or not _is_used(
            sentence, told, token, weapons()[form][1]
        ):
            continue
        covered = first if first < token.i else -1
        phrase = noun_phrase(sentence, token.i)
        start = min(phrase.start, sentence.tokens[first].span.start)
        span = Span(start, phrase.end)
        yield Weapon(span.of(scene.text), span, weapons()[form][0])


def _form_at(sentence: Sentence, token: Token) -> Words | None:
    """The form that ends here; of a longer name the last word alone is asked."""
    if token.pos not in {"NOUN", "PROPN", "ADJ", "NUM"} and token.dep != "dobj":
        return None
    after = sentence.tokens[token.i + 1 : token.i + 2]
    if after and after[0].text == "-":
        return None
    return longest_ending(
        [word for word, _ in words_up_to(sentence, token.i)], weapons()
    )


def _is_named(scene: Scene, n: int, token: Token) -> bool:
    """Whether the word is of somebody's name: "the Black Rifle Brigade"."""
    return any(mention.span.meets(token.span) for mention in scene.mentions[n])


def _is_used(sentence: Sentence, told: Told, token: Token, use: str) -> bool:
    if _is_nothing(sentence, token) or not _is_of(sentence, told, token):
        return False
    if use == "driven":
        return _is_driven(sentence, told, token)
    if use == "held":
        return _is_held(sentence, token)
    if token.dep in MODIFYING and token.head > token.i:
        head = sentence.tokens[token.head]
        triggers = {trigger.at for trigger in told.triggers}
        return head.i in triggers or head.lemma in DONE
    return True


def _is_nothing(sentence: Sentence, token: Token) -> bool:
    """Whether there was none, or it was only found: "no bomb", "seized rifles"."""
    without = {t.text.casefold() for t in sentence.children_with(token.i, "det", "neg")}
    head = sentence.tokens[token.head]
    is_found = head.lemma in FOUND and token.dep in {"dobj", "nsubjpass"}
    return "no" in without or is_found


def _is_of(sentence: Sentence, told: Told, token: Token) -> bool:
    """Whether the words of this event, and no other's, stand nearest to it."""
    own = {trigger.at for trigger in told.triggers}
    own |= {toll.trigger for toll in told.tolls}
    rivals = (item for item in find_triggers(sentence) if item.strength != "echo")
    others = {item.at for item in rivals if item.at not in _inside(sentence, token)}
    others -= own
    steps = min(distance(sentence, token.i, at) for at in own)
    return steps <= NEAR and all(
        steps <= distance(sentence, token.i, at) for at in others
    )


def _inside(sentence: Sentence, token: Token) -> set[int]:
    """The words before it that only describe it: "assault rifles"."""
    return {part.i for part in sentence.children_with(token.i, "compound", "amod")}


def _is_held(sentence: Sentence, token: Token) -> bool:
    """Whether the words say that something was done with it."""
    head = sentence.tokens[token.head]
    if token.dep == "conj":
        return _is_held(sentence, head)
    if token.dep == "pobj":
        return head.text.casefold() in BY_MEANS - {"from"}
    return token.dep == "dobj" and head.lemma in WIELDING


def _is_driven(sentence: Sentence, told: Told, token: Token) -> bool:
    """Whether it was driven into somebody: "ploughed a lorry into a crowd"."""
    head = sentence.tokens[token.head]
    is_ramming = any(trigger.kind.name == "ramming" for trigger in told.triggers)
    if token.dep in {"dobj", "nsubj"} and head.lemma in DRIVING:
        return True
    return is_ramming and (token.dep in {"nsubj", "dobj"} or _is_held(sentence, token))
