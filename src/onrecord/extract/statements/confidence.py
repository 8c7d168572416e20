"""How sure a statement is: the share of such findings that readers call right.

A logistic model over signs of the construction (no word of any page among them),
fitted on the training part of our own gold by `python -m bench.training.statements`,
which measures on other outlets how far ".9" means nine in ten.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.extract.statements.roles import is_document, load_nouns
from onrecord.extract.statements.tree import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.extract.statements.draft import Draft, Source
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.speaker import Speaker
    from onrecord.model import Mode

WEIGHTS_FILE = "statement_weights.tsv"
ALWAYS = "always"
LEAST, MOST = 0.02, 0.98
TURNS = frozenset(
    ["but", "while", "although", "though", "which", "who", "as", "after", "because",
     "when"]
)  # fmt: skip
OPENERS = frozenset({"that", "to", "whether", "if", "for", "of", "about", "on", "as"})
PERSONAL = frozenset({"he", "she", "they", "it", "we", "i", "who", "you"})
FEW_WORDS, MANY_WORDS = 4, 30
LONG_SENTENCE = 40  # tokens
SURE = (0.5, 0.7, 0.85, 0.95)  # of how likely the content ends where it does
FAR = 6  # words between the source and the cue


def confidence_of(draft: Draft, mode: Mode, speaker: Speaker, scene: Scene) -> float:
    """How likely the statement is right, between 0 and 1."""
    weights = _weights()
    score = weights[ALWAYS] + sum(
        weights.get(sign, 0.0) for sign in signs_of(draft, mode, speaker, scene)
    )
    return round(min(max(1 / (1 + math.exp(-score)), LEAST), MOST), 2)


def signs_of(draft: Draft, mode: Mode, speaker: Speaker, scene: Scene) -> set[str]:
    """What can be seen of a draft that says how far to trust it."""
    found = {
        f"frame {draft.frame}",
        f"class {draft.cue_class}",
        f"mode {mode}",
        f"{mode} {draft.frame}",
        "named" if speaker.mention is not None else "not named",
    }
    found.update(_of_source(draft.source, scene))
    found.update(_of_content(draft, scene))
    found.update(_of_cue(draft, scene))
    return found


def _of_source(source: Source | None, scene: Scene) -> Iterator[str]:
    """Who speaks: a pronoun, a name, a role, a document, nobody."""
    if source is None:
        yield "source none"
        return
    head = scene.tree(source.sentence).tokens[source.head]
    word = head.text.lower()
    noun = load_nouns().get(word)
    if word in PERSONAL:
        yield "source pronoun"
    elif scene.mention_at(head.span.start) is not None:
        yield "source name"
    elif is_document(head):
        yield "source document"
    else:
        yield "source known" if noun is not None else "source other"
    if head.tag in {"NNS", "NNPS"}:
        yield "source many"
    if scene.piece_at(head.span.start) is not None:
        yield "source quoted"


def _of_content(draft: Draft, scene: Scene) -> Iterator[str]:
    """What is said: how long, how it opens, whether it stands in several pieces."""
    words = [word for span in draft.content for word in span.of(scene.text).split()]
    first = words[0].lower() if words else ""
    if first in OPENERS:
        yield f"opens {first}"
    if len(words) < FEW_WORDS:
        yield "content short"
    elif len(words) > MANY_WORDS:
        yield "content long"
    if len(draft.content) > 1:
        yield "content parted"
    behind = scene.text[draft.content[-1].end : draft.content[-1].end + 2].strip()
    if behind[:1] in {",", "—", "–", "-"}:
        yield "content cut"
    if draft.cue and draft.content[0].start < draft.cue[0].start:
        yield "content first"
    yield from _of_edges(draft, words, scene)


def _of_edges(draft: Draft, words: Sequence[str], scene: Scene) -> Iterator[str]:
    """What makes it doubtful where the content begins and ends."""
    if draft.sureness is not None:
        step = next((str(at) for at in SURE if draft.sureness <= at), "more")
        yield f"ends sure {step}"
    if TURNS.intersection(word.lower() for word in words[1:]):
        yield "content turns"
    if any(word.endswith(",") for word in words[:-1]):
        yield "content comma"
    end = draft.content[-1].end
    tree = scene.tree(draft.sentence)
    behind = [t for t in tree.tokens if t.span.start >= end and is_word(t)]
    known = (*draft.cue, *((draft.source.span,) if draft.source else ()))
    left = [t for t in behind if not any(span.holds(t.span) for span in known)]
    if left:
        yield "words behind"


def _of_cue(draft: Draft, scene: Scene) -> Iterator[str]:
    """How it is reported: negated, hedged, amid a quotation, far from its source."""
    tree = scene.tree(draft.sentence)
    if draft.negated:
        yield "negated"
    if draft.hedged:
        yield "hedged"
    if len(tree.tokens) > LONG_SENTENCE:
        yield "sentence long"
    if tree.sentence.zone != "body":
        yield f"zone {tree.sentence.zone}"
    if draft.cue:
        yield from _of_verb(draft, draft.cue[0].start, scene)


def _of_verb(draft: Draft, place: int, scene: Scene) -> Iterator[str]:
    """The form of the cue's first word, its part in the sentence, its source."""
    tree = scene.tree(draft.sentence)
    if scene.piece_at(place) is not None:
        yield "cue quoted"
    verb = next((token for token in tree.tokens if token.span.end > place), None)
    if verb is not None:
        yield f"cue {verb.tag}"
        yield f"cue {verb.dep}"
    if draft.source is not None:
        ends = sorted((draft.source.span.start, draft.source.span.end, place))
        between = [t for t in tree.tokens if ends[0] <= t.span.start < ends[-1]]
        if sum(map(is_word, between)) > FAR:
            yield "cue far"


@cache
def _weights() -> Mapping[str, float]:
    """What each sign adds to the score."""
    text = files("onrecord").joinpath("data", WEIGHTS_FILE).read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line[:1] not in {"", "#"})
    return {sign: float(weight) for sign, weight in rows}
