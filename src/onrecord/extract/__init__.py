"""What an annotated article tells: statements and reports, with their figures."""

from onrecord.extract.statements import find_statements

__all__ = ["find_statements"]
