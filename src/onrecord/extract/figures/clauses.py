"""Whom an effect word strikes, by the grammar of its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.effects import effect_words
from onrecord.extract.figures.nouns import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.extract.figures.effects import EffectAt
    from onrecord.model import Sentence, Token

OBJECTS = ("dobj", "obj")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
LEAVING = frozenset({
    "leave", "find", "fear", "declare", "pronounce", "confirm", "be", "report",
    "believe", "presume", "shoot", "remain", "feel", "go", "list", "account", "make",
    "render", "lie", "lay",
})  # fmt: skip
FINDING = frozenset({
    "find", "recover", "retrieve", "discover", "pull", "drag", "dig", "exhume",
    "unearth", "fish", "bring", "identify",
})  # fmt: skip
STAYING = frozenset({
    "be", "remain", "stay", "lie", "recover", "keep", "leave", "end", "treat",
})  # fmt: skip
BROUGHT = STAYING | {
    "bring", "take", "admit", "rush", "escape", "survive", "arrive", "hospitalise",
    "hospitalize", "airlift", "find", "fly", "transport", "walk", "emerge", "carry",
    "stretcher", "stretchere", "pull", "rescue",
}  # fmt: skip
BROKEN = frozenset(
    {"limb", "leg", "arm", "rib", "bone"}
)  # harmed only when said to be broken
LIMBS = frozenset({
    "arm", "leg", "hand", "foot", "head", "shoulder", "face", "neck", "chest", "knee",
    "thigh", "ear", "finger", "back", "eye", "skull", "jaw",
})  # fmt: skip
BODIES = frozenset({"body", "corpse", "remains", "remain"})
LIVES = frozenset({"life", "lives"})


def victims_of(sentence: Sentence, effect: EffectAt) -> list[int]:
    """The tokens that head the victims' noun phrases, in order of the text."""
    by_frame: dict[str, Callable[[Sentence, EffectAt], Iterator[int]]] = {
        "object": _of_object_verb,
        "subject": _of_subject_verb,
        "passive": _of_passive,
        "state": _of_state,
        "dead": _of_counting_noun,
        "noun": _of_act_noun,
        "lives": _of_lives,
        "bearing": _of_bearing,
    }
    return sorted(set(by_frame[effect.frame](sentence, effect)))


def _of_object_verb(sentence: Sentence, effect: EffectAt) -> Iterator[int]:
    verb = sentence.tokens[effect.at]
    objects = list(sentence.children_with(effect.at, *OBJECTS))
    passive = sentence.child(effect.at, "nsubjpass")
    numbered = _number_before(sentence, effect.at)
    shared = list(_object_shared(sentence, verb))
    inverted = list(_inverted(sentence, verb))
    if inverted:
        yield from inverted
    elif numbered is not None and passive is None and verb.tag in {"VBN", "JJ", "NNS"}:
        yield numbered  # "41 wounded"
    elif passive is not None:
        yield _antecedent(sentence, verb) if _relative(passive) else passive.i
    elif objects and not _is_passive(sentence, effect.at):
        yield _owner_of_limb(sentence, objects[0])
    elif shared and verb.tag != "VBN":
        yield from shared
    elif verb.dep == "conj" and _is_passive(sentence, effect.at):
        yield from _inherited(sentence, verb)
    elif verb.tag in {"VBN", "VBD", "JJ"}:
        yield from _of_reduced(sentence, verb)
    yield from _gapped(sentence, effect.at)


def _of_passive(sentence: Sentence, effect: EffectAt) -> Iterator[int]:
    verb = sentence.tokens[effect.at]
    passive = sentence.child(effect.at, "nsubjpass")
    if passive is not None:
        yield _antecedent(sentence, verb) if _relative(passive) else passive.i
    elif verb.dep == "conj":
        yield from _inherited(sentence, verb)


def _inverted(sentence: Sentence, verb: Token) -> Iterator[int]:
    """Of "Also injured in the crash were 17 passengers", the passengers."""
    be = sentence.child(verb.i, "auxpass")
    if be is not None and be.i > verb.i:
        yield from (token.i for token in sentence.children_with(be.i, "attr", "nsubj"))
    elif verb.dep in {"csubj", "advcl", "acomp"} and verb.head > verb.i:
        head = sentence.tokens[verb.head]
        if head.lemma == "be":
            yield from (t.i for t in sentence.children_with(head.i, "attr", "nsubj"))


def _owner_of_limb(sentence: Sentence, struck: Token) -> int:
    """Whose arm it is that was hit: "grazed a shopkeeper's arm"."""
    owner = sentence.child(struck.i, "poss")
    is_limb = struck.lemma in LIMBS and owner is not None
    return owner.i if is_limb and owner is not None else struck.i


