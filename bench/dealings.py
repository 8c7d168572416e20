"""How many of the dealings that a reader found on real pages we find.

The reader's list has the clear ones alone, so what we find besides is not judged: only
recall is told, for the half that rules are tried on and for the half kept out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.compare import PageWords
from bench.harness import Figures
from bench.incident_gold import (
    measured_spans,
    measured_text,
    read_incident_texts,
    read_incidents,
)
from bench.incident_record import html_of
from onrecord.extract import dealing_kinds
from onrecord.model import Findings, Source
from onrecord.pipeline import Tools, load_tools, process

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bench.incident_gold import IncidentPage, Part
    from bench.rows import Spans

VIOLENT = frozenset({"ASSAULT", "FIGHT", "PROTEST"})


def measure_recall(shared: Path) -> Figures:
    """A note of both halves; nothing without the benchmark's frozen texts."""
    frozen = read_incident_texts(shared / "bench" / "extraction")
    if frozen is None:
        return Figures({})
    tools = load_tools()
    parts = [f"{part} {_told(part, frozen, tools)}" for part in ("train", "test")]
    return Figures({}, notes=(f"dealings of our gold found: {', '.join(parts)}",))


def _told(part: Part, frozen: Mapping[str, str], tools: Tools) -> str:
    """How many of the half's dealings are found, of how many, and how many we tell."""
    pages = [p for p in read_incidents(1) if p.part == part and p.page in frozen]
    sources = [
        Source(f"{number}.html", html_of(page, frozen).encode(), "file")
        for number, page in enumerate(pages)
    ]
    asked = found = told = 0
    for page, findings in zip(pages, process(sources, tools), strict=True):
        firm = [each for each in page.dealings if not each.optional]
        ours = _ours(page, frozen, findings) if isinstance(findings, Findings) else []
        golds = [measured_spans(page, each.told) for each in firm]
        asked, told = asked + len(golds), told + len(ours)
        found += sum(any(_touch(gold, spans) for spans in ours) for gold in golds)
    return f"{found} of {asked} ({told} told)"


def _ours(
    page: IncidentPage, frozen: Mapping[str, str], findings: Findings
) -> list[Spans]:
    """The words of each dealing that we tell, where they stand in the gold's text."""
    ours = PageWords(findings.reading.page.text)
    theirs = PageWords(measured_text(page, frozen))
    found: list[Spans] = []
    for report in findings.reports:
        kind = dealing_kinds().get(report.detail or "")
        if kind is None or kind.event in VIOLENT or kind.detail == "arrest":
            continue
        moved = (theirs.span(ours.within([(s.start, s.end)])) for s in report.spans)
        found.append(tuple(span for span in moved if span))
    return found


def _touch(gold: Spans, spans: Spans) -> bool:
    return any(a < d and c < b for a, b in gold for c, d in spans)
