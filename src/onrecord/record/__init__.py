"""The record: one file with captures and findings. `record.views` shows them."""

from onrecord.record.adding import Added
from onrecord.record.custody import CustodyEntry
from onrecord.record.opening import open_record
from onrecord.record.store import Found, Record, StoredPage
from onrecord.record.verify import Problem, verify

__all__ = [
    "Added",
    "CustodyEntry",
    "Found",
    "Problem",
    "Record",
    "StoredPage",
    "open_record",
    "verify",
]
