"""The record: one file with captures, findings, links, and the views of them."""

from onrecord.record.adding import Added
from onrecord.record.custody import CustodyEntry
from onrecord.record.opening import open_record
from onrecord.record.store import Found, Record
from onrecord.record.verify import Problem, verify

__all__ = [
    "Added",
    "CustodyEntry",
    "Found",
    "Problem",
    "Record",
    "open_record",
    "verify",
]
