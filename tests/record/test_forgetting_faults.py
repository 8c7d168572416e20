"""Forgetting that is interrupted, hindered, or not alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from onrecord.errors import RecordError
from onrecord.record import Record, forgetting, open_record, verify
from tests.record.harbour import PAGES
from tests.record.made import NOW, RUN
from tests.record.secret import LATER, RARE, forget, raw_bytes, secret, secret_page


def test_what_was_interrupted_is_told_and_ended_by_the_next(
    harbour: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    harbour.add(secret(), RUN, added_at=NOW)
    with monkeypatch.context() as patched:
        patched.setattr("onrecord.record.sqlite.vacuum", stopped)
        with pytest.raises(KeyboardInterrupt):
            forget(harbour, secret_page())
    (problem,) = verify(harbour)
    assert "words of what was forgotten may still lie in it" in problem.what
    forget(harbour, secret_page())
    assert verify(harbour) == []
    assert RARE.encode() not in raw_bytes(harbour)


def test_a_reader_in_the_way_is_told_of_and_nothing_is_lost(harbour: Record) -> None:
    harbour.add(secret(), RUN, added_at=NOW)
    with (
        open_record(harbour.path) as other,
        open_record(harbour.path, wait_seconds=0.1) as short,
    ):
        with other.snapshot() as held:
            assert held.head() is not None
            with pytest.raises(RecordError, match="others are using it"):
                forget(short, secret_page())
            assert held.texts([secret().reading.page.id])
        forget(short, secret_page())
    assert verify(harbour) == []
    assert RARE.encode() not in raw_bytes(harbour)


def test_judgements_made_before_forgetting_are_not_saved_after_it(
    harbour: Record,
) -> None:
    seen = harbour.head()
    forget(harbour, PAGES["ferry"].reading.page.id)
    assert not harbour.save_resolution([], [], RUN, LATER, seen=seen)
    assert harbour.save_resolution([], [], RUN, LATER, seen=harbour.head())
    assert harbour.is_resolved()


def test_marks_of_what_is_left_to_do_come_and_go(record: Record) -> None:
    with record.writing() as connection:
        for change in (forgetting.mark, forgetting.mark):
            change(connection, forgetting.UNCLEAN)
        assert forgetting.is_marked(connection, forgetting.UNCLEAN)
        forgetting.unmark(connection, forgetting.UNCLEAN)
        assert not forgetting.is_marked(connection, forgetting.UNCLEAN)


ADDING = """
import sys
from onrecord.record import open_record
from tests.record.made import *
with open_record(sys.argv[1]) as record:
    for number in range(25):
        record.add(findings_of(News(where=f"more/{number}")), RUN, added_at=NOW)
"""


@pytest.mark.scale
def test_others_may_add_while_pages_are_forgotten(harbour: Record) -> None:
    command = [sys.executable, "-c", ADDING, str(harbour.path)]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=env) as writer:  # noqa: S603 - our own code
        for page in PAGES.values():
            forget(harbour, page.reading.page.id)
    assert writer.returncode == 0
    assert len(list(harbour.pages())) == 25
    assert len(harbour.tombstones()) == len(PAGES)
    assert verify(harbour) == []


@pytest.mark.scale
def test_a_killed_forgetting_is_whole_or_not_at_all(harbour: Record) -> None:
    code = (
        "import sys; from onrecord.record import open_record;"
        "from tests.record.made import NOW;"
        "record = open_record(sys.argv[1]); print('go', flush=True);"
        "record.forget(sys.argv[2:], by='Ada', reason='asked', at=NOW)"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    names = [page.reading.page.id for page in PAGES.values()]
    for turn, name in enumerate(names):
        command = [sys.executable, "-c", code, str(harbour.path), name]
        with subprocess.Popen(  # noqa: S603 - our own code
            command, env=env, stdout=subprocess.PIPE
        ) as killed:
            assert killed.stdout is not None
            killed.stdout.readline()
            time.sleep(0.006 * turn)
            killed.kill()
        left = {page.id for page in harbour.pages()}
        gone = {page for stone in harbour.tombstones() for page in stone.pages}
        assert left | gone == set(names)
        assert not left & gone
        problems = [item.what for item in verify(harbour)]
        assert all("`onrecord forget` ends" in what for what in problems)
        forget(harbour, name)
        assert verify(harbour) == []
