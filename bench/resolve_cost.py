"""What resolving costs when a record grows tenfold, vectors ready beforehand.

`python -m bench.resolve_cost [FEW MANY]` prints processor seconds and memory for both
sizes and their ratio. Each size runs in a process of its own.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bench.datasets import find_dataset, read_dataset
from bench.harness import PROJECT, data_folder
from bench.varied import ReadyVectors, make_stock, worlds
from onrecord.model import Findings, Moment, Reading, Source
from onrecord.pipeline import load_tools, read_pages
from onrecord.pipeline.process import search_page
from onrecord.pipeline.resolve import judge
from onrecord.record import open_record

FEW, MANY = 1_000, 10_000  # articles
# Threads that wait for each other count as processor time: on a busy machine as more
# than the work.
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
TEXTS = 230  # of the stories' data, beside the sample's pages
NOW = datetime(2026, 1, 1, tzinfo=UTC)


class _Row(msgspec.Struct, frozen=True):
    id: str
    text: str


def growth(few: int = FEW, many: int = MANY) -> tuple[float, dict[str, float]]:
    """How many times as long `many` articles take as `few`, and what it rests on."""
    small, large = _in_process(few), _in_process(many)
    told = {f"{key}_{size}": value for size, row in ((few, small), (many, large))
            for key, value in row.items()}  # fmt: skip
    return large["seconds"] / small["seconds"], told


def _in_process(count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.resolve_cost", "--one", str(count)]
    done = subprocess.run(  # noqa: S603 - our own program, arguments as a list
        command, stdout=subprocess.PIPE, check=True, cwd=PROJECT,
        env={**os.environ, **ONE_THREAD},
    )  # fmt: skip
    row: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return row


def cost_of(count: int, folder: Path) -> dict[str, float]:
    """Processor seconds to judge a record of so many articles, and memory in MB."""
    tools = load_tools()
    stock = make_stock(_searched())
    start = time.process_time()
    vectors = ReadyVectors(stock, tools.encoder)
    embedding = time.process_time() - start
    tools = replace(tools, encoder=vectors)
    first = len(stock.findings)
    with open_record(folder / "cost.db") as record:
        for at, (_, page) in enumerate(worlds(stock, count)):
            vectors.learn(stock.findings[at % first], page)
            record.add(page, tools.run, added_at=NOW)
        start = time.process_time()
        found = judge(record, tools)
        seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "seconds": seconds,
        "embed_ms": 1000 * embedding / vectors.encoded,
        "mb": peak,
        "links": len(found.links),
        "disputes": len(found.disputes),
    }


def _searched() -> Iterator[Findings]:
    """Every page of the stock with all its findings; undated ones get a day."""
    tools = load_tools()
    for number, source in enumerate(_sources()):
        for reading in read_pages([source]):
            if isinstance(reading, Reading):
                found = search_page(reading, tools)
                if isinstance(found, Findings):
                    yield _dated(found, number)


def _dated(found: Findings, number: int) -> Findings:
    day = (date(2020, 1, 1) + timedelta(days=number % 365)).isoformat()
    dated = tuple(
        item if item.published else replace(item, published=Moment(day, "day"))
        for item in found.articles
    )
    return replace(found, articles=dated)


def _sources() -> Iterator[Source]:
    sample = data_folder("sample", PROJECT)
    for path in sorted(sample.glob("*.html")):
        yield Source(path.name, path.read_bytes(), "file")
    shared = PROJECT.parent / "shared" / "bench" / "stories"
    found = find_dataset(shared, "ecbplus")
    rows = read_dataset(found, _Row) if found else []
    for row in list(rows)[:TEXTS]:
        yield Source(f"{row.id}.txt", row.text.encode(), "file")


def main(arguments: list[str]) -> None:
    """Print what was measured."""
    if arguments[:1] == ["--one"]:
        with TemporaryDirectory(prefix="cost-") as name:
            print(json.dumps(cost_of(int(arguments[1]), Path(name))))  # noqa: T201
        return
    sizes = [int(item) for item in arguments] or [FEW, MANY]
    ratio, told = growth(*sizes)
    print(json.dumps({"growth": ratio, **told}, indent=1))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
