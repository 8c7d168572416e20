"""Reports of one event joined: our own gold, both halves, and the sample pages.

What is measured is the whole way: texts become pages, `onrecord add` reads and links
them, and the group of a text is the incident of its main report.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.harness import PROJECT, Figures, joined
from bench.incident_events import Events, b_cubed
from bench.merging_gold import (
    GOLD_SETS,
    HALVES,
    GoldText,
    gold_of,
    pages_of,
    read_texts,
)
from bench.merging_pages import page_events, told_joins
from bench.merging_peer import Setting, best_setting, join_plainly
from bench.merging_sample import sample_events
from bench.recorded import Export, Given, build_record
from bench.rows import ArticleRow, PageRow, ReportRow

KEY = "merge_b3"


def measure_merging(pages: Path) -> Figures:
    """B-cubed F1 of the first set, kept out, and the sample pages; notes the rest."""
    setting = best_setting(read_texts("dev"))
    notes = [f"peer: cut {setting.cut:.2f}, {setting.days} days, fixed on dev"]
    gold: dict[str, str] = {}
    found: dict[str, str] = {}
    for gold_set, half in product(GOLD_SETS, HALVES):
        texts = read_texts(half, gold_set)
        ours = groups_of_texts(texts)
        notes.append(_told(f"{gold_set}, {half}", texts, ours, setting))
        if (gold_set, half) == ("reports", "kept_out"):
            gold |= gold_of(texts)
            found |= ours.groups
    sample_gold, sample_found = sample_events(PROJECT / "src" / "onrecord" / "sample")
    notes.append(f"sample: {_line(sample_gold, sample_found)}")
    real = page_events(pages)
    if real is not None:
        notes.append(told_joins(*real))
    value = b_cubed({**gold, **sample_gold}, {**found, **sample_found})["f1"]
    return joined(Figures({KEY: value}, notes=tuple(f"merging, {n}" for n in notes)))


class Joined:
    """The group of every text, and which texts had a report at all."""

    def __init__(self, groups: Events, reported: frozenset[str]) -> None:
        """Keep both."""
        self.groups = groups
        self.reported = reported


def groups_of_texts(texts: Sequence[GoldText]) -> Joined:
    """Add the texts to a record and read their incidents back.

    A text in which nothing is found stands alone.
    """
    with TemporaryDirectory(prefix="merging-") as folder:
        for name, page in pages_of(list(texts)):
            (Path(folder) / name).write_text(page, encoding="utf-8")
        export = build_record([Given(Path(folder))])
    mains = _mains(export)
    return Joined(
        {text.id: mains.get(text.id, text.id) for text in texts},
        frozenset(mains) & {text.id for text in texts},
    )


def _mains(export: Export) -> Mapping[str, str]:
    """The incident of the main report of each page, the first where none is main."""
    names = {row.id: Path(row.where).stem for row in export.all(PageRow)}
    own = {row.id for row in export.all(ArticleRow) if row.type == "article"}
    reports = [row for row in export.all(ReportRow) if row.article in own]
    reports.sort(key=lambda row: (not row.main, row.spans, row.id))
    mains: dict[str, str] = {}
    for row in reports:
        mains.setdefault(names[row.page], row.incident or row.id)
    return mains


def _told(name: str, texts: Sequence[GoldText], ours: Joined, setting: Setting) -> str:
    """One line about a half of a set: all texts, those with a report, and the peer."""
    gold = gold_of(list(texts))
    some = {name: gold[name] for name in ours.reported}
    plain = join_plainly(texts, setting)
    return (
        f"{name}: {_line(gold, ours.groups)}; {len(some)} of {len(texts)} texts have a "
        f"report, of these {_line(some, ours.groups)}; TF-IDF {_line(gold, plain)}, of "
        f"these {_line(some, plain)}"
    )


def _line(gold: Events, found: Events) -> str:
    score = b_cubed(gold, found)
    return f"F1 {score['f1']:.3f} (P {score['p']:.2f}, R {score['r']:.2f})"
