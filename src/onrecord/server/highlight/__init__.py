"""A page's text cut into pieces, each knowing which findings it belongs to."""

from onrecord.server.highlight.marks import asked_marks, asked_spans, marks_of
from onrecord.server.highlight.names import NameSeen, names_of
from onrecord.server.highlight.regions import Region, regions_of
from onrecord.server.highlight.segments import Mark, Segment, cut

__all__ = [
    "Mark",
    "NameSeen",
    "Region",
    "Segment",
    "asked_marks",
    "asked_spans",
    "cut",
    "marks_of",
    "names_of",
    "regions_of",
]
