"""Every statement of an article, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.dates import resolve_date
from onrecord.extract.statements.according import find_according_drafts
from onrecord.extract.statements.answered import with_answered
from onrecord.extract.statements.asked import find_asked_drafts
from onrecord.extract.statements.assemble import make_statement
from onrecord.extract.statements.called import find_called_drafts
from onrecord.extract.statements.citing import with_cited
from onrecord.extract.statements.colon import find_headline_drafts
from onrecord.extract.statements.facts import is_about_a_fact
from onrecord.extract.statements.floating import with_floating
from onrecord.extract.statements.lines import with_lines
from onrecord.extract.statements.nesting import with_nesting
from onrecord.extract.statements.nouns import find_noun_drafts
from onrecord.extract.statements.passive import find_passive_drafts
from onrecord.extract.statements.scene import Scene
from onrecord.extract.statements.speaker import resolve_speakers
from onrecord.extract.statements.verbs import find_verb_drafts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.draft import Draft
    from onrecord.extract.statements.speaker import Speaker
    from onrecord.extract.statements.tree import Tree
    from onrecord.gazetteer import ActorTable
    from onrecord.model import Annotated, DateRange, Statement


def find_statements(annotated: Annotated, actors: ActorTable) -> list[Statement]:
    """Who said what, in reading order.

    A statement whose speaker nobody names is kept, with `speaker=None`.
    """
    scene = Scene(annotated)
    found: dict[str, Statement] = {}
    for draft, speaker in find_spoken(scene, actors):
        said = _said_at(draft, annotated)
        statement = make_statement(draft, speaker, said, scene)
        found.setdefault(statement.id, statement)
    return with_nesting(list(found.values()))


def find_spoken(scene: Scene, actors: ActorTable) -> list[tuple[Draft, Speaker]]:
    """The drafts of an article with their speakers, in reading order."""
    if not scene.sentences:
        return []  # marks alone: nothing that anybody says
    drafts = with_cited(with_answered(list(_drafts(scene)), scene), scene)
    drafts = with_floating(with_lines(drafts, scene), scene)
    drafts = [draft for draft in drafts if not _holds_its_cue(draft)]
    speakers = resolve_speakers(drafts, scene, actors)
    return [
        (draft, speaker)
        for draft, speaker in zip(drafts, speakers, strict=True)
        if speaker.mention is not None or not is_about_a_fact(draft, drafts, scene)
    ]


def _holds_its_cue(draft: Draft) -> bool:
    """Whether marks that nobody closed drew the cue into what is said."""
    return any(said.meets(cue) for said in draft.content for cue in draft.cue)


def _said_at(draft: Draft, annotated: Annotated) -> DateRange | None:
    """When it was said, by the date on the cue and the article's own."""
    if draft.said is None:
        return None
    published = annotated.article.published
    anchor = published.day if published is not None else None
    return resolve_date(draft.said, anchor=anchor, tense="past")


def _drafts(scene: Scene) -> Iterator[Draft]:
    for number, sentence in enumerate(scene.sentences):
        if sentence.zone == "correction":
            continue  # the outlet on its own words
        tree = scene.tree(number)
        told = list(_by_verbs(tree, scene))
        yield from told
        for draft in find_called_drafts(tree, scene):
            inside = (
                said.meets(draft.cue[0]) for each in told for said in each.content
            )
            if not any(inside):
                yield draft  # else it is part of what somebody says
        yield from find_noun_drafts(tree, scene)
        yield from find_headline_drafts(tree, scene)


def _by_verbs(tree: Tree, scene: Scene) -> Iterator[Draft]:
    """What is told by verbs and "according to"; first what nobody named says."""
    of_nobody = [*find_passive_drafts(tree, scene), *find_asked_drafts(tree, scene)]
    yield from of_nobody
    for draft in find_verb_drafts(tree, scene):
        if not any(draft.cue[0].meets(other.cue[0]) for other in of_nobody):
            yield draft
    yield from find_according_drafts(tree, scene)
