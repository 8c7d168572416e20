"""Incidents and their figures as tables and on a map, for other tools."""

from onrecord.export.events.asked import EVERYTHING, Asked
from onrecord.export.events.parquet import write_parquet
from onrecord.export.events.writing import FORMS, write_events

__all__ = ["EVERYTHING", "FORMS", "Asked", "write_events", "write_parquet"]
