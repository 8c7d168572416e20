"""The sample pages: everything that the JSON beside them says, against a record."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.harness import Figures, Inputs, missing
from bench.reading import Reading, compare_reading
from bench.reading.groups import compare_groups
from bench.reading.reports import compare_reports
from bench.reading.rules import compare_rules
from bench.reading.sample_form import STORY, Capture, load_sample
from bench.recorded import Given, build_record, hash_of

ACTORS, PLACES = "actors.toml", "places.tsv"
# Counted elsewhere under another name, or the whole of others.
_NOT_ASKED = {"incidents_right"}


def measure(inputs: Inputs) -> Figures:
    """The share of everything the JSON files say that is right, and its parts."""
    if not (inputs.data / STORY).is_file():
        return missing(inputs.data / STORY, "all_right")
    gold, captures = load_sample(inputs.data)
    given = given_pages(inputs.data, gold.files, captures)
    hashes = {file: hash_of((inputs.data / file).read_bytes()) for file in gold.files}
    return all_right(Reading(gold, build_record(given), hashes))


def all_right(reading: Reading) -> Figures:
    """Right among what is asked; whatever is found and wrong is asked, too."""
    parts = [
        compare_reading(reading),
        compare_reports(reading),
        compare_groups(reading),
        compare_rules(reading),
    ]
    values = {k: v for p in parts for k, v in p.values.items() if k not in _NOT_ASKED}
    asked = {k: n for p in parts for k, n in p.asked.items() if k not in _NOT_ASKED}
    misses = tuple(miss for part in parts for miss in part.misses)
    unasked = sum(not asked.get(miss.key) for miss in misses)
    total = sum(asked.values()) + unasked
    share = 1 - len(misses) / total if total else 0.0
    notes = tuple(note for part in parts for note in part.notes)
    told = f"{total - len(misses)} of {total} things right"
    return Figures({"all_right": share, **values}, misses, (told, *notes), asked)


def given_pages(
    folder: Path, files: Iterable[str], captures: Mapping[str, Capture]
) -> list[Given]:
    """The pages in the order of the gold, each with what is known of its capture."""
    return [_given(folder / file, captures[file]) for file in files]


def _given(path: Path, capture: Capture) -> Given:
    """A page with what is known of its capture, and the tables that come along."""
    options = ["--capture-time", capture.captured_at]
    options += ["--url", capture.url] if capture.url else []
    options += ["--outlet", capture.outlet] if capture.outlet else []
    actors = path.parent / ACTORS
    options += ["--actors", str(actors)] if actors.is_file() else []
    places = path.parent / PLACES
    options += ["--places", str(places)] if places.is_file() else []
    return Given(path, tuple(options))
