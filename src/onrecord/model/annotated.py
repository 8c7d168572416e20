"""An article with its grammar, quotation marks and names."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.article import Article
from onrecord.model.mention import Mention
from onrecord.model.page import Page
from onrecord.model.sentence import Quotation, Sentence


@dataclass(frozen=True, slots=True)
class Annotated:
    """What the extractors read: one article, in reading order throughout.

    `sentences` cover headline, body, headings, captions, lists; furniture is never
    parsed. `mentions` are in page order.
    """

    page: Page
    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
