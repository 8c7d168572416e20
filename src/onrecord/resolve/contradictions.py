"""Contradictions: two utterances about one thing and time that cannot both hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.model import Dispute, StatementId, Utterance, dispute_id
from onrecord.resolve.claims.compared import lay_out
from onrecord.resolve.claims.scoring import (
    ANCHORS,
    ENTITY_FAMILIES,
    are_disjoint,
    topic_trust,
)
from onrecord.resolve.meaning import read_meaning
from onrecord.resolve.meaning.sentences import facing_sentences, opposed_families
from onrecord.resolve.meaning.verdict import (
    SAME_MATTER,
    VAGUE,
    Verdict,
    judge,
    shared_share,
)
from onrecord.resolve.opposed_pairs import NEAREST, opposed_pairs
from onrecord.resolve.second_reading import Clash, clarity, read_again

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from onrecord.language import Encoder, PairJudge
    from onrecord.resolve.claims.compared import Compared
    from onrecord.resolve.claims.saying import Saying

    Groups = Mapping[StatementId, str]

SURE = 0.72  # belief in a dispute from which it is shown
POSSIBLE = 0.65  # belief from which a person should look
SURE_TOPIC = 0.9  # trust that both speak of the same
POSSIBLE_TOPIC = 0.7
SAME_WORDS = 0.8  # cosine from which a bare negation is enough
# Of the shorter one's words, how many the other must have to be shown: with opposite
# words, and with a bare negation, which may be of anything. Swept from .2 to .7 on the
# dev stories of `python -m bench shown`.
SHARED = 0.3
SHARED_NEGATED = 0.6
KNOWN = frozenset({"named", "shared"})  # topics that nobody had to guess
# States that change from one day to the next: a later word on them is an update.
CHANGING = frozenset(
    {"open", "custody", "truce", "supply", "price", "fire", "withdrawal", "control",
     "arrival", "schedule", "peace", "talks", "payment", "health", "recovery"}
)  # fmt: skip
LASTING_DAYS = 45
CHANGING_DAYS = 1
POSSIBLE_DAYS = 180
POSSIBLE_CHANGING_DAYS = 7
HARMED = frozenset({"killed", "injured"})  # such figures are the ledger's


def find_contradictions(
    utterances: Sequence[Utterance],
    claims: Groups,
    encoder: Encoder,
    model: PairJudge | None = None,
) -> list[Dispute]:
    """Disputes by evidence "contradiction", sorted by id.

    `claims` has the claim of each statement. `left` belongs to the claim that was
    made more often, else earlier. Each speaker contradicts a claim once: by the
    words that do so most clearly. Figures of casualties are not compared here.

    With a `model` the words need to be only possibly opposed: it reads such pairs
    again and decides. Without it the words alone must be clear.
    """
    return find_clashes(lay_out(utterances, encoder), claims, model)


def find_clashes(
    compared: Compared, claims: Groups, model: PairJudge | None = None
) -> list[Dispute]:
    """The same of utterances that are laid out already."""
    sayings, pairs = compared.sayings, opposed_pairs(compared)
    said = (item for saying in sayings for item in saying.utterances)
    sizes = Counter(claims.get(item.statement.id, "") for item in said)
    clashes = []
    for one, other in pairs:
        left, right = _in_order(sayings[one], sayings[other], claims, sizes)
        cosine = compared.cosine(one, other)
        clash = compare_sayings(left, right, cosine, is_read_again=model is not None)
        if clash and _claim(clash.left, claims) != _claim(clash.right, claims):
            clashes.append(clash)
    if model is not None:
        clashes = read_again(clashes, model)
    return sorted(map(_dispute, _clearest(clashes, claims)), key=lambda item: item.id)


def compare_sayings(
    left: Saying, right: Saying, cosine: float, *, is_read_again: bool = False
) -> Clash | None:
    """The clash of two sayings, None where there is none or it is too unsure.

    `is_read_again`: a model reads it next, so that the words need not be as clear.
    """
    pair = _nearest_in_time(left, right)
    if pair is None or _is_retold(*pair):
        return None
    if are_disjoint(left.topic.places, right.topic.places):
        return None
    verdict = judge(left.meaning, right.meaning, cosine)
    trust = _trust(left, right, verdict)
    belief = 1.0 if is_read_again else verdict.dispute
    if min(belief / POSSIBLE, trust / POSSIBLE_TOPIC, cosine / NEAREST) < 1:
        return None
    same_words = SAME_MATTER if is_read_again else SAME_WORDS
    shown = _shown(left, right, verdict, is_near=cosine >= same_words)
    if shown is None:
        return None
    in_time = _in_time(*pair, verdict)
    matter = _share_matter(left, right, verdict)
    if in_time is None or matter is None:
        return None
    sure = shown and in_time and matter and trust >= SURE_TOPIC and belief >= SURE
    score = round(verdict.dispute * trust, 3)
    by_words = bool(sure and set(verdict.opposed) - VAGUE) and verdict.dispute >= SURE
    return Clash(*pair, score, "yes" if sure else "possibly", by_words=by_words)


def _is_retold(left: Utterance, right: Utterance) -> bool:
    """Whether the words of one are among the other's: somebody tells what was said."""
    is_one_article = _article_of(left) == _article_of(right)
    return is_one_article and (left.text in right.text or right.text in left.text)


def _share_matter(left: Saying, right: Saying, verdict: Verdict) -> bool | None:
    """Whether both surely speak of one matter, by their words; None: hardly.

    Two articles have to share words at all, and to be sure both have to tell what they
    are about, or say it in nearly the same words.
    """
    share = _share_of_words(left, right)
    is_firm = bool(set(verdict.opposed) - VAGUE)
    is_enough = share >= (SHARED if is_firm else SHARED_NEGATED)
    if _meet(left, right, _article_of):
        return is_enough
    if share < SHARED:
        return None
    known = {left.topic.source, right.topic.source} <= KNOWN
    return is_enough and (known or share >= SHARED_NEGATED)


