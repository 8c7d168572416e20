"""Fitting the network to pairs, and asking it about pairs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from bench.training.disputes.network import ANSWERS, PairNetwork, Tensor
from onrecord.language.pairs import encode_pairs

HALF = 0.5  # of the pairs are turned round
Lesson = tuple[str, str, int]  # left, right, the label's number
Logits = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast is learned."""

    epochs: int
    rate: float
    head_rate: float = 1e-3
    at_once: int = 32
    smoothing: float = 0.05
    decay: float = 0.01
    warm: float = 0.1
    slower_below: float = 1.0  # the rate of a layer, as a share of the next one's


def fit(
    network: PairNetwork,
    lessons: Sequence[Lesson],
    course: Course,
    seed: int,
) -> None:
    """Teach the network these pairs, both ways round."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    network.train()
    network.pieces.requires_grad_(requires_grad=False)
    groups = list(_groups(network, course))
    weights = _weights_of(lessons)
    optimizer = torch.optim.AdamW(groups, weight_decay=course.decay, fused=True)
    steps = course.epochs * -(-len(lessons) // course.at_once)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [group["lr"] for group in groups],
        total_steps=steps + 1,
        pct_start=course.warm,
        anneal_strategy="linear",
    )
    for epoch in range(course.epochs):
        total = 0.0
        for batch in _batches(lessons, course.at_once, chance):
            loss = _loss(network, batch, course, weights)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach()) * len(batch)
        print(f"epoch {epoch}: loss {total / len(lessons):.3f}", flush=True)  # noqa: T201 - takes long
    network.eval()


def _groups(network: PairNetwork, course: Course) -> Iterator[dict[str, Any]]:
    head = [*network.dense.parameters(), *network.judged.parameters()]
    yield {"params": head, "lr": course.head_rate}
    rate = course.rate
    for layer in reversed(network.layers):
        yield {"params": list(layer.parameters()), "lr": rate}
        rate *= course.slower_below
    rest = [
        network.places.weight,
        network.sides.weight,
        *network.after_input.parameters(),
    ]
    yield {"params": rest, "lr": rate}


def _weights_of(lessons: Sequence[Lesson]) -> Tensor:
    """What a pair of each label counts: the fewer there are of it, the more."""
    counts = np.bincount([label for _, _, label in lessons], minlength=ANSWERS)
    return torch.tensor(counts.mean() / counts, dtype=torch.float32)


def _loss(
    network: PairNetwork, batch: Sequence[Lesson], course: Course, weights: Tensor
) -> Tensor:
    wanted = torch.tensor([label for _, _, label in batch])
    given = packed([(left, right) for left, right, _ in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(*given).float()
    return functional.cross_entropy(
        logits, wanted, weight=weights, label_smoothing=course.smoothing
    )


def _batches(
    lessons: Sequence[Lesson], size: int, chance: np.random.Generator
) -> Iterator[list[Lesson]]:
    """Batches of pairs of like length, each turned round by chance."""
    turned = [
        (right, left, label) if chance.random() < HALF else (left, right, label)
        for left, right, label in lessons
    ]
    length = np.array([len(left) + len(right) for left, right, _ in turned])
    order = np.argsort(length * chance.uniform(0.8, 1.25, len(turned)))
    starts = np.arange(0, len(turned), size)
    chance.shuffle(starts)
    for start in starts:
        yield [turned[at] for at in order[start : start + size]]


def packed(pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor]:
    """Word pieces, mask and sides as the network takes them."""
    ids, mask, sides = map(torch.from_numpy, encode_pairs(pairs))
    return ids, mask, sides


def ask(
    network: PairNetwork, pairs: Sequence[tuple[str, str]], at_once: int = 64
) -> Logits:
    """Three logits a pair: the mean of both ways round."""
    turned = [(right, left) for left, right in pairs]
    both = _ask(network, pairs, at_once) + _ask(network, turned, at_once)
    return np.asarray(both / 2, dtype=np.float32)


def _ask(
    network: PairNetwork, pairs: Sequence[tuple[str, str]], at_once: int
) -> Logits:
    network.eval()
    order = np.argsort([len(left) + len(right) for left, right in pairs])
    logits = np.zeros((len(pairs), 3), dtype=np.float32)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(pairs), at_once):
            chosen = order[start : start + at_once]
            rows = network(*packed([pairs[at] for at in chosen]))
            logits[chosen] = rows.float().numpy()
    return logits
