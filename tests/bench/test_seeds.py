"""The comparison of a careful reading with a record."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from bench.harness import PROJECT, Figures, Inputs
from bench.reading import Gold, Reading, compare_reading
from bench.recorded import Export
from bench.rows import (
    ArticleRow,
    ClaimRow,
    DisputeRow,
    IncidentRow,
    MentionRow,
    Range,
    Row,
    StatementRow,
    Toll,
)
from bench.seeds import measure
from tests.bench.gold_rows import entity_of, hashes_of, rows_of
from tests.bench.harbour import COURIER, GOLD, TEXTS

SEEDS = PROJECT.parent / "shared" / "seeds"
LOWER = {"leaks", "statements_false", "names_wrongly_joined", "disputes_false"}
ROWS = rows_of(GOLD, TEXTS)


def compare(rows: list[Row]) -> Figures:
    return compare_reading(Reading(GOLD, Export(rows), hashes_of(TEXTS)))


FULL = compare(ROWS)


def changed(kind: type[Row], number: int, **values: object) -> list[Row]:
    """The right rows, with one of a kind changed."""
    chosen = [row for row in ROWS if isinstance(row, kind)][number]
    return [
        msgspec.structs.replace(row, **values) if row is chosen else row for row in ROWS
    ]


def without(kind: type[Row], number: int) -> list[Row]:
    chosen = [row for row in ROWS if isinstance(row, kind)][number]
    return [row for row in ROWS if row is not chosen]


def span(words: str, text: str = COURIER) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_gold_against_itself_has_full_marks() -> None:
    assert FULL.misses == ()
    assert dict(FULL.values) == {
        "body_f1": 1.0,
        "leaks": 0,
        "article_fields": 1.0,
        "teasers_found": 1.0,
        "statements_found": 6,
        "statements_false": 0,
        "names_joined": 1.0,
        "names_wrongly_joined": 0,
        "part_of": 1.0,
        "claim_utterances": 3,
        "disputes_found": 1,
        "disputes_false": 0,
        "incidents_right": 1,
    }


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not here")
def test_gold_of_the_seeds_against_itself_has_full_marks() -> None:
    gold = msgspec.json.decode((SEEDS / "gold.json").read_bytes(), type=Gold)
    texts = {file: (SEEDS / file).read_bytes().decode() for file in gold.files}
    figures = compare_reading(
        Reading(gold, Export(rows_of(gold, texts)), hashes_of(texts))
    )
    assert figures.misses == ()
    assert figures.values["statements_found"] == 23
    assert figures.values["claim_utterances"] == 7
    assert figures.values["disputes_found"] == 3
    assert figures.values["incidents_right"] == 2


FURNITURE = span("Read more: Gulls return to the quay")
CASES: dict[str, tuple[str, Callable[[], list[Row]]]] = {
    "a shorter body": ("body_f1", lambda: changed(ArticleRow, 0, body=((0, 90),))),
    "furniture in the body": (
        "leaks",
        lambda: changed(ArticleRow, 0, body=(FURNITURE,)),
    ),
    "an invented outlet": (
        "article_fields",
        lambda: changed(ArticleRow, 2, outlet="Ledger"),
    ),
    "an invented zone": (
        "article_fields",
        lambda: changed(ArticleRow, 0, published="2031-05-03T10:15+00:00"),
    ),
    "a lost heading": ("article_fields", lambda: changed(ArticleRow, 0, zones=())),
    "a lost tag": ("article_fields", lambda: changed(ArticleRow, 0, tags=("storms",))),
    "a lost teaser": ("teasers_found", lambda: without(ArticleRow, 1)),
    "a teaser without summary": (
        "teasers_found",
        lambda: changed(ArticleRow, 1, body=()),
    ),
    "a lost statement": ("statements_found", lambda: without(StatementRow, 0)),
    "a wrong speaker": (
        "statements_found",
        lambda: changed(StatementRow, 0, speaker_name="Harbour Guild", speaker=None),
    ),
    "a guessed name": (
        "statements_found",
        lambda: changed(StatementRow, 4, speaker_name="Rui Tavares"),
    ),
    "content cut short": (
        "statements_found",
        lambda: changed(StatementRow, 1, content=(span("the quay"),)),
    ),
    "no statement": (
        "statements_false",
        lambda: changed(StatementRow, 0, content=(span("An explosion at a depot"),)),
    ),
    "a name apart": ("names_joined", lambda: changed(MentionRow, -1, entity="other")),
    "a name without mention": (
        "names_joined",
        lambda: [
            row
            for row in ROWS
            if not (isinstance(row, MentionRow) and row.page == "ledger.txt")
        ],
    ),
    "a name joined wrongly": (
        "names_wrongly_joined",
        lambda: changed(MentionRow, 0, entity=entity_of(GOLD, "Harbour Office")),
    ),
    "a claim without a page": (
        "claim_utterances",
        lambda: changed(ClaimRow, 0, statements=("statement 0", "statement 3")),
    ),
    "another evidence": (
        "disputes_found",
        lambda: changed(DisputeRow, 0, evidence="denial"),
    ),
    "a dispute without words": (
        "disputes_found",
        lambda: changed(DisputeRow, 0, spans=()),
    ),
    "a dispute only possible": (
        "disputes_found",
        lambda: changed(DisputeRow, 0, shown="possibly"),
    ),
    "a dispute that is none": (
        "disputes_false",
        lambda: changed(DisputeRow, 0, left="statement 1", right="statement 2"),
    ),
    "a wrong toll": (
        "incidents_right",
        lambda: changed(IncidentRow, 0, killed=Toll(4, 4)),
    ),
    "an invented date": (
        "incidents_right",
        lambda: changed(IncidentRow, 0, date=Range("2031-05-03", "2031-05-03")),
    ),
    "another place": ("incidents_right", lambda: changed(IncidentRow, 0, place="Bay")),
}


@pytest.mark.parametrize(("key", "rows"), CASES.values(), ids=CASES)
def test_a_fault_costs_its_figure_and_is_told(
    key: str, rows: Callable[[], list[Row]]
) -> None:
    figures = compare(rows())
    before, after = FULL.values[key], figures.values[key]
    assert after > before if key in LOWER else after < before
    assert any(miss.key == key for miss in figures.misses)


def halves(*parts: str) -> list[Row]:
    """The right rows, with the split quotation as several statements."""
    whole = next(r for r in ROWS if isinstance(r, StatementRow) and len(r.content) > 1)
    pieces = [
        msgspec.structs.replace(whole, id=f"half {part}", content=(span(part),))
        for part in parts
    ]
    return [*(row for row in ROWS if row is not whole), *pieces]


def test_two_halves_of_a_split_quotation_are_one_statement() -> None:
    rows = halves("We checked every bollard", "None is loose, and none will be")
    figures = compare(rows)
    assert figures.values["statements_found"] == 6
    assert figures.values["statements_false"] == 0


def test_half_of_a_split_quotation_is_not_the_whole() -> None:
    assert compare(halves("We checked every bollard")).values["statements_found"] == 5


def test_a_finding_that_a_note_leaves_open_is_not_false() -> None:
    noted = [span("the\nHarbour Guild, kept silent")]
    figures = compare(changed(StatementRow, 1, content=tuple(noted)))
    assert figures.values["statements_false"] == 0


def test_statements_of_a_teaser_are_never_false() -> None:
    content = (span("earlier on Sundays, Nuno Reis said."),)
    assert compare(changed(StatementRow, 5, content=content)) == FULL


def test_an_empty_record_finds_nothing_and_says_so() -> None:
    figures = compare([])
    assert figures.values["body_f1"] == 0
    assert figures.values["statements_found"] == 0
    assert figures.values["names_joined"] == 0
    assert figures.notes == tuple(f"{file} is not on record" for file in TEXTS)


def test_missing_gold_leaves_the_keys_out(tmp_path: Path) -> None:
    figures = measure(Inputs(tmp_path, tmp_path))
    assert figures.values == {}
    assert "gold.json is missing" in figures.notes[0]