def _antecedent(sentence: Sentence, verb: Token) -> int:
    """Whom "who" stands for: past a place that parsers hang the clause on."""
    at = verb.head
    while (
        sentence.tokens[at].dep == "pobj"
        and sentence.tokens[at].entity in {"GPE", "LOC", "FAC"}
        and sentence.tokens[sentence.tokens[at].head].head != at
    ):
        at = sentence.tokens[sentence.tokens[at].head].head
    while (
        sentence.tokens[at].dep == "pobj"
        and sentence.tokens[sentence.tokens[at].head].text == "of"
        and not is_person_noun(sentence.tokens[at])
    ):
        at = sentence.tokens[sentence.tokens[at].head].head
    return at


def _number_before(sentence: Sentence, at: int) -> int | None:
    last = at - 1
    while last > 0 and sentence.tokens[last].text.casefold() in {"more", "others"}:
        last -= 1
    before = sentence.tokens[last] if last >= 0 else None
    is_number = before is not None and (before.pos == "NUM" or before.text == "dozen")
    return last if is_number else None


def _of_reduced(sentence: Sentence, verb: Token) -> Iterator[int]:
    """Passives without an auxiliary: "eight others injured", "people killed in"."""
    subject = sentence.child(verb.i, "nsubj")
    if verb.dep in {"acl", "amod", "relcl"} and subject is None:
        yield _one_among(sentence, verb.head)
    elif subject is not None and not _relative(subject):
        yield subject.i
    elif subject is not None and verb.dep == "relcl":
        yield verb.head
    elif verb.dep in {"conj", "oprd", "ccomp", "xcomp", "advcl", "dep"}:
        yield from _inherited(sentence, verb)


def _one_among(sentence: Sentence, at: int) -> int:
    """Of "two nurses were among those hurt", the nurses, not "those"."""
    lead = sentence.tokens[sentence.tokens[at].head]
    verb = sentence.tokens[lead.head]
    subject = sentence.child(verb.i, "nsubj")
    is_among = lead.text.casefold() == "among" and verb.lemma == "be"
    is_bare = sentence.tokens[at].text.casefold() == "those"
    return subject.i if is_among and is_bare and subject is not None else at


def _inherited(sentence: Sentence, verb: Token) -> Iterator[int]:
    """A second verb shares the first one's victims: "shot and killed a man"."""
    head = sentence.tokens[verb.head]
    if head.i == verb.i:
        return
    passive = sentence.child(head.i, "nsubjpass")
    if verb.dep == "conj" and passive is None and _is_passive(sentence, verb.i):
        passive = sentence.child(head.i, "nsubj")  # "two jumped and were hurt"
    if verb.dep == "conj" and passive is not None:
        yield passive.i
        return
    if verb.dep == "xcomp" and passive is not None and _is_passive(sentence, verb.i):
        yield passive.i  # "four are said to have been killed"
        return
    yield from (token.i for token in sentence.children_with(head.i, *OBJECTS))
    if verb.dep == "conj" and verb.tag == "VBN" and head.dep in {"acl", "relcl"}:
        yield head.head


def _object_shared(sentence: Sentence, verb: Token) -> Iterator[int]:
    """The object may hang on the second verb: "killing and wounding dozens"."""
    for other in sentence.children_with(verb.i, "conj"):
        yield from (token.i for token in sentence.children_with(other.i, *OBJECTS))


def _gapped(sentence: Sentence, at: int) -> Iterator[int]:
    """A number joined to the verb: "killed in one town and five more in another"."""
    for token in sentence.children_with(at, "conj", "npadvmod", "dep"):
        after = {t.text.casefold() for t in sentence.tokens[token.i + 1 : token.i + 3]}
        if sentence.tokens[max(0, token.i - 1)].text == ":":
            continue  # "Injured: 36 / Houses destroyed: 210"
        if token.pos == "NUM" and not after & effect_words().keys():
            yield token.i


def _is_passive(sentence: Sentence, at: int) -> bool:
    return sentence.child(at, "auxpass") is not None


def _relative(token: Token) -> bool:
    return token.text.casefold() in {"who", "whom", "that", "which"}


def _of_subject_verb(sentence: Sentence, effect: EffectAt) -> Iterator[int]:
    verb = sentence.tokens[effect.at]
    subject = sentence.child(effect.at, *SUBJECTS)
    if subject is not None and _relative(subject):
        yield verb.head
    elif subject is not None:
        yield subject.i
    elif verb.dep in {"acl", "relcl"}:
        yield verb.head
    elif verb.dep in {"conj", "xcomp", "advcl"}:
        shared = sentence.child(verb.head, *SUBJECTS)
        if shared is not None:
            yield shared.i
    elif verb.lemma in {"die", "perish"}:  # "in the crash died the driver"
        yield from (token.i for token in sentence.children_with(verb.i, *OBJECTS))
    yield from _gapped(sentence, effect.at)


def _of_state(sentence: Sentence, effect: EffectAt) -> Iterator[int]:
    word = sentence.tokens[effect.at]
    own = sentence.child(effect.at, *SUBJECTS)
    if own is not None:
        yield own.i
        return
    numbers = list(_numbered(sentence, effect.at))
    if numbers:
        yield from numbers
        return
    head = sentence.tokens[word.head]
    if word.dep in {"acl", "relcl"} or (word.dep == "amod" and head.i < word.i):
        yield head.i
    elif head.lemma in LEAVING and head.i != word.i:
        yield from _small_clause(sentence, head)
    else:
        yield from _of_place(sentence, word)


