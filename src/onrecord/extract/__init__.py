"""What an annotated article tells: statements, disputes, reports and figures."""

from onrecord.extract.corrections import find_corrections, without_notes
from onrecord.extract.dates import resolve_date
from onrecord.extract.oppositions import find_oppositions
from onrecord.extract.proposals import TASK, propose_statements
from onrecord.extract.reports import find_reports
from onrecord.extract.statements import find_statements

__all__ = [
    "TASK",
    "find_corrections",
    "find_oppositions",
    "find_reports",
    "find_statements",
    "propose_statements",
    "resolve_date",
    "without_notes",
]
