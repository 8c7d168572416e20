"""Ids made from content, so that the same thing found twice is one thing."""

from __future__ import annotations

import hashlib
from typing import NewType

CaptureId = NewType("CaptureId", str)
PageId = NewType("PageId", str)
ArticleId = NewType("ArticleId", str)
MentionId = NewType("MentionId", str)
StatementId = NewType("StatementId", str)
ReportId = NewType("ReportId", str)
FigureId = NewType("FigureId", str)
LinkId = NewType("LinkId", str)
DisputeId = NewType("DisputeId", str)
CorrectionId = NewType("CorrectionId", str)
DecisionId = NewType("DecisionId", str)
RunId = NewType("RunId", str)

ID_LENGTH = 20  # hex digits; 80 bits: a collision is unlikely below 10**11 things


def content_id(*parts: str | bytes | int) -> str:
    """A stable id of these parts, in this order: 20 hex digits.

    >>> content_id("a", "bc") == content_id("ab", "c")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode()
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:ID_LENGTH]
