"""What a clause behind the words denies or grants: "..., which he denies".

The words before the comma are what is denied, whoever said them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.statements.cues import load_cues
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.nouns import load_cue_nouns
from onrecord.extract.statements.roles import can_speak
from onrecord.extract.statements.source import find_source, phrase
from onrecord.extract.statements.tree import is_word
from onrecord.extract.statements.voice import agent_of
from onrecord.extract.statements.wording import run_of_cue
from onrecord.model import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.statements.cues import Cue
    from onrecord.extract.statements.draft import Source
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

ANSWERING = frozenset({"denying", "confirming", "conceding"})
# What may stand for words before it, beside the nouns that report ("a claim").
FIGURES = frozenset({"figure", "number", "toll", "version", "account", "charge"})
HELD = ("ccomp", "xcomp", "oprd")
PARTING = frozenset({",", "—", "–", "-", "--", ";"})
AROUND = " ,;—–-\u00a0"


def with_answered(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts, with the denials that follow the words they are about.

    Those words end before the comma, also where a parser read on.
    """
    found = list(drafts)
    for number in range(len(scene.sentences)):
        tree = scene.tree(number)
        for verb, cue in _answers(tree):
            found = _with_one(found, tree, verb, cue, scene)
    return found


def _answers(tree: Tree) -> Iterator[tuple[Token, Cue]]:
    """The verbs of this sentence that may answer the words before them."""
    for token in tree.tokens:
        if token.dep not in {"relcl", "acl"} and not _is_taken_for_reason(tree, token):
            continue
        for cue in load_cues().get(token.text.lower(), ()):
            if cue.cue_class in ANSWERING and cue.particle is None:
                yield token, cue
                break


def _is_taken_for_reason(tree: Tree, verb: Token) -> bool:
    """Whether the parser hung ", which he denies" on a verb as if it gave a reason."""
    thing = tree.child(verb.i, "dobj")
    opens = thing is not None and tree.left[verb.i] == thing.i
    return verb.dep == "advcl" and opens and tree.word(tree.left[verb.i]) == "which"


def _with_one(
    drafts: list[Draft], tree: Tree, verb: Token, cue: Cue, scene: Scene
) -> list[Draft]:
    comma, source = _parting(tree, verb), _source(tree, verb)
    if comma is None or source is None or scene.piece_at(verb.span.start) is not None:
        return drafts
    if not can_speak(tree.tokens[source.head], scene, strictly=False):
        return drafts
    own = run_of_cue(tree, verb)
    others = [draft for draft in drafts if own not in draft.cue]
    content = _answered(others, tree, verb, comma, scene)
    if content is None:
        return drafts
    answer = Draft(
        sentence=tree.number,
        cue=(own,),
        cue_class=cue.cue_class,
        content=(content,),
        source=source,
        frame="answer",
        denied=(content,) if cue.cue_class == "denying" else (),
    )
    end = tree.tokens[comma].span.start
    return [*(_cut(draft, own, end, scene) for draft in others), answer]


def _source(tree: Tree, verb: Token) -> Source | None:
    """Who answers: the subject of the clause, or whoever rejected it."""
    if verb.dep != "acl":
        return find_source(tree, verb)
    by = agent_of(tree, verb)
    return phrase(tree, by) if by is not None else None


def _parting(tree: Tree, verb: Token) -> int | None:
    """The comma or dash before ", which he denies" or ", a claim he denies"."""
    things = tree.children(verb.i, "dobj", *HELD)
    if any(thing.text.lower() not in {"which", "that"} for thing in things):
        return None
    opening = tree.left[verb.i]
    if verb.dep != "acl" and tree.word(opening) == "which":
        is_object = any(thing.i == opening for thing in things)
        return opening - 1 if is_object and tree.word(opening - 1) in PARTING else None
    noun = tree.head(verb)
    start = tree.left[noun.i]
    is_apposed = _is_saying(noun) and tree.child(noun.i, "det") is not None
    return start - 1 if is_apposed and tree.word(start - 1) in PARTING else None


def _is_saying(noun: Token) -> bool:
    return noun.lemma in FIGURES or noun.text.lower() in load_cue_nouns()


def _answered(
    drafts: Sequence[Draft], tree: Tree, verb: Token, comma: int, scene: Scene
) -> Span | None:
    """The words that are denied: what someone says there, the charges, or all."""
    noun, end = tree.head(verb), tree.tokens[comma].span.start
    if noun.i < comma and _is_saying(noun):
        start = tree.tokens[tree.left[noun.i]].span.start
    else:
        start = _start_of_said(drafts, tree, end)
    return trimmed(Span(start, end), scene.text, AROUND) if start < end else None


def _start_of_said(drafts: Sequence[Draft], tree: Tree, end: int) -> int:
    """Where the words before `end` begin: of a statement there, else the sentence."""
    said = [
        draft.content[0]
        for draft in drafts
        if draft.sentence == tree.number
        and draft.content[0].start < end <= draft.content[0].end + len(AROUND)
    ]
    last = max(said, default=None)
    place = tree.sentence.span.start if last is None else last.start
    words = [t for t in tree.tokens if place <= t.span.start and is_word(t)]
    before = [t for t in tree.tokens if place <= t.span.start < end]
    if last is None and any(token.text in PARTING for token in before[:-1]):
        return end  # clauses before clauses: it stays open which of them
    skipped = 1 if words and words[0].text.lower() in {"that", "and", "but"} else 0
    return words[skipped].span.start if len(words) > skipped else end


def _cut(draft: Draft, cue: Span, end: int, scene: Scene) -> Draft:
    """The draft without the answer, where it read on into it."""
    if not any(span.meets(cue) and span.start < end for span in draft.content):
        return draft
    kept = [span for span in draft.content if span.end <= end]
    cut = [Span(s.start, end) for s in draft.content if s.start < end < s.end]
    spans = (trimmed(span, scene.text, AROUND) for span in (*kept, *cut))
    content = tuple(span for span in spans if span is not None)
    return replace(draft, content=content) if content else draft
