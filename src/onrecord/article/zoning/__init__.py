"""What zone every block of a page is: numbers of a block, a network, a decision."""

from onrecord.article.zoning.columns import COLUMNS, columns
from onrecord.article.zoning.decide import decide_zones, mixed
from onrecord.article.zoning.network import ZONES, Network, load_network, read_network

__all__ = [
    "COLUMNS",
    "ZONES",
    "Network",
    "columns",
    "decide_zones",
    "load_network",
    "mixed",
    "read_network",
]
