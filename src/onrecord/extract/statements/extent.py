"""How far content goes: to where the outlet or another speaker takes over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.statements.aftermath import opens_aftermath
from onrecord.extract.statements.cues import load_cues
from onrecord.extract.statements.draft import Frame
from onrecord.extract.statements.tree import Tree, is_verbal, is_word
from onrecord.model import Token

if TYPE_CHECKING:
    from onrecord.extract.statements.scene import Scene

OCCASIONS = frozenset(
    """statement interview conference briefing speech letter email e-mail tweet post
    message address remarks comments testimony press memo note video podcast broadcast
    hearing event rally meeting debate column article reporter""".split()  # noqa: SIM905 - reads better
)
DASHES = frozenset({"—", "–", "--", "-", "―"})
# How an outlet's own remark opens behind a dash: a gloss, or a turn.
ASIDES = frozenset({"a", "an", "the", "although", "though", "and", "but"})
UNITS = frozenset({"%", "°", "€", "£", "$"})  # content may end with one: "4%"
COMMAS = frozenset({",", "—", "–", "--", ";", "-"})
CONTRASTS = frozenset({"but", "while", "whereas", "although", "though", "yet"})
TURNS = CONTRASTS | {"and", "as", "or"}
LOOSE_CLAUSES = frozenset(
    {"as", "after", "while", "although", "though", "when", "before", "following"}
)
PHRASES = frozenset({"object", "phrase"})
# Participles that tell what an event did: part of what is reported.
HARMS = frozenset(
    ["killing", "injuring", "wounding", "leaving", "destroying", "damaging", "forcing",
     "displacing", "causing", "including", "sending", "triggering", "sparking"]
)  # fmt: skip
BACKDROPS = frozenset({"after", "amid", "as", "before", "since"})
UNSAID = frozenset({"declined", "refused", "declines", "refuses"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NEXT_VERB = 2  # tokens: "and stressed", "and also warned"
LOOK_AHEAD = 14  # tokens from a conjunction to the reporting verb of its clause


@dataclass(frozen=True, slots=True)
class Reach:
    """Tokens `start` to `end`, both included, that are content."""

    start: int
    end: int
    frame: Frame
    sureness: float | None = None  # that it ends there, None where nothing was weighed


@dataclass(frozen=True, slots=True)
class Opened:
    """Content that begins at token `first`, its end still to be found."""

    tree: Tree
    verb: Token
    first: int
    frame: Frame


def cut(opened: Opened, end: int, scene: Scene) -> int:
    """The last token, `end` at most, before someone else takes over."""
    for i in range(opened.first + 1, end + 1):
        if _takes_over(opened, i, scene):
            end = i - 1
            break
    tokens = opened.tree.tokens
    while end > opened.first and not (
        is_word(tokens[end]) or tokens[end].text in UNITS
    ):
        end -= 1
    return end


def reports(token: Token) -> bool:
    """Whether the word is a form of a verb of speech or writing."""
    word = token.text.lower()
    if word in {"citing", "quoting"}:
        return True
    cues = load_cues().get(word, ())
    return any(cue.cue_class not in {"believing", "wanting"} for cue in cues)


def right_reach(opened: Opened) -> int:
    """How far the grammar lets the content go."""
    tree, first = opened.tree, opened.first
    end, parted = first, False
    for child in tree.children(opened.verb.i):
        if child.i < opened.verb.i or tree.right[child.i] < first:
            continue
        if child.dep == "punct":
            parted = child.text in COMMAS
            continue
        later = tree.left[child.i] > first
        if later and not _stays(opened, child, parted=parted):
            break
        if child.dep != "cc":
            parted = False
            end = max(end, tree.right[child.i])
    lost = end == first and tree.word(first) == "that"
    return len(tree.tokens) - 1 if lost else end


def _stays(opened: Opened, child: Token, *, parted: bool) -> bool:
    """Whether a later child of the verb is still part of what is said."""
    tree, loose = opened.tree, opened.frame in PHRASES
    if child.dep in {"cc", "nsubj", "parataxis"}:
        return child.dep == "cc"
    if child.dep == "conj":
        return not loose and _conjunct_stays(opened, child, parted=parted)
    if child.dep == "advcl":
        return _adjunct_stays(tree, child, loose=loose, parted=parted)
    if child.dep == "prep":
        return _phrase_stays(tree, child, loose=loose)
    return not (child.entity == "DATE" and (parted or loose))


def _adjunct_stays(tree: Tree, clause: Token, *, loose: bool, parted: bool) -> bool:
    first = tree.word(tree.left[clause.i])
    if loose or (clause.tag == "VBG" and parted):
        return loose and first == "as" and not parted
    return not (parted and first in LOOSE_CLAUSES)


def _phrase_stays(tree: Tree, prep: Token, *, loose: bool) -> bool:
    thing = tree.child(prep.i, "pobj", "pcomp")
    if tree.word(prep.i) == "as" or thing is None:
        return True
    if loose and thing.entity in {"DATE", "TIME"}:
        return False
    return thing.lemma not in OCCASIONS


def _conjunct_stays(opened: Opened, verb: Token, *, parted: bool) -> bool:
    """Whether a verb joined to the reporting verb is rather part of what is said."""
    if reports(verb) and has_content(opened.tree, verb):
        return False
    if opened.tree.child(verb.i, "nsubj", "nsubjpass") is not None:
        return opened.frame == "clause"
    if opened.frame == "infinitive":
        return verb.tag == "VB"
    return not parted


def opens_report(opened: Opened, i: int, scene: Scene) -> bool:
    """Whether the speaker is heard anew from here on: ': "..."', "and asks for"."""
    tree = opened.tree
    if scene.piece_at(tree.tokens[i].span.start) is not None:
        return False
    if tree.word(i) == ":":
        following = tree.at(i + 1)
        return following is not None and scene.opens_speech(following.span.start)
    return tree.word(i) == "and" and _joins_report(opened, i)


def _joins_report(opened: Opened, i: int) -> bool:
    """Whether the next thing that the speaker does is to report: "and asks for"."""
    tree = opened.tree
    near = tree.between(i + 1, i + 1 + NEXT_VERB)
    verb = next((t for t in near if is_verbal(t) and t.tag in {"VBD", "VBZ"}), None)
    return verb is not None and reports(verb) and has_content(tree, verb)


def _takes_over(opened: Opened, i: int, scene: Scene) -> bool:
    tree = opened.tree
    token = tree.tokens[i]
    word, parted = token.text.lower(), tree.word(i - 1) in COMMAS
    if scene.piece_at(token.span.start) is not None:
        return False
    if opens_report(opened, i, scene):
        return True
    if word in TURNS and _opens_told(tree, i, parted=parted):
        return True
    if word in DASHES and _is_single_dash(opened, token, scene):
        return True
    return (
        _goes_on_acting(opened, token)
        or (word == "even" and tree.word(i + 1) == "as")
        or _is_around(opened, token, parted=parted)
        or (parted and word not in TURNS and _breaks_off(opened, token))
    )


def _is_single_dash(opened: Opened, dash: Token, scene: Scene) -> bool:
    """Whether the outlet adds something of its own up to the sentence's end.

    Two dashes enclose an aside, and the content goes on behind the second.
    """
    if opened.tree.word(dash.i + 1) not in ASIDES:
        return False
    dashes = [
        token.i
        for token in opened.tree.tokens[opened.first :]
        if token.text in DASHES
        and scene.piece_at(token.span.start) is None
        and scene.text[token.span.start - 1].isspace()
    ]
    return len(dashes) % 2 == 1 and dashes[-1] == dash.i


def _goes_on_acting(opened: Opened, token: Token) -> bool:
    """Whether the speaker's next deed opens: "promised to pay and left the hall"."""
    if opened.frame != "infinitive" or token.dep != "cc":
        return False
    tree, head = opened.tree, opened.tree.head(token)
    later = (t for t in tree.children(head.i, "conj") if t.i > token.i)
    verb = next(later, None)
    if verb is None or verb.tag not in {"VBD", "VBZ"} or head.tag != "VB":
        return False
    return tree.child(verb.i, "nsubj", "nsubjpass") is None


