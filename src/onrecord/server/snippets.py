"""The searched words marked in a snippet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model import Span
from onrecord.server.highlight import Mark, Segment, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"\w+")


def snippet_pieces(snippet: str, query: str) -> tuple[Segment, ...]:
    """The snippet in pieces; those that begin like a searched word bear a mark.

    >>> [piece.text for piece in snippet_pieces("Floods hit", "flood")]
    ['Floods', ' hit']
    """
    sought = tuple({word.casefold() for word in WORD.findall(query)})
    return (
        cut(snippet, _found(snippet, sought))
        if sought and snippet
        else cut(snippet, ())
    )


def _found(snippet: str, sought: tuple[str, ...]) -> Iterator[Mark]:
    for match in WORD.finditer(snippet):
        if match[0].casefold().startswith(sought):
            span = Span(match.start(), match.end())
            yield Mark(span, "asked", "sought", None, "")
