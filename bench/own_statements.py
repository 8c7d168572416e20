"""Figures of our own gold: real pages, read by the guideline beside it.

The outlets of `test` give the figures and their misses are only counted; those of
`train`, which we look at while we work, stand beside them as `own_train_`.
"""

import importlib
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec

from bench.attributions import PAIR, SPEAKER, Judged, Metric, firm, told
from bench.confidence import measure_confidence
from bench.harness import Figures, joined
from bench.statement_gold import between_passes, documents_of, read_gold
from bench.statement_misses import errors_of, kinds_note, traits_note
from bench.statement_record import judged_by_record
from bench.textacy_peer import has_textacy, judged_textacy

TRAIN, TEST = "train", "test"
Parts = Mapping[str, list[Judged]]


def judged_own(frozen: Mapping[str, str]) -> dict[str, list[Judged]]:
    """Our own gold by part, with all that a record has of its texts."""
    pages = list(read_gold(1))
    parts = {page.page: page.part for page in pages}
    judged = judged_by_record(documents_of(pages, frozen))
    return {
        part: [each for each in judged if parts[each.id] == part]
        for part in (TEST, TRAIN)
    }


def measure_own(parts: Parts, metric: Metric) -> Figures:
    """How good our statements are; given without what may go either way."""
    test, train = parts[TEST], parts[TRAIN]
    return joined(
        _scores("own_{}", "own test", test, metric),
        _scores("own_train_{}", "own train", train, metric),
        measure_confidence(test),
        _errors(test, train),
    )


def measure_peers(parts: Parts, metric: Metric) -> Figures:
    """The peer on the outlets of `test`, and the time that a full parse takes."""
    if not has_textacy():
        note = "pip install textacy: no own_pair80_textacy, own_speaker80_textacy"
        return joined(Figures({}, notes=(note,)), _cpu(parts))
    theirs = [firm(each) for each in judged_textacy(parts[TEST])]
    scores = _scores("own_{}_textacy", "textacy, own test", theirs, metric)
    return joined(scores, _cpu(parts))


def measure_agreement(frozen: Mapping[str, str], metric: Metric) -> Figures:
    """The second pass of the gold judged by the first."""
    judged = between_passes(frozen)
    return _scores("agreement_{}", "second pass by the first", judged, metric)


def _scores(form: str, name: str, judged: Sequence[Judged], metric: Metric) -> Figures:
    """F1 of pairs and of speakers, under keys of this form."""
    result = metric.of(judged)
    keys = {form.format("pair80"): PAIR, form.format("speaker80"): SPEAKER}
    values = {key: result[one]["f1"] for key, one in keys.items() if one in result}
    return Figures(values, notes=(told(name, result),) if values else ())


def _cpu(parts: Parts) -> Figures:
    """Processor time of ours against a full parse, where that measure exists."""
    if find_spec("bench.cpu") is None:
        return Figures({}, notes=("bench/cpu.py is missing: no cpu_ratio",))
    ratio: Callable[[Sequence[str]], float] = importlib.import_module(
        "bench.cpu"
    ).cpu_ratio
    texts = [each.text for judged in parts.values() for each in judged]
    return Figures({"cpu_ratio": ratio(texts)})


def _errors(test: Sequence[Judged], train: Sequence[Judged]) -> Figures:
    """Errors by kind; of `test` their number alone, so that nobody tunes on it."""
    notes = []
    for name, judged in ((TEST, test), (TRAIN, train)):
        errors = [error for each in judged for error in errors_of(each)]
        notes += [traits_note(f"own {name}", judged), kinds_note(f"own {name}", errors)]
    misses = (error.miss("own_train") for each in train for error in errors_of(each))
    return Figures({}, tuple(misses), tuple(notes))
