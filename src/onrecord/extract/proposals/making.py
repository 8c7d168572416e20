"""From placed words to a statement: class of cue, mode, speaker, confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.extract.proposals.speaking import find_speaker
from onrecord.extract.proposals.turning import WORD, is_negated
from onrecord.extract.statements.assemble import mode_of
from onrecord.extract.statements.cues import load_cues
from onrecord.extract.statements.nouns import load_cue_nouns
from onrecord.extract.statements.sectors import sector_of
from onrecord.model import Statement, statement_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.extract.proposals.places import Placed
    from onrecord.extract.statements.scene import Scene
    from onrecord.gazetteer import ActorTable
    from onrecord.model import CueClass, Mode, Span

# By construction, and never measured: how often a model is right differs from model
# to model. All stand below what our own rules say of a plain report.
QUOTED, REPORTED, UNUSUAL = 0.5, 0.4, 0.3


def make_statement(
    placed: Placed, name: str | None, model: str, scene: Scene, actors: ActorTable
) -> Statement:
    """The words as a statement that `model` proposed; `name` is whom it says it was."""
    article, text = scene.annotated.article, scene.text
    speaker = find_speaker(name, placed, scene.annotated.mentions)
    cue_class = _cue_class(placed.cue, text)
    mode = mode_of(placed.content, scene)
    role = speaker.role if speaker else None
    return Statement(
        id=statement_id(article.id, placed.content),
        article_id=article.id,
        page_id=scene.annotated.page.id,
        content=placed.content,
        source=(placed.source,),
        cue=(placed.cue,),
        cue_class=cue_class or "neutral",
        mode=mode,
        speaker=speaker.id if speaker else None,
        speaker_name=speaker.text if speaker else None,
        role=role,
        institution=speaker.institution if speaker else None,
        sector=sector_of(speaker, role, actors) if speaker else None,
        negated=is_negated(placed.cue, text),
        zone=_zone(placed, scene),
        confidence=_confidence(mode, cue_class),
        found_by=model,
    )


def word_places(content: Iterable[Span], text: str) -> frozenset[int]:
    """Where each word of the content begins in the page."""
    return frozenset(
        match.start()
        for span in content
        for match in WORD.finditer(text, span.start, span.end)
    )


def _cue_class(cue: Span, text: str) -> CueClass | None:
    """By the first word that reports; None when our tables know none of them."""
    verbs, nouns = load_cues(), load_cue_nouns()
    for word in WORD.findall(cue.of(text).lower()):
        if word in verbs:
            return verbs[word][-1].cue_class
        if word == "according":
            return "according"
        if word in nouns:
            return "noun"
    return None


def _confidence(mode: Mode, cue_class: CueClass | None) -> float:
    if cue_class is None:
        return UNUSUAL
    return QUOTED if mode == "direct" else REPORTED


def _zone(placed: Placed, scene: Scene) -> Literal["headline", "body", "caption"]:
    article, first = scene.annotated.article, placed.content[0]
    if any(span.holds(first) for span in article.spans_of("headline")):
        return "headline"
    is_caption = any(span.holds(first) for span in article.spans_of("caption"))
    return "caption" if is_caption else "body"
