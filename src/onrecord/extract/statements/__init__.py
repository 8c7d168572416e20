"""Who said what: statements and their speakers."""

from onrecord.extract.statements.find import find_statements

__all__ = ["find_statements"]
