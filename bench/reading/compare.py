"""Everything of a reading against the record, in one go."""

from bench.harness import Figures, joined
from bench.reading.articles import compare_articles
from bench.reading.claims import compare_claims, compare_disputes
from bench.reading.incidents import compare_incidents
from bench.reading.located import Reading
from bench.reading.names import compare_names
from bench.reading.statements import compare_statements


def compare_reading(reading: Reading) -> Figures:
    """Every figure, with each miss."""
    gold = reading.gold
    lost = [file for file in gold.files if file not in reading.pages]
    notes = tuple(f"{file} is not on record" for file in lost)
    return joined(
        compare_articles(reading),
        compare_statements(reading),
        compare_names(reading),
        compare_claims(reading),
        compare_disputes(reading),
        compare_incidents(reading),
        Figures({}, notes=notes),
    )
