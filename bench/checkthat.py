"""Posts and the checked claims they are about: the data, a run, and its score.

Shaar et al. 2020, CLEF CheckThat! task 2. The claims are ranked by the product's own
search for the claim that an utterance may belong to.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import msgspec

from bench.datasets import find_dataset, read_dataset
from onrecord.language import Encoder
from onrecord.resolve.claims import ClaimIndex
from onrecord.resolve.words import stem

BEST = 5  # claims of a run that count
_WORD = re.compile(r"\w+")
_SATURATION, _BY_LENGTH = 1.5, 0.75  # the usual settings of BM25's packages

Rank = Callable[[str], Sequence[str]]


class CheckedClaim(msgspec.Struct, frozen=True):
    """A claim as a fact-checker worded it, with the title of the article about it."""

    id: str
    claim: str
    title: str


class Post(msgspec.Struct, frozen=True):
    """What somebody wrote, and the claims it is about."""

    id: str
    text: str
    relevant: tuple[str, ...]
    split: str = "dev"


def read_claims(folder: Path) -> list[CheckedClaim] | None:
    """The collection; None when its file is missing."""
    path = find_dataset(folder, "collection")
    return list(read_dataset(path, CheckedClaim)) if path else None


def read_posts(folder: Path) -> list[Post] | None:
    """Every post of both splits; None when their file is missing."""
    path = find_dataset(folder, "queries")
    return list(read_dataset(path, Post)) if path else None


def index_of(claims: Sequence[CheckedClaim], encoder: Encoder) -> ClaimIndex:
    """The product's index: each claim by its two wordings, the vectors ready."""
    wordings = [tuple(dict.fromkeys((c.claim, c.title))) for c in claims]
    return ClaimIndex(wordings, encoder, encodes_all=True)


def ranked_by(index: ClaimIndex, claims: Sequence[CheckedClaim]) -> Rank:
    """The ids of the claims that the index puts first."""
    return lambda text: [claims[item.place].id for item in index.rank(text, BEST)]


def plain_bm25(claims: Sequence[CheckedClaim]) -> Rank:
    """The peer: BM25 over the stems of claim and title, nothing else."""
    texts = [Counter(_words(f"{claim.claim} {claim.title}")) for claim in claims]
    usual = sum(text.total() for text in texts) / len(texts)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for word in text:
            holders[word].append(place)

    def rank(text: str) -> Sequence[str]:
        scores: defaultdict[int, float] = defaultdict(float)
        for word in _words(text):
            held = holders.get(word, ())
            rarity = math.log(1 + (len(texts) - len(held) + 0.5) / (len(held) + 0.5))
            for place in held:
                length = texts[place].total() / usual
                damp = _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * length)
                count = texts[place][word]
                scores[place] += rarity * count * (_SATURATION + 1) / (count + damp)
        best = sorted(scores, key=lambda place: (-scores[place], place))
        return [claims[place].id for place in best[:BEST]]

    return rank


def average_precision(posts: Sequence[Post], rank: Rank) -> float:
    """The mean over the posts of the precision at each right claim among the five."""
    return sum(_of_post(rank(post.text), post.relevant) for post in posts) / len(posts)


def _of_post(ranked: Sequence[str], relevant: Collection[str]) -> float:
    hits, total = 0, 0.0
    for rank, claim in enumerate(ranked[:BEST], 1):
        if claim in relevant:
            hits += 1
            total += hits / rank
    return total / min(len(relevant), BEST)


def _words(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text)]
