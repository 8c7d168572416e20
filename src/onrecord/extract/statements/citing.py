"""Stacked sources: "the ministry said, citing police, that ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.statements.draft import Draft, Source
from onrecord.extract.statements.roles import can_speak, is_document
from onrecord.extract.statements.source import phrase
from onrecord.model import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

CITING = frozenset({"citing", "quoting"})
TOLD = frozenset({"clause", "quotation", "parenthesis", "according"})
AROUND = " ,;—–-\u00a0"


def with_cited(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts, with what someone told whom another one cites.

    Both say the same words: the one cited first, the other by their mouth.
    """
    found = list(drafts)
    for number, sentence in enumerate(scene.sentences):
        for token in sentence.tokens:
            if token.text.lower() in CITING and token.tag == "VBG":
                found = _with_one(found, scene.tree(number), token, scene)
    return found


def _with_one(
    drafts: list[Draft], tree: Tree, citing: Token, scene: Scene
) -> list[Draft]:
    """The drafts with the one cited here, where somebody is and something was told."""
    cited = tree.child(citing.i, "dobj")
    telling = _telling(drafts, tree, citing)
    if cited is None or telling is None or not _speaks(cited, scene):
        return drafts
    source = phrase(tree, cited)
    told = replace(telling, content=_without(telling.content, citing, source, scene))
    other = Draft(
        sentence=tree.number,
        cue=(citing.span,),
        cue_class="according",
        content=told.content,
        source=source,
        frame="cited",
    )
    kept = [draft for draft in drafts if draft.cue != (citing.span,)]
    return [*(told if draft is telling else draft for draft in kept), other]


def _speaks(cited: Token, scene: Scene) -> bool:
    return is_document(cited) or can_speak(cited, scene, strictly=True)


def _telling(drafts: Sequence[Draft], tree: Tree, citing: Token) -> Draft | None:
    """The statement of this sentence that is told by citing somebody."""
    near = [
        draft
        for draft in drafts
        if draft.sentence == tree.number
        and draft.cue
        and draft.cue != (citing.span,)
        and draft.cue[0].start < citing.span.start
        and draft.frame in TOLD
    ]
    return max(near, key=lambda draft: draft.cue[0].start, default=None)


def _without(
    content: tuple[Span, ...], citing: Token, source: Source, scene: Scene
) -> tuple[Span, ...]:
    """What was told, without the words on who is cited, which parsers leave in it."""
    first = content[0]
    if not first.start <= citing.span.start < first.end:
        return content
    before = scene.text[first.start : citing.span.start]
    rest = (
        trimmed(Span(first.start, citing.span.start), scene.text, AROUND)
        if any(map(str.isalnum, before))
        else _behind(source, first, scene)
    )
    return (rest, *content[1:]) if rest is not None else content


def _behind(source: Source, first: Span, scene: Scene) -> Span | None:
    """The rest of this span behind the source."""
    if source.span.end >= first.end:
        return None
    rest = scene.text[source.span.end : first.end].lstrip(f"{AROUND})")
    return trimmed(Span(first.end - len(rest), first.end), scene.text, AROUND)
