"""Who speaks, by grammar: the subject of a reporting verb as a noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.cues import load_cues
from onrecord.extract.statements.draft import Source
from onrecord.extract.statements.roles import load_nouns
from onrecord.extract.statements.tree import SUBJECTS, is_finite, is_verbal, is_word
from onrecord.extract.statements.voice import agent_of, is_passive

if TYPE_CHECKING:
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
LEFT_PARTS = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "quantmod", "predet", "nmod",
     "advmod", "npadvmod", "case", "prep"}
)  # fmt: skip
RIGHT_PARTS = frozenset(
    {"prep", "case", "nummod", "compound", "poss", "cc", "conj", "amod"}
)
LOOSE_PARTS = frozenset({"acl", "relcl", "appos"})  # of the phrase unless a comma parts
QUOTES = frozenset("'\"’”‘“")
CLOSERS = QUOTES | frozenset("()")
NAME_LENGTH = 5  # tokens of a name in apposition at most
HIDDEN = 12  # tokens of a long name between its article and what was found of it
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
OBJECT_CONTROL = frozenset({"ask", "tell", "urge", "order", "want", "allow", "force"})
ASKED = frozenset({"ask", "press", "question", "quiz"})
CLIMBING = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep", "acl", "ccomp"})


def find_source(tree: Tree, verb: Token) -> Source | None:
    """The phrase that the grammar makes the speaker of `verb`, None when none is."""
    head = _speaker_of(tree, verb, steps=0)
    if head is None:
        return None
    source = phrase(tree, head)
    return (
        _before_clause(tree, verb, source) if source.span.holds(verb.span) else source
    )


def _before_clause(tree: Tree, verb: Token, source: Source) -> Source:
    """Without the clause that holds the verb: of "a guard who said ..." the guard."""
    clauses = [t for t in (verb, *tree.ancestors(verb.i)) if t.dep == "relcl"]
    noun = load_nouns().get(tree.word(source.head))
    if noun is None or noun.kind != "role":
        return source  # "a sign that said ...": things say too little to be asked
    if not clauses or tree.left[clauses[-1].i] <= source.head:
        return source
    start = next(t.i for t in tree.tokens if source.span.holds(t.span))
    end = tree.left[clauses[-1].i] - 1
    while end > source.head and not is_word(tree.tokens[end]):
        end -= 1
    return Source(source.sentence, source.head, tree.span(start, end))


def is_inverted(tree: Tree, verb: Token) -> bool:
    """Whether a parser took the verb for a word on its speaker: '"No", added HNA.'."""
    speaker = tree.head(verb)
    if verb.dep != "amod" or speaker.pos != "PROPN" or tree.word(verb.i - 1) != ",":
        return False
    return tree.word(verb.i - 2) in QUOTES and speaker.i > verb.i


def phrase(tree: Tree, head: Token, *, first: int = 0) -> Source:
    """The noun phrase around `head`: titles and a name in apposition, no clauses.

    It begins at token `first` or later.
    """
    start = max(_left_end(tree, head), first)
    end = _mended_end(tree, head, _right_end(tree, head.i))
    return Source(tree.number, head.i, tree.span(start, end))


def _mended_end(tree: Tree, head: Token, end: int) -> int:
    """The end with what a parser cut off: "co" of "co-founder Ann Bo", a name."""
    following = tree.at(end + 1)
    if following is None:
        return end
    touches = following.span.start == tree.tokens[end].span.end
    if following.text == "-" and touches and tree.at(end + 2) is not None:
        end += 2
    elif head.pos != "NOUN" or end != head.i:
        return end
    while (token := tree.at(end + 1)) is not None and token.entity == "PERSON":
        end += 1
    return end


def own_subject(tree: Tree, verb: Token) -> Token | None:
    """The noun that is the verb's own active subject."""
    return tree.child(verb.i, "nsubj", "csubj")


def subject_beside(tree: Tree, verb: Token) -> Source | None:
    """The noun phrase right before a finite verb whose subject the parser lost."""
    at = verb.i - 1
    while at > 0 and _is_beside(tree.tokens[at]):
        at -= 1
    before = tree.at(at)
    if before is None or not is_finite(tree, verb):
        return None
    if before.pos not in {"PROPN", "PRON"} or before.entity in {"DATE", "TIME"}:
        return None
    if before.text.lower() in RELATIVES or before.tag == "PRP$":
        return None
    return phrase(tree, before)


def _is_beside(word: Token) -> bool:
    """Whether this only helps the verb behind it: "has since", "still"."""
    return word.pos in {"ADV", "AUX"} or (word.dep == "advmod" and word.pos != "PROPN")


def _is_slipped_in(tree: Tree, verb: Token) -> bool:
    """Whether it only tells what someone was asked: "Petrell, asked why, said ..."."""
    if verb.lemma not in ASKED or tree.word(verb.i - 1) != ",":
        return False
    later = [each for each in tree.children(verb.i, "conj") if is_finite(tree, each)]
    joined = tree.children(verb.i, "cc")
    held = verb.dep == "ccomp" and tree.head(verb).i > verb.i
    return held or (bool(later) and not joined)


def _speaker_of(tree: Tree, verb: Token, steps: int) -> Token | None:
    subject = tree.child(verb.i, *SUBJECTS)
    is_bare = subject is None and verb.tag == "VBN" and verb.dep in {"advcl", "acl"}
    is_done = is_passive(tree, verb) or is_bare or _is_slipped_in(tree, verb)
    if is_done and steps == 0:  # bare: "when asked"
        return agent_of(tree, verb)
    if subject is None:
        return _climb(tree, verb, steps)
    if subject.text.lower() not in RELATIVES:
        return subject if subject.pos in NOMINAL | {"DET"} else None
    if verb.dep == "relcl":
        return tree.head(verb)
    clause = next((at for at in tree.ancestors(verb.i) if at.dep == "relcl"), None)
    return tree.head(clause) if clause is not None and verb.dep == "conj" else None


