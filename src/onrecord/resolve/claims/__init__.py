"""Claims: what is asserted more than once, by whomever, over any time."""

from onrecord.resolve.claims.links import link_claims

__all__ = ["link_claims"]
