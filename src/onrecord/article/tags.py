"""Tags as a page prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.article.metadata import Known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.article.features import Look
    from onrecord.article.front import Front

LABEL = re.compile(r"^(?:[^:|,]{3,30}[:|]|\w+ under)\s+")
BETWEEN = re.compile(r"\s*[,;|·•]\s*")
MAX_TAG_WORDS = 6
MAX_TAGS = 40


def printed_tags(front: Front) -> tuple[Known[str], ...]:
    """The tags of the page's own article, each once, in order."""
    found: dict[str, Known[str]] = {}
    for at, zone in enumerate(front.zones):
        look = front.looks[at]
        if zone == "tags" and look.label is None:
            for tag in _tags(look):
                found.setdefault(tag, Known(tag, "page", front.span(at)))
    return tuple(found.values())[:MAX_TAGS]


def _tags(look: Look) -> Iterator[str]:
    """Yield the tags of one block: one, or a row after "Tags:"."""
    words = LABEL.sub("", look.text) if look.start == "tags" else look.text
    for tag in BETWEEN.split(words):
        cleaned = tag.strip(" #")
        if cleaned and len(cleaned.split()) <= MAX_TAG_WORDS:
            yield cleaned
