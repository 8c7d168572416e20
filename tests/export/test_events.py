"""Tables of figures and incidents: each form opens in its own library and is safe."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.export.events import EVERYTHING, FORMS, Asked, write_events
from onrecord.export.events.acled_like import AcledLike
from onrecord.export.events.figures import FigureLine
from onrecord.export.events.ucdp_like import UcdpLike
from onrecord.model import Moment
from onrecord.record import Record, open_record
from onrecord.record.ledger import RULES
from onrecord.record.views import MASK, Cut, list_incidents
from tests.cli.running import run_here
from tests.record.blast import START, killed, page, put
from tests.record.made import Said, Told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = {"figures-csv": FigureLine, "acled-like": AcledLike, "ucdp-like": UcdpLike}
FORMULA = '=HYPERLINK("https://evil.example")'
QUOTED = 600  # characters of a short quotation


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def written(record: Record, form: str, asked: Asked = EVERYTHING) -> str:
    stream = io.StringIO()
    write_events(record, form, asked, stream)
    return stream.getvalue()


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), strict=True))


@pytest.mark.parametrize("form", COLUMNS)
def test_a_table_of_the_sample_opens_with_every_column(
    sample_record: Path, form: str
) -> None:
    done = run_here(sample_record, "export", "--format", form)
    rows = table(done.out)
    assert rows
    names = [field.name for field in fields(COLUMNS[form])]
    for row in rows:
        assert list(row) == names
        assert None not in row.values()
        assert max(map(len, row.values())) <= QUOTED


def test_every_figure_on_record_is_a_row(sample_record: Path) -> None:
    rows = table(run_here(sample_record, "export", "--format", "figures-csv").out)
    with open_record(sample_record) as opened:
        figures = {figure.id: figure for figure in opened.figures()}
        texts = {str(stored.id): stored.text for stored in opened.pages()}
    assert sorted(row["figure"] for row in rows) == sorted(figures)
    for row in rows:
        words = texts[row["page"]][int(row["span_start"]) : int(row["span_end"])]
        assert " ".join(words.split()) == row["text"] or MASK in row["text"]
        assert row["low"] == _cell(figures[row["figure"]].low)  # type: ignore[index] # an id read from text
        assert len(row["page_sha256"]) == 64


def test_the_map_is_geojson(sample_record: Path) -> None:
    done = run_here(sample_record, "export", "--format", "geojson", "--rule", "ucdp")
    found = json.loads(done.out)
    assert found["type"] == "FeatureCollection"
    placed = [_checked(feature) for feature in found["features"]]
    assert any(placed)
    names = [feature["id"] for feature in found["features"]]
    assert len(set(names)) == len(names)
    for feature in found["features"]:
        assert feature["properties"]["rule"] == RULES["ucdp"].wording


def _checked(feature: dict[str, Any]) -> bool:
    """Whether a feature that RFC 7946 allows has a point on the globe."""
    assert feature["type"] == "Feature"
    assert {"type", "geometry", "properties", "id"} == feature.keys()
    assert isinstance(feature["properties"], dict)
    geometry = feature["geometry"]
    if geometry is None:
        return False
    assert geometry["type"] == "Point"
    longitude, latitude = geometry["coordinates"]
    assert -180 <= longitude <= 180
    assert -90 <= latitude <= 90
    assert feature["properties"]["precision"]
    return True


def test_fatalities_follow_the_rule_of_the_table_and_say_so(record: Record) -> None:
    put(record, [page("courier", 0, killed(12)), page("herald", 0, killed(14, None))])
    (acled,) = table(written(record, "acled-like"))
    assert (acled["fatalities"], acled["fatalities_rule"]) == (
        "12",
        RULES["acled"].wording,
    )
    assert "not a row of ACLED" in acled["onrecord_origin"]
    (ucdp,) = table(written(record, "ucdp-like"))
    assert [ucdp[name] for name in ("low", "best", "high")] == ["12", "12", "14"]
    assert "not a row of UCDP" in ucdp["onrecord_origin"]


def test_no_figure_is_no_zero(record: Record) -> None:
    part = Told("Port Anselm", 3, is_part=True)
    put(record, [page("courier", 0, part)])
    (acled,) = table(written(record, "acled-like"))
    assert acled["fatalities"] == ""
    assert table(written(record, "ucdp-like")) == []


def test_cells_that_open_as_formulas_do_are_text(record: Record) -> None:
    told = killed(12, source="@SUM(A1:A9)")
    where = "https://courier.example/blast"
    put(record, [replace(page("c", 0, told, where=where), outlet=FORMULA)])
    for form in COLUMNS:
        for row in table(written(record, form)):
            for cell in row.values():
                is_number = cell.lstrip("-").replace(".", "", 1).isdigit()
                assert is_number or not cell.startswith(("=", "+", "-", "@", "\t"))
    (row,) = table(written(record, "figures-csv"))
    assert row["outlet"] == f"'{FORMULA}"


@pytest.mark.parametrize("form", FORMS)
def test_private_people_are_in_no_form(record: Record, form: str) -> None:
    relative = Said("Jon Wick", "my brother drowned there", private="a relative")
    put(record, [page("courier", 0, killed(12, source="Jon Wick"), relative)])
    assert "Jon Wick" not in written(record, form)
    if form == "figures-csv":
        assert MASK in written(record, form)


@pytest.mark.parametrize("form", FORMS)
def test_the_past_is_exported_as_it_was(record: Record, form: str) -> None:
    put(record, [page("courier", 0, killed(12)), page("herald", 4, killed(99))])
    then = written(record, form, Asked(cut=Cut(as_of=START)))
    assert "courier" in then
    assert "herald" not in then


def test_what_is_doubtful_stays_and_is_marked(record: Record) -> None:
    vast = page("courier", 0, Told("Port Anselm", 10**12, is_doubtful=True))
    far = replace(page("herald", 0, killed(12)), published=Moment("9999-12-31", "day"))
    put(record, [vast, far])
    rows = {row["outlet"]: row for row in table(written(record, "figures-csv"))}
    assert (rows["courier"]["low"], rows["courier"]["doubtful"]) == (
        str(10**12),
        "true",
    )
    assert rows["herald"]["published"] == "9999-12-31"
    assert rows["herald"]["published_doubtful"] == "true"
    (acled,) = table(written(record, "acled-like"))
    assert acled["fatalities"] == "12"


@pytest.mark.parametrize("rule", RULES)
def test_the_map_shows_what_the_rule_makes_of_it(record: Record, rule: Any) -> None:
    put(record, [page("courier", 0, killed(12)), page("herald", 0, killed(14, None))])
    (feature,) = json.loads(written(record, "geojson", Asked(rule)))["features"]
    (incident,) = list_incidents(record, rule=rule)
    assert incident.killed is not None
    told = feature["properties"]["killed"]
    assert (told["low"], told["high"]) == (incident.killed.low, incident.killed.high)


def test_a_parquet_table_holds_what_the_csv_holds(
    sample_record: Path, tmp_path: Path
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "figures.parquet"
    arguments = ("export", "--format", "figures-parquet")
    done = run_here(sample_record, *arguments, "-o", str(path))
    assert done.status == 0
    rows = parquet.read_table(path).to_pylist()
    told = table(run_here(sample_record, "export", "--format", "figures-csv").out)
    assert len(rows) == len(told)
    for one, other in zip(rows, told, strict=True):
        assert list(one) == list(other)
        assert _cell(one["low"]) == other["low"]
        assert one["figure"] == other["figure"]


def test_without_pyarrow_parquet_asks_for_it_and_writes_nothing(
    sample_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    path = tmp_path / "figures.parquet"
    done = run_here(
        sample_record, "export", "--format", "figures-parquet", "-o", str(path)
    )
    assert done.status == 4
    assert "pip install 'onrecord[parquet]'" in done.err
    assert not path.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ("--format", "figures-parquet"),
        ("--format", "figures-csv", "--rule", "ucdp"),
        ("--format", "geojson", "--with-text"),
        ("--format", "jsonl", "--as-of", "2025-06-01"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    sample_record: Path, wrong: tuple[str, ...]
) -> None:
    done = run_here(sample_record, "export", *wrong)
    assert done.status == 2
    assert done.out == ""


def _cell(value: int | None) -> str:
    return "" if value is None else str(value)
