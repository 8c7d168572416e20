"""What the words of one article set against each other: denials and contrasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.oppositions.contrasts import find_contrasts
from onrecord.extract.oppositions.rejections import find_rejections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Annotated, Dispute, Statement


def find_oppositions(
    annotated: Annotated, statements: Sequence[Statement]
) -> list[Dispute]:
    """The disputes that the article itself shows, in reading order.

    `left` is what is disputed, `right` what disputes it. A denial stands against the
    words it names, or the body whose words they are; a contrast needs its marker and
    two speakers. `shown` is "yes" only where the words leave no doubt.
    """
    found = {
        dispute.id: dispute
        for dispute in (
            *find_rejections(annotated, statements),
            *find_contrasts(annotated, statements),
        )
    }
    return sorted(found.values(), key=lambda dispute: (dispute.spans, dispute.id))
