"""Adding pages: once, twice, by two processes, and killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from onrecord.errors import InputError
from onrecord.model import CaptureId, ReportId
from onrecord.record import Record, open_record, schema, verify
from tests.record.made import NOW, RUN, News, Said, Told, findings_of

if TYPE_CHECKING:
    from pathlib import Path

PAGE = News(
    body=(
        "The ferry line to the islands runs again.",
        Said("Oren Tull", "the piers are safe", role="Harbour master"),
        Told("Port Anselm", 3),
    )
)
WRITER = """
import sys
from onrecord.record import open_record
from tests.record.made import *
name, count = sys.argv[2], int(sys.argv[3])
with open_record(sys.argv[1]) as record:
    for number in range(count):
        body = (Said("Oren Tull", f"pier {number} is safe"), Told("Anselm", number))
        page = findings_of(News(where=f"{name}/{number}", body=body))
        record.add(page, RUN, added_at=NOW)
        print(page.reading.page.id, flush=True)
"""


def _counts(record: Record) -> dict[str, int]:
    with record.reading() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in schema.metadata.sorted_tables
        }


def _writer(record: Record, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(record.path), name, str(count)]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(  # noqa: S603 - our own code
        command, env=env, stdout=subprocess.PIPE, text=True
    )


def test_a_new_page_is_told_from_one_that_was_seen_before(record: Record) -> None:
    findings = findings_of(PAGE)
    first = record.add(findings, RUN, added_at=NOW)
    second = record.add(findings, RUN, added_at=NOW)
    assert (first.page_id, first.is_new, first.is_new_sighting) == (
        findings.reading.page.id,
        True,
        False,
    )
    assert (second.page_id, second.is_new, second.is_new_sighting) == (
        first.page_id,
        False,
        True,
    )


def test_the_same_bytes_again_add_a_line_to_the_custody_log_alone(
    record: Record,
) -> None:
    record.add(findings_of(PAGE), RUN, added_at=NOW)
    before = _counts(record)
    record.add(findings_of(PAGE), RUN, added_at=NOW)
    assert _counts(record) == before | {"custody": 2}
    assert [entry.event for entry in record.custody()] == ["added", "sighting"]


def test_the_same_bytes_from_another_place_are_another_capture(record: Record) -> None:
    record.add(findings_of(PAGE), RUN, added_at=NOW)
    record.add(findings_of(replace(PAGE, where="mirror/ferry")), RUN, added_at=NOW)
    assert _counts(record)["captures"] == 2


def test_a_better_reader_makes_a_new_page_beside_the_old(record: Record) -> None:
    findings = findings_of(PAGE)
    record.add(findings, RUN, added_at=NOW)
    other = findings_of(replace(PAGE, title="Ferry lines reopen"))
    capture = findings.reading.capture
    page = replace(other.reading.page, capture_id=capture.id)
    reread = replace(
        other, reading=replace(findings.reading, capture=capture, page=page)
    )
    assert record.add(reread, RUN, added_at=NOW).is_new
    counts = _counts(record)
    assert (counts["captures"], counts["pages"]) == (1, 2)


def test_a_known_capture_is_found_by_place_and_bytes(record: Record) -> None:
    findings = findings_of(PAGE)
    capture, data = findings.reading.capture, findings.reading.data
    assert record.known_capture(capture.where, data) is None
    record.add(findings, RUN, added_at=NOW)
    assert record.known_capture(capture.where, data) == capture.id
    assert record.has(capture.id)
    assert not record.has(CaptureId("0" * 20))
    assert record.data_of(capture.id) == data


def test_a_capture_time_given_later_fills_the_open_one_and_no_other(
    record: Record,
) -> None:
    findings = findings_of(PAGE)
    capture = findings.reading.capture
    record.add(findings, RUN, added_at=NOW)
    record.add_sighting(replace(capture, captured_at=NOW), NOW)
    assert [item.captured_at for item in record.captures()] == [NOW]
    record.add_sighting(replace(capture, captured_at=NOW.replace(year=2032)), NOW)
    assert [item.captured_at for item in record.captures()] == [NOW]
    assert len(list(record.custody())) == 3
    assert verify(record) == []


def test_sighting_an_unknown_capture_is_an_error(record: Record) -> None:
    with pytest.raises(InputError, match="no such capture"):
        record.add_sighting(findings_of(PAGE).reading.capture, NOW)


def test_an_error_in_the_middle_of_a_page_leaves_nothing_of_it(record: Record) -> None:
    findings = findings_of(PAGE)
    stray = replace(findings.figures[0], report_id=ReportId("0" * 20))
    before = _counts(record)
    with pytest.raises(IntegrityError):
        record.add(replace(findings, figures=(stray,)), RUN, added_at=NOW)
    assert _counts(record) == before
    record.add(findings, RUN, added_at=NOW)
    assert verify(record) == []


def test_what_no_database_can_hold_is_an_error_of_the_page(record: Record) -> None:
    findings = findings_of(PAGE)
    half = replace(findings.articles[0], title="half a \ud83d smile")
    endless = replace(findings.figures[0], low=10**30)
    for odd in (
        replace(findings, articles=(half,)),
        replace(findings, figures=(endless,)),
    ):
        with pytest.raises(InputError, match=r"pages/ferry\.html: cannot be stored"):
            record.add(odd, RUN, added_at=NOW)
    assert _counts(record)["captures"] == 0


@pytest.mark.scale
def test_two_processes_add_at_once_and_both_succeed(record: Record) -> None:
    writers = [_writer(record, name, 15) for name in ("left", "right")]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    assert _counts(record)["pages"] == 30
    assert verify(record) == []


@pytest.mark.scale
def test_two_processes_may_make_the_record_at_once(tmp_path: Path) -> None:
    with open_record(tmp_path / "elsewhere.db") as elsewhere:
        elsewhere.path = tmp_path / "new.db"
        writers = [_writer(elsewhere, name, 2) for name in ("left", "right")]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    with open_record(tmp_path / "new.db", create=False) as record:
        assert _counts(record)["pages"] == 4


@pytest.mark.scale
def test_a_killed_writer_leaves_whole_pages_alone(record: Record) -> None:
    told: set[str] = set()
    for turn in range(12):
        writer = _writer(record, f"turn {turn}", 1000)
        assert writer.stdout is not None
        told.add(writer.stdout.readline().strip())
        time.sleep(0.005 * turn)
        writer.send_signal(signal.SIGKILL)
        told |= set(writer.communicate()[0].split("\n")[:-1])
    kept = {page.id for page in record.pages()}
    assert told <= kept
    counts = _counts(record)
    for table in ("captures", "articles", "statements", "figures", "mentions"):
        assert counts[table] == len(kept), table
    assert verify(record) == []
