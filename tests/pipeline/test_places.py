"""Places from pages to export: one identity, its point, and what people decide."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.codec import to_json
from onrecord.errors import InputError
from onrecord.export import export_rows
from onrecord.gazetteer.places import open_gazetteer
from onrecord.model import Source
from onrecord.pipeline import ingest, load_tools, resolve
from onrecord.record import Asked, open_record
from onrecord.record.views import read_entity
from tests.cli.news import news

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from onrecord.model import Verb
    from onrecord.pipeline import Tools
    from onrecord.record import Record

NOW = datetime(2031, 3, 2, tzinfo=UTC)
OWN = """name\talternates\tcountry\tregion\tkind\tlat\tlon
Ostmark\t\tXV\t\tcountry\t-33\t93
Quarrin\t\tXV\tQuarrin\tregion\t-33\t93.5
Velmar Gate\tVilmar Gate\tXV\tQuarrin\ttown\t-33.2\t93.6
Bab Dorsk\t\tXV\tQuarrin\ttown\t-33.1\t93.1
"""
BLASTS = {
    "velmar": "A bomb killed four people in Velmar Gate on Friday, police said.",
    "vilmar": "A bomb killed five people in Vilmar Gate in Quarrin on Friday.",
    "dorsk": "A bomb killed nine people in Bab Dorsk on Monday, police said.",
    "state": "A bomb killed six people in Peshawar, Pakistan, on Sunday, police said.",
    "later": "A bomb killed two people in Bab Dorsk on Sunday, police said.",
}


@pytest.fixture(scope="module")
def tools(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Tools:
    """The default models with the world's places and some more."""
    file = tmp_path_factory.mktemp("own") / "own.tsv"
    file.write_text(OWN, encoding="utf-8")
    return load_tools(gazetteer=open_gazetteer(cache, file))


@pytest.fixture
def record(tmp_path: Path, tools: Tools) -> Iterator[Record]:
    """Three pages of three outlets."""
    with open_record(tmp_path / "r.db") as opened:
        _add(opened, tools, "velmar", "vilmar", "dorsk")
        yield opened


def _add(record: Record, tools: Tools, *names: str) -> None:
    sources = [
        Source(
            f"{name}.html",
            news(f"Blast told by {name}", more=f"<p>{BLASTS[name]}</p>").encode(),
            "file",
            url=f"https://{name}.example/blast",
        )
        for name in names
    ]
    assert all(done.is_whole for done in ingest(record, sources, tools, now=NOW))


def _decide(record: Record, tools: Tools, verb: Verb, *sides: str) -> str:
    asked = Asked(verb, sides[0], sides[1], "Ada", "seen on the spot", NOW)
    done = record.decide(asked, tools.run)
    resolve(record, tools, now=NOW)
    return done.decision.id


def _places(record: Record) -> dict[str, dict[str, Any]]:
    """The rows of places by each of their names."""
    return {
        name: row
        for row in _rows(record)
        if row["kind"] == "place"
        for name in row["names"]
    }


def _rows(record: Record) -> Iterable[dict[str, Any]]:
    return [json.loads(to_json(row)) for row in export_rows(record)]


def test_a_place_is_one_row_with_its_point_and_what_it_lies_in(record: Record) -> None:
    places = _places(record)
    gate = places["Velmar Gate"]
    assert places["Vilmar Gate"] == gate
    assert (gate["name"], gate["lat"], gate["precision"]) == (
        "Velmar Gate",
        -33.2,
        "town",
    )
    assert gate["part_of"] == [places["Quarrin"]["id"]]
    assert gate["geonameid"] is None
    assert places["Bab Dorsk"]["id"] != gate["id"]


def test_reports_incidents_and_mentions_say_which_place(record: Record) -> None:
    places = _places(record)
    rows = list(_rows(record))
    for kind in ("report", "incident"):
        told = {row["place"]["text"]: row["place"]["id"] for row in rows
                if row["kind"] == kind and row["place"]}  # fmt: skip
        assert told
        assert all(told[text] == places[text]["id"] for text in told)
    named = {row["text"]: row["place"] for row in rows
             if row["kind"] == "mention" and row["type"] == "place"}  # fmt: skip
    assert {text: places[text]["id"] for text in named} == named


def test_the_towns_of_a_country_are_no_branches_of_who_acts(
    record: Record, tools: Tools
) -> None:
    _add(record, tools, "state")
    places = _places(record)
    assert places["Peshawar"]["part_of"] == [places["Pakistan"]["id"]]
    country = read_entity(record, places["Pakistan"]["id"])
    region = read_entity(record, places["Quarrin"]["id"])
    assert country is not None
    assert region is not None
    assert country.branches == ()
    assert {ref.type for ref in region.branches} == {"place"}


def test_a_decision_about_places_holds_for_pages_added_later(
    record: Record, tools: Tools
) -> None:
    _decide(record, tools, "same", "Velmar Gate", "Bab Dorsk")
    _add(record, tools, "later")
    (gate,) = {row["id"] for name, row in _places(record).items() if name != "Quarrin"
               if "Gate" in name or "Dorsk" in name}  # fmt: skip
    assert set(_places(record)["Bab Dorsk"]["names"]) >= {"Velmar Gate", "Bab Dorsk"}
    assert record.redirects("mention").keys().isdisjoint({gate})
    (link,) = [row for row in _rows(record) if row["kind"] == "link"
               if row["by"] == "person" and row["score"] == 1.0
               and row["reason"] == "seen on the spot"]  # fmt: skip
    assert (link["relation"], link["judgement"]) == ("same", "yes")


def test_what_a_person_parts_stays_two_though_the_gazetteer_knows_one(
    record: Record, tools: Tools
) -> None:
    decision = _decide(record, tools, "not-same", "Velmar Gate", "Vilmar Gate")
    _add(record, tools, "later")
    places = _places(record)
    assert places["Velmar Gate"]["id"] != places["Vilmar Gate"]["id"]
    record.undo(Asked("undo", decision, None, "Bo", "a slip", NOW), tools.run)
    resolve(record, tools, now=NOW)
    places = _places(record)
    assert places["Velmar Gate"]["id"] == places["Vilmar Gate"]["id"]


def test_a_person_may_say_what_a_place_is_part_of(record: Record, tools: Tools) -> None:
    _decide(record, tools, "part-of", "Velmar Gate", "Bab Dorsk")
    _add(record, tools, "later")
    places = _places(record)
    assert places["Velmar Gate"]["part_of"] == [places["Bab Dorsk"]["id"]]


def test_a_place_is_no_match_for_a_person(record: Record, tools: Tools) -> None:
    with pytest.raises(InputError, match="one is a place, the other a person"):
        _decide(record, tools, "same", "Velmar Gate", "Mara Quist")


def test_the_order_of_pages_and_other_pages_change_no_place(
    record: Record, tools: Tools, tmp_path: Path
) -> None:
    mixed = ["dorsk", "velmar", "vilmar"]
    random.Random(5).shuffle(mixed)  # noqa: S311 - no secret
    with open_record(tmp_path / "other.db") as other:
        for name in mixed:
            _add(other, tools, name)
        assert _places(other) == _places(record)
        assert list(other.mentions()) == list(record.mentions())
