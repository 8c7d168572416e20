"""Whether an effect word tells what happened, or only what might, or never did."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.extract.figures.negation import is_negated, is_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Sentence, Token

MODALS = frozenset({
    "would", "could", "might", "will", "shall", "should", "can", "must", "'ll", "'d",
    "wo", "ca",
})  # fmt: skip
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
DENYING = frozenset({
    "deny", "dismiss", "reject", "refute", "rubbish", "debunk", "disprove",
})  # fmt: skip
RUMOURS = frozenset({
    "untrue", "false", "baseless", "unfounded", "fake", "rumour", "rumor", "hoax",
    "rumours", "rumors",
    "myth", "fantasy", "fabrication",
})  # fmt: skip
REPORTS = frozenset({
    "report", "message", "talk", "story", "post", "news", "allegation", "say",
})  # fmt: skip
WISHES = frozenset({
    "plan", "plot", "threaten", "threat", "vow", "want", "try", "attempt", "intend",
    "intention", "aim", "prepare", "fail", "order", "urge", "call", "conspire", "hope",
    "expect", "scheme", "bid", "able", "capable", "ready", "likely", "warn", "seek",
    "permission", "licence", "license", "goal", "decide", "promise", "refuse", "risk",
    "conspiracy", "fear", "wish", "enough", "power", "right", "proposal", "propose",
})  # fmt: skip
FORECASTS = frozenset({"promise", "predict", "forecast", "foresee", "envisage"})
TELLING = frozenset({
    "receive", "admit", "treat", "bring", "take", "carry", "count", "report", "leave",
    "find", "evacuate", "bury", "recover", "see", "say", "claim", "list", "include",
    "be", "transport", "rush", "ferry", "send", "arrive", "lie", "number", "record",
    "register", "give", "cause", "put", "confirm", "mourn", "speak", "rise", "climb",
    "reach", "tell", "come", "get", "have", "handle", "move", "fly", "transfer",
    "collect",
})  # fmt: skip
WORKS = frozenset({
    "film", "movie", "novel", "book", "blockbuster", "mystery", "series", "thriller",
    "drama", "episode", "game", "play", "song", "album", "poem", "sitcom", "musical",
})  # fmt: skip
FOILING = frozenset({"foil", "thwart", "prevent", "avert", "stop", "avoid"})
DRILLS = frozenset({
    "simulated", "mock", "staged", "drill", "exercise", "simulation", "rehearsal",
    "scenario",
})  # fmt: skip
HABITS = frozenset({"each", "every", "annually", "yearly"})
PERIODS = frozenset({"year", "month", "week", "day", "hour", "minute"})
HARMLESS = frozenset({
    "inflation", "price", "tax", "tariff", "scandal", "remark", "comment", "sanction",
    "drought", "rule", "law", "policy", "decision", "rate", "crisis", "recession",
    "row", "criticism", "accusation", "allegation", "word", "joke", "closure", "ban",
    "reform", "shortage", "downturn", "rumour", "rumor", "boycott", "debt", "deficit",
    "cost", "cut", "layoff", "embargo", "currency", "budget", "levy", "subsidy",
    "slump", "rent", "wage", "news", "import", "competition", "revelation",
    "defeat", "loss", "outage", "fee", "fine", "strike",
})  # fmt: skip
FEELINGS = frozenset({
    "pride", "feelings", "feeling", "ego", "egos", "reputation", "pocket", "pockets",
    "business", "trade", "polls", "economically", "financially", "politically",
})  # fmt: skip
FIGURED = frozenset({
    "hurt", "hit", "crush", "burn", "harm", "cripple", "wound", "injure", "bruise",
    "sting", "maul", "slash", "scald",
})  # fmt: skip
ILLNESSES = frozenset({
    "cholera", "measles", "dengue", "malaria", "ebola", "fever", "virus", "flu",
    "influenza", "covid", "coronavirus", "infection", "infections", "outbreak",
    "epidemic", "disease", "diseases", "meningitis", "typhoid", "diarrhoea",
    "diarrhea", "cancer", "surgery", "pneumonia", "tuberculosis", "polio", "hiv",
    "diabetes", "malnutrition", "palate", "cataract", "cataracts", "mpox", "plague",
    "hepatitis", "vaccine", "dialysis", "tests", "operation", "check-up", "checkup",
    "checks", "labour", "labor", "birth", "symptoms", "infected",
})  # fmt: skip
WOUNDS = frozenset({
    "wounded", "injured", "wounds", "injuries", "burns", "shrapnel", "gunshot", "blast",
    "explosion", "crash", "attack", "shooting", "bombing", "strike", "inhalation",
    "smoke", "fire", "bullet", "collapse", "quake", "earthquake", "clashes", "stampede",
})  # fmt: skip
HOPES = frozenset({"hope", "chance", "prospect", "idea", "plan", "talk", "doubt"})
HOPED = 10  # tokens from the verb to the hope
TREATED = frozenset({
    "treat", "admit", "take", "rush", "hospitalise", "hospitalize", "hospital", "care",
    "need", "require", "seek", "receive", "send", "fly", "transfer", "condition",
})  # fmt: skip
QUOTES = frozenset({'"', "\u201c", "\u201d", "``", "''"})


def is_told(sentence: Sentence, at: int) -> bool:
    """Whether the word at token `at` tells of people really struck.

    "May have died" is told, as worded; what would, could or shall happen, is planned,
    denied or shown in a film is not, nor is what happens every year.
    """
    words = {token.text.casefold() for token in sentence.tokens}
    if words & DRILLS or (words & WORKS and _is_quoted(sentence, at)):
        return False
    return not (
        _is_shown(sentence, at)
        or (_is_modal(sentence, at) and not _is_unfound(sentence, at))
        or _is_wished(sentence, at)
        or _is_denied(sentence, at)
        or _is_untrue(sentence)
        or is_negated(sentence, at)
        or _is_habit(sentence, words)
    )


def is_bodily(sentence: Sentence, at: int) -> bool:
    """Whether the harm at token `at` is done to bodies, and by no illness.

    Prices that "hurt pensioners" and pride that is "wounded" hurt nobody; those taken
    to hospital with a fever are patients.
    """
    words = {token.text.casefold() for token in sentence.tokens}
    verb = sentence.tokens[at]
    if verb.lemma == "kill":
        return not _is_of_hopes(sentence, verb)
    if verb.lemma in TREATED:
        is_clinic = bool(words & {"patient", "patients"}) and not words & WOUNDS
        return not words & ILLNESSES and not is_clinic
    if verb.lemma not in FIGURED:
        return True
    behind = {t.text.casefold() for t in sentence.tokens[at + 1 : at + 4]}
    return not behind & FEELINGS and not any(
        doer.lemma in HARMLESS for doer in _doers(sentence, verb)
    )


def _is_of_hopes(sentence: Sentence, verb: Token) -> bool:
    """Whether a hope is killed, far from its verb: "killed with this any chance"."""
    if sentence.child(verb.i, "dobj", "nsubjpass", "auxpass") is not None:
        return False
    for left, right in pairwise(sentence.tokens[verb.i + 1 : verb.i + HOPED]):
        if left.pos == "VERB":
            return False
        if left.text.casefold() in {"any", "all", "every"} and right.lemma in HOPES:
            return True
    return False


def _doers(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Who or what does it: the verb's subject, or what follows its "by"."""
    if sentence.child(verb.i, "nsubjpass", "auxpass") is None:
        yield from sentence.children_with(verb.i, "nsubj")
    for by in sentence.children_with(verb.i, "agent"):
        yield from sentence.children_with(by.i, "pobj")


