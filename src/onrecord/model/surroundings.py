"""The words around a finding: whole sentences, for a person or a comparison to read.

No grammar here: a sentence ends at a full stop, question or exclamation mark before
a capital. Close enough to show; findings never rest on it.
"""

from __future__ import annotations

import re

from onrecord.model.span import Span

_OPENING, _CLOSING = "\"'“‘", "\"'”’"
_SENTENCE_END = re.compile(rf"(?<=[.!?{_CLOSING}])\s+(?=[{_OPENING}]?[A-Z])")


def sentences_around(span: Span, text: str, home: Span | None = None) -> Span:
    """The whole sentences that hold `span`, within its paragraph.

    `home` is the paragraph; None: the line of the page that `span` begins in.

    >>> words = "Rain fell. He said it was over. It was not."
    >>> sentences_around(Span(19, 30), words).of(words)
    'He said it was over.'
    """
    inside = home or _line(span, text)
    breaks = list(_SENTENCE_END.finditer(inside.of(text)))
    begins = [inside.start, *(found.end() + inside.start for found in breaks)]
    ends = [*(found.start() + inside.start for found in breaks), inside.end]
    start = max((at for at in begins if at <= span.start), default=span.start)
    end = min((at for at in ends if at >= span.end), default=span.end)
    return Span(start, end)


def _line(span: Span, text: str) -> Span:
    end = text.find("\n", span.end)
    start = text.rfind("\n", 0, span.start) + 1
    return Span(start, len(text) if end < 0 else end)
