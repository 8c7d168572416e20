"""The clause behind a place where content may end: tense, subject, what it reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.extent import FINITE, has_content, reports
from onrecord.extract.statements.tree import SUBJECTS, is_verbal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.boundary import Boundary, Course
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token


def signs_of_clause(
    course: Course, boundary: Boundary, top: Token, link: str, kind: str
) -> Iterator[str]:
    """What the verb behind the boundary tells, where there is one.

    `link` is the word that opens, `kind` that of the marks before it.
    """
    tree = course.opened.tree
    behind = list(tree.between(boundary.following, len(tree.tokens)))
    if any(reports(token) and is_verbal(token) for token in behind):
        yield "cue later"
    end = course.last if top.dep in {"cc", "mark"} else tree.right[top.i]
    opening = _first_verb([token for token in behind if token.i <= end])
    if opening is None:
        return
    is_helper = opening.dep in {"aux", "auxpass"}
    verb = tree.head(opening) if is_helper else opening
    tense = "ing" if opening.tag == "VBG" else tense_of(tree, verb)
    yield f"verb {tense} {kind}"
    yield from _of_tense(course, tense)
    yield from _of_subject(tree, verb, boundary, link)
    yield from _of_report(course, boundary, opening, verb)


def _first_verb(tokens: list[Token]) -> Token | None:
    told = (t for t in tokens if is_verbal(t) and t.tag in FINITE | {"VBG"})
    return next(told, None)


def tense_of(tree: Tree, verb: Token) -> str:
    """The tense by the verb and its auxiliaries, "none" for what has no tense."""
    tags = {verb.tag, *(t.tag for t in tree.children(verb.i, "aux", "auxpass"))}
    if "MD" in tags:
        return "modal"
    if "VBD" in tags:
        return "past"
    return "present" if tags & {"VBZ", "VBP"} else "none"


def _of_tense(course: Course, tense: str) -> Iterator[str]:
    """The tense beside that of the cue and of what is said."""
    tree, root = course.opened.tree, course.root
    cue = tense_of(tree, course.opened.verb)
    said = tense_of(tree, root) if is_verbal(root) else "no verb"
    yield f"verb {tense}"
    yield f"tenses {cue}, {said}, {tense}"


def _of_subject(
    tree: Tree, verb: Token, boundary: Boundary, link: str
) -> Iterator[str]:
    subject = tree.child(verb.i, *SUBJECTS)
    if subject is None or subject.i < boundary.following:
        yield from ("no subject", f"no subject {link}")
        return
    kinds = {"PRP": "pronoun", "WP": "relative", "WDT": "relative", "NNP": "name"}
    yield f"subject {kinds.get(subject.tag, 'noun')}"
    yield f"own subject {link}"


def _of_report(
    course: Course, boundary: Boundary, opening: Token, verb: Token
) -> Iterator[str]:
    """Whether it reports in its turn, and what it is joined to."""
    tree = course.opened.tree
    if reports(opening) or reports(verb):
        yield "reports next"
    if reports(verb) and has_content(tree, verb):
        yield "reports content"
    if verb.dep != "conj":
        return
    above = verb.head
    if above == course.opened.verb.i:
        yield "joined to cue"
    if course.opened.first <= above <= boundary.end:
        yield "joined inside"
    if above == course.root.i:
        yield "joined to root"
