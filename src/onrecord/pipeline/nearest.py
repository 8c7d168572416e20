"""The claims of a record that words may belong to, whatever words those used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.views import NO_CUT, list_claims
from onrecord.resolve import ClaimIndex

if TYPE_CHECKING:
    from onrecord.language import Encoder
    from onrecord.record import Record
    from onrecord.record.views import ClaimView, Cut

MOST = 2000  # claims compared, those said most often: bounds the time of an answer
WORDINGS = 5  # of one claim; more are more of the same


def nearest_claims(
    record: Record,
    text: str,
    encoder: Encoder,
    *,
    limit: int = 5,
    cut: Cut = NO_CUT,
) -> tuple[ClaimView, ...]:
    """The claims that an utterance of these words most likely belongs to, best first.

    None needs to hold a word of it. Nothing is said about whether one of them is the
    right one: the best of many wrong ones stands first, too.
    """
    if not text.strip():
        return ()
    claims = list_claims(record, limit=MOST, cut=cut)
    index = ClaimIndex([_wordings(claim) for claim in claims], encoder)
    return tuple(claims[item.place] for item in index.rank(text, limit))


def _wordings(claim: ClaimView) -> list[str]:
    """The wording of the claim, then others that it was said in."""
    said = [claim.wording, *claim.statements]
    return list(dict.fromkeys(item.content.text for item in said))[:WORDINGS]
