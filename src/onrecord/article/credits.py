"""Agencies and photographers credited, and datelines, by how they are printed."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.article.openings import first_word

AGENCIES = (
    r"AP|AFP|Reuters|DPA|dpa|EFE|ANSA|Xinhua|TASS|PTI|ANI|IANS|UPI|EPA|Kyodo|Yonhap"
    r"|Bloomberg|Associated Press|Agence France-Presse|[Aa]gencies"
)
SOURCE_LINE = re.compile(
    r"^\W*(?:sources?|quelle|fuente|fonte|agency|credit line)\s*:"
    r"\s*(?P<source>\S.{1,60})$",
    re.I,
)
INPUTS = re.compile(
    r"^\W*(?:with (?:additional )?"
    r"(?:inputs?|reports?|reporting|information|files|material) (?:from|by)"
    r"|(?:additional )?reporting by)\s+(?P<source>[^.()]{2,80})[.)\s]*$",
    re.I,
)
# "TOWN, Country, May 3 (Agency) — The rest": capitals, a dash, then the sentence.
DATELINE = re.compile(
    r"^(?P<dateline>[A-Z][A-Z.'\u2019\-]{2,}(?:[ /][A-Z][A-Z.'\u2019\-]*)*"
    r"(?:,\s[^—\u2013()\n.]{2,40}?(?:\.)?)?(?:\s?\((?P<agency>[^()\n]{2,40})\))?)"
    r"\s*(?:—|\u2013|--|\s-|:)\s+(?=\S)"
)
AGENCY_LEAD = re.compile(
    r"^(?P<dateline>\((?P<agency>" + AGENCIES + r")\))\s*[—\u2013-]+\s+"
)
LAST_CREDIT = re.compile(r"\((?P<agency>" + AGENCIES + r")\)\s*$")
# A text signed by its agency: "... two days later. (Reuters)"; short, it is a caption.
SIGNED = re.compile(r"[.!?\"\u201d]\s*\((?:" + AGENCIES + r")\)\s*$")
MIN_SIGNED_WORDS = 30
CREDIT = re.compile(
    r"(?:[(\[][^()\[\]]{0,60}(?:\b(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Photo|Foto|Images?"
    r"|Handout|File|Shutterstock|Pool|Courtesy|Credit|via)\b|/)[^()\[\]]{0,60}[)\]]\W*$"
    r"|\b(?:Photo(?:graph)?|Image|Picture|Foto|Credit|Illustration)s?\s*(?:by|:|credit|courtesy|©)"
    r"|©\s*\w+[^.]{0,60}$|\b(?:via|/)\s*(?:Getty Images|REUTERS|AFP|AP)\W*$"
    r"|\b(?:Getty Images|Shutterstock|iStock|AFP|REUTERS|AP Photo)\W*$)"
)
# A photographer in brackets gives a caption away wherever it stands in the line.
PHOTO = re.compile(
    r"\((?:(?:AP|AFP|EPA|Reuters|REUTERS) Photo|Photo(?:graph)? by|Photo:|Image:"
    r"|Picture:|[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,3}\s?/\s?"
    r"(?:AP|AFP|EPA|Getty|Reuters|REUTERS|Bloomberg|Anadolu|Xinhua)\b)[^()]{0,60}\)"
)
# Without one of these no credit stands in a line.
MAY_CREDIT = re.compile(
    r"[(\[©]|Photo|Image|Picture|Foto|Credit|Illustration|Getty|REUTERS|AFP|AP"
    r"|Shutterstock|iStock"
)
SOURCE_WORDS = frozenset({
    "source", "sources", "quelle", "fuente", "fonte", "agency", "credit",
    "with", "additional", "reporting",
})  # fmt: skip
MAX_CAPTION_WORDS = 90


def source_credit(words: str) -> str | None:
    """The agency that a credit line names, as worded; None when it is no such line.

    >>> source_credit("Source: Agencies"), source_credit("With inputs from AFP.")
    ('Agencies', 'AFP')
    """
    if first_word(words) not in SOURCE_WORDS:
        return None
    match = SOURCE_LINE.match(words) or INPUTS.match(words)
    return match["source"].strip() if match else None


def dateline_end(words: str) -> tuple[int, str | None]:
    """How far the dateline at the start of a paragraph reaches, and its agency.

    0 when there is none. The dash after it belongs to neither.
    """
    match = DATELINE.match(words) or AGENCY_LEAD.match(words)
    if match is None:
        return 0, None
    return match.end("dateline"), match["agency"]


@lru_cache(maxsize=4096)
def is_captioned(words: str) -> bool:
    """Whether the words name a photographer or picture agency as captions do."""
    if not MAY_CREDIT.search(words):
        return False
    if SIGNED.search(words) and len(words.split()) > MIN_SIGNED_WORDS:
        return False
    is_credited = CREDIT.search(words) or PHOTO.search(words)
    return is_credited is not None and len(words.split()) <= MAX_CAPTION_WORDS
