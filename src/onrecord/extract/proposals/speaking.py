"""Who a proposed source is: a name of the article, or nobody named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.speaker import SPEAKING_TYPES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.proposals.places import Placed
    from onrecord.model import Mention


def find_speaker(
    name: str | None, placed: Placed, mentions: Sequence[Mention]
) -> Mention | None:
    """The mention that names the proposed speaker most fully.

    None when the article names nobody so, or more than one, and when the source
    itself names somebody else: a wrong name is worse than none. A source that is
    nothing but a name needs no proposal.
    """
    able = [mention for mention in mentions if mention.type in SPEAKING_TYPES]
    named = {each.head for each in able if each.span == placed.source}
    if not named and name is not None:
        named = {each.head for each in able if each.text.split() == name.split()}
    inside = {each.head for each in able if placed.source.holds(each.span)}
    if len(named) != 1 or (inside and not named & inside):
        return None
    return next((each for each in able if each.id in named), None)
