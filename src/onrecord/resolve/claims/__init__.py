"""Claims: what is asserted more than once, by whomever, over any time."""

from onrecord.resolve.claims.compared import lay_out
from onrecord.resolve.claims.links import link_claims, link_sayings
from onrecord.resolve.claims.ranking import ClaimIndex, Ranked

__all__ = ["ClaimIndex", "Ranked", "lay_out", "link_claims", "link_sayings"]
