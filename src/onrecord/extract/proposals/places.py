"""Where the words of a proposal stand in the page, character for character.

White space alone is folded: a line may end where the model wrote a blank. Words that
stand nowhere, too far apart, or without a word that turns them, are no statement of
the page, whatever the model says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from onrecord.extract.proposals.turning import is_cut_short, is_unsaid
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.extract.proposals.chunks import Chunk
    from onrecord.extract.proposals.task import Proposal

GAP = 200  # characters between neighbours among source, cue and pieces of content
MOST_PLACES = 50  # where one string is looked for; a pronoun stands everywhere
MARKS = '"“”„«» \t\r\n'  # content comes without them; models forget it


@dataclass(frozen=True, slots=True)
class Placed:
    """A proposal by its places in the page; content in page order."""

    content: tuple[Span, ...]
    cue: Span
    source: Span

    @property
    def spans(self) -> list[Span]:
        """All its words, in page order."""
        return sorted((*self.content, self.cue, self.source))

    @property
    def reach(self) -> int:
        """Characters from the first to the last of its words."""
        return self.spans[-1].end - self.spans[0].start


def place(proposal: Proposal, chunk: Chunk, text: str) -> Placed | None:
    """Where the proposal stands in the chunk; None when it does not stand there.

    Words that stand more than once are taken where all parts stand closest together.
    """
    first, *more = (
        _places(piece.strip(MARKS), chunk, text) for piece in proposal.content
    )
    cues = _places(proposal.cue, chunk, text)
    sources = _places(proposal.source, chunk, text)
    found = (_around(start, more, cues, sources) for start in first)
    sound = (each for each in found if each is not None and _is_sound(each, text))
    return min(sound, key=lambda placed: placed.reach, default=None)


def _places(words: str, chunk: Chunk, text: str) -> list[Span]:
    """Where a string stands as whole words, each time within one zone."""
    pattern = _pattern(words)
    if pattern is None:
        return []
    found = (
        Span(match.start(), match.end())
        for item in chunk.zones
        for match in pattern.finditer(text, item.span.start, item.span.end)
    )
    return list(islice(found, MOST_PLACES))


def _pattern(words: str) -> re.Pattern[str] | None:
    r"""The words with any white space between, never from or to within a word.

    "legal" does not stand in "illegal", nor "do" in "don't"; "Petrell" does in
    "Petrell's".
    """
    parts = words.split()
    if not parts:
        return None
    begins, ends = parts[0][0], parts[-1][-1]
    before = r"(?<!\w)(?<!\w['’-])" if begins.isalnum() else ""
    after = r"(?!\w)(?!-\w)(?!['’](?!s\b)\w)" if ends.isalnum() else ""
    return re.compile(before + r"\s+".join(map(re.escape, parts)) + after)


def _around(
    first: Span,
    more: Sequence[Sequence[Span]],
    cues: Sequence[Span],
    sources: Sequence[Span],
) -> Placed | None:
    """The places of all parts nearest to this place of the first piece."""
    content = [first]
    for places in more:
        behind = [place for place in places if place.start >= content[-1].end]
        if not behind:
            return None
        content.append(behind[0])
    cue = _nearest(cues, content, content)
    # The source belongs to its cue, wherever else it stands.
    source = cue and _nearest(sources, [cue], [*content, cue])
    return Placed(tuple(content), cue, source) if cue and source else None


def _nearest(
    places: Sequence[Span], to: Sequence[Span], taken: Sequence[Span]
) -> Span | None:
    """The place nearest to one of these spans that meets none of the taken ones."""
    free = [each for each in places if not any(each.meets(span) for span in taken)]
    return min(free, key=lambda each: _distance(each, to), default=None)


def _distance(place: Span, others: Iterable[Span]) -> int:
    return min(
        max(other.start - place.end, place.start - other.end) for other in others
    )


def _is_sound(placed: Placed, text: str) -> bool:
    """Whether its parts stand together, and say what they say in the page."""
    is_close = all(
        after.start - before.end <= GAP for before, after in pairwise(placed.spans)
    )
    return (
        is_close
        and not is_cut_short(placed.content, (placed.cue, placed.source), text)
        and not is_unsaid(placed.cue, placed.source, text)
    )
