"""What stands around a verb: its objects, its subject, its particles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Sentence, Token

OBJECTS = frozenset({"dobj", "dative", "prep", "pobj", "agent", "nsubjpass", "prt",
                     "attr", "oprd", "acomp", "advmod", "npadvmod"})  # fmt: skip
PARTS = frozenset({"prep", "pobj", "compound", "amod", "poss", "conj", "nummod", "nmod",
                   "pcomp", "quantmod", "dobj", "appos", "advmod"})  # fmt: skip
SUBJECTS = ("nsubj", "nsubjpass")
PARTICLES = frozenset({"prt", "prep", "advmod", "acomp"})
DRAWING = frozenset({"draw", "earn", "attract", "win", "provoke", "elicit"})
SHARING = frozenset({"conj", "xcomp", "advcl"})  # verbs that borrow a subject
TIMED = frozenset({"after", "before", "during", "since", "despite", "following", "amid",
                   "until", "because"})  # fmt: skip
PLURAL = frozenset({"NNS", "NNPS"})
MAX_PARTS = 40  # tokens of one verb's objects; lists that are longer tell no more


def object_words(sentence: Sentence, at: int) -> frozenset[str]:
    """The lemmas of a verb's objects and of what hangs on them, and pairs of them.

    A person's name stands as "@PERSON", people as "@person", an object of any kind
    as "@object".
    """
    tokens = sorted(_objects(sentence, at), key=lambda token: token.i)
    has_object = sentence.child(at, "dobj") is not None
    return frozenset([*_words_of(tokens), *(["@object"] if has_object else [])])


def subject_words(sentence: Sentence, at: int) -> frozenset[str]:
    """The same of its subject; several of them stand as "@several"."""
    subject = subject_of(sentence, at)
    if subject is None:
        return frozenset()
    tokens = sorted(_below(sentence, subject.i), key=lambda token: token.i)
    is_several = subject.tag in PLURAL or sentence.child(subject.i, "conj") is not None
    return frozenset([*_words_of(tokens), *(["@several"] if is_several else [])])


def subject_of(sentence: Sentence, at: int) -> Token | None:
    """The subject of a verb, borrowed where it has none of its own; one step a verb."""
    seen: set[int] = set()
    while at not in seen:
        seen.add(at)
        subject = sentence.child(at, *SUBJECTS)
        if subject is not None:
            return subject
        if sentence.tokens[at].dep not in SHARING:
            return None
        at = sentence.tokens[at].head
    return None


def is_reduced(sentence: Sentence, verb: Token) -> bool:
    """Whether it is a passive without a clause: "tariffs imposed by Kelmara"."""
    is_participle = verb.dep == "acl" and verb.tag == "VBN"
    if not is_participle or sentence.tokens[verb.head].pos == "PROPN":
        return False  # of a name it tells what the name is: "Harbour Week, held by"
    return sentence.child(verb.i, "agent") is not None


def from_whom(sentence: Sentence, at: int) -> Token | None:
    """Who gives what the subject draws: "drew praise from Kelmara"; else None."""
    if sentence.tokens[at].lemma not in DRAWING:
        return None
    hung = [at, *(token.i for token in sentence.children_with(at, "dobj"))]
    for prep in (token for i in hung for token in sentence.children_with(i, "prep")):
        if prep.text.casefold() == "from":
            return sentence.child(prep.i, "pobj")
    return None


def has_particle(sentence: Sentence, at: int, particle: str) -> bool:
    """Whether the verb has this particle: "called the strike off"."""
    return not particle or any(
        token.text.casefold() == particle
        for token in sentence.children_with(at, *PARTICLES)
    ) or _next_text(sentence, at) == particle  # fmt: skip


def _next_text(sentence: Sentence, at: int) -> str:
    after = sentence.tokens[at + 1 : at + 2]
    return after[0].text.casefold() if after else ""


def _objects(sentence: Sentence, at: int) -> Iterator[Token]:
    for token in sentence.children_with(at, *OBJECTS):
        if token.text.casefold() not in TIMED:
            yield from _below(sentence, token.i)
    if is_reduced(sentence, sentence.tokens[at]):
        yield from _below(sentence, sentence.tokens[at].head)
    for clause in sentence.children_with(at, "ccomp", "xcomp"):
        if any(
            t.text.casefold() == "to" for t in sentence.children_with(clause.i, "aux")
        ):
            for token in sentence.children_with(clause.i, "nsubj"):
                yield from _below(sentence, token.i)  # "allowed inspectors to visit"


def _below(sentence: Sentence, at: int) -> Iterator[Token]:
    """The token and what hangs on it as part of its phrase, clauses left out."""
    stack, count = [at], 0
    while stack and count < MAX_PARTS:
        token = sentence.tokens[stack.pop()]
        count += 1
        yield token
        stack.extend(t.i for t in sentence.children_with(token.i, *PARTS))


def _words_of(tokens: list[Token]) -> Iterator[str]:
    for n, token in enumerate(tokens):
        lemma = token.lemma.casefold()
        yield lemma
        if token.text.casefold() != lemma:
            yield token.text.casefold()
        if token.entity == "PERSON":
            yield "@PERSON"
        if is_person_noun(token):
            yield "@person"
        if n and tokens[n - 1].i == token.i - 1:
            yield f"{tokens[n - 1].lemma.casefold()} {lemma}"
