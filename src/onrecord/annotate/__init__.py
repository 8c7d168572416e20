"""An article with its grammar, quotation marks and names."""

from onrecord.annotate.annotate import annotate

__all__ = ["annotate"]
