"""Who said what, on texts that others annotated, by the metric beside the data."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict

import msgspec

from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, joined, missing
from bench.recorded import BenchError, Export, Given, build_record, hash_of
from bench.rows import Spans, StatementRow


class Attribution(msgspec.Struct, frozen=True):
    """One attribution, in the form that the metric reads."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    speaker: str | None = None
    aliases: tuple[str, ...] = ()
    negative: bool = False


class Document(msgspec.Struct, frozen=True):
    """A text with its attributions."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


class Measured(TypedDict, total=False):
    """What the metric says of one measure."""

    f1: float
    p: float
    r: float
    value: float


Documents = dict[str, dict[str, object]]
Score = Callable[[Documents, Documents], dict[str, Measured]]

_KEYS = {
    "polnear": {
        "polnear_pair80": "pair 0.8",
        "polnear_source_exact": "exact source",
        "polnear_cue_exact": "exact cue",
        "polnear_content_exact": "exact content",
    },
    "gum": {"gum_pair80": "pair 0.8", "gum_speaker80": "speaker 0.8"},
}


def measure(inputs: Inputs) -> Figures:
    """Score what the record has of every text against its attributions."""
    folders = (inputs.data, inputs.shared / "bench" / "statements")
    scripts = [each / "score.py" for each in folders if (each / "score.py").is_file()]
    if not scripts:
        return missing(inputs.data / "score.py", "figures: it holds the metric")
    score = _load_score(scripts[0])
    return joined(*(_measure(inputs.data, name, score) for name in _KEYS))


def _measure(data: Path, name: str, score: Score) -> Figures:
    path = find_dataset(data, name)
    if path is None:
        return missing(data / f"{name}.dev.jsonl", *_KEYS[name])
    gold = list(read_dataset(path, Document))
    found = find_attributions(gold)
    result = score(_built(gold), _built(found))
    measures = {key: result.get(named) for key, named in _KEYS[name].items()}
    values = {key: each["f1"] for key, each in measures.items() if each is not None}
    return Figures(values, notes=(_recalls(name, result),))


def find_attributions(documents: list[Document]) -> list[Document]:
    """The same texts with what a record of them holds as statements."""
    with TemporaryDirectory(prefix="bench-") as folder:
        for number, document in enumerate(documents):
            path = Path(folder) / f"{number:04}.txt"
            path.write_bytes(document.text.encode())
        export = build_record([Given(Path(folder))])
    return [
        Document(each.id, each.text, _found(export, hash_of(each.text.encode())))
        for each in documents
    ]


def _found(export: Export, sha256: str) -> tuple[Attribution, ...]:
    page = export.page(sha256)
    return tuple(
        Attribution(row.source, row.cue, row.content, row.speaker_name)
        for row in export.all(StatementRow)
        if row.page == page
    )


def _recalls(name: str, result: dict[str, Measured]) -> str:
    kinds = {
        key.removeprefix("recall pair 0.8 "): each["value"]
        for key, each in result.items()
        if key.startswith("recall")
    }
    told = ", ".join(f"{kind} {value:.3f}" for kind, value in kinds.items())
    pair = result["pair 0.8"]
    return f"{name}: pair 0.8 P {pair['p']:.3f} R {pair['r']:.3f}; recall of {told}"


def _built(documents: list[Document]) -> Documents:
    return {document.id: msgspec.to_builtins(document) for document in documents}


def _load_score(script: Path) -> Score:
    """The metric itself, from beside the data: it is defined there."""
    spec = importlib.util.spec_from_file_location("statements_score", script)
    if spec is None or spec.loader is None:
        raise BenchError(f"{script} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Score = module.score
    return score
