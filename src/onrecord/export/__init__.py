"""Ways out of the record."""

from onrecord.export.jsonl import export_rows, write_jsonl

__all__ = ["export_rows", "write_jsonl"]
