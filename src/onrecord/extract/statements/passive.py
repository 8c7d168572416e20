"""What is said of somebody: "he was described as", "she is said to", "accused of"."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.extract.statements.answered import FIGURES
from onrecord.extract.statements.cues import Cue, load_cues
from onrecord.extract.statements.draft import Draft, Frame, Source
from onrecord.extract.statements.ending import find_end
from onrecord.extract.statements.extent import Opened, Reach
from onrecord.extract.statements.group import NOT_SAID, Group
from onrecord.extract.statements.happening import is_supposed
from onrecord.extract.statements.nouns import load_cue_nouns
from onrecord.extract.statements.roles import can_speak
from onrecord.extract.statements.source import RELATIVES, phrase
from onrecord.extract.statements.spans import spans_of_reach
from onrecord.extract.statements.tree import is_word
from onrecord.extract.statements.voice import agent_of
from onrecord.extract.statements.wording import (
    joined,
    preposition_of,
    words_of_cue,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import CueClass, Span, Token

TELLING = frozenset({"neutral", "asserting", "accusing", "believing"})
# Verbs that report in no other form: "is rumoured to", "is seen as".
ONLY_PASSIVE: Mapping[str, tuple[str, CueClass, str]] = MappingProxyType(
    {
        "rumored": ("rumor", "neutral", "c"),
        "rumoured": ("rumour", "neutral", "c"),
        "understood": ("understand", "believing", "c"),
        "seen": ("see", "believing", "as"),
        "perceived": ("perceive", "believing", "as"),
    }
)
DUTIES = frozenset({"suppose", "make"})  # tell what one has to do
CHARGES = frozenset({"of", "for", "as"})  # "accused of", "criticised for", "hailed as"


def find_passive_drafts(tree: Tree, scene: Scene) -> Iterator[Draft]:
    """What the passives of one sentence say of their subjects, in order.

    The content is the subject with what it is said to be or to have done.
    """
    for verb in tree.tokens:
        for cue in _cues_of(verb):
            group = Group(tree, verb, cue, _agent(tree, verb, scene), verb.i, verb.i)
            told = _tells(tree, verb)
            draft = (_draft(group, scene) or _rejected(group, scene)) if told else None
            if draft is not None:
                yield draft
                break


def _cues_of(verb: Token) -> tuple[Cue, ...]:
    """The cues of the table that the participle may be, or the one it is here."""
    if verb.tag not in {"VBN", "VBD"}:
        return ()
    word = verb.text.lower()
    known = load_cues().get(word, ())
    if word not in ONLY_PASSIVE:
        return known
    lemma, cue_class, frame = ONLY_PASSIVE[word]
    return (*known, Cue(lemma, cue_class, frozenset({frame}), None, is_weak=True))


def _tells(tree: Tree, verb: Token) -> bool:
    """Whether the passive tells what was said, not what could or should be."""
    if tree.child(verb.i, "auxpass") is None or is_supposed(tree, verb):
        return False
    helpers = {child.text.lower() for child in tree.children(verb.i, "aux")}
    return not helpers & (NOT_SAID | {"to"})


def _agent(tree: Tree, verb: Token, scene: Scene) -> Source | None:
    agent = agent_of(tree, verb)
    if agent is None or not can_speak(agent, scene, strictly=True):
        return None
    source = phrase(tree, agent)
    charges = [t for t in _held(tree, verb) if t.head == agent.i]
    if not charges or charges[0].i <= agent.i:
        return source
    start = next(t.i for t in tree.tokens if source.span.holds(t.span))
    return replace(source, span=tree.span(start, charges[0].i - 1))


def _draft(group: Group, scene: Scene) -> Draft | None:
    tree, verb = group.tree, group.verb
    subject = tree.child(verb.i, "nsubjpass")
    reach = _reach(group, scene)
    if subject is None or subject.text.lower() == "what" or reach is None:
        return None  # "what is seen as a failure": the outlet's own word for it
    if scene.piece_at(verb.span.start) is not None:
        return None
    leading = preposition_of(group, reach)
    reach = replace(reach, start=reach.start + len(leading))
    named = _subject(tree, subject, verb, reach)
    return Draft(
        sentence=tree.number,
        cue=joined((*words_of_cue(group), *leading), scene),
        cue_class=group.cue.cue_class,
        content=(*named, *spans_of_reach(tree, reach, scene)),
        source=group.source,
        frame=reach.frame,
        negated=tree.child(verb.i, "neg") is not None,
        denied=named if group.cue.cue_class == "denying" else (),
    )


def _rejected(group: Group, scene: Scene) -> Draft | None:
    """What somebody named is told to deny: "the claim was denied by the office"."""
    tree, verb, cue = group.tree, group.verb, group.cue
    subject = tree.child(verb.i, "nsubjpass")
    is_denial = cue.cue_class == "denying" and cue.particle is None
    if subject is None or group.source is None or not is_denial or cue.is_weak:
        return None
    word = subject.text.lower()
    is_told = word in load_cue_nouns() or subject.lemma in FIGURES
    if not is_told or scene.piece_at(verb.span.start) is not None:
        return None
    content = _subject(tree, subject, verb, Reach(subject.i, subject.i, "object"))
    return Draft(
        sentence=tree.number,
        cue=joined(words_of_cue(group), scene),
        cue_class=cue.cue_class,
        content=content,
        source=group.source,
        frame="object",
        negated=tree.child(verb.i, "neg") is not None,
        denied=content,
    )


def _reach(group: Group, scene: Scene) -> Reach | None:
    """What the subject is said to be, to do or to have done."""
    tree, verb, cue = group.tree, group.verb, group.cue
    for child in _held(tree, verb):
        left = max(tree.left[child.i], verb.i + 1)
        frame = _frame(tree, verb, cue, child, left)
        if frame is None:
            continue
        end = find_end(Opened(tree, verb, left, frame), scene).end
        by = tree.child(verb.i, "agent")
        if by is not None and left < by.i <= end:
            end = by.i - 1  # who says so stands in the middle
        return Reach(left, end, frame)
    return None


def _held(tree: Tree, verb: Token) -> list[Token]:
    """What may tell it: on the verb, or where the parser hung it on "by police"."""
    agent = agent_of(tree, verb)
    held = tree.children(agent.i, "prep") if agent is not None else []
    charges = [child for child in held if child.text.lower() in {"of", "as"}]
    return [t for t in (*tree.children(verb.i), *charges) if t.i > verb.i]


def _frame(tree: Tree, verb: Token, cue: Cue, child: Token, left: int) -> Frame | None:
    """How this child of the verb tells what the subject is said to be, if it does."""
    if child.dep == "xcomp":
        infinitive = tree.word(left) == "to" and _may_be_said_to(cue)
        return "infinitive" if infinitive else None
    if child.dep == "ccomp":
        told = "c" in cue.frames and _is_open(tree, verb, child)
        return "clause" if told else None
    if child.dep == "prep" and cue.lemma != "call":
        is_day = any(t.entity == "DATE" for t in tree.children(child.i, "pobj"))
        told = child.text.lower() in CHARGES & cue.frames and not is_day
        return "phrase" if told else None
    return "phrase" if child.dep in {"oprd", "attr"} and "as" in cue.frames else None


def _may_be_said_to(cue: Cue) -> bool:
    """Whether the infinitive tells of the subject, and is no order to it."""
    if cue.lemma in DUTIES:
        return False
    return cue.cue_class in TELLING and "c" in cue.frames and "i" not in cue.frames


def _subject(tree: Tree, subject: Token, verb: Token, reach: Reach) -> tuple[Span, ...]:
    """The words of the subject; none for "who", which takes up words before."""
    if subject.text.lower() in RELATIVES or reach.frame == "clause":
        return ()
    start, end = tree.left[subject.i], min(tree.right[subject.i], verb.i - 1)
    while end > start and not is_word(tree.tokens[end]):
        end -= 1
    return (tree.span(start, end),)


def _is_open(tree: Tree, verb: Token, clause: Token) -> bool:
    """Whether "it" only stands for the clause: "it is understood that"."""
    subject = tree.child(verb.i, "nsubjpass")
    opening = tree.word(tree.left[clause.i])
    is_it = subject is not None and subject.text.lower() == "it"
    return is_it and opening == "that"
