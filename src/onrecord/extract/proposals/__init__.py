"""Statements that an assistant model proposes, taken where their words stand."""

from onrecord.extract.proposals.propose import propose_statements
from onrecord.extract.proposals.task import TASK

__all__ = ["TASK", "propose_statements"]
