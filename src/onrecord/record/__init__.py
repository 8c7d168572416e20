"""The record: one file with captures, findings, links, and the views of them."""

from onrecord.record.adding import Added
from onrecord.record.custody import CustodyEntry
from onrecord.record.opening import open_record
from onrecord.record.store import Found, Record, StoredPage
from onrecord.record.verify import Problem, verify
from onrecord.record.views import (
    NO_CUT,
    Cut,
    IncidentQuery,
    find_entities,
    list_claims,
    list_disputes,
    list_incidents,
    list_stories,
    read_claim,
    read_claims,
    read_entities,
    read_entity,
    read_incident,
    read_incidents,
    read_page,
    read_speakers,
    read_story,
    search,
    summary,
)

__all__ = [
    "NO_CUT",
    "Added",
    "CustodyEntry",
    "Cut",
    "Found",
    "IncidentQuery",
    "Problem",
    "Record",
    "StoredPage",
    "find_entities",
    "list_claims",
    "list_disputes",
    "list_incidents",
    "list_stories",
    "open_record",
    "read_claim",
    "read_claims",
    "read_entities",
    "read_entity",
    "read_incident",
    "read_incidents",
    "read_page",
    "read_speakers",
    "read_story",
    "search",
    "summary",
    "verify",
]