def is_described(sentence: Sentence, at: int) -> bool:
    """Whether the word only describes people of whom something else is told.

    "The home cares for 40 injured men" tells of no injury, "left 40 injured men" does.
    """
    word = sentence.tokens[at]
    is_adjective = word.dep == "amod" and word.tag in {"JJ", "VBN"}
    if not is_adjective or word.head <= at or sentence.zone == "headline":
        return False
    verb = next((t for t in _above(sentence, at) if t.pos in {"VERB", "AUX"}), None)
    return verb is not None and verb.lemma not in TELLING


def _above(sentence: Sentence, at: int) -> Iterator[Token]:
    seen = {at}
    while sentence.tokens[at].head not in seen:
        at = sentence.tokens[at].head
        seen.add(at)
        yield sentence.tokens[at]


def _is_quoted(sentence: Sentence, at: int) -> bool:
    marks = [t.i for t in sentence.tokens if t.text in QUOTES]
    return sum(i < at for i in marks) % 2 == 1


def _is_shown(sentence: Sentence, at: int) -> bool:
    """Whether a film or book tells it: "the novel opens with 12 dead"."""
    verbs = (sentence.tokens[at], *_above(sentence, at))
    subjects = (sentence.child(verb.i, "nsubj") for verb in verbs)
    if any(subject is not None and subject.lemma in WORKS for subject in subjects):
        return True
    works = (token.i for token in sentence.tokens if token.lemma in WORKS)
    return any(
        token.text.casefold() == "in"
        for i in works
        for token in sentence.tokens[max(0, i - 3) : max(0, i - 1)]
    )


