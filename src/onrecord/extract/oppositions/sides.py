"""Whether two statements are said by two sides: surely, perhaps, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.extract.statements.roles import load_nouns
from onrecord.gazetteer import fold

if TYPE_CHECKING:
    from onrecord.extract.oppositions.matters import Matters
    from onrecord.model import Statement, Token

Apart = Literal["yes", "unsure", "no"]
PRONOUNS = frozenset(["he", "she", "it", "they", "who", "i", "we", "you", "one"])
SHARES = frozenset({"percent", "%", "per", "cent"})  # of those asked in a poll
PRESS = frozenset(
    {"paper", "newspaper", "magazine", "daily", "weekly", "tabloid", "report", "story",
     "article", "broadcaster", "station", "channel", "website", "press"}
)  # fmt: skip
MANY = frozenset({"NNS", "NNPS"})
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})


def apart(left: Statement, right: Statement, matters: Matters) -> Apart:
    """Whether two sides speak.

    A pronoun that names nobody may be anyone: no second side. A body and its own
    spokesman are one side, and so are a person and their lawyer. "The leader" may be
    the one just named.
    """
    if left.speaker is not None and left.speaker == right.speaker:
        return "no"
    if matters.source_words(left) == matters.source_words(right):
        return "no"
    if _belongs(left, right, matters) or _belongs(right, left, matters):
        return "no"
    if any(_is_open(side, matters) for side in (left, right)):
        return "no"
    vague = [side for side in (left, right) if _is_vague(side, matters)]
    named = left.speaker is not None or right.speaker is not None
    return "unsure" if vague and (named or _differ(vague, matters)) else "yes"


def is_of_media(statement: Statement, matters: Matters) -> bool:
    """Whether the press says it: a reporter, an editor, "the paper"."""
    head = matters.source_head(statement)
    word = head.text.lower() if head is not None else ""
    return statement.sector == "media" or word.removesuffix("s") in PRESS


def _belongs(part: Statement, whole: Statement, matters: Matters) -> bool:
    """Whether `part` is said for the speaker of `whole`: by the body's spokesman."""
    if whole.speaker is not None and whole.speaker in matters.heads_in(part.source):
        return True
    if part.institution is None:
        return False
    of = set(fold(part.institution).split())
    names = [whole.speaker_name, whole.institution]
    return any(name is not None and set(fold(name).split()) <= of for name in names)


def _is_open(statement: Statement, matters: Matters) -> bool:
    """Whether nobody can tell who speaks: no source, or a pronoun for nobody named."""
    head = matters.source_head(statement)
    if head is None:
        return statement.speaker is None
    word = head.text.lower()
    return statement.speaker is None and (word in PRONOUNS or word in SHARES)


def _is_vague(statement: Statement, matters: Matters) -> bool:
    """Whether "the leader" or "the statement" may be of someone named elsewhere."""
    head = matters.source_head(statement)
    if statement.speaker is not None or head is None or head.tag in MANY:
        return False
    words = matters.source_words(statement).split()
    return words[0] in DEFINITE or _kind(head) == "document"


def _differ(sides: list[Statement], matters: Matters) -> bool:
    """Whether one is a role and one a body, that the role may speak for."""
    heads = [matters.source_head(side) for side in sides]
    return len({_kind(head) for head in heads if head is not None}) > 1


def _kind(head: Token) -> str:
    noun = load_nouns().get(head.text.lower())
    return noun.kind if noun is not None else ""
