"""The timed process of `bench speed`: `python -m bench.timing FOLDER [--profile]`.

Ours and the peers take turns on small groups of pages, so that a busy machine slows
both; the figure is the median over the groups.
"""

import cProfile
import pstats
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import msgspec

from bench.speed import Timed
from onrecord.annotate import annotate
from onrecord.article import find_articles
from onrecord.extract import (
    find_dealings,
    find_oppositions,
    find_reports,
    find_statements,
)
from onrecord.model import Findings, Reading, Source
from onrecord.pipeline import Tools, load_tools, read_pages, search_page
from onrecord.record import Record, open_record

GROUP = 6
TOP = 40  # lines of the profile
Work = Callable[[list[Source]], object]


def main() -> None:
    """Time everything; the last line printed is the answer, as JSON."""
    sources = [
        Source(str(path), path.read_bytes(), how="file")
        for path in sorted(Path(sys.argv[1]).glob("*.html"))
    ]
    tools = load_tools()
    with TemporaryDirectory(prefix="bench-") as name:
        record_path = Path(name) / "timed.db"
        with open_record(record_path) as record:
            _store(sources[:GROUP], tools, record)  # loads the models
            if "--profile" in sys.argv:
                _profile(lambda: _store(sources, tools, record))
            figures = _stages(sources, tools)
            figures["worker_mb"] = _peak_mb()
            figures |= _ratios(sources, tools, Path(name))
    sys.stdout.buffer.write(msgspec.json.encode(Timed(figures)) + b"\n")


def _ratios(sources: list[Source], tools: Tools, folder: Path) -> dict[str, float]:
    """How many times as fast as the peers."""
    # Loaded only now: the memory of ours is read before.
    from bench.timed_peer import (  # noqa: PLC0415 - see above
        extract_and_parse,
        extract_only,
    )

    extract_and_parse(sources[:GROUP])
    with open_record(folder / "ratios.db") as record:
        every = _in_turns(
            sources, lambda group: _store(group, tools, record), extract_and_parse
        )
    reading = _in_turns(sources, _read_and_cut, extract_only)
    ours = sum(own for own, _ in every)
    theirs = sum(peer for _, peer in every)
    return {
        "end_to_end_ratio": median(peer / own for own, peer in every),
        "read_article_ratio": median(peer / own for own, peer in reading),
        "end_to_end_pages_per_second": len(sources) / ours,
        "peer_end_to_end_pages_per_second": len(sources) / theirs,
    }


def _in_turns(
    sources: list[Source], ours: Work, peer: Work
) -> list[tuple[float, float]]:
    """Seconds of ours and of the peer on each group, in turns."""
    turns = []
    for number, group in enumerate(_groups(sources)):
        works = [ours, peer] if number % 2 else [peer, ours]
        taken = {work: _seconds(work, group) for work in works}
        turns.append((taken[ours], taken[peer]))
    return turns


def _store(sources: Sequence[Source], tools: Tools, record: Record) -> None:
    """Pages to findings on record, as `onrecord add` does it before resolving."""
    now = datetime.now(UTC)
    for reading in read_pages(sources):
        if isinstance(reading, Reading):
            findings = search_page(reading, tools)
            if isinstance(findings, Findings):
                record.add(findings, tools.run, added_at=now)


def _read_and_cut(sources: Sequence[Source]) -> None:
    for reading in read_pages(sources):
        if isinstance(reading, Reading):
            find_articles(reading.page, reading.capture)


def _stages(sources: list[Source], tools: Tools) -> dict[str, float]:
    """Pages a second of each stage on its own."""
    taken: dict[str, float] = defaultdict(float)
    for source in sources:
        for stage, seconds in _stage_seconds(source, tools):
            taken[stage] += seconds
    return {
        f"{stage}_pages_per_second": len(sources) / seconds
        for stage, seconds in taken.items()
        if seconds
    }


def _stage_seconds(source: Source, tools: Tools) -> Iterator[tuple[str, float]]:
    clock = _Clock()
    reading = next(iter(read_pages([source])))
    yield "read", clock.lap()
    if not isinstance(reading, Reading):
        return
    page = reading.page
    articles = find_articles(page, reading.capture)
    yield "article", clock.lap()
    if page.language not in tools.parser.languages:
        return
    for article in articles:
        parsed = annotate(article, page, tools.parser, tools.actors, tools.countries)
        yield "annotate", clock.lap()
        statements = find_statements(parsed, tools.actors)
        find_oppositions(parsed, statements)
        yield "statements", clock.lap()
        reports, _ = find_reports(parsed, statements, tools.countries)
        find_dealings(parsed, statements, tools.countries, reports)
        yield "reports", clock.lap()


class _Clock:
    """Processor seconds since the last lap."""

    def __init__(self) -> None:
        self._at = time.process_time()

    def lap(self) -> float:
        before, self._at = self._at, time.process_time()
        return self._at - before


def _seconds(work: Work, group: list[Source]) -> float:
    start = time.process_time()
    work(group)
    return time.process_time() - start


def _groups(sources: list[Source]) -> Iterator[list[Source]]:
    for first in range(0, len(sources), GROUP):
        yield sources[first : first + GROUP]


def _peak_mb() -> float:
    """The most memory this process ever held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def _profile(work: Callable[[], object]) -> None:
    profile = cProfile.Profile()
    profile.runcall(work)
    pstats.Stats(profile, stream=sys.stderr).sort_stats("cumulative").print_stats(TOP)


if __name__ == "__main__":
    main()
