"""Who "the spokesman" or "Tarvia's foreign minister" is: by who bore which role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.gazetteer import fold, role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.statements.cast import Appearance, Cast
    from onrecord.extract.statements.draft import Source
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Mention, Span, Token

AHEAD = 3  # paragraphs: a lead may tell the role and leave the name for later
DEFINITE = frozenset({"the", "this", "that"})
LESSER = frozenset({"vice", "deputy", "former", "ex", "assistant", "late", "then"})
PLURAL = frozenset({"NNS", "NNPS"})
EMPTY = frozenset(
    """the this that a an 's ’s same top senior chief only former then new current his
    her its their of for""".split()  # noqa: SIM905 - a printed apostrophe; reads better
)


def find_bearer(source: Source, cast: Cast, scene: Scene) -> Mention | None:
    """The one person of the article who bears the role that the source words."""
    tree = scene.tree(source.sentence)
    head = tree.tokens[source.head]
    role = role_of(role_words(tree, head, source.span))
    if role is None or head.tag in PLURAL or not is_definite(tree, head, scene):
        return None
    is_headline = scene.sentences[source.sentence].zone == "headline"
    wanted = qualifiers(tree, head, source.span)
    found = [
        item
        for item in cast.appearances
        if item.mention.type == "person"
        and (is_headline or _is_in_reach(item, source, scene))
        and (role.name in cast.offices(item.mention) or _is_called(item, head, cast))
        and _agrees(item, wanted, cast, scene)
    ]
    exact = [item for item in found if _holds(item, head, wanted, cast)]
    bare = [] if wanted else [item for item in exact if _is_titled(item, head, cast)]
    return _the_one(exact, cast) or _the_one(bare, cast) or _the_one(found, cast)


def _is_titled(item: Appearance, head: Token, cast: Cast) -> bool:
    """Whether the bare word is the title: "President X", not "president of Y"."""
    chain = cast.chains.get(item.mention.head, (item.mention,))
    return any(fold(mention.role or "") == fold(head.text) for mention in chain)


def _is_called(item: Appearance, head: Token, cast: Cast) -> bool:
    """Whether the article gives the person this very word for a role."""
    if head.text.lower() in {"doctor", "physician"} and cast.is_doctor(item.mention):
        return True
    told = cast.role(item.mention)
    return told is not None and fold(head.text) in fold(told.role or "").split()


def _holds(item: Appearance, head: Token, wanted: Sequence[Token], cast: Cast) -> bool:
    """Whether the person holds just this office: no vice president is "the president".

    Former holders are left out, too, unless the words ask for one.
    """
    told = cast.role(item.mention)
    words = set(fold(told.role or "").split()) if told is not None else set()
    asked = {fold(token.text) for token in wanted}
    return fold(head.text) in words and not (words & LESSER) - asked


def _is_in_reach(item: Appearance, source: Source, scene: Scene) -> bool:
    """Whether the name comes before, or so soon that a lead may hold it back."""
    if item.mention.span.start < source.span.start:
        return True
    here = scene.sentences[source.sentence].paragraph
    return scene.sentences[item.sentence].paragraph - here <= AHEAD


def _the_one(found: Sequence[Appearance], cast: Cast) -> Mention | None:
    heads = {item.mention.head for item in found}
    return cast.head(found[-1].mention) if len(heads) == 1 else None


def role_words(tree: Tree, head: Token, span: Span) -> str:
    """The words of the role alone: of "Tarvia's foreign minister" the last two."""
    start = head.i
    while start > 0 and _is_of_role(tree.tokens[start - 1], head, span):
        start -= 1
    return " ".join(token.text for token in tree.tokens[start : head.i + 1])


def _is_of_role(token: Token, head: Token, span: Span) -> bool:
    if not span.holds(token.span) or token.dep not in {"amod", "compound", "nmod"}:
        return False
    return token.entity not in {"GPE", "NORP", "ORG", "PERSON"} and token.i < head.i


def is_definite(tree: Tree, head: Token, scene: Scene) -> bool:
    """Whether the words point at one already told, or whose it is."""
    if scene.sentences[tree.number].zone == "headline":
        return True
    first = tree.child(head.i, "det", "poss")
    if first is None and head.dep == "poss":
        first = tree.child(head.head, "det")  # "the board's site": hung on the site
    if first is None:
        return False
    return first.dep == "poss" or first.text.lower() in DEFINITE


def qualifiers(tree: Tree, head: Token, span: Span) -> list[Token]:
    """Words beside the head that say which one is meant."""
    return [
        token
        for token in tree.tokens
        if span.holds(token.span)
        and token.i != head.i
        and token.text.lower() not in EMPTY
        and not (token.dep == "poss" and token.pos == "NOUN")
        and token.text[0].isalpha()
    ]


def _agrees(
    item: Appearance, wanted: Sequence[Token], cast: Cast, scene: Scene
) -> bool:
    """Whether all that the words ask for is said of this person."""
    chain = cast.chains.get(item.mention.head, (item.mention,))
    bare = any(mention.role and " " not in mention.role.strip() for mention in chain)
    known = " ".join(
        f"{mention.text} {mention.role or ''} {mention.institution or ''}"
        for mention in chain
    )
    words = set(fold(known).split())
    countries = {mention.country for mention in chain if mention.country}
    for token in wanted:
        named = scene.mention_at(token.span.start)
        if named is not None and named.country and named.country in countries:
            continue
        if fold(token.text) in words or _same_actor(named, chain, scene):
            continue
        if named is not None and named.type == "party" and not _has_party(chain, scene):
            continue  # a party is told of many by their epithet alone
        if not bare or token.pos == "PROPN":
            return False
    return True


def _has_party(chain: Sequence[Mention], scene: Scene) -> bool:
    """Whether the words of a role name a party."""
    spans = [span for mention in chain for span in mention.role_spans]
    return any(
        other.type == "party" for span in spans for other in scene.mentions_in(span)
    )


def _same_actor(named: Mention | None, chain: Sequence[Mention], scene: Scene) -> bool:
    """Whether the body in the words is the one named in the role of the chain."""
    if named is None:
        return False
    for mention in chain:
        for span in mention.role_spans:
            if any(other.head == named.head for other in scene.mentions_in(span)):
                return True
    return False
