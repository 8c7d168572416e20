"""Reports of one event, in any outlet and at any time."""

from onrecord.resolve.incidents.link import link_reports

__all__ = ["link_reports"]
