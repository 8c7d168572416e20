"""What can be seen at a place where content may end: marks, grammar, the rules' word.

No word of any page is among the signs but those of closed classes: conjunctions,
prepositions, pronouns that open clauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.boundary import DAYS, last_word
from onrecord.extract.statements.cues import load_cues
from onrecord.extract.statements.extent import DASHES, FINITE, OCCASIONS
from onrecord.extract.statements.following import signs_of_clause
from onrecord.extract.statements.tree import is_verbal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.boundary import Boundary, Course
    from onrecord.model import Token

LINKS = frozenset(
    """and but or nor while whereas although though yet as after before when since
    because if unless until so that which who whom whose where whether to for with
    without in on at by from of about over amid during despite following including
    according than even not such rather then saying adding citing noting""".split()  # noqa: SIM905 - reads better
)
OPENERS = frozenset({"that", "whether", "if", "to", "for"})
LENGTHS = (1, 3, 8, 16, 30)  # words; the greatest falls in one class with all above
RESTS = (2, 6, 15)
NEAR_DAY = 3  # tokens: "on late Monday"
MANY_COMMAS, MANY_VERBS, DEEP = 3, 2, 4


def signs_at(course: Course, boundary: Boundary) -> frozenset[str]:
    """What speaks for content to end here, or to go on."""
    found = {*_of_rules(course, boundary), *_of_length(course, boundary)}
    if boundary.top is None:
        found.add("sentence ends")
        return frozenset(found)
    link = link_at(course, boundary.following)
    kind = kind_of_marks(boundary.marks)
    found.update(_of_marks(course, boundary, kind))
    found.update(_of_quotations(course, boundary))
    found.update(_of_next(course, boundary, boundary.top, link))
    found.update(_of_place(course, boundary, boundary.top, kind))
    found.update(_of_content(course, boundary))
    found.update(signs_of_clause(course, boundary, boundary.top, link, kind))
    return frozenset(found)


def kind_of_marks(marks: str) -> str:
    """What kind of marks these are, the strongest first."""
    if any(dash in marks for dash in DASHES):
        return "dash"
    kinds = {";": "semicolon", ":": "colon", "(": "bracket", "[": "bracket"}
    for mark, kind in kinds.items():
        if mark in marks:
            return kind
    if any(mark in marks for mark in '"“”'):
        return "comma in marks" if "," in marks else "marks"
    if "," in marks:
        return "comma"
    return "others" if marks else "none"


def link_at(course: Course, at: int) -> str:
    """The word at token `at` when it is of a closed class, otherwise its tag."""
    token = course.opened.tree.at(at)
    if token is None:
        return "-"
    word = token.text.lower()
    return word if word in LINKS else token.tag


def _state(course: Course, boundary: Boundary) -> str:
    if boundary.end == course.ruled:
        return "at"
    return "before" if boundary.end < course.ruled else "past"


def _of_rules(course: Course, boundary: Boundary) -> Iterator[str]:
    """Where the rules would end it."""
    state, opened = _state(course, boundary), course.opened
    yield f"rule {state}"
    yield f"rule {state} {opened.frame}"
    if state == "at" and course.ruled < course.reach:
        yield "rule cuts"
    if state == "past":
        yield "past reach" if boundary.end > course.reach else "past cut"
    opening = opened.tree.word(opened.first)
    if boundary.top is None:
        yield f"sentence ends {state}"
    else:
        yield f"rule {state} {kind_of_marks(boundary.marks)}"
        if opening in OPENERS:
            yield f"opens {opening} {state}"
            near = (boundary.following, boundary.following + 1)
            if opening in {opened.tree.word(i) for i in near}:
                yield "opens again"


def _of_length(course: Course, boundary: Boundary) -> Iterator[str]:
    yield f"length {_size(boundary.end - course.opened.first + 1, LENGTHS)}"
    if boundary.top is not None:
        yield f"rest {_size(course.last - boundary.end, RESTS)}"


def _size(number: int, steps: tuple[int, ...]) -> str:
    return next((str(step) for step in steps if number <= step), "more")


def _of_marks(course: Course, boundary: Boundary, kind: str) -> Iterator[str]:
    """The marks between, and how many of their kind stand before and behind."""
    tokens, first = course.opened.tree.tokens, course.opened.first
    yield f"marks {kind}"
    commas = sum(t.text == "," for t in tokens[first : boundary.following])
    yield f"commas {min(commas, MANY_COMMAS)} {kind}"
    before = _count_dashes(course, first, boundary.following)
    if kind == "dash":
        behind = _count_dashes(course, boundary.following, len(tokens))
        yield f"dash {before % 2} {min(behind, 1)}"
    elif before % 2:
        yield "within dashes"


def _count_dashes(course: Course, start: int, end: int) -> int:
    text = course.scene.text
    return sum(
        token.text in DASHES and text[token.span.start - 1].isspace()
        for token in course.opened.tree.between(start, end)
    )


def _of_quotations(course: Course, boundary: Boundary) -> Iterator[str]:
    tokens, scene = course.opened.tree.tokens, course.scene
    here = scene.piece_at(tokens[boundary.end].span.start)
    there = scene.piece_at(tokens[boundary.following].span.start)
    if here is not None:
        yield "in quotation" if here is there else "quotation closes"
    if there is not None and here is not there:
        yield "quotation opens"


def _of_next(
    course: Course, boundary: Boundary, top: Token, link: str
) -> Iterator[str]:
    """What opens behind: its word, its part in the sentence, the words around."""
    kind = kind_of_marks(boundary.marks)
    yield from (f"dep {top.dep}", f"dep {top.dep} {kind}")
    yield from (f"next {link}", f"next {link} {kind}")
    second = link_at(course, boundary.following + 1)
    yield f"second {second}"
    if link in {"and", "but", "or"}:
        yield f"{link} {second}"
    last = course.opened.tree.tokens[boundary.end]
    yield from (f"last {last.pos}", f"last {last.pos} {link}")
    if _is_occasion(course, boundary.following):
        yield "occasion"


def _is_occasion(course: Course, at: int) -> bool:
    tree = course.opened.tree
    thing = tree.child(at, "pobj") if tree.tokens[at].dep == "prep" else None
    return thing is not None and thing.lemma in OCCASIONS


def _of_place(
    course: Course, boundary: Boundary, top: Token, kind: str
) -> Iterator[str]:
    """What the phrase behind hangs on, and how far it goes."""
    tree = course.opened.tree
    on = _hung_on(course, boundary, tree.head(top))
    yield from (f"on {on}", f"on {on} {top.dep}", f"on {on} {kind}")
    yield f"{'reaches' if tree.right[top.i] >= course.last else 'short'} {kind}"
    yield f"depth {_depth(course, tree.head(top))} {top.dep}"
    near = tree.between(boundary.following, boundary.following + NEAR_DAY)
    if any(token.entity in DAYS for token in near):
        yield from ("day", f"day {on}")


def _hung_on(course: Course, boundary: Boundary, head: Token) -> str:
    if head.i == course.opened.verb.i:
        return "cue"
    if head.i == course.root.i:
        return "root"
    if head.i < course.opened.first:
        return "above"
    return "inside" if head.i <= boundary.end else "later"


def _depth(course: Course, head: Token) -> int:
    """How far below the top of what is said this token hangs."""
    above = [token.i for token in course.opened.tree.ancestors(head.i)]
    steps = [head.i, *above]
    depth = steps.index(course.root.i) if course.root.i in steps else len(steps) - 1
    return min(depth, DEEP)


def _of_content(course: Course, boundary: Boundary) -> Iterator[str]:
    """Whether what is said would be whole if it ended here."""
    opened, root = course.opened, course.root
    content = opened.tree.tokens[opened.first : boundary.end + 1]
    cues = load_cues().get(opened.verb.text.lower(), ())
    yield from (f"frame {opened.frame}", *(f"class {c.cue_class}" for c in cues[:1]))
    hanging = sum(token.head > boundary.end for token in content)
    yield f"hanging {min(hanging, 2)}"
    verbs = sum(token.tag in FINITE and is_verbal(token) for token in content)
    yield f"verbs {min(verbs, MANY_VERBS)} {opened.frame}"
    if root.i > boundary.end:
        yield "root ahead"
    if last_word(opened.tree, root.i, opened.tree.right[root.i]) == boundary.end:
        yield "root ends"
