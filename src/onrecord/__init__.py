"""onrecord keeps the record: who said what, what happened, and who says otherwise."""

__version__ = "0.1.0"

__all__ = ["__version__"]
