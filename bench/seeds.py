"""The two seed pages: what a careful reader finds in them, and what we find."""

import msgspec

from bench.harness import Figures, Inputs, missing
from bench.reading import Gold, Reading, compare_reading
from bench.recorded import Given, build_record, hash_of


def measure(inputs: Inputs) -> Figures:
    """Add the seed pages to a new record and compare its export with the gold."""
    path = inputs.data / "gold.json"
    if not path.is_file():
        return missing(path, "figures")
    gold = msgspec.json.decode(path.read_bytes(), type=Gold)
    export = build_record([Given(inputs.data / file) for file in gold.files])
    hashes = {file: hash_of((inputs.data / file).read_bytes()) for file in gold.files}
    return compare_reading(Reading(gold, export, hashes))
