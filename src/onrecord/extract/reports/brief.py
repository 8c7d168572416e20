"""A short item of local news that tells an incident in no clause that we know.

"Raiders hit West End shop": police, rescue or court stand beside a word of what was
done, at the top of a short article. What is known is the kind and no more.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.extract.reports.kinds import kinds
from onrecord.model import Report, Span, report_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model import Annotated

SHORT = 1200  # characters of running text; longer articles tell theirs in clauses
TOP = 4  # sentences, the headline among them, that must hold both words
UNSURE = 0.3  # below every incident that a clause tells
SETTING, NO_EVENT = "setting", "no event"


def find_brief(annotated: Annotated) -> Report | None:
    """The incident of a short item; None for long ones and for teasers."""
    article = annotated.article
    body = sum(len(span) for span in article.body)
    if article.type != "article" or not 0 < body <= SHORT:
        return None
    text = annotated.page.text
    top = annotated.sentences[:TOP]
    words = " ".join(sentence.span.of(text) for sentence in top)
    patterns = _patterns()
    if not patterns[SETTING].search(words) or patterns[NO_EVENT].search(words):
        return None
    for name, pattern in patterns.items():
        for sentence in top:
            found = pattern.search(sentence.span.of(text))
            if found and name not in {SETTING, NO_EVENT}:
                start = sentence.span.start + found.start()
                return _report(annotated, name, Span(start, start + len(found[0])))
    return None


def _report(annotated: Annotated, name: str, told: Span) -> Report:
    kind = kinds()[name]
    return Report(
        id=report_id(annotated.article.id, told, kind.name),
        article_id=annotated.article.id,
        page_id=annotated.page.id,
        event_type=kind.event_type,
        sub_event_type=kind.sub_event_type,
        detail=kind.detail,
        place=None,
        date=None,
        status="happened",
        spans=(told,),
        is_main=True,
        confidence=UNSURE,
    )


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """The words of each kind, of the setting, and of what is no event, as patterns."""
    table = files("onrecord.data").joinpath("brief_words.tsv").read_text("utf-8")
    lines = [line for line in table.splitlines() if line[:1] not in {"", "#"}][1:]
    words: dict[str, list[str]] = {}
    for line in lines:
        kind, _, listed = line.partition("\t")
        words.setdefault(kind, []).extend(map(_as_pattern, listed.split()))
    return {
        kind: re.compile(rf"\b(?:{'|'.join(some)})\b", re.IGNORECASE)
        for kind, some in words.items()
    }


def _as_pattern(word: str) -> str:
    return re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
