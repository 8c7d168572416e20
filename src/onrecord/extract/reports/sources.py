"""Who gives a figure: the speaker around it, or who "put the toll at" it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.reports.grammar import ancestors, noun_phrase, tokens_in

if TYPE_CHECKING:
    from onrecord.extract.reports.scene import Scene
    from onrecord.model import Sentence, Span, Statement, Token

NEAR = 2  # heads between "speaks of" and its number
CONTRASTING = frozenset({"speak", "admit", "acknowledge", "concede", "count"})
GIVING = frozenset({"put", "raise", "lower", "revise", "estimate", "update", "give",
                    "count", "place", "correct"}) | CONTRASTING  # fmt: skip


def said_in(scene: Scene, span: Span) -> Statement | None:
    """The innermost statement whose content holds the words; None for the outlet's."""
    around = [
        (sum(len(piece) for piece in statement.content), statement.id, statement)
        for statement in scene.statements
        if any(piece.holds(span) for piece in statement.content)
    ]
    return min(around)[2] if around else None


def source_of(scene: Scene, statement: Statement) -> str | None:
    """Who gives the figure: the fullest name, else the words of the source."""
    if statement.speaker_name:
        return statement.speaker_name
    words = [span.of(scene.text) for span in statement.source]
    return " ".join(words) or None


def given_by(scene: Scene, n: int, span: Span) -> str | None:
    """Who gives the figure of sentence `n`; None for the article's own voice.

    Inside of what one source says, another may give its own: "whereas the union speaks
    of 34".
    """
    nearer = _giving_subject(scene.sentences[n], span, CONTRASTING)
    if nearer is not None and nearer.pos != "PRON" and not _is_cut(scene, nearer, span):
        return _named(scene, n, nearer)
    statement = said_in(scene, span)
    source = source_of(scene, statement) if statement else None
    return source or giver_of(scene, n, span)


def giver_of(scene: Scene, n: int, span: Span) -> str | None:
    """Who gives the figure outside of any statement: "police put the toll at 14".

    A pronoun is whoever spoke last before it in the same paragraph.
    """
    sentence = scene.sentences[n]
    subject = _giving_subject(sentence, span)
    if subject is None or _is_cut(scene, subject, span):
        return None
    if subject.pos == "PRON":
        return _spoke_before(scene, sentence)
    return _named(scene, n, subject)


def _is_cut(scene: Scene, subject: Token, span: Span) -> bool:
    """Whether a semicolon stands between who gives and what is given."""
    first, last = sorted((subject.span.start, span.start))
    return ";" in scene.text[first:last]


def _named(scene: Scene, n: int, subject: Token) -> str:
    mention = next((m for m in scene.mentions[n] if m.span.meets(subject.span)), None)
    if mention is not None:
        return mention.text
    return noun_phrase(scene.sentences[n], subject.i).of(scene.text)


def _giving_subject(
    sentence: Sentence, span: Span, verbs: frozenset[str] = GIVING
) -> Token | None:
    run = tokens_in(sentence, span)
    if run is None:
        return None
    for step, token in enumerate(ancestors(sentence, run[1])):
        is_verb = token.pos == "VERB" or token.lemma in CONTRASTING
        is_far = token.lemma in CONTRASTING and step > NEAR  # "spoke of a summer when"
        if token.lemma in verbs and is_verb and not is_far:
            return sentence.child(token.i, "nsubj")
    return None


def _spoke_before(scene: Scene, sentence: Sentence) -> str | None:
    spans = [s.span for s in scene.sentences if s.paragraph == sentence.paragraph]
    start = min(span.start for span in spans)
    before = [
        (statement.content[0], statement.id, statement)
        for statement in scene.statements
        if start <= statement.content[0].start < sentence.span.start
    ]
    return source_of(scene, max(before)[2]) if before else None
