"""What an article tells of incidents: kind, place, date, people struck."""

from onrecord.extract.reports.brief import find_brief
from onrecord.extract.reports.find import find_reports

__all__ = ["find_brief", "find_reports"]
