"""Fitting the network: the same layers as `article/zoning/network.py`, in torch."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from bench.training.zones.pages import UNKNOWN, Lesson
from onrecord.article.zoning import COLUMNS, ZONES
from onrecord.article.zoning.decide import MAIN
from onrecord.article.zoning.network import CLIP

WIDTH = 64
REACHES = (1, 2, 4, 8)
PAGE_AFTER = 2
EPOCHS, RATE, DECAY = 24, 2e-3, 0.02
DROPPED = 0.2  # of the numbers and of each state, at random, while learning
AT_ONCE = 8  # pages
LONGEST = 1200  # blocks; longer pages are left out
RARE = 0.35  # how much rarer zones count for more
Tensor = Any  # torch is not installed where the project is only checked
Weights = dict[str, Tensor]


def fit(lessons: Sequence[Lesson], seed: int = 0, epochs: int = EPOCHS) -> bytes:
    """The weights of a network that learned these pages, as a file's bytes."""
    torch.manual_seed(seed)
    kept = [lesson for lesson in lessons if len(lesson.rows) <= LONGEST]
    stacked = np.vstack([lesson.rows for lesson in kept])
    mean, scale = stacked.mean(axis=0), stacked.std(axis=0) + 1e-6
    weights = _start(len(COLUMNS))
    optimizer = torch.optim.AdamW(weights.values(), lr=RATE, weight_decay=DECAY)
    steps = epochs * -(-len(kept) // AT_ONCE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=steps, pct_start=0.2
    )
    rare = _rarity(kept)
    order = np.random.default_rng(seed)
    for _ in range(epochs):
        for chunk in _chunks(kept, order):
            loss = _loss(weights, _packed(chunk, mean, scale), rare)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(list(weights.values()), 1.0)
            optimizer.step()
            schedule.step()
    return _written(weights, mean, scale)


def _start(count: int) -> Weights:
    """Weights before anything is learned (He et al. 2015)."""
    shapes = {"enter": (count, WIDTH), "page": (WIDTH, WIDTH)}
    shapes |= {"leave": (WIDTH, len(ZONES))}
    weights = {
        name: torch.randn(shape) * (1 / shape[0]) ** 0.5
        for name, shape in shapes.items()
    }
    for number in range(len(REACHES)):
        weights[f"layer_{number}"] = torch.randn(3, WIDTH, WIDTH) * (3 * WIDTH) ** -0.5
    for name in list(weights):
        weights[f"{name}_offset"] = torch.zeros(weights[name].shape[-1])
    return {name: weight.requires_grad_() for name, weight in weights.items()}


def _chunks(
    lessons: Sequence[Lesson], order: np.random.Generator
) -> Iterator[list[Lesson]]:
    """Yield pages of about one length together, in a new order each time."""
    shaken = [len(lesson.rows) + order.integers(0, 60) for lesson in lessons]
    ranked = np.argsort(shaken)
    starts = np.arange(0, len(lessons), AT_ONCE)
    order.shuffle(starts)
    for start in starts:
        yield [lessons[at] for at in ranked[start : start + AT_ONCE]]


def _packed(
    lessons: Sequence[Lesson], mean: Tensor, scale: Tensor
) -> Mapping[str, Tensor]:
    """Several pages in one array each, filled up with empty blocks."""
    length = max(len(lesson.rows) for lesson in lessons)
    size = (len(lessons), length)
    rows = np.zeros((*size, len(COLUMNS)), np.float32)
    there, main, counts = (np.zeros(size, np.float32) for _ in range(3))
    zones = np.full(size, UNKNOWN)
    for at, lesson in enumerate(lessons):
        end = len(lesson.rows)
        rows[at, :end] = np.clip((lesson.rows - mean) / scale, -CLIP, CLIP)
        there[at, :end], main[at, :end] = 1, lesson.main
        counts[at, :end], zones[at, :end] = lesson.weights, lesson.zones
    named = {"rows": rows, "there": there, "main": main, "counts": counts}
    packed: dict[str, Tensor] = {
        name: torch.from_numpy(array) for name, array in named.items()
    }
    return packed | {"zones": torch.from_numpy(zones)}


def _scores(weights: Weights, rows: Tensor, there: Tensor) -> Tensor:
    """A score for each block and zone, some numbers left out at random."""
    mask = there[..., None]
    state = functional.dropout(rows, DROPPED) @ weights["enter"]
    state = functional.relu(state + weights["enter_offset"]) * mask
    for number, reach in enumerate(REACHES):
        name = f"layer_{number}"
        kernel = weights[name].permute(2, 1, 0)
        dropped = functional.dropout(state, DROPPED).transpose(1, 2)
        seen = functional.conv1d(
            dropped, kernel, weights[f"{name}_offset"], padding=reach, dilation=reach
        )
        state = (state + functional.relu(seen.transpose(1, 2))) * mask
        if number == PAGE_AFTER:
            mean = state.sum(dim=1) / there.sum(dim=1, keepdim=True).clamp(min=1)
            whole = mean @ weights["page"] + weights["page_offset"]
            state = (state + functional.relu(whole)[:, None]) * mask
    return (
        functional.dropout(state, DROPPED) @ weights["leave"] + weights["leave_offset"]
    )


def _loss(weights: Weights, page: Mapping[str, Tensor], rare: Tensor) -> Tensor:
    """How wrong the main text is on all pages, and the zones where they are known."""
    likely = functional.log_softmax(_scores(weights, page["rows"], page["there"]), -1)
    is_main = torch.from_numpy(MAIN)
    share = torch.logsumexp(likely.masked_fill(~is_main, -1e9), -1).exp()
    wrong = functional.binary_cross_entropy(
        share.clamp(1e-5, 1 - 1e-5), page["main"], reduction="none"
    )
    loss = (wrong * page["counts"]).sum() / len(page["main"])
    known = page["zones"] != UNKNOWN
    if known.any():
        zones = page["zones"][known]
        loss = loss + functional.nll_loss(likely[known], zones, weight=rare)
    return loss


def _rarity(lessons: Sequence[Lesson]) -> Tensor:
    """What a block of each zone counts: more the rarer it is, within bounds."""
    known = np.concatenate([lesson.zones[lesson.zones >= 0] for lesson in lessons])
    counts = np.maximum(1, np.bincount(known, minlength=len(ZONES)))
    factors = np.clip((counts.sum() / counts) ** RARE, 1, 12)
    return torch.tensor(factors / factors.mean(), dtype=torch.float32)


def _written(weights: Weights, mean: Tensor, scale: Tensor) -> bytes:
    """The weights as `read_network` takes them, in half precision."""
    arrays = {
        name: weight.detach().numpy().astype(np.float16)
        for name, weight in weights.items()
    }
    file = io.BytesIO()
    np.savez_compressed(
        file,
        columns=np.array(COLUMNS),
        mean=mean,
        scale=scale,
        reaches=np.array(REACHES),
        page_after=np.array(PAGE_AFTER),
        **arrays,
    )
    return file.getvalue()