def _climb(tree: Tree, verb: Token, steps: int) -> Token | None:
    """The subject of what governs a verb that has none of its own."""
    if verb.dep not in CLIMBING or steps > 4:  # noqa: PLR2004 - deeper is no grammar
        return None
    above = tree.head(verb)
    joined = verb.dep == "conj" and verb.tag in {"VBD", "VBZ", "VBP"}
    if joined or (verb.tag == "VBG" and _is_parted(tree, verb)):
        above = _reporting_above(tree, verb) or above
    if verb.dep == "acl":
        return above if verb.tag == "VBG" and above.pos in NOMINAL else None
    if verb.dep == "ccomp" and verb.tag not in {"VBG", "VB"}:
        return None
    above = _past_words(tree, above)
    if not is_verbal(above):
        return None
    if verb.dep == "xcomp" and above.lemma in OBJECT_CONTROL:
        return tree.child(above.i, "dobj")
    return _speaker_of(tree, above, steps + 1)


def _is_parted(tree: Tree, participle: Token) -> bool:
    """Whether a comma parts it from the clause before: ", adding", ", while adding"."""
    at = participle.i - 1
    if at > 0 and tree.word(at) in {"while", "also", "though"}:
        at -= 1
    return tree.word(at) == ","


def _past_words(tree: Tree, above: Token) -> Token:
    """The verb above a preposition, also by way of an adjective or "including".

    "Was blunt in condemning ..."; "took steps, including calling for ...".
    """
    if above.tag == "VBG" and above.dep == "prep":
        above = tree.head(above)
        return tree.head(above) if above.dep == "dobj" else above
    if above.pos in {"ADP", "SCONJ"}:
        above = tree.head(above)
    return tree.head(above) if above.dep == "acomp" else above


def _reporting_above(tree: Tree, participle: Token) -> Token | None:
    """The reporting verb that a participle behind a comma goes on from.

    In "X said A was over, adding that ..." parsers hang "adding" on A's verb; also
    where A "had concluded": the outermost goes on, within one clause.
    """
    cues, found = load_cues(), None
    for above in tree.ancestors(participle.i):
        if above.text.lower() in cues and is_verbal(above) and above.tag != "VBG":
            found = above
        if above.dep == "relcl" or (found is not None and above.dep != "ccomp"):
            break
    return found


def _left_end(tree: Tree, head: Token) -> int:
    start = head.i
    for child in reversed(tree.children(head.i)):
        if child.i > head.i:
            continue
        if child.dep == "punct" and child.text == "-" and child.i == start - 1:
            start = child.i
            continue
        if child.dep not in LEFT_PARTS or tree.right[child.i] != start - 1:
            break
        if child.dep in {"prep", "advmod"} and tree.left[child.i] != child.i:
            break
        if child.dep in {"compound", "nmod"} and child.entity in {"DATE", "TIME"}:
            break  # "On Monday Ann Bo said"
        start = tree.left[child.i]
    return _whole_left(tree, head, start)


def _whole_left(tree: Tree, head: Token, start: int) -> int:
    """The start with what commas and hyphens of one name or age hid.

    "The Harbour, Roads & Tunnels Office (HRTO) spokesman", "the 43-year-old".
    """
    first = tree.child(head.i, "det")
    if first is None or not 0 < start - first.i <= HIDDEN:
        return start
    hidden = list(tree.between(first.i, start))
    parted = any(is_verbal(token) or token.text in QUOTES for token in hidden)
    inside = all(tree.is_below(token.i, head.i) for token in hidden)
    return first.i if inside and not parted else start


def _right_end(tree: Tree, i: int) -> int:
    end = i
    parted = False
    above = tree.tokens[i].head
    for child in tree.children(i):
        if child.i < i:
            continue
        if i < above < child.i and tree.child(child.i, "acl") is not None:
            break  # behind the verb: what is said, as "a figure disputed by" others
        if child.dep == "punct":
            parted = parted or child.text not in CLOSERS
            continue
        if parted and child.dep == "appos":
            return _name_end(tree, child, end)
        if not _belongs(tree, child, parted=parted):
            break
        end = max(end, _part_end(tree, child))
        parted = False
    return end


def _belongs(tree: Tree, child: Token, *, parted: bool) -> bool:
    if child.dep in {"conj", "cc"}:
        return True
    if child.dep == "case":
        return tree.head(child).dep == "poss"  # "the mayor's" before a claim
    return child.dep in RIGHT_PARTS | LOOSE_PARTS and not parted


def _part_end(tree: Tree, child: Token) -> int:
    if child.dep == "prep":
        inner = tree.child(child.i, "pobj")
        return _right_end(tree, inner.i) if inner is not None else tree.right[child.i]
    if child.dep in {"conj", "appos"}:
        return _right_end(tree, child.i)
    return tree.right[child.i]


def _name_end(tree: Tree, name: Token, end: int) -> int:
    """The end of a name after a comma ("the mayor, Ann Bo"); a description is left."""
    start = tree.left[name.i]
    is_name = name.pos == "PROPN" and name.i - start < NAME_LENGTH
    if not is_name or tree.tokens[start].pos != "PROPN":
        return end
    return name.i
