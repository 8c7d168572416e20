"""Gold and record side by side: where the words of each stand on the pages."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Self

from bench.compare import PageWords, Words, is_name, plain, share, share_of
from bench.reading.gold import Gold, GoldStatement, Piece
from bench.recorded import Export
from bench.rows import ArticleRow, EntityRow, StatementRow

UNNAMED = "(unnamed)"
NOTHING = "nothing"
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Place:
    """Words chosen on one page."""

    page: str
    words: Words

    def share(self, other: Self) -> float:
        """Words in both, of the words in either; nothing across pages."""
        return share(self.words, other.words) if self.page == other.page else 0.0

    def share_of(self, part: Self) -> float:
        """How much of `part` lies here; nothing across pages."""
        return share_of(part.words, self.words) if self.page == part.page else 0.0


class Reading:
    """What a careful reader found on some pages, beside the record of them."""

    def __init__(self, gold: Gold, export: Export, hashes: Mapping[str, str]) -> None:
        """Set the two side by side; `hashes` are the SHA-256 of the gold's files."""
        self.gold = gold
        self.export = export
        self._hashes = hashes

    @cached_property
    def pages(self) -> dict[str, str]:
        """File to page id, for the files that the record holds."""
        found = {f: self.export.page(self._hashes[f]) for f in self.gold.files}
        return {file: page for file, page in found.items() if page is not None}

    def words(self, file: str) -> PageWords:
        """The words of the page read from a file; none where it is not on record."""
        return self.export.words(self.pages.get(file, ""))

    def articles(self, file: str, kind: str) -> list[ArticleRow]:
        """The page's own articles, or its teasers."""
        page = self.pages.get(file)
        rows = self.export.all(ArticleRow)
        return [row for row in rows if row.page == page and row.type == kind]

    def statements(self, file: str) -> list[StatementRow]:
        """Every statement found on the page, teasers' included."""
        page = self.pages.get(file)
        return [row for row in self.export.all(StatementRow) if row.page == page]

    def place_of(self, row: StatementRow) -> Place:
        """Where the content of a statement stands."""
        return Place(row.page, self.export.words(row.page).within(row.content))

    def content_places(self, statement: GoldStatement) -> list[list[Place]]:
        """The pieces of a statement, for every place where its words stand.

        Words printed twice on a page are one utterance: finding either is right.
        """
        pieces = [self.places(statement.file, piece) for piece in statement.content]
        if len(pieces) == 1:
            return [[place] for place in pieces[0]]
        return [[found[0] for found in pieces]] if all(pieces) else []

    def places(self, file: str, piece: Piece) -> list[Place]:
        """Where these words stand on the page of a file, the place given first."""
        words = self.words(file)
        found = [] if piece.span is None else [words.within([piece.span])]
        found += [place for place in words.find(piece.text) if place not in found]
        page = self.pages.get(file, "")
        return [Place(page, place) for place in found if place]

    def utterance(self, said: str | tuple[str, str]) -> list[Place]:
        """Where the gold statements with these words stand, else the words alone."""
        words, files = _words_and_files(said, self.gold.files)
        piece = Piece(words)
        alone = [place for file in files for place in self.places(file, piece)]
        around = [
            Place(pieces[0].page, frozenset().union(*(p.words for p in pieces)))
            for statement in self.gold.statements
            if any(plain(words) in plain(piece.text) for piece in statement.content)
            for pieces in self.content_places(statement)
        ]
        held = [each for each in around if any(each.share_of(p) == 1.0 for p in alone)]
        return held or alone

    def is_speaker(self, speaker: str, row: StatementRow) -> bool:
        """Whether a statement's speaker is this one, by any of its names.

        Nobody is right for "(unnamed)", and for a body that the page calls by a
        common noun: "police (Northport)".
        """
        if speaker.endswith(UNNAMED):
            return row.speaker_name is None
        if row.speaker_name is None:
            return speaker[0].islower() and _BRACKETS.search(speaker) is not None
        entity = self.export.get(EntityRow, row.speaker)
        names = [row.speaker_name, *(entity.names if entity else ())]
        variants = {*self.variants(speaker)}
        return any(is_name(name, variants) for name in names)

    def variants(self, name: str) -> tuple[str, ...]:
        """All spellings of a name; words in brackets only tell it from others."""
        bare = _BRACKETS.sub("", name)
        names = self.gold.names
        return (*names.variants(name), *names.variants(bare))

    def told(self, row: StatementRow) -> str:
        """A statement for a report: who, then the words."""
        words = self.export.words(row.page).words_at(row.content)
        return f"{row.speaker_name or UNNAMED}: {words}"

    def at(self, file: str, place: Place | None) -> str:
        """File and offsets, for a report."""
        span = self.words(file).span(place.words) if place else None
        return f"{file}[{span[0]}:{span[1]}]" if span else f"{file} (not on the page)"


def _words_and_files(
    said: str | tuple[str, str], files: list[str]
) -> tuple[str, list[str]]:
    return (said, files) if isinstance(said, str) else (said[1], [said[0]])


def nearest(expected: str, found: Iterable[str]) -> str:
    """The text most like the expected one, for a report."""
    wanted = plain(expected)
    scored = [(SequenceMatcher(None, wanted, plain(t)).ratio(), t) for t in found]
    return max(scored)[1] if scored else NOTHING
