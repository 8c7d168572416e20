"""Running text between the headline and the place where the prose is densest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.head import head_zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

LEAD_WORDS = 8
LEAD_LINKS = 0.3


def mark_leads(looks: Sequence[Look], zones: list[Zone], headline: int) -> None:
    """Call a deck or first paragraph below the headline body, in place.

    One whose words the text says again is a pull-quote.
    """
    zones[headline] = "headline"
    first = next(at for at, zone in enumerate(zones) if zone == "body")
    for at in range(headline + 1, first):
        if not _is_lead(looks, at, headline):
            continue
        is_told = any(looks[at].text in look.text for look in looks[first:])
        zones[at] = "pull-quote" if is_told else "body"


def _is_lead(looks: Sequence[Look], at: int, headline: int) -> bool:
    """Whether prose above the text opens it: titles of videos stand there too.

    In saved text, a lead ends as a sentence does, or is the deck of the headline.
    """
    look = looks[at]
    told = look.label or look.line or look.start or look.markup.bullet
    if told or look.words < LEAD_WORDS or look.link_share >= LEAD_LINKS:
        return False
    if head_zone(look) is not None:
        return False
    return look.markup.tag != "line" or look.ends or at == headline + 1
