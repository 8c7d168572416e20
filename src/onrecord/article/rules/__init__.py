"""Zones by rules: where the prose is densest, what cues say, what stands around."""

from onrecord.article.rules.ruled import ruled_zones

__all__ = ["ruled_zones"]