def _is_around(opened: Opened, token: Token, *, parted: bool) -> bool:
    """Whether the circumstances begin here, of the saying or of a headline's news."""
    if opened.tree.sentence.zone in {"headline", "heading"}:
        return _is_backdrop(opened.tree, token, parted=parted)
    around = _is_setting(opened.tree, token) or opens_aftermath(opened.tree, token.i)
    return opened.frame in PHRASES and around


def _is_backdrop(tree: Tree, token: Token, *, parted: bool) -> bool:
    """Whether a headline turns to what is around it: "as ...", ", a week after"."""
    if token.text.lower() == "as":
        return token.dep == "mark"
    near = [tree.word(token.i + step) for step in range(4)]
    return parted and bool(BACKDROPS.intersection(near))


def _is_setting(tree: Tree, token: Token) -> bool:
    """Whether this word opens when or where it was said: "in an interview"."""
    if token.text.lower() in {"when", "since", "after", "before"}:
        return token.dep in {"advmod", "mark", "prep"}
    thing = tree.child(token.i, "pobj") if token.dep == "prep" else None
    return thing is not None and thing.lemma in OCCASIONS


def _breaks_off(opened: Opened, token: Token) -> bool:
    """Whether something else begins behind this comma."""
    tree, word = opened.tree, token.text.lower()
    if word == "according" and tree.word(token.i + 1) == "to":
        return True
    if word in {"which", "who"}:
        return opened.frame in PHRASES
    if token.tag == "VBG" and token.dep in {"advcl", "acl"}:
        return reports(token) or (word not in HARMS and _ends_it(tree, token.i))
    if word == "without" and tree.child(token.i, "pcomp") is not None:
        return _ends_it(tree, token.i)
    if word != "with":
        return _is_described(tree, token)
    clause = tree.child(token.i, "pcomp")
    return clause is not None and clause.tag == "VBG" and reports(clause)


