"""People whom a number leaves out, and who struck themselves.

"12 people besides the attacker" are 13; "turned the gun on himself" is one more.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.people import combined, count_people
from onrecord.extract.figures.phrases import phrase_from
from onrecord.extract.figures.reality import is_told
from onrecord.extract.figures.toll import Toll
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Sentence

EXCEPT = (
    ("not", "counting"), ("not", "including"), ("besides",), ("excluding",),
    ("apart", "from"), ("in", "addition", "to"), ("other", "than"), ("aside", "from"),
    ("without", "counting"), ("as", "well", "as"),
)  # fmt: skip
WITH = (
    ("along", "with"), ("together", "with"), ("alongside",), ("as", "was"),
    ("as", "were"),
)  # fmt: skip
_SELF = re.compile(
    r"\b(?:turn(?:ed|ing|s)? (?:the|a|his|her|their) (?:\w+ )?(?:gun|weapon|rifle|"
    r"pistol|knife|shotgun|revolver|firearm) on |took |taking |takes |"
    r"before committing |then committed |and committed )"
    r"(?P<who>himself|herself|(?:his|her) own life|suicide)",
    re.IGNORECASE,
)


def find_left_out(
    sentence: Sentence, quantities: Sequence[Quantity], tolls: Sequence[Toll]
) -> Iterator[Toll]:
    """Those whom the toll before "not counting" leaves out, as figures that add."""
    words = tuple(token.text.casefold() for token in sentence.tokens)
    for at in range(len(words)):
        lead = next((e for e in EXCEPT + WITH if words[at : at + len(e)] == e), None)
        if lead is None:
            continue
        whole = _before(sentence, at, tolls) if lead in EXCEPT else None
        whole = whole or _struck_before(at, tolls, lead)
        phrase = phrase_from(sentence, at + len(lead), quantities)
        if whole is None or phrase is None:
            continue
        count = combined(count_people(sentence, phrase.head, quantities))
        if count is not None and count.low:
            span = Span(
                sentence.tokens[count.first].span.start,
                sentence.tokens[count.last].span.end,
            )
            yield replace(
                whole, low=count.low, high=count.high, qualifier=count.qualifier,
                about=count.about, counted=count.counted, span=span, added=True,
            )  # fmt: skip


def _struck_before(
    at: int, tolls: Sequence[Toll], lead: tuple[str, ...]
) -> Toll | None:
    """The toll whose verb stands right before: "were killed along with six guards"."""
    if lead not in WITH:
        return None
    near = 2 if lead[0] == "as" else 1  # a comma before "as was his wife"
    close = [toll for toll in tolls if at - near <= toll.trigger < at]
    return next((toll for toll in close if toll.low), None)


def _before(sentence: Sentence, at: int, tolls: Sequence[Toll]) -> Toll | None:
    """The toll whose words end right before token `at`, a comma between or not."""
    last = at - 1
    while last >= 0 and sentence.tokens[last].pos == "PUNCT":
        last -= 1
    here = sentence.tokens[last].span
    return next((toll for toll in tolls if toll.span.meets(here)), None)


def find_self(sentence: Sentence, text: str) -> Iterator[Toll]:
    """One dead for whoever "turned the gun on himself"; `text` are the page's words."""
    for match in _SELF.finditer(text):
        start = sentence.span.start + match.start("who")
        span = Span(start, sentence.span.start + match.end("who"))
        token = next(t for t in sentence.tokens if t.span.meets(span))
        if not is_told(sentence, token.i):
            continue
        yield Toll(
            "killed", 1, 1, None, about=False, added=True, counted=None,
            span=span, trigger=token.i,
        )  # fmt: skip