def _of_place(sentence: Sentence, word: Token) -> Iterator[int]:
    """Of "remain in hospital", who does; of "two in intensive care", the two."""
    lead = sentence.tokens[word.head]
    if word.dep != "pobj" or lead.dep != "prep":
        return
    head = sentence.tokens[lead.head]
    if head.lemma in STAYING:
        yield from _those_with(sentence, head)
    elif head.pos == "NUM" and head.i < lead.i:
        yield head.i


def _of_bearing(sentence: Sentence, effect: EffectAt) -> Iterator[int]:
    """Who has the harm: "three people with wounds", "left two with burns"."""
    lead = sentence.tokens[effect.at]
    harm = sentence.child(effect.at, "pobj")
    if harm is None or effect.particle != harm.i or not _is_harm(sentence, harm):
        return
    head = sentence.tokens[lead.head]
    if head.lemma in BROUGHT:
        yield from _those_with(sentence, head)
    elif head.pos in {"NOUN", "PROPN", "NUM", "PRON"} and head.i < lead.i:
        yield head.i


def _is_harm(sentence: Sentence, harm: Token) -> bool:
    """Whether the word is a harm: legs are none unless they are broken."""
    own = {token.lemma for token in sentence.children_with(harm.i, "amod")}
    return harm.lemma not in BROKEN or bool(own & {"break", "broken", "fractured"})


def _those_with(sentence: Sentence, verb: Token) -> Iterator[int]:
    """Who is in a state by the verb: those brought there, else who is there."""
    objects = [token.i for token in sentence.children_with(verb.i, *OBJECTS)]
    subject = sentence.child(verb.i, *SUBJECTS)
    if objects:
        yield objects[0]
    elif subject is not None and _relative(subject):
        yield verb.head
    elif subject is not None and (subject.dep == "nsubjpass" or verb.lemma != "leave"):
        yield subject.i
    elif verb.dep in {"acl", "relcl"}:
        yield verb.head
    elif verb.dep == "conj":
        shared = sentence.child(verb.head, *SUBJECTS)
        if shared is not None:
            yield shared.i


def _small_clause(sentence: Sentence, verb: Token) -> Iterator[int]:
    """Of "left N dead" the object; of "N are feared dead" the subject."""
    objects = [token.i for token in sentence.children_with(verb.i, *OBJECTS)]
    subject = sentence.child(verb.i, *SUBJECTS)
    if subject is None and verb.dep == "conj" and verb.tag == "VBN":
        subject = sentence.child(verb.head, "nsubjpass")
    acts = verb.lemma in {"leave", "find", "report"}  # its subject is no victim
    if objects:
        yield objects[0]
    elif subject is not None and (subject.dep == "nsubjpass" or not acts):
        yield subject.i


def _numbered(sentence: Sentence, at: int) -> Iterator[int]:
    """The number may stand on the adjective itself: "28 dead"."""
    for token in sentence.children_with(at, "nummod", "npadvmod", "nsubj", "quantmod"):
        if token.pos == "NUM":
            yield token.i


def _of_counting_noun(sentence: Sentence, effect: EffectAt) -> Iterator[int]:
    """The number before the noun: "12 deaths", "two bodies", "41 wounded"."""
    at = effect.at
    for token in sentence.children_with(at, "nummod", "amod", "compound", "quantmod"):
        if token.pos == "NUM" or token.text.casefold() == "dozen":
            yield token.i
    before = sentence.tokens[at - 1] if at else None
    if before is not None and before.pos == "NUM" and before.head != at:
        yield before.i
    verb = sentence.tokens[sentence.tokens[at].head]
    roles = {"dobj", "nsubjpass"}
    word = sentence.tokens[at]
    if word.dep in roles and verb.lemma in FINDING and word.lemma in BODIES:
        whose = list(_of_act_noun(sentence, effect))
        yield from whose or [at]


def _of_act_noun(sentence: Sentence, effect: EffectAt) -> Iterator[int]:
    """Of an act, the people after "of" or before it: "the killing of three men"."""
    for token in sentence.children_with(effect.at, "prep"):
        if token.text.casefold() in {"of", "to"}:
            yield from (t.i for t in sentence.children_with(token.i, "pobj"))
    for token in sentence.children_with(effect.at, "poss"):
        if token.pos != "PRON":
            yield token.i


def _of_lives(sentence: Sentence, effect: EffectAt) -> Iterator[int]:
    """Of lives, their number or whose they were: "claimed 12 lives"."""
    if effect.particle is None:
        return
    for token in sentence.children_with(effect.at, "dative", *OBJECTS):
        if token.i != effect.particle:
            yield token.i  # "cost five people their lives"
    yield from _numbered(sentence, effect.particle)
    yield from _of_act_noun(
        sentence, type(effect)(effect.effect, "noun", effect.particle, None)
    )
