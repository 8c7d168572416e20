"""Claims: the checked claim that a post is about, and utterances grouped by claim.

The first is a search among thousands of claims, ours and plain BM25 beside it, measured
on the posts that no weight was fitted on. The second is our own gold: links of the
product between invented utterances, the kept-out half under the key.
"""

from bench.checkthat import (
    CheckedClaim,
    Post,
    average_precision,
    index_of,
    plain_bm25,
    ranked_by,
    read_claims,
    read_posts,
)
from bench.claim_gold import (
    HALVES,
    GoldUtterance,
    Half,
    as_utterance,
    gold_claims,
    read_utterances,
)
from bench.harness import Figures, Inputs, joined, missing
from bench.incident_events import b_cubed
from onrecord.language import Encoder, choose_encoder, choose_judge
from onrecord.model import groups_of
from onrecord.resolve import link_claims

SEARCHED = "checkthat_map5"
GROUPED = "own_b3"
FITTED = "train"  # the split that weights were fitted on


def measure(inputs: Inputs) -> Figures:
    """Both figures."""
    encoder = choose_encoder()
    return joined(_searched(inputs, encoder), _grouped(encoder))


def _searched(inputs: Inputs, encoder: Encoder) -> Figures:
    """MAP@5 over the posts nothing was fitted on; the peer's in a note.

    A folder without claims is measured against the shared ones.
    """
    posts = read_posts(inputs.data)
    if posts is None:
        return missing(inputs.data / "queries", SEARCHED)
    claims = read_claims(inputs.data)
    claims = claims or read_claims(inputs.shared / "bench" / "claims")
    if claims is None:
        return missing(inputs.data / "collection", SEARCHED)
    return _compared([post for post in posts if post.split != FITTED], claims, encoder)


def _compared(
    posts: list[Post], claims: list[CheckedClaim], encoder: Encoder
) -> Figures:
    ours = average_precision(posts, ranked_by(index_of(claims, encoder), claims))
    peer = average_precision(posts, plain_bm25(claims))
    told = f"{len(posts)} posts, {len(claims)} claims; BM25 in this run {peer:.3f}"
    return Figures({SEARCHED: ours}, notes=(told,))


def _grouped(encoder: Encoder) -> Figures:
    """B-cubed F1 of the kept-out half; a note for each half."""
    notes, value = [], 0.0
    for half in HALVES:
        rows = read_utterances(half)
        score = b_cubed(gold_claims(rows), groups_of_rows(rows, encoder))
        notes.append(_told(half, rows, score))
        value = score["f1"]  # the kept-out half is the last
    return Figures({GROUPED: value}, notes=tuple(notes))


def groups_of_rows(rows: list[GoldUtterance], encoder: Encoder) -> dict[str, str]:
    """The claim that the product gives each utterance."""
    utterances = [as_utterance(row) for row in rows]
    links = link_claims(utterances, encoder, choose_judge())
    return groups_of([row.id for row in rows], links)


def _told(half: Half, rows: list[GoldUtterance], score: dict[str, float]) -> str:
    claims = {row.claim for row in rows if row.claim}
    return (
        f"own claims, {half}: {len(claims)} claims, {len(rows)} utterances, "
        f"F1 {score['f1']:.3f} (P {score['p']:.2f}, R {score['r']:.2f})"
    )
