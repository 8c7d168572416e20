"""Where an outlet is at home, as its site's name and its other articles tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.scene import by_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from onrecord.gazetteer.places.scene import Scene

LONG_ENOUGH = 5  # letters of a place in a site's name: "oldportherald.com"
# Endings that tell a country though they are not its code.
ENDINGS = {"uk": "GB", "eu": ""}
SOLD = frozenset({"tv", "io", "co", "me", "ai", "cc", "ws", "fm", "ly"})  # sold abroad


@dataclass(frozen=True, slots=True)
class Home:
    """An outlet's site, and the share of what it writes about by region and country.

    `regions` and `countries` map codes to shares from 0 to 1; empty while nothing
    else of the outlet is known.
    """

    domain: str = ""
    regions: Mapping[str, float] = field(default_factory=dict)
    countries: Mapping[str, float] = field(default_factory=dict)

    @property
    def country(self) -> str:
        """The country that the site's ending names; empty for "com" and its like.

        >>> Home("herald.co.uk").country, Home("herald.com").country
        ('GB', '')
        """
        ending = self.domain.rpartition(".")[2].casefold()
        if len(ending) != len("uk") or ending in SOLD:
            return ""
        return ENDINGS.get(ending, ending.upper())

    def is_named_after(self, key: str) -> bool:
        """Whether the site's name holds the place's: "oldportherald.com"."""
        joined = key.replace(" ", "")
        return len(joined) >= LONG_ENOUGH and joined in self.domain.casefold()


def home_from(domain: str, scenes: Iterable[tuple[Scene, NDArray[np.float64]]]) -> Home:
    """The home that an outlet's articles tell, each with the shares thought of."""
    regions: dict[str, float] = {}
    countries: dict[str, float] = {}
    count = 0
    for scene, shares in scenes:
        count += 1
        weight = shares * scene.weight[scene.owner] / max(1.0, scene.weight.sum())
        for sums, codes in (
            (regions, [place.region for place in scene.places]),
            (countries, [place.country for place in scene.places]),
        ):
            for code, amount in by_code(codes, weight).items():
                sums[code] = sums.get(code, 0.0) + amount
    return Home(
        domain,
        {code: amount / count for code, amount in regions.items()},
        {code: amount / count for code, amount in countries.items()},
    )
