"""Forgetting: no word is left, a tombstone is, and the record goes on whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.model import groups_of, make_link
from onrecord.record import Record, open_record, schema, verify
from onrecord.record.views import (
    find_entities,
    list_claims,
    read_claim,
    read_entities,
    read_incident,
    read_page,
    search,
)
from tests.record.harbour import PAGES, fill, id_of
from tests.record.made import NOW, RUN, News, Said, findings_of
from tests.record.secret import (
    LATER,
    SECRET,
    WORDS,
    counts,
    forget,
    raw_bytes,
    secret,
    secret_page,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def _packed(record: Record) -> list[bytes]:
    """A part of each compressed text of the secret page, as it lies in the file."""
    with closing(sqlite3.connect(record.path)) as file:
        cells = [
            *file.execute(
                'SELECT data FROM captures WHERE "where" = ?', [SECRET.where]
            ),
            *file.execute("SELECT text FROM pages WHERE id = ?", [secret_page()]),
            *file.execute("SELECT blocks FROM pages WHERE id = ?", [secret_page()]),
            *file.execute(
                "SELECT zones FROM articles WHERE page_id = ?", [secret_page()]
            ),
        ]
    return [cell[len(cell) // 2 - 10 :][:20] for (cell,) in cells]


def _index(record: Record) -> list[tuple[object, ...]]:
    """Every word in the search index with its place."""
    with closing(sqlite3.connect(record.path)) as file:
        file.execute(
            "CREATE VIRTUAL TABLE temp.words"
            " USING fts5vocab('main', 'search_words', 'instance')"
        )
        return sorted(file.execute("SELECT * FROM temp.words").fetchall())


def test_no_word_of_a_forgotten_page_is_left_in_the_file(harbour: Record) -> None:
    harbour.add(secret(), RUN, added_at=NOW)
    raw, packed = raw_bytes(harbour).lower(), _packed(harbour)
    assert len(packed) == 4
    assert [word for word in WORDS if word not in raw] == []
    assert [part for part in packed if part not in raw_bytes(harbour)] == []
    forget(harbour, secret_page())
    raw = raw_bytes(harbour)
    assert [word for word in WORDS if word in raw.lower()] == []
    assert [part for part in packed if part in raw] == []
    assert SECRET.where.encode() in raw  # the chain is sealed with it


def test_forgetting_takes_back_all_that_adding_put_there(harbour: Record) -> None:
    before, words = counts(harbour), _index(harbour)
    harbour.add(secret(), RUN, added_at=NOW)
    assert counts(harbour)["corrections"] == 1
    forget(harbour, secret_page())
    after = counts(harbour)
    assert after.pop("custody") == before.pop("custody") + 2
    assert after.pop("about") == before.pop("about") + 1  # to be resolved anew
    assert after == before
    assert _index(harbour) == words
    assert verify(harbour) == []


@pytest.mark.parametrize("name", ["ferry", "herald", "doubt", "teaser"])
def test_forgetting_any_page_of_a_story_leaves_a_whole_record(
    harbour: Record, name: str
) -> None:
    forget(harbour, PAGES[name].reading.page.id)
    assert verify(harbour) == []
    assert not harbour.is_resolved()
    for kind in ("mention", "statement", "report", "article"):
        links = [item.link for item in harbour.links()]
        members = harbour.groups(kind)
        assert id_of("article", name) not in members
        if kind != "mention":
            assert members == groups_of(members, links)
    assert len(list_claims(harbour)) == len(set(harbour.groups("statement").values()))


def test_what_is_left_keeps_no_names_of_what_is_gone(harbour: Record) -> None:
    forget(harbour, PAGES["herald"].reading.page.id)
    names = {name for item in read_entities(harbour) for name in item.names}
    assert {name for name in names if "Tull" in name} == {"Oren Tull"}
    forget(harbour, PAGES["doubt"].reading.page.id)
    assert find_entities(harbour, "Brask") == ()
    assert not list(harbour.disputes())


def test_ids_of_groups_lead_to_what_is_left_of_them(harbour: Record) -> None:
    claim = read_claim(harbour, id_of("statement", "ferry"))
    assert claim is not None
    former = {item.id for item in claim.statements}
    gone = next(name for name in PAGES if id_of("statement", name) == claim.id)
    forget(harbour, PAGES[gone].reading.page.id)
    left = read_claim(harbour, claim.id)
    assert left is not None
    assert claim.id not in {item.id for item in left.statements}
    assert left.id in former - {claim.id}
    assert claim.id in harbour.redirects("statement")


def test_former_ids_never_lead_to_what_is_gone(harbour: Record) -> None:
    for name in PAGES:
        forget(harbour, PAGES[name].reading.page.id)
        for kind in ("mention", "statement", "report", "article"):
            groups = harbour.groups(kind)
            assert set(harbour.redirects(kind).values()) <= set(groups.values())
    with harbour.reading() as connection:
        assert connection.execute(select(schema.redirects)).all() == []
    with pytest.raises(InputError, match="no incident"):
        read_incident(harbour, id_of("report", "ferry"))


def test_a_group_held_together_by_what_is_gone_falls_apart(record: Record) -> None:
    pages = [
        findings_of(News(where=f"p/{n}", body=(Said("A. Tull", f"pier {n} is safe"),)))
        for n in range(3)
    ]
    for page in pages:
        record.add(page, RUN, added_at=NOW)
    first, middle, last = (page.statements[0].id for page in pages)
    links = [
        make_link("statement", middle, other, "same", "yes", 0.9, "alike")
        for other in (first, last)
    ]
    record.save_resolution(links, [], RUN, NOW, seen=record.head())
    assert len(set(record.groups("statement").values())) == 1
    forget(record, pages[1].reading.page.id)
    assert record.groups("statement") == {first: first, last: last}


def test_a_tombstone_tells_what_who_when_and_why(harbour: Record) -> None:
    found = PAGES["ferry"]
    capture, page = found.reading.capture, found.reading.page
    forget(harbour, page.id, by="Ada Lind", why="the court of Anselm ordered it")
    (stone,) = harbour.tombstones()
    assert (stone.capture_id, stone.sha256) == (capture.id, capture.sha256)
    assert (stone.where, stone.at, stone.by) == (capture.where, LATER, "Ada Lind")
    assert stone.reason == "the court of Anselm ordered it"
    assert (stone.pages, stone.articles) == ((page.id,), (found.articles[0].id,))
    for name in (page.id, found.articles[0].id[:9], capture.id):
        with pytest.raises(
            InputError,
            match="forgotten on 2031-05-05 by Ada Lind: the court of Anselm ordered it"
            f"; it was from courier/ferry, SHA-256 {capture.sha256}",
        ):
            read_page(harbour, name)


def test_the_same_bytes_are_refused_wherever_they_come_from(harbour: Record) -> None:
    forget(harbour, PAGES["ferry"].reading.page.id)
    before = counts(harbour)
    found = PAGES["ferry"]
    elsewhere = replace(found.reading.capture, where="mirror/ferry")
    for capture in (found.reading.capture, elsewhere):
        again = replace(found, reading=replace(found.reading, capture=capture))
        with pytest.raises(
            InputError,
            match=f"{capture.where}: was forgotten on 2031-05-05 by Ada: asked;",
        ):
            harbour.add(again, RUN, added_at=LATER)
    assert counts(harbour) == before


def test_the_same_bytes_from_elsewhere_stay_when_one_is_forgotten(
    record: Record,
) -> None:
    kept, gone = (findings_of(replace(SECRET, where=name)) for name in ("a", "b"))
    record.add(kept, RUN, added_at=NOW)
    record.add(gone, RUN, added_at=NOW)
    forget(record, gone.reading.page.id)
    assert [item.where for item in record.captures()] == ["a"]
    assert record.add(kept, RUN, added_at=LATER).is_new_sighting
    assert verify(record) == []


def test_a_capture_read_twice_is_forgotten_with_all_its_pages(record: Record) -> None:
    found = findings_of(SECRET)
    better = findings_of(replace(SECRET, title="The keeper returns"))
    page = replace(better.reading.page, capture_id=found.reading.capture.id)
    record.add(found, RUN, added_at=NOW)
    reread = replace(better, reading=replace(found.reading, page=page))
    record.add(reread, RUN, added_at=NOW)
    forget(record, page.id)
    assert not list(record.pages())
    assert set(record.tombstones()[0].pages) == {page.id, found.reading.page.id}


def test_forgetting_twice_is_forgetting_once(harbour: Record) -> None:
    page = PAGES["ferry"].reading.page.id
    (first,) = harbour.forget([page], by="Ada", reason="asked", at=LATER)
    before = counts(harbour)
    (again,) = harbour.forget([page], by="Bo", reason="again", at=LATER)
    assert again == first
    assert counts(harbour) == before


def test_one_unknown_page_among_several_leaves_all_as_they_are(
    harbour: Record,
) -> None:
    before = counts(harbour)
    with pytest.raises(InputError, match="no page"):
        forget(harbour, PAGES["ferry"].reading.page.id, "ffffffff")
    assert counts(harbour) == before


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record for many pages that come and go."""
    with open_record(tmp_path_factory.mktemp("one") / "r.db") as record:
        record.add(findings_of(News()), RUN, added_at=NOW)
        yield record


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    title=st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip),
    said=st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip),
)
def test_any_text_is_forgotten_without_a_trace(
    one: Record, title: str, said: str
) -> None:
    found = findings_of(News(where="any", title=title, body=(Said("Tull", said),)))
    words, pages = _index(one), list(one.pages())
    try:
        one.add(found, RUN, added_at=NOW)
    except InputError as error:
        assert "was forgotten" in str(error)  # noqa: PT017 - drawn twice
        return
    one.forget([found.reading.page.id], by="Ada", reason="asked", at=LATER)
    assert (_index(one), list(one.pages())) == (words, pages)
    assert verify(one) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(PAGES)), max_size=6))
def test_whatever_is_forgotten_in_any_order_leaves_a_whole_record(
    names: list[str],
) -> None:
    with TemporaryDirectory() as folder, open_record(Path(folder) / "r.db") as record:
        fill(record)
        for name in names:
            forget(record, PAGES[name].reading.page.id)
        assert verify(record) == []
        assert len(record.tombstones()) == len(set(names))
        kept = {page.id for page in record.pages()}
        assert kept == {
            page.reading.page.id for name, page in PAGES.items() if name not in names
        }
        links = [item.link for item in record.links()]
        statements = record.groups("statement")
        assert statements == groups_of(statements, links)
        now = set(statements.values())
        assert set(record.redirects("statement").values()) <= now


def test_searching_after_forgetting_finds_the_rest(harbour: Record) -> None:
    assert len(search(harbour, "harbour")) > 1
    forget(harbour, PAGES["herald"].reading.page.id)
    hits = search(harbour, "harbour")
    assert PAGES["herald"].articles[0].id not in {hit.article.id for hit in hits}
    assert hits
