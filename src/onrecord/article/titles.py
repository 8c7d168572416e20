"""Whether the words of a line can be the title of a story."""

from __future__ import annotations

import re

from onrecord.article.bylines import is_byline
from onrecord.article.credits import is_captioned

MIN_WORDS, MAX_WORDS = 4, 30
CASED_WORDS = 5  # a title of fewer words has one in small letters, or it is a name
MIN_SPOKEN = 3  # words of letters, the units of a count aside
MAX_JOINTS = 2  # "SportBusinessWeather": names of sections run together
SMALL = re.compile(r"\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)\b")
WORD = re.compile(r"[^\W\d_]{2,}")
UNIT = re.compile(
    r"\b(?:ago|am|pm|hrs?|hours?|h|mins?|minutes?|m|secs?|days?|reads?|photos?|views?"
    r"|shares?|comments?|updated|published)\b",
    re.I,
)
JOINT = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
# Addresses, files, numbers to call, owners, icons by their names.
NO_TITLE = re.compile(
    r"©|https?://|www\.|@\w|\w\.(?:com|org|net)\b|\.(?:jpe?g|png|gif|svg|webp)\b|\w_\w"
    r"|\(?\d{3}\)?[ -]\d{3}-\d{4}|\ball rights reserved\b|\bsubmitted photo\b"
    r"|\bhas been shared\b",
    re.I,
)
# What a page asks its reader to do.
REQUEST = re.compile(
    r"^(?:press|click|tap|select|please|sign|log in|enter your|join our|read our"
    r"|send us|view (?:all|more)|follow (?:us|our)|manage your|stay in|share to"
    r"|go to) ",
    re.I,
)


def can_be_title(words: str, count: int) -> bool:
    """Whether a line of `count` words can be the title of a story.

    >>> can_be_title("Ferry stays in port after storm", 6)
    True
    >>> can_be_title("Main Switchboard: (812) 555-7811", 4)
    False
    """
    if not MIN_WORDS <= count <= MAX_WORDS or words.endswith(":"):
        return False
    if NO_TITLE.search(words) or REQUEST.match(words):
        return False
    if is_byline(words) or (is_captioned(words) and count < MIN_WORDS + 1):
        return False
    if words.isascii() and count < CASED_WORDS and not _has_small_word(words):
        return False
    is_spoken = len(WORD.findall(UNIT.sub("", words))) >= MIN_SPOKEN
    return (is_spoken or not words.isascii()) and len(
        JOINT.findall(words)
    ) <= MAX_JOINTS


def _has_small_word(words: str) -> bool:
    """Whether a word that tells something stands in small letters."""
    return re.search(r"\b[a-z]{2,}", SMALL.sub("", words)) is not None


def undoubled(words: str) -> int:
    """How many characters say it once, where a title stands twice in its line.

    >>> undoubled("Rain on Holm Rain on Holm"), undoubled("Rain on Holm")
    (12, 12)
    """
    half = len(words) // 2
    is_twice = words[:half].rstrip() == words[half:].lstrip()
    return len(words[:half].rstrip()) if is_twice else len(words)
