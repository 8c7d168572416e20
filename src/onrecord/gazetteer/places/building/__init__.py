"""How the gazetteer's file is made; only whoever makes a new one needs this."""

from onrecord.gazetteer.places.building.build import build_gazetteer
from onrecord.gazetteer.places.building.packing import content_digest, pack

__all__ = ["build_gazetteer", "content_digest", "pack"]
