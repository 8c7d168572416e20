"""Statements by reporting verbs: "X said", "said X", "X, stating", "X told Y"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.statements.complement import find_complement
from onrecord.extract.statements.denials import denied_by
from onrecord.extract.statements.draft import Draft, Frame
from onrecord.extract.statements.extent import Reach
from onrecord.extract.statements.group import find_groups, out_of_clause
from onrecord.extract.statements.happening import SPOKEN, needs_words
from onrecord.extract.statements.manner import is_hedged, is_negated, said_when
from onrecord.extract.statements.parenthesis import find_parenthesis
from onrecord.extract.statements.quoted import find_nested, find_quoted
from onrecord.extract.statements.roles import can_speak, is_document
from onrecord.extract.statements.spans import spans_of_reach
from onrecord.extract.statements.tree import is_finite
from onrecord.extract.statements.voice import agent_of, is_passive
from onrecord.extract.statements.wording import (
    joined,
    preposition_of,
    words_of_cue,
)
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.group import Group
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

SELF = frozenset({"i", "we", "you", "me", "us", "one"})
INNER = frozenset({"believing", "wanting"})
# What one is told, by nobody named.
HEARD = frozenset(
    ["tell", "inform", "warn", "ask", "advise", "remind", "notify", "order", "urge",
     "instruct", "accuse", "assure", "encourage", "request", "command", "implore",
     "exhort", "direct", "forbid", "alert", "caution"]
)  # fmt: skip
COUNTING = frozenset(
    ["share", "number", "majority", "minority", "several", "some", "most", "many",
     "half", "percent", "percentage", "proportion", "handful", "dozens", "hundreds",
     "couple", "scores", "thousands", "group", "%"]
)  # fmt: skip
# Only someone with a voice does these: "accused", "urged", "condemned".
PERSONAL = frozenset(
    ["accusing", "condemning", "praising", "denying", "demanding", "asking", "warning",
     "conceding", "confirming", "promising"]
)  # fmt: skip
AGENTS = ("ers", "ors", "ees", "ants")  # "staffers", "employees"
THINGS = frozenset({"answers", "numbers", "orders", "powers", "matters", "factors"})
HOLDS = frozenset({"think", "believe"})
CHATS = frozenset({"talk", "speak"})
PARTICLES = frozenset({"out", "up", "off", "down"})


@dataclass(frozen=True, slots=True)
class _Found:
    """Content, how it was found, and its tokens where the grammar found it."""

    content: tuple[Span, ...]
    frame: Frame
    reach: Reach | None = None
    leading: tuple[Span, ...] = ()  # the preposition of the cue: "called for"


def find_verb_drafts(tree: Tree, scene: Scene) -> Iterator[Draft]:
    """What the reporting verbs of one sentence report, in order."""
    for group in find_groups(tree, scene):
        found = _find(group, scene)
        if found is None:
            continue
        spoken = found.frame in SPOKEN | {"phrase"}
        told = out_of_clause(group) if spoken else group
        if _is_sound(told, found, scene):
            yield _draft(told, found, scene)


def _draft(group: Group, found: _Found, scene: Scene) -> Draft:
    tree, verb = group.tree, group.verb
    denied: tuple[Span, ...] = ()
    if group.cue.cue_class == "denying" and found.reach is not None:
        denied = denied_by(tree, verb, found.reach)
    return Draft(
        sentence=tree.number,
        cue=joined((*words_of_cue(group), *found.leading), scene),
        cue_class=group.cue.cue_class,
        content=found.content,
        source=group.source,
        frame=found.frame,
        negated=is_negated(tree, verb),
        hedged=is_hedged(tree, verb),
        denied=denied,
        said=said_when(tree, verb, found.content),
        sureness=found.reach.sureness if found.reach is not None else None,
    )


def _is_sound(group: Group, found: _Found, scene: Scene) -> bool:
    """Whether someone who can speak does so, and not in words already quoted."""
    source = group.source
    if source is None:
        quoted = found.frame == "quotation" and is_finite(group.tree, group.verb)
        told = _is_told_to_someone(group, found) or _is_told_by_nobody(group, found)
        return quoted or told
    head = _heart_of(group.tree, group.tree.tokens[source.head])
    nobody = any(t.text.lower() == "no" for t in group.tree.children(head.i, "det"))
    itself = any(span.meets(source.span) for span in found.content)
    if _says_nothing(group, found) or nobody or itself:
        return False
    quoted = scene.piece_at(group.verb.span.start) is not None
    if quoted and not _is_relayed(group, head, found):
        return False
    return _has_voice(group, found, head, scene)


def _has_voice(group: Group, found: _Found, head: Token, scene: Scene) -> bool:
    """Whether this noun can say such a thing with such a verb."""
    if _is_only_written(group, found):
        return is_document(head)
    if head.text.lower() == "those":
        return bool(group.tree.children(head.i, "relcl", "acl", "prep"))
    bare = found.frame in {"object", "phrase"}
    needs = group.cue.is_weak or (bare and group.cue.cue_class not in PERSONAL)
    return can_speak(head, scene, strictly=needs and not _are_people(head))


def _is_told_to_someone(group: Group, found: _Found) -> bool:
    """Whether the one spoken to is named and nobody else: "they were told that"."""
    tree, verb = group.tree, group.verb
    if verb.lemma not in HEARD or not is_passive(tree, verb):
        return False
    held = found.frame in {"clause", "infinitive", "phrase"}
    return held and agent_of(tree, verb) is None


def _is_told_by_nobody(group: Group, found: _Found) -> bool:
    """Whether it stays open who says it: "it was claimed that", "it is alleged"."""
    tree, verb = group.tree, group.verb
    subject = tree.child(verb.i, "nsubjpass")
    is_it = subject is not None and subject.text.lower() == "it"
    return is_it and found.frame == "clause" and group.cue.cue_class not in INNER


def _heart_of(tree: Tree, head: Token) -> Token:
    """The noun that is counted or shared: of "a share of the voters" the voters."""
    of = next((p for p in tree.children(head.i, "prep") if p.lemma == "of"), None)
    counted = head.text.lower() in COUNTING or head.pos == "NUM"
    if of is None or not counted:
        return head
    return tree.child(of.i, "pobj") or head


def _are_people(head: Token) -> bool:
    """Whether the noun is a plural of people by its ending: "staffers"."""
    word = head.text.lower()
    return head.tag == "NNS" and word.endswith(AGENTS) and word not in THINGS


def _is_only_written(group: Group, found: _Found) -> bool:
    """Whether none but a document says such a thing: "the poll shows a tie"."""
    frames = group.cue.frames
    return "written" in frames or (found.frame == "object" and "doc" in frames)


def _says_nothing(group: Group, found: _Found) -> bool:
    """Whether the verb tells a deed, an aim or a wish and nothing is put in words."""
    tree, verb = group.tree, group.verb
    if found.frame != "quotation" and _is_other_verb(group):
        return True
    if needs_words(tree, verb, found.frame):
        return True
    if group.cue.lemma == "ask" and _stays_unnamed(tree, verb):
        return True
    if verb.dep == "relcl" and found.frame == "phrase" and group.cue.lemma == "ask":
        return True  # "the member who has asked for an inquiry": who somebody is
    if group.cue.cue_class == "wanting" and not _is_main(tree, verb):
        return True
    chatting = verb.tag == "VBG" and group.cue.lemma in CHATS
    return chatting and found.frame == "phrase"


def _stays_unnamed(tree: Tree, verb: Token) -> bool:
    """Whether a source only asks "not to be named"."""
    asked = tree.child(verb.i, "xcomp")
    return asked is not None and asked.lemma in {"name", "identify", "quote"}


def _is_other_verb(group: Group) -> bool:
    """Whether a particle makes another verb of it: "figured out", "called off"."""
    if group.cue.particle is not None:
        return False
    return any(
        t.text.lower() in PARTICLES for t in group.tree.children(group.verb.i, "prt")
    )


def _is_main(tree: Tree, verb: Token) -> bool:
    """Whether the verb is the sentence's own, or joined to it."""
    while verb.dep == "conj":
        verb = tree.head(verb)
    return verb.i == tree.sentence.root


