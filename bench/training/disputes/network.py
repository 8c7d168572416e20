"""The network that judges a pair: MiniLM's layers over both utterances, in torch."""

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536
PIECES, PLACES, SIDES, ANSWERS = 30522, 512, 2, 3
DROPOUT = 0.1
PADDING, CLOSING = 0, 102
Tensor = Any  # torch is not installed where the project is only checked


class Layer(nn.Module):  # type: ignore[misc]  # torch has no types here
    """Attention, then two dense layers, each added to what came in."""

    def __init__(self) -> None:
        """Make the weights; `load_weights` fills them."""
        super().__init__()
        self.query, self.key, self.value, self.out = (
            nn.Linear(WIDTH, WIDTH) for _ in range(4)
        )
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.after_dense = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """The next hidden rows; `bias` keeps padding out of sight."""
        seen = self.drop(self.out(self._attend(hidden, bias)))
        hidden = self.after_attention(hidden + seen)
        dense = self.drop(self.down(functional.gelu(self.up(hidden))))
        return self.after_dense(hidden + dense)

    def _attend(self, hidden: Tensor, bias: Tensor) -> Tensor:
        count, length = hidden.shape[0], hidden.shape[1]
        query, key, value = (
            part(hidden).view(count, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        dropped = DROPOUT if self.training else 0.0
        seen = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=bias.to(query.dtype), dropout_p=dropped
        )
        return seen.transpose(1, 2).reshape(count, length, WIDTH)


class PairNetwork(nn.Module):  # type: ignore[misc]  # torch has no types here
    """Logits of agree, dispute and other for pairs of utterances as word pieces."""

    def __init__(self) -> None:
        """Make the weights; the head's are drawn by chance."""
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.sides = nn.Embedding(SIDES, WIDTH)
        self.after_input = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(DROPOUT)
        self.dense, self.judged = nn.Linear(4 * WIDTH, WIDTH), nn.Linear(WIDTH, ANSWERS)

    def forward(self, ids: Tensor, mask: Tensor, side: Tensor) -> Tensor:
        """A row of three logits a pair; `side` is 0 for the left, 1 for the right."""
        length = ids.shape[1]
        spots = self.places(torch.arange(length, device=ids.device))
        hidden = self.after_input(self.pieces(ids) + spots + self.sides(side))
        hidden = self.drop(hidden)
        bias = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        left = _mean(hidden, mask * (1 - side))
        right = _mean(hidden, mask * side)
        both = torch.cat(
            [hidden[:, 0], left + right, (left - right).abs(), left * right], 1
        )
        return self.judged(self.drop(torch.tanh(self.dense(self.drop(both)))))


def _mean(hidden: Tensor, mask: Tensor) -> Tensor:
    share = mask.to(hidden.dtype)[..., None]
    return (hidden * share).sum(1) / share.sum(1).clamp(min=1.0)


def load_network(safetensors: Path) -> PairNetwork:
    """The network with MiniLM's weights; its head is new."""
    network = PairNetwork()
    given = read_safetensors(safetensors)
    state = network.state_dict()
    for ours, theirs in _names().items():
        state[ours] = torch.from_numpy(np.array(given[theirs]))
    network.load_state_dict(state)
    return network


def _names() -> Mapping[str, str]:
    """MiniLM's name of every weight but the head's."""
    names = {
        "pieces": "embeddings.word_embeddings",
        "places": "embeddings.position_embeddings",
        "sides": "embeddings.token_type_embeddings",
    }
    whole = {"after_input": "embeddings.LayerNorm"}
    for number in range(LAYERS):
        at, of = f"layers.{number}", f"encoder.layer.{number}"
        for part in ("query", "key", "value"):
            whole[f"{at}.{part}"] = f"{of}.attention.self.{part}"
        whole[f"{at}.out"] = f"{of}.attention.output.dense"
        whole[f"{at}.after_attention"] = f"{of}.attention.output.LayerNorm"
        whole[f"{at}.up"] = f"{of}.intermediate.dense"
        whole[f"{at}.down"] = f"{of}.output.dense"
        whole[f"{at}.after_dense"] = f"{of}.output.LayerNorm"
    return {f"{ours}.weight": f"{theirs}.weight" for ours, theirs in names.items()} | {
        f"{ours}.{end}": f"{theirs}.{end}"
        for ours, theirs in whole.items()
        for end in ("weight", "bias")
    }


def read_safetensors(path: Path) -> dict[str, np.ndarray[Any, Any]]:
    """The float32 arrays of a safetensors file, by name."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    head = json.loads(data[8 : 8 + size])
    return {
        name: np.frombuffer(
            data[8 + size + row["data_offsets"][0] : 8 + size + row["data_offsets"][1]],
            dtype=np.float32,
        ).reshape(row["shape"])
        for name, row in head.items()
        if name != "__metadata__" and row["dtype"] == "F32"
    }
