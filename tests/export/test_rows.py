"""What an export's rows hold: the keys others load, and words that are there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.rows import rows_of
from tests.cli.running import run_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYS = {
    "page": "where captured_at sha256 language",
    "article": "page type title outlet byline published language body zones origins",
    "mention": "page spans",
    "entity": "type name names part_of roles",
    "place": "name lat lon precision geonameid",
    "statement": "article page content source cue cue_class mode speaker speaker_name "
    "role sector said_at nested_in negated text",
    "figure": "report page effect low high qualifier about of counted attributed_to "
    "span",
    "report": "article page incident event_type sub_event_type detail place date "
    "status spans plover_event plover_mode weapons aimed_at victims date_spans "
    "date_counted doubts",
    "incident": "reports event_type sub_event_type place date killed injured",
    "story": "articles",
    "claim": "wording statements",
    "dispute": "left right evidence score shown spans",
    "correction": "article page of spans said corrected targets at text",
    "link": "left right relation judgement score reason at revoked_at",
    "run": "versions",
}
FINDING = {"kind", "id", "run", "by", "confidence"}
SPANS = (
    "spans", "span", "content", "source", "cue", "denied", "body", "titles", "said",
    "corrected", "date_spans",
)  # fmt: skip
POINTS = {
    "article": ["page"], "mention": ["article", "page"], "statement": ["article"],
    "figure": ["report", "page"], "report": ["article", "incident"],
    "correction": ["article", "page"],
}  # fmt: skip
QUOTATION = 600  # characters


@pytest.fixture(scope="module")
def rows(sample_record: Path) -> list[dict[str, Any]]:
    """Every row, with texts."""
    return rows_of(sample_record)


@pytest.mark.parametrize("kind", KEYS)
def test_rows_hold_the_keys_that_others_load(
    rows: list[dict[str, Any]], kind: str
) -> None:
    found = [row for row in rows if row["kind"] == kind]
    assert found
    for row in found:
        assert set(KEYS[kind].split()) <= row.keys()
        if kind != "run":
            assert row.keys() >= FINDING
            assert row["by"] in {"machine", "person"}
            assert 0 <= row["confidence"] <= 1


def test_there_is_no_row_of_another_kind(rows: list[dict[str, Any]]) -> None:
    assert {row["kind"] for row in rows} == KEYS.keys()


def test_an_id_is_one_row_of_its_kind(rows: list[dict[str, Any]]) -> None:
    standing = [row for row in rows if not row.get("revoked_at")]
    names = [(row["kind"], row["id"]) for row in standing]
    assert len(names) == len(set(names))


def test_spans_open_words_of_the_page(rows: list[dict[str, Any]]) -> None:
    texts = {row["id"]: row["text"] for row in rows if row["kind"] == "page"}
    seen = 0
    for row in rows:
        for start, end in _spans(row):
            assert texts[row["page"]][start:end].strip(), row
            seen += 1
    assert seen


def test_an_article_row_tells_where_each_value_was_found(
    rows: list[dict[str, Any]],
) -> None:
    articles = [row for row in rows if row["kind"] == "article"]
    texts = {row["id"]: row["text"] for row in rows if row["kind"] == "page"}
    seen = set()
    for row in articles:
        for name, origin, span in row["origins"]:
            assert row[name]
            assert (span is None) or origin == "page"
            assert span is None or texts[row["page"]][slice(*span)].strip()
            seen.add((name, span is None))
    assert {("title", False), ("published", True)} <= seen


def test_a_statement_row_quotes_what_its_spans_open(rows: list[dict[str, Any]]) -> None:
    texts = {row["id"]: row["text"] for row in rows if row["kind"] == "page"}
    for row in rows:
        if row["kind"] == "statement" and "[name withheld]" not in row["text"]:
            words = " ... ".join(texts[row["page"]][s:e] for s, e in row["content"])
            assert words == row["text"] or row["text"].endswith("…")


def test_rows_point_at_rows_that_are_there(rows: list[dict[str, Any]]) -> None:
    names = {(row["kind"], row["id"]) for row in rows}
    for row in rows:
        for key in POINTS.get(row["kind"], ()):
            assert (key, row[key]) in names, row
    members = {"incident": "report", "story": "article", "claim": "statement"}
    for row in rows:
        if row["kind"] in members:
            kind = members[row["kind"]]
            assert all((kind, item) in names for item in row[f"{kind}s"])
        for item in row.get("targets", ()):
            assert {("figure", item), ("statement", item)} & names


def test_every_run_that_is_named_is_a_row(rows: list[dict[str, Any]]) -> None:
    runs = {row["id"] for row in rows if row["kind"] == "run"}
    assert {row["run"] for row in rows if row["kind"] != "run"} <= runs


def test_whole_texts_leave_only_when_asked_for(sample_record: Path) -> None:
    done = run_here(sample_record, "export")
    for line in done.out.splitlines():
        row = json.loads(line)
        if row["kind"] == "page":
            assert row["text"] is None
        longest = max((len(words) for words in _texts(row)), default=0)
        assert longest <= QUOTATION, row


def test_an_export_goes_to_a_file_whole(sample_record: Path, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    done = run_here(sample_record, "export", "-o", str(path))
    assert done.status == 0
    assert path.read_text(encoding="utf-8") == run_here(sample_record, "export").out
    assert str(len(path.read_text(encoding="utf-8").splitlines())) in done.out


def _spans(row: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for key in SPANS:
        value = row.get(key) or []
        pairs = [value] if key == "span" and value else value
        yield from ((start, end) for start, end in pairs)
    yield from ((start, end) for start, end, _ in row.get("zones", []))
    for key in ("weapons", "aimed_at", "victims"):
        yield from (item["span"] for item in row.get(key, []))
    for doubt in row.get("doubts", []):
        yield from doubt["spans"]
    place = row.get("place")
    if isinstance(place, dict) and "page" in row:
        yield from place["spans"]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def test_an_entity_row_tells_each_role_with_days_and_outlets(
    rows: list[dict[str, Any]],
) -> None:
    told = [role for row in rows if row["kind"] == "entity" for role in row["roles"]]
    assert told
    for role in told:
        assert role["role"]
        assert role["count"] >= len(role["outlets"])
        assert (role["first"] or "") <= (role["last"] or "")


def test_reports_bear_the_event_of_plover_and_mishaps_none(
    rows: list[dict[str, Any]],
) -> None:
    reports = [row for row in rows if row["kind"] == "report"]
    told = {(row["detail"], row["plover_event"], row["plover_mode"]) for row in reports}
    assert {("signed", "SUPPORT", None), ("bombing", "ASSAULT", "explosives")} <= told
    assert all(event is None for kind, event, _ in told if kind == "shipwreck")
