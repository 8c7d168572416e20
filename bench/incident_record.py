"""What we tell of the pages of the gold of incidents, beside what a reader found.

Each page is read as a small HTML page of its title and its lines, with the article's
day: what is measured is telling, not finding the article.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from msgspec.structs import replace

from bench.compare import PageWords, folded_words
from bench.incident_gold import (
    GoldIncident,
    GoldParty,
    IncidentPage,
    measured_spans,
    measured_text,
)
from bench.incident_score import Answer, Bounds, JudgedPage
from bench.rows import Spans
from onrecord.model import Figure, Findings, Report, Source, Span
from onrecord.pipeline import Tools, process

# What actors do to each other is a list of its own in the gold.
_DEALINGS = {
    ("Strategic developments", "Agreement"),
    ("Strategic developments", "Other"),
}
_PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>{day}</head>
<body><article><h1>{title}</h1>
{lines}
</article></body></html>"""
_DAY = '<meta property="article:published_time" content="{}">'


def judged_incidents(
    pages: Iterable[IncidentPage], frozen: Mapping[str, str], tools: Tools
) -> Iterator[tuple[IncidentPage, JudgedPage]]:
    """Yield each page whose text is at hand, with what we tell of it."""
    known = [page for page in pages if page.page in frozen]
    sources = [
        Source(f"{number}.html", html_of(page, frozen).encode(), "file")
        for number, page in enumerate(known)
    ]
    for page, found in zip(known, process(sources, tools), strict=True):
        text = measured_text(page, frozen)
        answers = answers_of(found, text) if isinstance(found, Findings) else ()
        yield page, JudgedPage(golds_of(page), answers)


def html_of(page: IncidentPage, frozen: Mapping[str, str]) -> str:
    """A page of the measured lines alone; the first is its headline."""
    text = frozen[page.page]
    title, *lines = (escape(text[start:end]) for start, end in page.lines)
    return _PAGE.format(
        title=title,
        day=_DAY.format(page.published) if page.published else "",
        lines="\n".join(f"<p>{line}</p>" for line in lines),
    )


def golds_of(page: IncidentPage) -> tuple[GoldIncident, ...]:
    """The incidents with their words where they stand in the measured text."""
    return tuple(
        replace(
            each,
            told=measured_spans(page, each.told),
            weapon=measured_spans(page, each.weapon),
            victims=_moved(page, each.victims),
            targets=_moved(page, each.targets),
        )
        for each in page.incidents
    )


def _moved(page: IncidentPage, parties: Iterable[GoldParty]) -> tuple[GoldParty, ...]:
    """The parties with their words in the measured text."""
    return tuple(
        replace(party, span=span)
        for party in parties
        for span in measured_spans(page, (party.span,))
    )


def answers_of(found: Findings, text: str) -> tuple[Answer, ...]:
    """Every incident that we tell; dealings between actors are none."""
    moved = _Moved(found.reading.page.text, text)
    return tuple(
        _answer(report, found.figures, moved)
        for report in found.reports
        if not is_dealing(report)
    )


def is_dealing(report: Report) -> bool:
    """Whether a report is of a dealing between actors."""
    kind = (report.event_type, report.sub_event_type)
    return report.event_type == "Dealing" or kind in _DEALINGS


def _answer(report: Report, figures: Iterable[Figure], moved: "_Moved") -> Answer:
    own = [figure for figure in figures if figure.report_id == report.id]
    place, days = report.place, report.date
    return Answer(
        report.event_type,
        report.sub_event_type,
        report.status,
        tuple(name for name in (place.text, place.name) if name) if place else (),
        place.country if place else None,
        days.start.isoformat() if days else None,
        days.end.isoformat() if days else None,
        _whole(own, "killed"),
        _whole(own, "injured"),
        moved.spans(report.spans),
        moved.spans(weapon.span for weapon in report.weapons),
        tuple(
            (moved.spans([item.span]), item.group)
            for item in (*report.victims, *report.targets)
        ),
    )


def _whole(figures: Iterable[Figure], effect: str) -> Bounds | None:
    """The first figure of the article for the whole of the incident."""
    wholes = sorted(
        (
            figure
            for figure in figures
            if figure.effect == effect
            and figure.part_of is None
            and not figure.is_superseded
        ),
        key=lambda figure: figure.span.start,
    )
    return (wholes[0].low, wholes[0].high) if wholes else None


class _Moved:
    """Where the words of one text stand in another of the same words."""

    def __init__(self, ours: str, theirs: str) -> None:
        self._ours, self._theirs = PageWords(ours), PageWords(theirs)
        self._is_same = folded_words(ours) == folded_words(theirs)

    def spans(self, spans: Iterable[Span]) -> Spans:
        """The same words there; none where the two texts differ."""
        if not self._is_same:
            return ()
        found = (
            self._theirs.span(self._ours.within([(span.start, span.end)]))
            for span in spans
        )
        return tuple(span for span in found if span)
