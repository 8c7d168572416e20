"""Invented persons of several articles, read from tests/resolve/persons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.model import ArticleId, Mention, PageId, Span, mention_id

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = Path(__file__).parent / "persons"
COLUMNS = 7


@dataclass(frozen=True, slots=True)
class Told:
    """Articles side by side: mentions, their days, and who each person really is."""

    mentions: tuple[Mention, ...]
    days: Mapping[str, date]
    who: Mapping[str, str]


def read_told(file: str, *, at_once: bool = False) -> list[Told]:
    """The cases of a file, each by itself, or all of them as one."""
    text = (HOME / file).read_text("utf-8")
    blocks = ["\n".join(_rows(block)) for block in text.split("\n\n")]
    cases = [_read(block, number) for number, block in enumerate(filter(None, blocks))]
    if not at_once:
        return cases
    everyone = [mention for case in cases for mention in case.mentions]
    days = {key: day for case in cases for key, day in case.days.items()}
    who = {key: name for case in cases for key, name in case.who.items()}
    return [Told(tuple(everyone), days, who)]


def _rows(block: str) -> Iterator[str]:
    return (line for line in block.splitlines() if not line.startswith("#"))


def _read(block: str, case: int) -> Told:
    mentions: list[Mention] = []
    days: dict[str, date] = {}
    who: dict[str, str] = {}
    for number, line in enumerate(block.splitlines()):
        cells = [cell.strip() for cell in line.split("|")]
        assert len(cells) == COLUMNS, line
        article = f"case {case} article {number}"
        person = replace(
            _mention(article, cells[2], 0),
            role=cells[3] or None,
            institution=cells[4] or None,
            country=cells[5] or None,
        )
        days[article] = date.fromisoformat(cells[1])
        who[person.id] = f"case {case} {cells[0]}"
        others = [name.strip() for name in cells[6].split(";") if name.strip()]
        mentions.append(person)
        mentions += [
            replace(_mention(article, name, 100 * at), type="organisation")
            for at, name in enumerate(others, 1)
        ]
    return Told(tuple(mentions), days, who)


def _mention(article: str, text: str, at: int) -> Mention:
    span = Span(at, at + len(text))
    own = mention_id(ArticleId(article), span)
    return Mention(own, ArticleId(article), PageId("page"), span, text, "person", own)
