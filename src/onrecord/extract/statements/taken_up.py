"""Which body "the ministry", "the company" or "the group" takes up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.extract.statements.bearers import (
    AHEAD,
    PLURAL,
    is_definite,
    qualifiers,
)
from onrecord.extract.statements.cast import BODIES, Appearance, Cast
from onrecord.extract.statements.draft import Source
from onrecord.extract.statements.roles import load_nouns
from onrecord.extract.statements.scene import Scene
from onrecord.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.extract.statements.pronouns import Spoken
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import EntityType, Mention, MentionId, Token

BUSINESS: frozenset[EntityType] = frozenset({"organisation"})
OF_STATE: frozenset[EntityType] = frozenset({"government", "international"})
# What kind of name each noun can take up, where no name holds the noun itself.
KINDS: Mapping[str, frozenset[EntityType]] = MappingProxyType(
    dict.fromkeys(
        ("company", "firm", "airline", "operator", "charity", "startup", "retailer",
         "manufacturer", "carmaker", "nonprofit", "organisation", "organization",
         "platform", "chain", "business"),
        BUSINESS,
    )
    | dict.fromkeys(("watchdog", "regulator"), OF_STATE)
    | dict.fromkeys(
        ("network", "newspaper", "paper", "outlet", "magazine", "broadcaster",
         "channel", "publication"),
        frozenset({"media"}),
    )
    | {
        "group": frozenset({"organisation", "armed_group"}),
        "militia": frozenset({"armed_group"}),
        "party": frozenset({"party"}),
        "agency": OF_STATE,
        "bureau": OF_STATE,
        "department": OF_STATE,
    }
)  # fmt: skip
# A body whose name ends so is no company.
OTHER_ENDS = frozenset(
    """academy army assembly association college commission committee congress council
    court department federation force institute league ministry observatory office
    police school senate society university""".split()  # noqa: SIM905 - reads better
)
REACH = 8  # sentences back from which a body is taken up
SPOKEN_REACH = 4
JUST_SPOKE, SUBJECT, MANY, MOST = 1.0, 0.5, 0.15, 5  # weights set by hand; a count
NEAR = 0.25  # less for each sentence between
MARGIN = 0.4  # by which the best must beat another body


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for: the noun, and what the article holds before it."""

    source: Source
    word: str
    before: Sequence[Appearance]
    cast: Cast
    scene: Scene


def find_body_named(
    source: Source, cast: Cast, scene: Scene, past: Sequence[Spoken]
) -> Mention | None:
    """The body that the words take up, None when none or several could be meant.

    Told apart by a name that holds the noun ("the ministry"), by an apposition that
    gave the noun a name ("the group, Harbour Watch,"), or by its kind alone.
    """
    tree = scene.tree(source.sentence)
    head = tree.tokens[source.head]
    noun = load_nouns().get(head.text.lower())
    is_body = noun is not None and noun.kind == "body"
    word = fold(head.text)
    if head.tag in PLURAL or not is_definite(tree, head, scene):
        return None
    before = [
        item for item in cast.appearances if item.mention.span.start < source.span.start
    ]
    asked = _Asked(source, word, before, cast, scene)
    wanted = qualifiers(tree, head, source.span)
    if wanted:
        return _by_qualifiers(asked, wanted) if word in KINDS else None
    if not (is_body or head.pos == "PROPN" or word in KINDS):
        return _by_end(asked) if noun is None else None
    return _by_word(asked) or _by_apposition(asked) or _by_kind(asked, past)


def _by_end(asked: _Asked) -> Mention | None:
    """The one body whose name ends so: "the plant" after "the Vorrin Plant"."""
    ending = {
        item.mention.head: asked.cast.head(item.mention)
        for item in asked.before
        if item.mention.type in BODIES
        and fold(asked.cast.head(item.mention).text).split()[-1:] == [asked.word]
    }
    return next(iter(ending.values())) if len(ending) == 1 else None


