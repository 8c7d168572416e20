"""The zone classifier: a small network that reads a page's blocks in a row.

Each block's numbers become a state; a few layers let it look at the blocks around it
(dilated convolutions as in WaveNet, van den Oord et al. 2016, with residual sums), one
at the page as a whole; the last gives a score for each zone. Trained by
`python -m bench.training.zones`; evaluated here with numpy alone.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, get_args

import numpy as np
from threadpoolctl import ThreadpoolController

from onrecord.article.zoning.columns import COLUMNS
from onrecord.errors import ConfigError
from onrecord.model import ArticleZone, Furniture

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.model import Zone

    Floats = NDArray[np.float32]

WEIGHTS_FILE = "zone_weights.npz"
WEIGHTS_SHA256 = "dc6ad67578b7342d0ee15aaab3b296a26bb59e3c5d370bdc3a733d6569563516"
ZONES: tuple[Zone, ...] = (*get_args(ArticleZone), *get_args(Furniture))
CLIP = 4.0  # standard deviations; rarer numbers tell no more


@dataclass(frozen=True, slots=True)
class Layer:
    """A look at the blocks `reach` above and below: three matrices and an offset."""

    above: Floats
    here: Floats
    below: Floats
    offset: Floats
    reach: int


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, as trained."""

    mean: Floats
    scale: Floats
    enter: tuple[Floats, Floats]
    layers: tuple[Layer, ...]
    page: tuple[Floats, Floats]
    page_after: int  # the layer behind which the whole page is looked at
    leave: tuple[Floats, Floats]

    def probabilities(self, rows: Floats) -> Floats:
        """For each row of `columns` how likely each of `ZONES` is; rows sum to 1."""
        if not len(rows):
            return np.zeros((0, len(ZONES)), np.float32)
        # Small products gain nothing from threads, which wait for each other busily.
        with _blas().limit(limits=1, user_api="blas"):
            return self._likely(rows)

    def _likely(self, rows: Floats) -> Floats:
        known = np.clip((rows - self.mean) / self.scale, -CLIP, CLIP)
        state = _relu(known @ self.enter[0] + self.enter[1])
        for number, layer in enumerate(self.layers):
            state = state + _relu(_seen(state, layer))
            if number == self.page_after:
                whole = state.mean(axis=0) @ self.page[0] + self.page[1]
                state = state + _relu(whole)
        scores = state @ self.leave[0] + self.leave[1]
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely: Floats = powers / powers.sum(axis=1, keepdims=True)
        return likely


@cache
def _blas() -> ThreadpoolController:
    """The libraries that numpy multiplies with, looked up once."""
    return ThreadpoolController()


def _relu(values: Floats) -> Floats:
    return np.maximum(values, 0)


def _seen(state: Floats, layer: Layer) -> Floats:
    """What a layer makes of each block and of the two at its reach."""
    seen: Floats = state @ layer.here + layer.offset
    if layer.reach < len(state):
        seen[layer.reach :] += state[: -layer.reach] @ layer.above
        seen[: -layer.reach] += state[layer.reach :] @ layer.below
    return seen


@cache
def load_network() -> Network:
    """The network that ships with the package.

    Raises ConfigError when the file is not the one this code was released with.
    """
    data = files("onrecord").joinpath("data", WEIGHTS_FILE).read_bytes()
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise ConfigError(f"{WEIGHTS_FILE}: not as released; install onrecord again")
    return read_network(data)


def read_network(data: bytes) -> Network:
    """The network in these bytes, as `python -m bench.training.zones` writes them.

    Raises ConfigError when it was trained on other columns.
    """
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    if tuple(arrays.pop("columns").tolist()) != COLUMNS:
        raise ConfigError(f"{WEIGHTS_FILE}: trained on other columns; train it anew")
    reaches = arrays.pop("reaches").tolist()
    page_after = int(arrays.pop("page_after"))
    wide = {name: array.astype(np.float32) for name, array in arrays.items()}
    return Network(
        mean=wide["mean"],
        scale=wide["scale"],
        enter=(wide["enter"], wide["enter_offset"]),
        layers=tuple(
            _layer(wide[f"layer_{number}"], wide[f"layer_{number}_offset"], reach)
            for number, reach in enumerate(reaches)
        ),
        page=(wide["page"], wide["page_offset"]),
        page_after=page_after,
        leave=(wide["leave"], wide["leave_offset"]),
    )


def _layer(looks: Floats, offset: Floats, reach: int) -> Layer:
    """A layer, from its three matrices in one array."""
    above, here, below = looks
    return Layer(above, here, below, offset, reach)
