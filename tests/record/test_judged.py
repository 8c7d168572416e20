"""What a judge of pairs said is kept by hash, and goes when a page is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import open_record
from tests.record.made import NOW, RUN, News, findings_of

if TYPE_CHECKING:
    from pathlib import Path

SAID = {"a": (0.25, 0.5, 0.25), "b": (1.0, 0.0, 0.0)}


def test_what_a_judge_said_is_kept_until_a_page_is_forgotten(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.db") as record:
        found = findings_of(News())
        record.add(found, RUN, added_at=NOW)
        assert record.keep_judged(SAID, seen=record.head())
        assert record.judged(["a", "b", "c"]) == SAID
        record.forget([found.reading.page.id], by="Ada", reason="asked for", at=NOW)
        assert record.judged(["a", "b"]) == {}


def test_a_pair_that_is_kept_may_be_given_again(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.db") as record:
        record.add(findings_of(News()), RUN, added_at=NOW)
        for given in ({"a": SAID["a"]}, SAID):
            assert record.keep_judged(given, seen=record.head())
        assert record.judged(["a", "b"]) == SAID


def test_nothing_is_kept_of_a_resolving_that_came_too_late(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.db") as record:
        seen = record.head()
        record.add(findings_of(News()), RUN, added_at=NOW)
        assert not record.keep_judged(SAID, seen=seen)
        assert record.judged(SAID) == {}
