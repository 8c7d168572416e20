"""The figures of an incident side by side, and what named rules make of them.

The figures stay as each outlet gave them; every derived number is a view of them, and
the wording of its rule stands beside it.
"""

from onrecord.record.ledger.counting import given_of, stands_of
from onrecord.record.ledger.lines import ledger_lines
from onrecord.record.ledger.revised import figure_revisions
from onrecord.record.ledger.rules import RULES, Rule, toll_of

__all__ = [
    "RULES",
    "Rule",
    "figure_revisions",
    "given_of",
    "ledger_lines",
    "stands_of",
    "toll_of",
]
