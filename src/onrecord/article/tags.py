"""Tags as a page prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

LABEL = re.compile(r"^(?:[^:|,]{3,30}[:|]|\w+ under)\s+")
BETWEEN = re.compile(r"\s*[,;|·•]\s*")
MAX_TAG_WORDS = 6
MAX_TAGS = 40


def printed_tags(looks: Sequence[Look], zones: Sequence[Zone]) -> tuple[str, ...]:
    """The tags of the page's own article, each once, in order."""
    found = (
        tag
        for look, zone in zip(looks, zones, strict=True)
        if zone == "tags" and look.label is None
        for tag in _tags(look)
    )
    return tuple(dict.fromkeys(found))[:MAX_TAGS]


def _tags(look: Look) -> Iterator[str]:
    """Yield the tags of one block: one, or a row after "Tags:"."""
    words = LABEL.sub("", look.text) if look.start == "tags" else look.text
    for tag in BETWEEN.split(words):
        cleaned = tag.strip(" #")
        if cleaned and len(cleaned.split()) <= MAX_TAG_WORDS:
            yield cleaned
