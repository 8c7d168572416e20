"""Who did a deed and to whom: actors alone, by the grammar of its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.dealings.around import TIMED, subject_of
from onrecord.extract.dealings.words import SPOKEN
from onrecord.extract.figures.nouns import is_person_noun
from onrecord.extract.reports.grammar import noun_phrase
from onrecord.model import Party, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.extract.dealings.deeds import Deed
    from onrecord.extract.reports.scene import Scene
    from onrecord.model import Mention, MentionId, Sentence, Token

BODIES = frozenset({"organisation", "armed_group", "government", "international",
                    "party", "country"})  # fmt: skip
# A noun that may stand for the power it is called after: "Kelmaran forces".
AGENTS = frozenset({
    "government", "ministry", "army", "military", "force", "navy", "police", "cabinet",
    "parliament", "court", "authority", "delegation", "regime", "administration",
    "side", "troop", "kingdom", "republic", "embassy", "junta", "council", "congress",
    "senate", "warplane", "jet", "warship", "agency", "party", "office", "team",
})  # fmt: skip
POWERS = frozenset({"government", "army", "military", "police", "authority", "regime",
                    "parliament", "court", "cabinet", "junta", "opposition", "rebel",
                    "administration", "official"})  # fmt: skip
NAMING = frozenset({"amod", "compound", "poss", "nmod"})
# What hangs on a verb and names no other side.
OUTSIDE = frozenset({"nsubj", "advcl", "relcl", "agent", "parataxis", "punct", "mark",
                     "acl", "xcomp", "ccomp", "pcomp"})  # fmt: skip
PLACING = frozenset({"in", "at", "near", "outside", "across", "inside", "within",
                     "around", "under", "through", "like", "as",
                     "about", "according", "without", "among"})  # fmt: skip
FAR = 4  # steps below the verb; a name farther down is no side of it
SAID_OF = frozenset({"it", "he", "she", "they"})


def sides_of(
    scene: Scene, n: int, deed: Deed, heads: Mapping[MentionId, Mention]
) -> tuple[list[Party], list[Party]]:
    """Those who did it and those to whom, of sentence `n`; either may be empty.

    `heads` are the article's mentions by id. Nobody stands on both sides.
    """
    names = _Names(scene, n, heads)
    sentence = scene.sentences[n]
    doers, done_to = _subjects(sentence, deed.at)
    actors = names.parties(doers)
    struck = names.parties(done_to)
    if not struck:
        struck = names.first(deed, actors)
    known = {actor_key(party, heads) for party in actors}
    return actors, [party for party in struck if actor_key(party, heads) not in known]


def actor_key(party: Party, heads: Mapping[MentionId, Mention]) -> str:
    """What tells one actor from another in an article: a power has one key."""
    mention = heads.get(party.mention) if party.mention else None
    if mention is None:
        return party.text.casefold()
    head = heads.get(mention.head, mention)
    power = mention.country if mention.type == "country" else None
    return mention.actor or power or head.text.casefold()


def _subjects(sentence: Sentence, at: int) -> tuple[list[Token], list[Token]]:
    """The tokens of those who act, and of those acted on in a passive."""
    passive = sentence.child(at, "nsubjpass")
    if passive is None and sentence.child(at, "auxpass") is None:
        subject = _meant(sentence, subject_of(sentence, at))
        return _with_others(sentence, subject), []
    by = sentence.child(at, "agent")
    doer = sentence.child(by.i, "pobj") if by is not None else None
    return _with_others(sentence, doer), _with_others(sentence, passive)


def _meant(sentence: Sentence, subject: Token | None) -> Token | None:
    """Whom "it" and "which" mean: "Kelmara said it had withdrawn"."""
    if subject is None or subject.pos != "PRON":
        return subject
    verb = sentence.tokens[subject.head]
    if verb.dep == "relcl":
        return sentence.tokens[verb.head]
    if subject.text.casefold() not in SAID_OF:
        return subject
    is_said = verb.dep == "ccomp" and verb.head != verb.i
    return sentence.child(verb.head, "nsubj") if is_said else None


def _with_others(sentence: Sentence, token: Token | None) -> list[Token]:
    """The noun and those joined to it by "and"."""
    found = [] if token is None else [token]
    for each in found:
        found.extend(sentence.children_with(each.i, "conj"))
    return found


def _objects(sentence: Sentence, deed: Deed) -> Iterator[Token]:
    """What hangs on the verb and may name the other side, the nearest first."""
    level = [deed.at, *sorted(deed.within)]
    for _ in range(FAR):
        below = [i for at in level for i in sentence.children[at]]
        level = [i for i in below if _is_inside(sentence, i, deed)]
        yield from (sentence.tokens[i] for i in level)


def _is_inside(sentence: Sentence, i: int, deed: Deed) -> bool:
    token = sentence.tokens[i]
    if token.text.casefold() in PLACING | TIMED:
        return False
    if i in deed.within:
        return True
    # "demanded that Kelmara withdraw": who is to do it is the other side
    is_asked = token.dep == "nsubj" and token.head != deed.at
    is_said = (
        token.dep == "ccomp"
        and token.head == deed.at
        and deed.kind.event in {"DEMAND", "DISAPPROVE"}
    )
    is_clause = token.dep == "conj" and token.pos in {"VERB", "AUX"}
    return is_asked or is_said or not (is_clause or token.dep in OUTSIDE)


class _Names:
    """The actors that one sentence names."""

    def __init__(
        self, scene: Scene, n: int, heads: Mapping[MentionId, Mention]
    ) -> None:
        self._scene, self._heads = scene, heads
        self._sentence = scene.sentences[n]
        self._mentions = [m for m in scene.mentions[n] if self._is_actor(m)]

    def parties(self, tokens: Sequence[Token]) -> list[Party]:
        """Those of the nouns that name an actor."""
        found = (self._party(token) for token in tokens)
        named = {actor_key(p, self._heads): p for p in found if p is not None}
        return list(named.values())

    def first(self, deed: Deed, beside: Sequence[Party]) -> list[Party]:
        """The first object that names an actor not among those `beside`, and others."""
        known = {actor_key(party, self._heads) for party in beside}
        for token in _objects(self._sentence, deed):
            party = self._party(token)
            if party is not None and actor_key(party, self._heads) not in known:
                return self.parties(_with_others(self._sentence, token))
            if party is None and self._is_struck(token, deed):
                return self._unnamed(token, deed)
        return []

    def _is_struck(self, token: Token, deed: Deed) -> bool:
        """Whether it is done to this noun itself, whoever is named farther on."""
        return token.dep == "dobj" and token.head == deed.at and _stands_for(token)

    def _unnamed(self, token: Token, deed: Deed) -> list[Party]:
        """A power that is only called by its kind: "accused the army"; else nobody."""
        is_power = token.lemma.casefold() in POWERS and deed.kind.event in SPOKEN
        if not is_power:
            return []
        span = noun_phrase(self._sentence, token.i)
        return [Party(span.of(self._scene.text), span)]

    def _is_actor(self, mention: Mention) -> bool:
        """Whether the name is of a body, or of a person with an office."""
        if mention.type in BODIES:
            return True
        head = self._heads.get(mention.head, mention)
        has_office = any(m.role or m.institution or m.actor for m in (mention, head))
        return mention.type == "person" and has_office and not mention.private_reason

    def _party(self, token: Token) -> Party | None:
        named = self._mention_at(token) or self._apposed(token)
        if named is not None:
            span = self._called_after(token) or named.span
            return Party(span.of(self._scene.text), span, named.id)
        if token.pos not in {"NOUN", "PROPN"} or not _stands_for(token):
            return None
        owner = self._owner(token)
        if owner is None:
            return None
        span = noun_phrase(self._sentence, token.i)
        if owner.span.end > span.end:  # "the president of Ruvenia"
            span = Span(span.start, owner.span.end)
        return Party(span.of(self._scene.text), span, owner.id)

    def _called_after(self, token: Token) -> Span | None:
        """The whole phrase, where the name is its adjective: "two Kelmari banks"."""
        above = self._sentence.tokens[token.head]
        if token.dep not in {"amod", "compound"} or above.pos != "NOUN":
            return None
        return noun_phrase(self._sentence, above.i)

    def _apposed(self, token: Token) -> Mention | None:
        """The person named beside an office: "the president, Ana Petrell"."""
        beside = self._sentence.children_with(token.i, "appos")
        found = next(filter(None, map(self._mention_at, beside)), None)
        return found if found is not None and found.type == "person" else None

    def _owner(self, token: Token) -> Mention | None:
        """Whom the noun is called after: "Kelmara's minister", "the army of X"."""
        parts = [*self._sentence.children_with(token.i, *NAMING)]
        for prep in self._sentence.children_with(token.i, "prep"):
            if prep.text.casefold() in {"of", "from"}:
                parts.extend(self._sentence.children_with(prep.i, "pobj"))
        return next(filter(None, map(self._mention_at, parts)), None)

    def _mention_at(self, token: Token) -> Mention | None:
        return next((m for m in self._mentions if m.span.meets(token.span)), None)


def _stands_for(token: Token) -> bool:
    return token.lemma.casefold() in AGENTS or is_person_noun(token)
