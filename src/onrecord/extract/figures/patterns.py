"""Plain patterns for what the grammar did not give: headlines above all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Effect

_WHO = (
    r"(?:(?:more |other |others |of (?:the |them )?)?"
    r"(?:(?!(?:and|or|but|who|that|which|when|after|as|for)\b)"
    r"[^\W\d_][\w'\u2019-]* ){0,3}?)"
)
NONE_OF = ("none of ", "none of the ", "neither of the ")
_STATES: tuple[tuple[Effect, str], ...] = (
    ("killed", r"(?:killed|dead|die|died|dies|slain|shot dead|gunned down|beheaded|"
               r"lose their lives|lost their lives|drowned|drown|perish|perished)"),
    ("injured", r"(?:injured|wounded|hurt|hospitalised|hospitalized|"
                r"(?:sustain(?:ed)?|suffer(?:ed)?|receiv(?:ed|e)|with) "
                r"(?!no\b)(?:[\w-]+ ){0,4}?(?:injur(?:y|ies)|wounds|burns|fractures))"),
    ("missing", r"(?:missing|unaccounted)"),
    ("arrested", r"(?:arrested|detained|held|in custody|apprehended|rounded up|"
                 r"under arrest|behind bars)"),
    ("abducted", r"(?:kidnapped|abducted|taken hostage)"),
    ("displaced", r"(?:displaced|homeless|evacuated from (?:their )?(?:homes|houses)|"
                  r"uprooted|flee(?! (?:the )?country)|"
                  r"without (?:a )?(?:shelter|roof|homes?))"),
)  # fmt: skip
_VERBS: tuple[tuple[Effect, str], ...] = (
    ("killed", r"(?:kills?|killed|killing|claims?|claimed)"),
    ("injured", r"(?:injures?|injured|injuring|wounds?|wounded|wounding|hurts?)"),
    ("arrested", r"(?:arrests?|arrested|arresting|detains?|detained|detaining)"),
    ("abducted", r"(?:kidnaps?|kidnapped|abducts?|abducted|abducting)"),
    ("displaced", r"(?:displaces?|displaced|displacing|uproots?)"),
)
_BE = r"(?:(?:are|were|was|is|have been|has been|had been|be|being|left|leaving|feared|"
_BE += r"found|confirmed|reported|also|believed) ){0,3}"
# "1,150 killed and wounded" is one number for both, and so for neither
_ALONE = r"(?! and (?:wounded|injured|hurt|killed|dead)\b(?! <))"
_BEFORE = tuple(
    (effect, re.compile(rf"<(?P<at>\d+)> {_WHO}{_BE}{state}\b{_ALONE}"))
    for effect, state in _STATES
)
_BURIED: tuple[tuple[Effect, re.Pattern[str]], ...] = (
    ("killed", re.compile(r"<(?P<at>\d+)> (?:\w+ )?(?:victims|bodies|dead|martyrs) "
                          r"(?:\S+ ){0,6}?(?:buried|laid to rest|cremated|mourned)\b")),
    ("killed", re.compile(r"\bfunerals? (?:was |were )?(?:held )?(?:of|for) (?:the )?"
                          r"<(?P<at>\d+)>")),
    ("killed", re.compile(r"\b(?:bodies|remains|corpses) of (?:the )?<(?P<at>\d+)>")),
)  # fmt: skip
# Of people of whom nobody lived: "none of the 61 aboard survived".
_PERISHED = re.compile(
    r"\b(?:none of|not one of|nobody of|no one of|none among) (?:the |its |their )?"
    r"<(?P<at>\d+)> (?:[^\s<;.]+ ){0,8}?(?:survived|was saved|were saved|lived)\b"
    r"|\bno survivors (?:among|of|from) (?:the |its )?<(?P<at2>\d+)>"
)
_AFTER = tuple(
    (effect, re.compile(rf"\b{verb} (?:of )?<(?P<at>\d+)>")) for effect, verb in _VERBS
)


def find_patterned(text: str) -> Iterator[tuple[Effect, int]]:
    """From marked text: effect and which quantity, the verb's object first."""
    for match in _PERISHED.finditer(text):
        yield "killed", int(match["at"] or match["at2"])
    for effect, pattern in (*_AFTER, *_BEFORE, *_BURIED):
        for match in pattern.finditer(text):
            if not text[: match.start("at") - 1].endswith(NONE_OF):
                yield effect, int(match["at"])
