"""What an annotated article tells: statements, disputes, reports, figures."""

from onrecord.extract.corrections import find_corrections, without_notes
from onrecord.extract.dates import resolve_date
from onrecord.extract.dealings import dealing_kinds, find_dealings, main_deed
from onrecord.extract.oppositions import find_oppositions
from onrecord.extract.proposals import TASK, propose_statements
from onrecord.extract.reports import find_brief, find_reports
from onrecord.extract.statements import find_statements

__all__ = [
    "TASK",
    "dealing_kinds",
    "find_brief",
    "find_corrections",
    "find_dealings",
    "find_oppositions",
    "find_reports",
    "find_statements",
    "main_deed",
    "propose_statements",
    "resolve_date",
    "without_notes",
]
