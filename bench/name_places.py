"""Two names of places looked up as the product does: the gazetteer first.

This is no measure of how well names are matched. The pairs come from GeoNames, and so
does the gazetteer that ships: it holds these very names. It stands beside the figure
of spelling alone, which has the goal, and says that look-up works, not how much of the
world's news it would find.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bench.harness import Figures
from bench.name_metric import Metric, PairRow, built
from onrecord.gazetteer import place_likeness
from onrecord.gazetteer.places import PlaceBook, open_gazetteer
from onrecord.settings import cache_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "places_cross_script_by_lookup"
# Of the likeness of names that open different places alone. Not swept: nothing can be
# on pairs that look-up settles. It keeps them below what a person is asked about.
DIFFERENT = 0.1


def looked_up(first: str, second: str, book: PlaceBook) -> float:
    """How likely two names are one place's: one place of both settles it.

    Names that open different places alone are apart; spelling decides where the
    gazetteer does not know one of the two.
    """
    one, other = (
        {found.place.id for found in book.lookup(name)} for name in (first, second)
    )
    if one & other:
        return 1.0
    likeness = place_likeness(first, second)
    return likeness * DIFFERENT if one and other else likeness


def place_lookup(rows: Sequence[PairRow], metric: Metric) -> Figures:
    """Best F1 and recall at precision .95 by look-up, and how much is look-up."""
    book = open_gazetteer(cache_folder(os.environ))
    scores = {row.id: looked_up(row.a, row.b, book) for row in rows}
    known = sum(bool(book.lookup(row.a) and book.lookup(row.b)) for row in rows)
    curve = metric.curve(built(rows), scores)
    note = (
        f"{NAME}: the gazetteer and these pairs are both GeoNames': it holds both"
        f" names of {known} of {len(rows)} pairs, so this is look-up of what it was"
        " made from; the goal stands on places_cross_script, which is spelling alone"
    )
    values = {
        f"{NAME}_f1": curve["best_f1"],
        f"{NAME}_r_at_p95": curve["recall_at_p95"],
    }
    return Figures(values, notes=(note,))
