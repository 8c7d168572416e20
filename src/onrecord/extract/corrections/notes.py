"""The notes of an article: which paragraphs are one note, and what it calls itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from onrecord.extract.corrections.cues import (
    DATE,
    any_of,
    earlier,
    kinds_in,
    matcher,
)
from onrecord.extract.dates.vocabulary import MONTH_NUMBER
from onrecord.model import CorrectionKind, Moment, Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Article

LONGEST, MOST = 600, 40  # characters of a sentence and sentences of a note looked at
CLOCK_REACH = 24  # characters behind a date in which its time of day stands
NOON = 12
FULL_DATE = re.compile(
    r"(?P<day>\d{1,2})\s+(?P<month>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})"
    r"|(?P<month2>[a-z]{3,9})\.?\s+(?P<day2>\d{1,2}),?\s+(?P<year2>\d{4})"
    r"|(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d)",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)\s*(?P<half>[ap]\.?\s?m\b)?", re.IGNORECASE
)
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9])|;\s+")
ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Col|Gen|Lt|Sgt|Capt|Maj|Rev|St|Sen|Rep|Gov|No|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|[A-Z]|[ap]\.m)\.$"
)

OPENERS = (
    r"\W*(?:because of|due to|an? (?:earlier|previous|prior|original)|this (?:article"
    r"|story|post|report|piece) (?:was|has been)|the (?:headline|caption)\b)"
)
CORRECTS = re.compile(r"\W*corrects\b", re.IGNORECASE)
PROMISED = re.compile(r"\bwill be (?:updated|corrected)\b", re.IGNORECASE)
CLOCK_ONLY = re.compile(
    r"\W*(?:updated )?(?:at )?[\d:.T-]+\s*(?:[ap]\.?m\.?|Z)?\s*\w{0,4}\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its paragraphs, the sentences that tell, its kind and date.

    `sentences` leave out the label that a note opens with ("Correction, May 3:").
    """

    spans: tuple[Span, ...]
    sentences: tuple[Span, ...]
    kind: CorrectionKind
    at: Moment | None


def find_notes(article: Article, text: str) -> Iterator[Note]:
    """The article's notes, in page order."""
    for spans in _grouped(article, text):
        label = _label(spans[0].of(text))
        reach = spans[0].start + (label.end() if label else 0)
        found = (item for span in spans for item in _sentences(span, text, reach))
        sentences = tuple(islice(found, MOST))
        told = " ".join(span.of(text) for span in spans)
        if _tells([span.of(text) for span in sentences]):
            yield Note(spans, sentences, _kind(label, told), _at(label, told))


def _tells(sentences: Sequence[str]) -> bool:
    """Whether more stands there than a label, a time, or a title ("UPDATE: Fire")."""
    return any(
        words.rstrip("\"”’')")[-1:] in {".", "!", "?"}
        or matcher(rf"{earlier()}|\b{any_of('changing', 'verbs')}\b").search(words)
        or CORRECTS.match(words)
        for words in sentences
        if not PROMISED.search(words) and not CLOCK_ONLY.fullmatch(words)
    )


def _grouped(article: Article, text: str) -> Iterator[tuple[Span, ...]]:
    """The correction zones, those of one note together."""
    held: list[Span] = []
    zones = sorted(article.zones, key=lambda item: item.span)
    last = -1
    for at, zoned in enumerate(zones):
        span = trimmed(zoned.span, text) if zoned.zone == "correction" else None
        if span is None:
            continue
        if held and (at != last + 1 or _opens(held, span, text)):
            yield tuple(held)
            held = []
        held.append(span)
        last = at
    if held:
        yield tuple(held)


def _opens(held: Sequence[Span], span: Span, text: str) -> bool:
    """Whether a paragraph opens another note than the one above it."""
    words, above = span.of(text), held[-1].of(text)
    if _label(words):
        return True
    bare = _label(above)
    if bare is not None and bare.end() == len(above):
        return False
    closing = any_of("closing", "sentences")
    is_preamble = matcher(rf"\W*{closing}").fullmatch(above.rstrip(".")) is not None
    return not is_preamble and matcher(OPENERS).match(words) is not None


def _label(words: str) -> re.Match[str] | None:
    """What the note calls itself at its beginning, with the date behind it."""
    for kind in kinds_in("labels"):
        name = any_of("labels", kind)
        rest = (
            rf"(?:\s*\([^()]{{1,80}}\)|(?:,|\s+on)?\s*{DATE}(?:,?\s[^:\n]{{0,16}}?)?)"
        )
        pattern = (
            rf"\W*(?P<name>{name})\b(?P<rest>{rest}?)\s*(?:[:|–—]|-\s|$)\s*"
            rf"(?P<day>{DATE}\W*$)?"
        )
        found = matcher(pattern).match(words)
        if found:
            return found
    return None


def _kind(label: re.Match[str] | None, told: str) -> CorrectionKind:
    """The kind by the label, else by what the note says was done."""
    for kind in kinds_in("labels"):
        name = any_of("labels", kind)
        if label and matcher(name).fullmatch(label["name"]):
            return kind
    for kind in kinds_in("kinds"):
        if matcher(rf"\b{any_of('kinds', kind)}\b").search(told):
            return kind
    return "editor's note"


def _at(label: re.Match[str] | None, told: str) -> Moment | None:
    """When the note was made, as sharp as it says; None without a year."""
    found = _moment(f"{label['rest']} {label['day'] or ''}") if label else None
    changed = matcher(rf"{any_of('changing', 'verbs')}\s+on\s+.{{0,40}}").search(told)
    return found or (_moment(changed[0]) if changed else None)


def _moment(words: str) -> Moment | None:
    found = FULL_DATE.search(words)
    if found is None:
        return None
    told = {name.rstrip("23"): part for name, part in found.groupdict().items() if part}
    month = told["month"]
    number = int(month) if month.isdigit() else MONTH_NUMBER.get(month.casefold(), 0)
    try:
        day = date(int(told["year"]), number, int(told["day"])).isoformat()
    except ValueError:
        return None
    clock = CLOCK.search(words[found.end() : found.end() + CLOCK_REACH])
    return _timed(day, clock) if clock else Moment(day, "day")


def _timed(day: str, clock: re.Match[str]) -> Moment:
    hour, half = int(clock["hour"]), clock["half"]
    if half:
        hour = hour % NOON + (NOON if half[0] in "pP" else 0)
    if hour >= 2 * NOON or int(clock["minute"]) >= 60:  # noqa: PLR2004 - minutes
        return Moment(day, "day")
    return Moment(f"{day}T{hour:02}:{clock['minute']}", "minute")


def _sentences(span: Span, text: str, reach: int) -> Iterator[Span]:
    """The sentences of a paragraph from `reach` on."""
    start = max(span.start, reach)
    if start >= span.end:
        return
    words = text[start : span.end]
    ends = [found for found in SENTENCE_END.finditer(words) if _ends(words, found)]
    edges = [0, *(found.end() for found in ends), len(words)]
    for left, right in pairwise(edges):
        sentence = (
            trimmed(Span(start + left, start + right), text) if left < right else None
        )
        if sentence is not None:
            yield Span(sentence.start, min(sentence.end, sentence.start + LONGEST))


def _ends(words: str, found: re.Match[str]) -> bool:
    return ABBREVIATED.search(words[: found.start()].rstrip("\"”’')")) is None
