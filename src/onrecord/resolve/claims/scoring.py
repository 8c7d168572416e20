"""How surely rules say that two sayings assert the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.resolve.meaning.sentences import agreed_families
from onrecord.resolve.meaning.verdict import (
    VAGUE,
    Verdict,
    count_alike,
    count_apart,
    shared_share,
)

if TYPE_CHECKING:
    from onrecord.resolve.claims.saying import Saying

NEVER = -1.0  # the score of two sayings that no claim may hold together
NEAR_EQUAL = 0.85  # cosine at which a missing "may" is a matter of wording
CLOSE = 0.53  # cosine of statements on one subject, names aside
FAR = 0.45  # cosine below which shared words are shared by chance
NEAR = 0.75  # cosine of paraphrases
UNLIKE = 0.35  # cosine of statements on one topic
# States that say one thing in whatever words, when said of one entity: beaten, fair.
ENTITY_STATES = frozenset(
    {("strength", -1), ("election", 1), ("election", -1), ("truce", 1), ("truce", -1)}
)
ENTITY_FAMILIES = frozenset(family for family, _ in ENTITY_STATES)
# Words without which "fair" or "broken" is said of anything.
ANCHORS = {
    "election": (
        "elect",
        "vot",
        "ballot",
        "poll",
        "count",
        "result",
        "turnout",
        "tally",
    ),
    "truce": (
        "truce",
        "ceasefire",
        "fire",
        "gun",
        "shell",
        "hostilit",
        "fight",
        "shoot",
    ),
}
# States with a hundred faces: a group that recruits and one that taxes are both alive.
MANIFOLD = frozenset(
    {("strength", 1), ("involvement", 1), ("casualties", 1), ("damage", 1)}
)
STATE = 0.62  # score of one state said of one entity, before nearness is added
SAME_SUBJECT = 0.5  # share of plain words by which both speak of one subject
SIDE = 0.8  # what is left of it when only a manifold state is shared: .65 to 1 swept
FEW = 3  # plain words of a short saying: one of them shared is its subject
DENIED = 0.7  # belief in a dispute that keeps two sayings out of one claim
NO_SUBJECT = 0.65  # what is left of it when no common word but names is shared
HEDGED = 0.65  # what is left of the belief when only one of two says "may"
SAME_SPEAKER = 0.1
# How much is believed when what the two are about is known less surely.
TRUST = {"named": 1.0, "shared": 0.95, "guessed": 0.8, "none": 0.7}


@dataclass(frozen=True, slots=True)
class Score:
    """From `NEVER` to 1, and the reason in a clause."""

    value: float
    reason: str


def score_pair(left: Saying, right: Saying, verdict: Verdict, cosine: float) -> Score:
    """How surely rules say that both assert the same about the same.

    `NEVER` forbids one claim.
    """
    against = _objection(left, right, verdict)
    if against:
        return Score(NEVER, against)
    trust = topic_trust(left, right)
    belief, reason = _stated(left, right, verdict, cosine)
    belief *= trust
    if is_one_hedged(left, right) and cosine < NEAR_EQUAL:
        belief *= HEDGED
    if left.speakers & right.speakers and trust:
        belief += SAME_SPEAKER
    return Score(round(min(1.0, belief), 4), reason)


def is_one_hedged(left: Saying, right: Saying) -> bool:
    """Whether one alone says what may be, or what is only tried."""
    mine, theirs = left.meaning, right.meaning
    return mine.is_weak != theirs.is_weak or mine.is_aimed != theirs.is_aimed


def are_sides_of_one(left: Saying, right: Saying, verdict: Verdict) -> bool:
    """Whether all that their poles share is a state with a hundred faces."""
    shared = [name for name in verdict.same if name not in VAGUE]
    poles = {(name, left.meaning.pole(name)) for name in shared}
    return bool(poles) and poles <= MANIFOLD and not _say_alike(left, right)


def are_about_one(left: Saying, right: Saying) -> bool:
    """Whether both name one thing, or one names what stands around the other."""
    mine, theirs = left.topic.names | left.topic.places, right.topic.names
    theirs |= right.topic.places
    around, about = left.context | mine, right.context | theirs
    return bool(mine & about or theirs & around)


def _objection(left: Saying, right: Saying, verdict: Verdict) -> str:
    """Why one claim may not hold both; empty when nothing speaks against it."""
    both_named = left.topic.source == right.topic.source == "named"
    if len(set(verdict.opposed) - VAGUE) > len(set(verdict.same) - VAGUE):
        return f"opposite words: {', '.join(verdict.opposed)}"
    if count_apart(left.meaning, right.meaning):
        return "other numbers"
    if are_disjoint(left.topic.places, right.topic.places):
        return "other places"
    if both_named and are_disjoint(left.topic.names, right.topic.names):
        return "other names"
    return "one denies what the other says" if verdict.dispute > DENIED else ""


def are_disjoint(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both hold something, and nothing in common."""
    return bool(left) and bool(right) and not left & right


