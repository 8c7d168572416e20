"""How fast one core goes from pages to stored findings, beside the usual parts."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import msgspec

from bench.datasets import find_dataset, read_dataset
from bench.harness import PROJECT, Figures, Inputs, data_folder, joined, missing
from bench.recorded import BenchError, run_onrecord
from bench.resolve_cost import FEW, ONE_THREAD, growth

HTML_SETS = ("aeb", "fundus_eval", "fundus_parser_tests", "wcxb_articles")
PAGES = 120  # of the data sets, chosen by hash: the same ones in every run
TRIES = 5


class _Line(msgspec.Struct, frozen=True):
    id: str
    html: str
    lang: str | None = None


class Timed(msgspec.Struct, frozen=True):
    """What the worker process hands back."""

    figures: dict[str, float]
    notes: tuple[str, ...] = ()


def measure(inputs: Inputs) -> Figures:
    """Ratios to the peers, pages a second by stage, memory, starting times."""
    data = (
        inputs.data
        if inputs.data.is_dir()
        else data_folder("extraction", inputs.shared)
    )
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        count = write_pages(folder, data)
        if not count:
            return joined(missing(data, "ratios"), _starts(folder))
        timed = _run_worker(folder, with_profile=inputs.with_profile)
        notes = (f"{count} pages", *timed.notes)
        told = Figures(timed.figures, notes=notes)
        return joined(told, _starts(folder), _growth())


def write_pages(folder: Path, data: Path) -> int:
    """Write the sample's HTML pages and the chosen pages of the data sets here."""
    sample = sorted(data_folder("sample", data).glob("*.html"))
    for number, path in enumerate(sample):
        (folder / f"sample-{number:02}.html").write_bytes(path.read_bytes())
    found = [find_dataset(data, name) for name in HTML_SETS]
    pages = [
        line
        for path in found
        if path is not None
        for line in read_dataset(path, _Line)
        if (line.lang or "en") == "en"  # the peer would parse any language as English
    ]
    pages.sort(key=lambda line: sha256(line.id.encode()).hexdigest())
    for number, line in enumerate(pages[:PAGES]):
        (folder / f"page-{number:03}.html").write_text(line.html)
    return len(sample) + len(pages[:PAGES])


def _run_worker(folder: Path, *, with_profile: bool) -> Timed:
    """Time in a process of its own: threads are fixed before anything is imported."""
    extra = ["--profile"] if with_profile else []
    command = [sys.executable, "-m", "bench.timing", str(folder), *extra]
    done = subprocess.run(  # noqa: S603 - our own program, arguments as a list
        command, stdout=subprocess.PIPE, check=False, cwd=PROJECT, env=_environment()
    )
    if done.returncode:
        raise BenchError(f"the timed process ended {done.returncode}")
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=Timed)


def _growth() -> Figures:
    """What resolving costs when a record grows tenfold."""
    ratio, told = growth()
    notes = tuple(f"resolve, {key}: {value:.1f}" for key, value in told.items())
    embed = told[f"embed_ms_{FEW}"]
    return Figures({"resolve_growth": ratio, "embed_cpu_ms": embed}, notes=notes)


def _starts(folder: Path) -> Figures:
    """Seconds to the help, and to the first page on record, from a cold start."""
    pages = sorted(folder.glob("*.html"))
    helps = [_seconds(folder / "none.db", ["--help"]) for _ in range(TRIES)]
    figures = {"help_seconds": median(helps)}
    if pages:
        firsts = [
            _seconds(folder / f"first-{number}.db", ["add", str(pages[0])])
            for number in range(TRIES)
        ]
        figures["first_page_seconds"] = median(firsts)
    return Figures(figures)


def _seconds(record: Path, arguments: Sequence[str]) -> float:
    start = time.perf_counter()
    run_onrecord(record, *arguments)
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    return {**os.environ, **ONE_THREAD}
