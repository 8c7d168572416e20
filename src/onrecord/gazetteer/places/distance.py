"""How far places lie from each other."""

from __future__ import annotations

import math

EARTH_RADIUS_KM = 6371.0


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The way over the surface in kilometres; all arguments in degrees.

    >>> round(distance_km(0, 0, 0, 1))
    111
    """
    north, other_north = math.radians(lat), math.radians(other_lat)
    east = math.radians(other_lon - lon)
    half = (
        math.sin((other_north - north) / 2) ** 2
        + math.cos(north) * math.cos(other_north) * math.sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
