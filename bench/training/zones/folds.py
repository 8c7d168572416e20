"""Which weights may be measured on which page: never those fitted on its site.

The pages are dealt into folds by site. The weights that ship are fitted on all folds;
for each fold there are weights fitted on the others, and a page that was learned from
is measured with those. A page of any other collection is measured with what ships.
"""

import hashlib
from functools import cache
from pathlib import Path

from onrecord.article.zoning import Network, load_network, read_network

FOLDS = 5
_HOME = Path(__file__).parent
LEARNED = _HOME / "learned.txt"


def fold_of(site: str) -> int:
    """The fold of a site, from 0."""
    return int(hashlib.sha256(f"fold:{site}".encode()).hexdigest(), 16) % FOLDS


def weights_file(fold: int) -> Path:
    """Where the weights lie that were fitted without this fold."""
    return _HOME / f"without_fold_{fold}.npz"


def network_for(page: str, site: str | None) -> Network:
    """The network to measure this page with."""
    if site is None or page not in _learned():
        return load_network()
    return _without(fold_of(site))


@cache
def _learned() -> frozenset[str]:
    return frozenset(LEARNED.read_text("utf-8").split())


@cache
def _without(fold: int) -> Network:
    return read_network(weights_file(fold).read_bytes())
