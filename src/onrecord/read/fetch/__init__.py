"""Polite, safe fetching of single addresses; imported only when it is asked for."""

from onrecord.read.fetch.addresses import is_public
from onrecord.read.fetch.guard import Guard
from onrecord.read.fetch.pace import Clocks, Manners
from onrecord.read.fetch.polite import Network, PoliteFetcher
from onrecord.read.fetch.transport import GuardedTransport, TimeLimits

__all__ = [
    "Clocks",
    "Guard",
    "GuardedTransport",
    "Manners",
    "Network",
    "PoliteFetcher",
    "TimeLimits",
    "is_public",
]
