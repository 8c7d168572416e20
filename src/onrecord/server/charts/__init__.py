"""Charts laid out: positions and labels; the templates draw them as SVG."""

from onrecord.server.charts.ledger import Ledger, lay_ledger
from onrecord.server.charts.timeline import Timeline, lay_timeline

__all__ = ["Ledger", "Timeline", "lay_ledger", "lay_timeline"]
