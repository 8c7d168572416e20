"""All words of a source: with what a comma adds on who it is, without its clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.tree import FINITE, is_word

if TYPE_CHECKING:
    from onrecord.extract.statements.draft import Draft, Source
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Span, Token

PARTING = frozenset({",", "—", "–", "--", "(", ")", "―"})
NAMING = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})  # "a clerk", "59"
# Words that open a description before its noun, or tell where someone is from.
LEADING = frozenset({"now", "then", "once", "formerly", "of", "from", "including"})
WHOSE = frozenset({"his", "her", "their", "its"})
RELATIVE = frozenset({"who", "which", "whose", "whom", "that", "where", "when"})
STRESSING = frozenset({"even", "now", "still", "meanwhile", "yet"})


def words_of_source(tree: Tree, source: Source, draft: Draft) -> Span:
    """The phrase as it is shown: "Ann Bo, head of the harbour office".

    A description goes up to its own clause, and never into the cue or what is said.
    """
    inside = [t.i for t in tree.tokens if source.span.holds(t.span)]
    if not inside:
        return source.span
    start, end = _past_stress(tree, inside[0], source.head), inside[-1]
    ends_early = _before_clause(tree, source.head, end)
    if ends_early < end:
        return tree.span(start, ends_early)
    last = _last_free(tree, source, draft)
    commas = [t.i for t in tree.between(source.head + 1, end) if t.text == ","]
    opening = commas[0] - 1 if commas else end
    whole = max(end, *(_past_descriptions(tree, at, last) for at in (opening, end)))
    return tree.span(start, whole)


def _last_free(tree: Tree, source: Source, draft: Draft) -> int:
    """The last token behind the source before its cue or what is said."""
    taken = [*draft.cue, *draft.content]
    later = [span.start for span in taken if span.start >= source.span.end]
    stop = min(later, default=tree.sentence.span.end)
    return max(t.i for t in tree.tokens if t.span.end <= stop)


def _past_stress(tree: Tree, start: int, head: int) -> int:
    """Behind a word that belongs to the sentence: of "even the mayor" the mayor."""
    if start < head and tree.word(start) in STRESSING:
        return start + 1
    return start


def _before_clause(tree: Tree, head: int, end: int) -> int:
    """The last token before a clause in the phrase: of "a man who lives here" a man.

    Its own verb ends it, too, where a parser joined what stands behind to it.
    """
    for token in tree.between(head + 1, end + 1):
        is_own = token.i == tree.tokens[head].head and token.tag in FINITE
        if is_own or (token.dep == "relcl" and tree.left[token.i] > head):
            end = (token.i if is_own else tree.left[token.i]) - 1
            break
    while end > head and not is_word(tree.tokens[end]):
        end -= 1
    return end


def _past_descriptions(tree: Tree, end: int, last: int) -> int:
    """The end of what commas, dashes and brackets add on who somebody is."""
    while end < last and tree.word(end + 1) in PARTING:
        if tree.word(end + 1) == ")":
            end += 1
            continue
        found = _description_end(tree, end + 2, last) if end + 2 <= last else None
        if found is None:
            break
        end = found
        if tree.word(end + 1) in RELATIVE:
            break
    return end


def _description_end(tree: Tree, first: int, last: int) -> int | None:
    """The last token of the description that opens at `first`, None when none does."""
    if not _opens_description(tree, first):
        return None
    stop = first
    while stop <= last and not _closes_description(tree, stop):
        if _is_clause(tree.tokens[stop]):
            return None
        stop += 1
    if stop > last and tree.at(stop) is not None:
        return None  # runs into the cue: no description but the cue's own subject
    in_brackets = tree.word(first - 1) == "("
    if in_brackets and tree.word(stop) != ")":
        return None
    end = stop - 1
    while end > first and not is_word(tree.tokens[end]):
        end -= 1
    return end


def _closes_description(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    parts = token.text in PARTING or token.text.lower() in RELATIVE
    return parts or _tells_when(tree, token)


def _opens_description(tree: Tree, first: int) -> bool:
    token = tree.tokens[first]
    if token.text.lower() in RELATIVE:
        return False
    if token.pos == "CCONJ":
        token = tree.at(first + 1) or token
    if token.entity in {"DATE", "TIME"} and token.pos != "NUM":
        return False  # "a day later"
    word = token.text.lower()
    return token.pos in NAMING or word in LEADING or word in WHOSE


def _is_clause(token: Token) -> bool:
    """Whether a clause of its own stands here: ", the bridge is safe"."""
    if token.dep in {"acl", "amod"}:
        return False
    return token.tag in FINITE or token.dep in {"nsubj", "nsubjpass", "mark"}


def _tells_when(tree: Tree, token: Token) -> bool:
    thing = tree.child(token.i, "pobj") if token.dep == "prep" else None
    return thing is not None and thing.entity in {"DATE", "TIME"}
