"""The stages in order: pages to findings, findings to links, into the record."""

from onrecord.pipeline.health import Check, check_health
from onrecord.pipeline.ingest import Ingested, ingest
from onrecord.pipeline.nearest import nearest_claims
from onrecord.pipeline.process import process, read_pages, search_page
from onrecord.pipeline.resolve import resolve, resolve_names
from onrecord.pipeline.revisions import Revisions, revisions_of
from onrecord.pipeline.tools import Tools, load_tools

__all__ = [
    "Check",
    "Ingested",
    "Revisions",
    "Tools",
    "check_health",
    "ingest",
    "load_tools",
    "nearest_claims",
    "process",
    "read_pages",
    "resolve",
    "resolve_names",
    "revisions_of",
    "search_page",
]