def _share_of_words(left: Saying, right: Saying) -> float:
    """How many of the shorter one's words the other has, where the two clash."""
    one, other = map(read_meaning, facing_sentences(left.text, right.text))
    return shared_share(one.words, other.words)


def _trust(left: Saying, right: Saying, verdict: Verdict) -> float:
    """How surely both speak of one thing; an article tells of one election alone."""
    trust = topic_trust(left, right)
    is_of_article = ANCHORS.keys() & set(verdict.opposed)
    if trust and is_of_article and _meet(left, right, _article_of):
        return max(trust, SURE_TOPIC)
    return trust


def _shown(
    left: Saying, right: Saying, verdict: Verdict, *, is_near: bool
) -> bool | None:
    """Whether the words are clear; None when they make no contradiction."""
    firm = set(verdict.opposed) - VAGUE
    if firm:
        bodies = _families_of_topic(left, right)
        return bool(opposed_families(left.text, right.text, bodies=bodies))
    if verdict.has_conflicting_numbers:
        return None if _count_harmed(left) and _count_harmed(right) else False
    is_negation = left.meaning.is_negated != right.meaning.is_negated
    if not is_negation or not is_near:
        return None
    return not (left.meaning.is_weak or right.meaning.is_weak)


def _families_of_topic(left: Saying, right: Saying) -> frozenset[str]:
    """Families of states whose subject is one, whatever words stand for it.

    States of a body that both name; an election or a truce, of which an article
    tells one; anything that one sentence sets side by side.
    """
    if _meet(left, right, _sentence_of):
        return frozenset(name for name, _ in left.meaning.poles)
    if left.topic.names & right.topic.names:
        return ENTITY_FAMILIES
    if _meet(left, right, _article_of):
        return frozenset(ANCHORS)
    return frozenset()


def _meet(left: Saying, right: Saying, place: Callable[[Utterance], str]) -> bool:
    """Whether an utterance of each stands in one place."""
    places = {place(item) for item in left.utterances}
    return any(place(item) in places for item in right.utterances)


def _article_of(item: Utterance) -> str:
    return item.statement.article_id


def _sentence_of(item: Utterance) -> str:
    return item.sentence


def _count_harmed(saying: Saying) -> bool:
    return any(quantity.counted & HARMED for quantity in saying.meaning.quantities)


def _nearest_in_time(left: Saying, right: Saying) -> tuple[Utterance, Utterance] | None:
    """Utterances of two speakers, or of one at different times, nearest in time."""
    pairs = [
        (mine, theirs)
        for mine in left.utterances[:20]
        for theirs in right.utterances[:20]
        if _may_clash(mine, theirs)
    ]
    return min(pairs, key=lambda pair: _distance(*pair), default=None)


def _may_clash(left: Utterance, right: Utterance) -> bool:
    if left.speaker is None or left.speaker != right.speaker:
        return True
    return bool(left.day and right.day and left.day != right.day)


def _distance(left: Utterance, right: Utterance) -> tuple[bool, int, str, str]:
    days = abs((left.day - right.day).days) if left.day and right.day else 10_000
    here = left.statement.article_id != right.statement.article_id
    return here, days, left.statement.id, right.statement.id


def _in_time(left: Utterance, right: Utterance, verdict: Verdict) -> bool | None:
    """Whether both speak of one time; False when unsure, None when surely not."""
    if left.statement.article_id == right.statement.article_id:
        return True
    if left.day is None or right.day is None:
        return False
    days = abs((left.day - right.day).days)
    firm = set(verdict.opposed) - VAGUE
    is_changing = bool(firm) and firm <= CHANGING
    if days > (POSSIBLE_CHANGING_DAYS if is_changing else POSSIBLE_DAYS):
        return None
    return days <= (CHANGING_DAYS if is_changing else LASTING_DAYS)


def _in_order(
    one: Saying, other: Saying, claims: Groups, sizes: Mapping[str, int]
) -> tuple[Saying, Saying]:
    """The saying of the claim made more often first, else the earlier one."""

    def key(saying: Saying) -> tuple[int, str, str]:
        first = saying.utterances[0]
        size = sizes[_claim(first, claims)] if first.statement.id in claims else 1
        day = saying.days[0].isoformat() if saying.days else "9999"
        return -max(size, len(saying.utterances)), day, saying.name

    left, right = sorted((one, other), key=key)
    return left, right


def _claim(utterance: Utterance, claims: Groups) -> str:
    return claims.get(utterance.statement.id, str(utterance.statement.id))


def _clearest(clashes: Iterable[Clash], claims: Groups) -> Iterator[Clash]:
    """The clearest clash of each claim with each speaker of what contradicts it."""
    best: dict[tuple[str, str, str], Clash] = {}
    for clash in clashes:
        speaker = clash.right.speaker or str(clash.right.statement.id)
        key = (_claim(clash.left, claims), _claim(clash.right, claims), speaker)
        known = best.get(key)
        if known is None or clarity(clash) < clarity(known):
            best[key] = clash
    yield from best.values()


def _dispute(clash: Clash) -> Dispute:
    left, right = clash.left.statement.id, clash.right.statement.id
    return Dispute(
        id=dispute_id(left, right, "contradiction"),
        left=left,
        right=right,
        evidence="contradiction",
        score=clash.score,
        shown=clash.shown,
        page_id=clash.right.statement.page_id,
        spans=clash.right.statement.content,
    )