def _is_relayed(group: Group, head: Token, found: _Found) -> bool:
    """Whether a speaker tells in a quotation what was said another time.

    Their own words count where they are quoted once more: "I told them, 'No.'".
    """
    if found.frame == "quotation" or _is_act_of_speech(group, found):
        return True
    own = head.text.lower() in SELF
    inner = group.cue.cue_class in INNER
    if own and inner and group.cue.lemma in HOLDS and found.frame == "clause":
        return True
    return not (own or inner) and found.frame in SPOKEN


def _is_act_of_speech(group: Group, found: _Found) -> bool:
    """Whether the words are spoken as a demand or a charge: "we call on them to"."""
    cue = group.cue
    if "said" in cue.frames:
        return True  # "we raise concerns about"
    calls = cue.lemma == "call" and bool(found.leading)
    charges = cue.lemma == "accuse" or cue.cue_class == "demanding" or calls
    return charges and found.frame in {"infinitive", "phrase"}


def _find(group: Group, scene: Scene) -> _Found | None:
    if scene.piece_at(group.verb.span.start) is None and "q" in group.cue.frames:
        quoted = find_quoted(group, scene)
        if quoted:
            return _Found(quoted, "quotation")
    nested = find_nested(group, scene) if "q" in group.cue.frames else ()
    if nested:
        return _Found(nested, "quotation")
    reach = find_complement(group.tree, group.verb, group.cue, scene)
    if reach is not None and not _straddles(group):
        leading = preposition_of(group, reach)
        said = replace(reach, start=reach.start + len(leading))
        content = spans_of_reach(group.tree, said, scene)
        return _Found(content, reach.frame, said, leading)
    spans = tuple(
        span
        for piece in find_parenthesis(group)
        for span in spans_of_reach(group.tree, piece, scene)
    )
    return _Found(spans, "parenthesis") if spans else None


def _straddles(group: Group) -> bool:
    """Whether the clause lies around the group: "the plan, he said, will fail"."""
    tree = group.tree
    if tree.word(group.start - 1) == "," and tree.word(group.end + 1) == ";":
        return True
    return tree.word(group.start - 1) == "," and any(
        tree.left[clause.i] < group.start and clause.i > group.verb.i
        for clause in tree.children(group.verb.i, "ccomp")
    )
