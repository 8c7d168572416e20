"""Findings side by side: which are the same, which stand against each other."""

from onrecord.resolve.claims import ClaimIndex, lay_out, link_claims, link_sayings
from onrecord.resolve.contradictions import find_clashes, find_contradictions
from onrecord.resolve.copies import link_copies
from onrecord.resolve.decided import keep_decided
from onrecord.resolve.entities import link_names
from onrecord.resolve.figure_disputes import find_figure_disputes
from onrecord.resolve.incidents import link_reports
from onrecord.resolve.places import link_places, senses_of
from onrecord.resolve.revisions import link_revisions
from onrecord.resolve.stories import OpenStories, link_stories

__all__ = [
    "ClaimIndex",
    "OpenStories",
    "find_clashes",
    "find_contradictions",
    "find_figure_disputes",
    "keep_decided",
    "lay_out",
    "link_claims",
    "link_copies",
    "link_names",
    "link_places",
    "link_reports",
    "link_revisions",
    "link_sayings",
    "link_stories",
    "senses_of",
]
