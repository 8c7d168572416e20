"""Bare texts as articles, and the incidents with figures that the pipeline finds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from onrecord.annotate import annotate
from onrecord.extract import find_reports, find_statements
from onrecord.extract.figures import Bounds, whole_of
from onrecord.gazetteer.places import Gazetteer
from onrecord.model import (
    Annotated,
    Article,
    Effect,
    Figure,
    Moment,
    Page,
    Reading,
    Report,
    Source,
    Span,
    Zoned,
    article_id,
)
from onrecord.pipeline.locating import located
from onrecord.pipeline.tools import Tools, load_tools
from onrecord.read import read_source


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident of a text: its report and the figures it gives."""

    report: Report
    figures: tuple[Figure, ...]

    def whole(self, effect: Effect) -> Bounds | None:
        """The bounds of one effect by the product's rule; None: silent."""
        return whole_of(self.figures, effect)


class Reader:
    """The pipeline from the running text on: what a page's markup tells is not asked.

    The text is all body: a bench text is no page, and a line of one sentence would
    be taken for a headline.
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """A reader with the tools that `onrecord add` has; places get points too."""
        self._gazetteer = gazetteer

    @cached_property
    def tools(self) -> Tools:
        """Models and tables, loaded at the first text."""
        return replace(load_tools(), gazetteer=self._gazetteer)

    def incidents(self, text: str, day: date | None) -> list[Incident]:
        """The incidents of a text of this day, the main one first."""
        return sorted(self._found(text, day), key=lambda item: not item.report.is_main)

    def annotated(self, text: str, day: date | None) -> Annotated:
        """The text as an article of this day, with its grammar and names."""
        return self._annotated(self._reading(text), day)

    def _reading(self, text: str) -> Reading:
        return read_source(Source("text.txt", text.encode(), "file"))

    def _annotated(self, reading: Reading, day: date | None) -> Annotated:
        page = reading.page
        tools = self.tools
        return annotate(
            bare_article(page, day),
            page,
            tools.parser,
            tools.actors,
            tools.countries,
            places=self._gazetteer,
        )

    def _found(self, text: str, day: date | None) -> Iterator[Incident]:
        tools, reading = self.tools, self._reading(text)
        annotated = self._annotated(reading, day)
        statements = find_statements(annotated, tools.actors)
        reports, figures = find_reports(annotated, statements, tools.countries)
        _, placed = located(reports, annotated, reading.capture, tools)
        for report in placed:
            own = [figure for figure in figures if figure.report_id == report.id]
            yield Incident(report, tuple(own))


def bare_article(page: Page, day: date | None) -> Article:
    """All of a page's text as the body of one article of this day."""
    body = Span(0, len(page.text))
    zones = tuple(Zoned(block.span, "body") for block in page.blocks)
    return Article(
        id=article_id(page.id, "article", body),
        page_id=page.id,
        type="article",
        title=None,
        titles=(),
        zones=zones,
        outlet=None,
        byline=(),
        published=Moment(day.isoformat(), "day") if day else None,
        modified=None,
        language="en",
    )