def _is_described(tree: Tree, token: Token) -> bool:
    """Whether a description with a clause of its own opens here: ", the unit that"."""
    for above in (token, *tree.ancestors(token.i)):
        if above.dep == "appos" and tree.left[above.i] == token.i:
            told = tree.child(above.i, "relcl") is not None
            return told and _ends_it(tree, above.i)
    return False


def _ends_it(tree: Tree, i: int) -> bool:
    """Whether all below this token runs to the end of the sentence."""
    return tree.right[i] >= max(t.i for t in tree.tokens if is_word(t))


def _opens_told(tree: Tree, i: int, *, parted: bool) -> bool:
    """Whether a clause with its own reporting verb opens here: "but ... warned"."""
    for later in tree.between(i + 1, i + 1 + LOOK_AHEAD):
        near = later.i - i <= NEXT_VERB
        if not is_verbal(later) or not (later.tag in FINITE or near):
            continue
        told = reports(later) or later.text.lower() in UNSAID
        if not told or not has_content(tree, later):
            return False
        return near or parted or tree.word(i) in CONTRASTS
    return False


def has_content(tree: Tree, verb: Token) -> bool:
    """Whether something that a verb of its kind can say hangs on the verb."""
    frames = {f for cue in load_cues().get(verb.text.lower(), ()) for f in cue.frames}
    for child in tree.children(verb.i):
        if child.i < verb.i:
            continue
        if child.dep in {"ccomp", "xcomp", "dobj", "advcl"}:
            return True
        if child.dep == "prep" and child.text.lower() in frames:
            return True
    return False
