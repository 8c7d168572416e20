"""Findings side by side: which are the same, which stand against each other."""

from onrecord.resolve.copies import link_copies

__all__ = ["link_copies"]