def _is_modal(sentence: Sentence, at: int) -> bool:
    """Whether a modal or a condition governs the word, in its own clause or above."""
    for token in (sentence.tokens[at], *_above(sentence, at)):
        if any(
            child.text.casefold() in MODALS
            for child in sentence.children_with(token.i, "aux")
        ):
            return True
        if _is_due(sentence, token):
            return True
        marks = sentence.children_with(token.i, "mark")
        if any(child.text.casefold() in CONDITIONS for child in marks):
            return True
        if _is_may(sentence, token) or token.dep == "ccomp":
            return _is_may(sentence, token)
    return False


def _is_due(sentence: Sentence, verb: Token) -> bool:
    """Whether something "is to be" done: "two men are to be hanged"."""
    lead = sentence.tokens[verb.head]
    aux = {t.text.casefold() for t in sentence.children_with(verb.i, "aux")}
    is_now = lead.text.casefold() in {"is", "are", "was", "were"}
    return verb.dep == "xcomp" and "to" in aux and is_now and "have" not in aux


def _is_unfound(sentence: Sentence, at: int) -> bool:
    """Whether people "could not be found"."""
    word = sentence.tokens[at].text.casefold()
    negation = sentence.child(at, "neg")
    return word in {"found", "located", "traced"} and negation is not None


def _is_may(sentence: Sentence, verb: Token) -> bool:
    aux = {t.text.casefold() for t in sentence.children_with(verb.i, "aux")}
    return "may" in aux and not aux & {"have", "ve"}


def _is_wished(sentence: Sentence, at: int) -> bool:
    """Whether an infinitive or noun hangs on a plan, a threat, an attempt."""
    low = sentence.tokens[at]
    for token in _above(sentence, at):
        aux = {t.text.casefold() for t in sentence.children_with(low.i, "aux")}
        is_infinitive = "to" in aux and "have" not in aux
        is_of = low.pos == "ADP" and low.text.casefold() in {"of", "to", "against"}
        if token.lemma in FORECASTS or (
            token.lemma == "want" and token.i < at and "have" not in aux
        ):
            return True
        if token.lemma in FOILING and _is_content(low, aux):
            return True
        if token.lemma in WISHES and token.i < at and (is_infinitive or is_of):
            return True
        low = token
    return False


def _is_untrue(sentence: Sentence) -> bool:
    """Whether the sentence says that there is "no truth" in something."""
    words = " ".join(token.text.casefold() for token in sentence.tokens)
    return "no truth" in words or "not true" in words


def _is_content(low: Token, aux: set[str]) -> bool:
    """Whether what hangs on "foiled" was foiled, and was not done beside it."""
    is_beside = low.dep in {"advcl", "prep"} and "to" not in aux
    return low.dep not in {"nsubj", "nsubjpass", "conj"} and not is_beside


def _is_denied(sentence: Sentence, at: int) -> bool:
    """Whether the words are what somebody denies; its subject is not under it."""
    low = at
    for token in _above(sentence, at):
        is_subject = sentence.tokens[low].dep in {"nsubj", "nsubjpass", "advcl", "conj"}
        is_rumour = token.lemma in RUMOURS and sentence.tokens[low].dep != "conj"
        said_of = sentence.children_with(token.i, "attr", "oprd", "acomp", "ccomp")
        is_rumour = is_rumour or any(child.lemma in RUMOURS for child in said_of)
        if is_rumour or (token.lemma in DENYING and not is_subject):
            return True
        low = token.i
    words = {token.lemma for token in sentence.tokens}
    reported = {token.lemma for token in _above(sentence, at)} & REPORTS
    return bool(reported and words & RUMOURS)


def _is_habit(sentence: Sentence, words: set[str]) -> bool:
    """Whether it happens "every year", "12 times a day"."""
    tokens = sentence.tokens
    if is_share(sentence):
        return True
    for left, right in pairwise(tokens):
        lead, unit = left.text.casefold(), right.text.casefold()
        if unit in PERIODS and lead in {"each", "every", "per"}:
            return True
        if lead in {"a", "an"} and unit in PERIODS and _counts(sentence, left.i):
            return True
    return bool(words & {"annually", "yearly"})


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether "a year" follows a count and is no date: "kills 300 people a year"."""
    after = (
        sentence.tokens[at + 2].text.casefold() if at + 2 < len(sentence.tokens) else ""
    )
    before = sentence.tokens[at - 1] if at else None
    is_noun = before is not None and before.pos in {"NOUN", "NUM"}
    return is_noun and after not in {"ago", "before", "after", "later", "earlier"}
