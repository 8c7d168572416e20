"""Whether a verb is in the passive, and who acts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.tree import SUBJECTS

if TYPE_CHECKING:
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

HAS = frozenset({"'s", "’s"})
# Somebody can be told these: "he's told that", where others have "he's announced that".
# "Was held and told that ..." is another passive.
ADDRESSING = frozenset(
    ["tell", "inform", "warn", "advise", "assure", "remind", "notify", "convince",
     "persuade", "promise", "show", "teach"]
)  # fmt: skip


def is_passive(tree: Tree, verb: Token) -> bool:
    """Whether something is said of the subject rather than by it."""
    if tree.child(verb.i, "auxpass", "nsubjpass", "csubjpass") is not None:
        return not _has_announced(tree, verb)
    if verb.dep != "conj" or verb.lemma not in ADDRESSING:
        return False  # "was held and said": they speak
    own = tree.children(verb.i, *SUBJECTS, "aux", "dobj", "dative")
    return not own and is_passive(tree, tree.head(verb))


def _has_announced(tree: Tree, verb: Token) -> bool:
    """Whether the helper is "has" and not "is": "she's announced that ..."."""
    helper = tree.child(verb.i, "auxpass")
    is_short = helper is not None and helper.text.lower() in HAS
    holds = tree.child(verb.i, "ccomp") is not None
    return is_short and holds and verb.lemma not in ADDRESSING


def agent_of(tree: Tree, verb: Token) -> Token | None:
    """Who acts in a passive: "by police"."""
    by = tree.child(verb.i, "agent")
    return tree.child(by.i, "pobj") if by is not None else None
