"""The record: one file with captures and findings. `record.views` shows them."""

from onrecord.record.adding import Added
from onrecord.record.chain import Problem, Since, check_since, read_sound_head
from onrecord.record.custody import CustodyEntry, Head, head_given
from onrecord.record.decisions import Asked, Decided
from onrecord.record.opening import open_record
from onrecord.record.readers import Found, StoredPage
from onrecord.record.stamps import (
    CheckedStamp,
    Stamp,
    check_stamps,
    read_stamps,
    stamp_head,
)
from onrecord.record.store import Record
from onrecord.record.tombstones import Tombstone
from onrecord.record.verify import verify

__all__ = [
    "Added",
    "Asked",
    "CheckedStamp",
    "CustodyEntry",
    "Decided",
    "Found",
    "Head",
    "Problem",
    "Record",
    "Since",
    "Stamp",
    "StoredPage",
    "Tombstone",
    "check_since",
    "check_stamps",
    "head_given",
    "open_record",
    "read_sound_head",
    "read_stamps",
    "stamp_head",
    "verify",
]
