"""Who said what: on texts that others annotated, and on real pages that we did.

The metric stands beside the data (its README says what each measure is).
"""

from pathlib import Path

from bench.attributions import (
    PAIR,
    SPEAKER,
    Document,
    Judged,
    Metric,
    firm,
    load_metric,
    told,
)
from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, joined, missing
from bench.own_statements import (
    judged_own,
    measure_agreement,
    measure_own,
    measure_peers,
)
from bench.speakers import measure_speakers
from bench.statement_gold import PLAIN_SET, read_frozen
from bench.statement_record import judged_by_record

_KEYS = {
    "polnear": {
        "polnear_pair80": PAIR,
        "polnear_source_exact": "exact source",
        "polnear_cue_exact": "exact cue",
        "polnear_content_exact": "exact content",
    },
    "gum": {"gum_pair80": PAIR, "gum_speaker80": SPEAKER},
}


def measure(inputs: Inputs) -> Figures:
    """Score what the record has of every text against its attributions."""
    folders = (inputs.data, inputs.shared / "bench" / "statements")
    scripts = [each / "score.py" for each in folders if (each / "score.py").is_file()]
    if not scripts:
        return missing(inputs.data / "score.py", "figures: it holds the metric")
    metric = load_metric(scripts[0])
    public = {name: _judged(inputs.data, name) for name in _KEYS}
    return joined(
        *(_public(inputs.data, name, public[name], metric) for name in _KEYS),
        *_own(inputs.shared / "bench" / "extraction", public["gum"] or [], metric),
    )


def _own(folder: Path, gum: list[Judged], metric: Metric) -> list[Figures]:
    """The figures of our own gold, and of speakers, for which gum adds some."""
    frozen = read_frozen(folder)
    if frozen is None:
        nothing = missing(folder / PLAIN_SET, "figures of our own gold")
        return [nothing, measure_speakers({"gum": gum}, metric)]
    whole = judged_own(frozen)
    own = {part: [firm(each) for each in judged] for part, judged in whole.items()}
    return [
        measure_own(own, metric),
        measure_peers(whole, metric),
        measure_agreement(frozen, metric),
        measure_speakers({**own, "gum": gum}, metric),
    ]


def _judged(data: Path, name: str) -> list[Judged] | None:
    """The texts of a data set as a record has them; None without the data."""
    path = find_dataset(data, name)
    return None if path is None else judged_by_record(read_dataset(path, Document))


def _public(
    data: Path, name: str, judged: list[Judged] | None, metric: Metric
) -> Figures:
    keys = _KEYS[name]
    if judged is None:
        return missing(data / f"{name}.dev.jsonl", *keys)
    result = metric.of(judged)
    measures = {key: result.get(named) for key, named in keys.items()}
    values = {key: each["f1"] for key, each in measures.items() if each is not None}
    return Figures(values, notes=(told(name, result),))
