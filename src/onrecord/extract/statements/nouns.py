"""Statements by nouns: "the mission's finding that ...", "concerns from X over Y"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.extract.statements.cues import rows_of
from onrecord.extract.statements.draft import Draft, Source
from onrecord.extract.statements.extent import Reach
from onrecord.extract.statements.roles import can_speak, load_nouns
from onrecord.extract.statements.source import phrase
from onrecord.extract.statements.spans import spans_of_reach
from onrecord.extract.statements.tree import SUBJECTS, is_word
from onrecord.model import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree

# "a warning by police", "concerns from X", "fears among X".
GIVERS = frozenset({"by", "from", "of", "among"})
CLAUSES = frozenset({"acl", "ccomp", "relcl"})
LATER = frozenset({"acl", "ccomp", "relcl", "advcl", "xcomp", "prep"})
OWNERS = frozenset({"his", "her", "their", "its"})
EMPTY_CONTENT = frozenset("it this that these those them him her".split())  # noqa: SIM905 - reads better


@cache
def load_cue_nouns() -> Mapping[str, frozenset[str]]:
    """Reporting nouns, singular and plural, with what may hold their content."""
    found: dict[str, frozenset[str]] = {}
    for noun, _, frames in rows_of("cue_nouns.tsv"):
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        found[noun] = found[plural] = frozenset(frames.split())
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class _Held:
    """A child of the noun that holds the content."""

    top: Token
    start: int
    is_clause: bool


def find_noun_drafts(tree: Tree, scene: Scene) -> Iterator[Draft]:
    """What the reporting nouns of one sentence report, where someone reports it."""
    nouns = load_cue_nouns()
    for token in tree.tokens:
        frames = nouns.get(token.text.lower())
        if frames is None or token.pos not in {"NOUN", "PROPN"}:
            continue
        draft = _draft(tree, token, frames, scene)
        if draft is not None:
            yield draft


def _draft(
    tree: Tree, noun: Token, frames: frozenset[str], scene: Scene
) -> Draft | None:
    held = _content(tree, noun, frames)
    source = _source(tree, noun, held, scene) if held is not None else None
    if held is None or scene.piece_at(noun.span.start) is not None:
        return None
    told = "alone" in frames and held.is_clause and tree.word(held.start) == "that"
    if source is None and not told:
        return None
    end = _end(tree, held, scene)
    content = spans_of_reach(tree, Reach(held.start, end, "noun"), scene)
    return Draft(
        sentence=tree.number,
        cue=(noun.span,),
        cue_class="noun",
        content=content,
        source=source,
        frame="noun",
    )


def _end(tree: Tree, held: _Held, scene: Scene) -> int:
    """The last token: before an aside, and before what a denial calls it."""
    end = tree.right[held.top.i]
    for token in tree.between(held.start + 1, end + 1):
        quoted = scene.piece_at(token.span.start) is not None
        if quoted or not is_word(token):
            continue
        aside = tree.word(token.i - 1) == "," and token.dep not in {"conj", "amod"}
        if (aside and held.is_clause) or token.text.lower() == "as":
            end = token.i - 1
            break
    while end > held.start and not is_word(tree.tokens[end]):
        end -= 1
    return end


def _content(tree: Tree, noun: Token, frames: frozenset[str]) -> _Held | None:
    for child in _behind(tree, noun):
        left = tree.left[child.i]
        opening = tree.word(left)
        if child.dep != "prep":
            if _holds_clause(tree, child, left, frames):
                return _Held(child, left, is_clause=True)
            continue
        thing = tree.child(child.i, "pobj", "pcomp")
        led = opening in _prepositions(frames)
        if led and thing is not None and thing.text.lower() not in EMPTY_CONTENT:
            return _Held(child, left, is_clause=False)
    return _told_by_be(tree, noun, frames) or _of_content(tree, noun, frames)


def _prepositions(frames: frozenset[str]) -> frozenset[str]:
    """What opens a phrase that the noun holds; "of" only where someone owns it."""
    return frames - {"of", "to"} | ({"to"} if "toward" in frames else frozenset())


def _behind(tree: Tree, noun: Token) -> Iterator[Token]:
    """What hangs on the noun behind it, or right behind it on its verb.

    Parsers hang "for the port to close" in "renewed its calls for the port to close"
    on the verb.
    """
    yield from (t for t in tree.children(noun.i) if t.i > noun.i)
    if noun.dep != "dobj":
        return
    for child in tree.children(noun.head):
        if child.dep in LATER and tree.left[child.i] == noun.i + 1:
            yield child


def _holds_clause(tree: Tree, verb: Token, left: int, frames: frozenset[str]) -> bool:
    """Whether this clause or infinitive is what the noun tells."""
    opening = tree.word(left)
    if opening == "for" and "for" in frames:
        return any(tree.word(aux.i) == "to" for aux in tree.children(verb.i, "aux"))
    if verb.dep not in CLAUSES or opening not in {"that", "to"} & frames:
        return False
    return opening == "to" or _is_clause(tree, verb, left)


def _told_by_be(tree: Tree, noun: Token, frames: frozenset[str]) -> _Held | None:
    """The clause that the noun is said to be: "the council's view is that ..."."""
    above = tree.head(noun)
    if noun.dep != "nsubj" or above.lemma != "be" or "that" not in frames:
        return None
    for clause in tree.children(above.i, "ccomp"):
        left = tree.left[clause.i]
        if left > above.i and tree.word(left) == "that":
            return _Held(clause, left, is_clause=True)
    return None


def _of_content(tree: Tree, noun: Token, frames: frozenset[str]) -> _Held | None:
    """The content behind "of" when someone else is the giver: "X's fear of ..."."""
    of = next(
        (p for p in tree.children(noun.i, "prep") if tree.word(p.i) == "of"), None
    )
    if of is None or "of" not in frames or tree.child(noun.i, "poss") is None:
        return None
    return _Held(of, of.i, is_clause=False)


def _is_clause(tree: Tree, verb: Token, that: int) -> bool:
    """Whether "that" opens what is said and is not itself part of the clause."""
    if tree.tokens[that].dep == "mark":
        return True
    return (
        tree.tokens[that].dep not in SUBJECTS
        and tree.child(verb.i, *SUBJECTS) is not None
        and verb.dep != "relcl"
    )


def _source(tree: Tree, noun: Token, held: _Held, scene: Scene) -> Source | None:
    """Whose words they are: "X's claim", "a claim by X", "X concerns"."""
    owner = tree.child(noun.i, "poss")
    if owner is not None:
        word = owner.text.lower()
        owns = can_speak(owner, scene, strictly=True)
        stands = held.is_clause or tree.word(held.start) == "to"
        owns = owns or (word in OWNERS and stands)
        return phrase(tree, owner) if owns and word != "whose" else None
    for prep in tree.children(noun.i, "prep", "agent"):
        thing = tree.child(prep.i, "pobj")
        if tree.word(prep.i) not in GIVERS or prep.i == held.top.i or thing is None:
            continue
        if prep.i < held.start and can_speak(thing, scene, strictly=True):
            return phrase(tree, thing)
    return _compound(tree, noun, scene)


def _compound(tree: Tree, noun: Token, scene: Scene) -> Source | None:
    """Who is named right before the noun: "Security Council concerns over ...".

    A body, a people ("Halden criticism"), or a role ("voter concerns").
    """
    before = tree.at(noun.i - 1)
    if before is None or before.dep not in {"compound", "nmod", "poss", "amod"}:
        return None
    mention = scene.mention_at(before.span.start)
    if mention is not None and mention.type not in {"place", "country"}:
        return Source(tree.number, before.i, mention.span)
    known = load_nouns().get(before.text.lower())
    role = known is not None and known.kind in {"role", "body"}
    if (role and before.dep != "amod") or before.entity == "NORP":
        return Source(tree.number, before.i, before.span)
    return None