def topic_trust(left: Saying, right: Saying) -> float:
    """From 0 (about different things) to 1 (both name the same one)."""
    mine, theirs = left.topic, right.topic
    subject = _share_subject(left, right)
    surest = min(TRUST[mine.source], TRUST[theirs.source])
    if mine.names & theirs.names:
        return max(surest, TRUST["shared"] * subject)
    if mine.names and theirs.names and "guessed" not in {mine.source, theirs.source}:
        return 0.0
    in_context = bool(
        mine.names & right.context
        or theirs.names & left.context
        or left.context & right.context
    )
    return 0.4 + 0.3 * in_context + 0.3 * subject


def _share_subject(left: Saying, right: Saying) -> bool:
    """Whether the words beside the poles have the same subject."""
    mine, theirs = left.meaning.plain, right.meaning.plain
    if shared_share(mine, theirs) >= SAME_SUBJECT:
        return True
    smaller = min(len(left.meaning.subject), len(right.meaning.subject))
    return smaller <= FEW and bool(left.meaning.subject & right.meaning.subject)


def _stated(
    left: Saying, right: Saying, verdict: Verdict, cosine: float
) -> tuple[float, str]:
    """What rules say of words that state one thing, topic aside."""
    agreed = agreed_families(left.text, right.text)
    shared = [name for name in verdict.same if name not in VAGUE]
    reason = f"the same words for it: {', '.join(shared)}"
    if set(verdict.opposed) - VAGUE:
        return verdict.agree * min(1.0, cosine / NEAR), "alike in part"
    if any(_is_state(name, left, right) for name in shared):
        return STATE + max(0.0, cosine - UNLIKE) / 2, reason
    shared = [name for name in shared if name in agreed]
    subject = shared_share(left.meaning.subject, right.meaning.subject)
    if _say_alike(left, right):
        subject = max(subject, SAME_SUBJECT)
    elif MANIFOLD.issuperset((name, left.meaning.pole(name)) for name in shared):
        shared = []
    is_alike = cosine >= CLOSE or (subject >= SAME_SUBJECT and cosine >= FAR)
    counts = count_alike(left.meaning, right.meaning) and subject > 0
    if is_alike and (shared or counts):
        return max(verdict.agree, 0.3 + 0.5 * cosine), reason
    near = min(1.0, cosine / NEAR)
    return verdict.agree * near * (1.0 if subject else NO_SUBJECT), "near in meaning"


def _is_state(family: str, left: Saying, right: Saying) -> bool:
    """Whether the family's pole is a state of what both name."""
    anchors = ANCHORS.get(family)
    return (family, left.meaning.pole(family)) in ENTITY_STATES and (
        anchors is None
        or all(
            any(word.startswith(anchors) for word in saying.meaning.words)
            for saying in (left, right)
        )
    )


def _say_alike(left: Saying, right: Saying) -> bool:
    """Whether both use the same words for what they say of one named thing."""
    mine = left.meaning.words - left.meaning.plain
    theirs = right.meaning.words - right.meaning.plain
    shares_name = bool(left.topic.names & right.topic.names)
    return shares_name and shared_share(mine, theirs) >= SAME_SUBJECT