def _by_qualifiers(asked: _Asked, wanted: Sequence[Token]) -> Mention | None:
    """The one body named with the same words: "the tide watchdog", "Tide Office".

    A lead may tell it before its name.
    """
    words = {fold(token.text) for token in wanted}
    here = asked.scene.sentences[asked.source.sentence].paragraph
    found: dict[MentionId, Mention] = {}
    for item in asked.cast.appearances:
        full = asked.cast.head(item.mention)
        ahead = asked.scene.sentences[item.sentence].paragraph - here
        is_of_kind = full.type in KINDS[asked.word] | {"organisation"}
        if is_of_kind and words <= set(fold(full.text).split()) and ahead <= AHEAD:
            found[full.id] = full
    return next(iter(found.values())) if len(found) == 1 else None


def _by_word(asked: _Asked) -> Mention | None:
    """The last body in whose full name the noun stands."""
    for item in reversed(asked.before):
        full = asked.cast.head(item.mention)
        if item.mention.type in BODIES and asked.word in fold(full.text).split():
            return full
    return None


def _by_apposition(asked: _Asked) -> Mention | None:
    """The last body that the article calls so: "the group, Harbour Watch"."""
    for item in reversed(asked.before):
        if item.mention.type not in BODIES - {"country"}:
            continue
        tree = asked.scene.tree(item.sentence)
        if any(fold(token.text) == asked.word for token in _called(tree, item.token)):
            return asked.cast.head(item.mention)
    return None


def _called(tree: Tree, name: Token) -> list[Token]:
    """The nouns that stand in apposition to a name, or that it names."""
    nouns = tree.children(name.i, "appos")
    if name.dep in {"appos", "attr"}:
        nouns.append(tree.head(name))
    before = tree.at(tree.left[name.i] - 1)
    if name.dep in {"compound", "nmod"} or before is None:
        return nouns
    return [*nouns, before] if before.pos == "NOUN" else nouns


def _by_kind(asked: _Asked, past: Sequence[Spoken]) -> Mention | None:
    """The body of the kind that stands out before: named near, often, as speaker."""
    kinds = KINDS.get(asked.word)
    if kinds is None:
        return None
    fitting = [item for item in asked.before if _is_of_kind(item, kinds, asked)]
    counts = Counter(item.mention.head for item in fitting)
    scores: dict[MentionId, float] = {}
    for item in fitting:
        distance = asked.source.sentence - item.sentence
        if distance > REACH:
            continue
        score = SUBJECT * _is_subject(item, asked.scene) - NEAR * distance
        score += MANY * min(counts[item.mention.head], MOST)
        head = item.mention.head
        scores[head] = max(score, scores.get(head, score))
    spoken = _last_body(asked.source, past)
    if spoken in scores:
        scores[spoken] += JUST_SPOKE
    best = sorted(scores, key=lambda head: -scores[head])
    if not best or (len(best) > 1 and scores[best[0]] - scores[best[1]] < MARGIN):
        return None
    return next(
        asked.cast.head(i.mention) for i in fitting if i.mention.head == best[0]
    )


def _is_subject(item: Appearance, scene: Scene) -> bool:
    """Whether a clause is about it, alone or as one of several."""
    if item.token.dep != "conj":
        return item.is_subject
    above = scene.tree(item.sentence).head(item.token)
    return above.dep in {"nsubj", "nsubjpass"}


def _last_body(source: Source, past: Sequence[Spoken]) -> MentionId | None:
    """The head of the last named one that spoke within reach, unless a person."""
    for spoken in reversed(past):
        if source.sentence - spoken.sentence > SPOKEN_REACH:
            return None
        if spoken.mention is not None and spoken.mention.type != "person":
            return spoken.mention.head
    return None


def _is_of_kind(item: Appearance, kinds: frozenset[EntityType], asked: _Asked) -> bool:
    full = asked.cast.head(item.mention)
    if full.type not in kinds:
        return False
    if _is_called_otherwise(full, asked):
        return False
    last = fold(full.text).split()[-1:]
    return kinds != BUSINESS or not OTHER_ENDS.intersection(last)


def _is_called_otherwise(full: Mention, asked: _Asked) -> bool:
    """Whether the article calls it another kind: no "charity" is "the regulator"."""
    called = {
        fold(token.text)
        for item in asked.before
        if asked.cast.head(item.mention) == full
        for token in _called(asked.scene.tree(item.sentence), item.token)
    }
    told = called & KINDS.keys()
    return bool(told) and all(KINDS[word] != KINDS[asked.word] for word in told)
