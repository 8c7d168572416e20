"""Claims: what is asserted more than once, by whomever, over any time."""

from onrecord.resolve.claims.links import link_claims
from onrecord.resolve.claims.ranking import ClaimIndex, Ranked

__all__ = ["ClaimIndex", "Ranked", "link_claims"]
