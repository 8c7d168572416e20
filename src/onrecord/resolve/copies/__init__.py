"""Texts that repeat one another: whole, cut, or with more added."""

from onrecord.resolve.copies.link import link_copies

__all__ = ["link_copies"]
