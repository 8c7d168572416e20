"""Who did a deed and to whom: actors alone, by the grammar of its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.dealings.around import TIMED, from_whom, is_reduced, subject_of
from onrecord.extract.dealings.nominal import both_between, noun_at, sides_of_noun
from onrecord.extract.dealings.words import SPOKEN
from onrecord.extract.figures.nouns import is_person_noun
from onrecord.extract.reports.grammar import noun_phrase
from onrecord.model import Party, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.extract.dealings.deeds import Deed
    from onrecord.extract.dealings.referents import Known
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
POWERS = frozenset({
    "government", "army", "military", "police", "authority", "regime", "parliament",
    "court", "cabinet", "junta", "opposition", "rebel", "administration", "official",
    "county", "council", "ministry", "community", "west",
})  # fmt: skip
NAMING = frozenset({"amod", "compound", "poss", "nmod"})
# What hangs on a verb and names no other side.
OUTSIDE = frozenset({"nsubj", "advcl", "relcl", "agent", "parataxis", "punct", "mark",
                     "acl", "xcomp", "ccomp", "pcomp"})  # fmt: skip
PLACING = frozenset({"in", "at", "near", "outside", "across", "inside", "within",
                     "around", "under", "through", "like", "as",
                     "about", "according", "without", "among"})  # fmt: skip
FAR = 4  # steps below the verb; a name farther down is no side of it
SAID_OF = frozenset({"it", "he", "she", "they"})
REFERRING = SAID_OF | {"him", "her", "his", "its"}
# What somebody feels or says himself: "expressed his gratitude".
OWN_WORDS = frozenset({"support", "praise", "gratitude", "solidarity", "backing",
                       "admiration", "thanks", "thank", "appreciation", "approval",
                       "confidence", "tribute", "sympathy"})  # fmt: skip


def sides_of(
    scene: Scene, n: int, deed: Deed, known_as: Known
) -> tuple[list[Party], list[Party]]:
    """Those who did it and those to whom, of sentence `n`; either may be empty.

    Nobody stands on both sides.
    """
    heads = known_as.heads
    names = _Names(scene, n, known_as)
    sentence = scene.sentences[n]
    noun = noun_at(sentence, deed.at)
    if noun is not None:
        doers, done_to = sides_of_noun(sentence, deed.at, noun)
        actors = names.parties(doers)
        struck = names.parties(_with_all(sentence, done_to), beside=actors)
    else:
        doers, done_to = _subjects(sentence, deed.at)
        actors = names.parties(doers)
        joined = [] if actors else names.parties(both_between(sentence, deed.at))
        if deed.kind.is_joint and len(joined) > 1:
            return joined, []  # "a deal between Kelmara and Ruvenia was signed"
        struck = names.parties(done_to, beside=actors)
        if not struck and from_whom(sentence, deed.at) is None:
            struck = names.first(deed, actors)
    if not actors and struck and deed.kind.event in SPOKEN:
        actors = names.powers(doers)
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
    given = from_whom(sentence, at)
    if given is not None:
        subject = _meant(sentence, subject_of(sentence, at))
        return _with_others(sentence, given), _with_others(sentence, subject)
    passive = sentence.child(at, "nsubjpass")
    if is_reduced(sentence, sentence.tokens[at]):
        passive = sentence.tokens[sentence.tokens[at].head]
    elif passive is None and sentence.child(at, "auxpass") is None:
        subject = _meant(sentence, subject_of(sentence, at))
        return _with_others(sentence, subject), []
    by = sentence.child(at, "agent")
    doer = sentence.child(by.i, "pobj") if by is not None else None
    struck = _with_others(sentence, passive)
    if doer is not None:  # "imposed by Kelmara on Ruvenia" hangs on Kelmara
        struck += _behind(sentence, doer.i)
    return _with_others(sentence, doer), struck


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
    return sentence.child(verb.head, "nsubj") if is_said else subject


def _behind(sentence: Sentence, at: int) -> list[Token]:
    """Those behind "on", "against" and "to" that hang on the noun."""
    return [
        token
        for prep in sentence.children_with(at, "prep")
        if prep.text.casefold() in {"on", "against", "to"}
        for token in sentence.children_with(prep.i, "pobj")
    ]


def _with_all(sentence: Sentence, tokens: Sequence[Token]) -> list[Token]:
    return [each for token in tokens for each in _with_others(sentence, token)]


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
    marks = {mark.text.casefold() for mark in sentence.children_with(i, "mark")}
    if token.dep == "acl" and "that" in marks and deed.kind.event == "DISAPPROVE":
        return True  # "repeated its accusation that Kelmara had sunk the ferry"
    is_clause = token.dep == "conj" and token.pos in {"VERB", "AUX"}
    return is_asked or is_said or not (is_clause or token.dep in OUTSIDE)


class _Names:
    """The actors that one sentence names."""

    def __init__(self, scene: Scene, n: int, known_as: Known) -> None:
        self._scene, self._heads, self._n = scene, known_as.heads, n
        self._referents = known_as.referents
        self._sentence = scene.sentences[n]
        self._mentions = [m for m in scene.mentions[n] if self._is_actor(m)]

    def parties(
        self, tokens: Sequence[Token], beside: Sequence[Party] = ()
    ) -> list[Party]:
        """Those of the nouns that name an actor; no pronoun means one `beside`."""
        found = (self._party(token) or self._meant(token, beside) for token in tokens)
        named = {actor_key(p, self._heads): p for p in found if p is not None}
        return list(named.values())

    def first(self, deed: Deed, beside: Sequence[Party]) -> list[Party]:
        """The first object that names an actor not among those `beside`, and others."""
        known = {actor_key(party, self._heads) for party in beside}
        for token in _objects(self._sentence, deed):
            party = self._party(token)
            if party is None and _may_mean(self._sentence, token, deed):
                party = self._meant(token, beside)
            if party is not None and actor_key(party, self._heads) not in known:
                return self.parties(_with_others(self._sentence, token), beside)
            if party is None and self._is_struck(token, deed):
                return self._unnamed(token, deed)
        return []

    def powers(self, tokens: Sequence[Token]) -> list[Party]:
        """Those of the nouns that call a power by its kind alone: "the army"."""
        spans = (
            noun_phrase(self._sentence, token.i)
            for token in tokens
            if token.pos == "NOUN" and token.lemma.casefold() in POWERS
        )
        return [Party(span.of(self._scene.text), span) for span in spans]

    def _meant(self, token: Token, beside: Sequence[Party]) -> Party | None:
        """The actor that a pronoun stands for, by the name that says who it is."""
        if token.pos != "PRON" or token.text.casefold() not in REFERRING:
            return None
        barred = frozenset(
            self._heads[party.mention].head for party in beside if party.mention
        )
        mention = self._referents.of(self._n, token, barred)
        if mention is None or not self._is_actor(mention):
            return None
        return Party(mention.text, mention.span, mention.id)

    def _is_struck(self, token: Token, deed: Deed) -> bool:
        """Whether it is done to this noun itself, whoever is named farther on."""
        above = self._sentence.tokens[token.head]
        is_said = token.dep == "nsubj" and above.dep == "acl"  # "accusation that"
        is_object = token.dep == "dobj" and token.head == deed.at
        return (is_object or is_said) and _stands_for(token)

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


def _may_mean(sentence: Sentence, token: Token, deed: Deed) -> bool:
    """Whether a pronoun among the objects may be the other side: "praised his work"."""
    if token.text.casefold() in SAID_OF:
        return False
    if token.dep != "poss":
        return True
    is_own = sentence.tokens[token.head].lemma in OWN_WORDS
    return deed.kind.detail == "praised" and not is_own


def _stands_for(token: Token) -> bool:
    return token.lemma.casefold() in AGENTS | POWERS or is_person_noun(token)
