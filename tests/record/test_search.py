"""Searching: what is found where, and that no query is an error."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.model import Moment
from onrecord.record import Record, open_record
from onrecord.record.views import Cut, HitKind, list_claims, search
from tests.record.made import NOW, RUN, News, Said, findings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest import TempPathFactory  # noqa: PT013 - the type alone

PAGES = (
    News(
        where="pages/ferry",
        title="Ferry lines reopen in Port Anselm",
        published=Moment("2031-03-02", "day"),
        captured_at=datetime(2031, 3, 3, tzinfo=UTC),
        body=(
            "The café on the pier opened first, and the queue was long.",
            Said("Oren Tull", "the piers are completely safe, and the lamps work"),
            Said("Ida Brask", "the lamps are not safe; completely dark nights follow"),
        ),
    ),
    News(
        where="pages/japan",
        title="港の渡し船が再開",
        language="ja",
        body=("港湾局は水曜日、渡し船の運航を再開したと発表した。",),
    ),
    News(
        where="pages/thai",
        title="เรือข้ามฟากกลับมาให้บริการ",
        language="th",
        body=("ท่าเรือเปิดให้บริการอีกครั้งในวันพุธ",),
    ),
    News(
        where="pages/cyrillic",
        title="Паром снова ходит",
        language="ru",
        body=("Порт открыл переправу в среду, сообщила служба порта.",),
    ),
    News(
        where="pages/hindi",
        title="नौका सेवा फिर शुरू",
        language="hi",
        body=("बंदरगाह ने बुधवार को नौका सेवा फिर शुरू की।",),
    ),
)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: TempPathFactory) -> Iterator[Record]:
    """A record of pages in five scripts."""
    with open_record(tmp_path_factory.mktemp("harbour") / "record.db") as record:
        for page in PAGES:
            record.add(findings_of(page), RUN, added_at=NOW)
        yield record


def _places(record: Record, query: str, *kinds: HitKind) -> list[str]:
    hits = search(record, query, kinds=kinds or ("statement", "article"))
    return sorted({hit.article.where.removeprefix("pages/") for hit in hits})


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("piers", ["ferry"]),
        ("FERRY reopen", ["ferry"]),
        ("cafe", ["ferry"]),
        ("CAFÉ", ["ferry"]),
        ("ferry nothing", []),
        ('"completely safe"', ["ferry"]),
        ('"lamps safe"', []),
        ("“completely safe”", ["ferry"]),
        ("lamps* (safe", ["ferry"]),
        ("渡し船", ["japan"]),
        ("曜日", ["japan"]),
        ("運航を再開", ["japan"]),
        ("船渡", []),
        ("บริการ", ["thai"]),
        ("переправу", ["cyrillic"]),
        ("ПЕРЕПРАВУ", ["cyrillic"]),
        ("नौका", ["hindi"]),
    ],
)
def test_a_page_is_found_by_its_words_in_any_script(
    harbour: Record, query: str, where: list[str]
) -> None:
    assert _places(harbour, query) == where


def test_statements_and_articles_are_searched_apart(harbour: Record) -> None:
    said = search(harbour, "lamps", kinds=("statement",))
    assert {hit.kind for hit in said} == {"statement"}
    assert len(said) == 2
    assert {hit.kind for hit in search(harbour, "queue")} == {"article"}
    assert not search(harbour, "queue", kinds=("statement",))
    assert search(harbour, "queue", kinds=()) == ()


def test_a_hit_opens_its_words_in_the_page(harbour: Record) -> None:
    texts = {page.id: page.text for page in harbour.pages()}
    for query in ("lamps", "渡し船", "नौका", "บริการ", "queue long"):
        for hit in search(harbour, query):
            (span,) = hit.words.spans
            assert span.of(texts[hit.words.page_id]) == hit.words.text
            assert hit.words.page_id == hit.article.page_id


def test_the_snippet_shows_the_searched_words(harbour: Record) -> None:
    (hit,) = search(harbour, "queue")
    assert "queue was long" in hit.snippet


def test_a_cut_hides_hits_that_came_later(harbour: Record) -> None:
    before = Cut(as_of=datetime(2031, 3, 2, tzinfo=UTC))
    after = Cut(as_of=datetime(2031, 3, 4, tzinfo=UTC))
    assert not search(harbour, "lamps", cut=before)
    assert len(search(harbour, "lamps", cut=after)) == 3
    assert not search(harbour, "渡し船", cut=after)  # nobody said when it was captured


def test_an_article_stands_before_a_teaser_with_the_same_words(record: Record) -> None:
    body = ("The lamps on the quay work again after a week in the dark.",)
    article = News(title="Lamps work again", body=body)
    teaser = News(where="front", type="teaser", title="Lamps work again")
    for page in (teaser, article):
        record.add(findings_of(page), RUN, added_at=NOW)
    types = [hit.article.type for hit in search(record, "lamps work")]
    assert types == ["article", "teaser"]


def test_the_limit_holds(harbour: Record) -> None:
    assert len(search(harbour, "lamps", limit=1)) == 1


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "*",
        '"',
        '""',
        '"""',
        "'",
        "((((",
        "a)",
        "NOT",
        "AND OR NOT NEAR",
        "NEAR(a b, 3)",
        "statement : lamps",
        "{article} : lamps",
        "^lamps",
        "lamps + safe",
        "lamps -safe",
        "-",
        "a*b*",
        "\\",
        "; DROP TABLE pages; --",
        "%_%",
        "\x00",
        "lamps\x00safe",
        "🚢",
        "🚢 ferry",
        "\ud800",
        "a\ud800b",
        "\u0301",
        "ـــ",
        "مرفأ",
        "x" * 10_000,
        "x " * 5_000,
        '"' * 10_000,
        "船" * 10_000,
        '"x" ' * 2_500,
    ],
)
def test_odd_queries_are_answered(harbour: Record, query: str) -> None:
    search(harbour, query)
    list_claims(harbour, query)


@given(query=st.text(max_size=40) | st.text("\"*():^{}-+ abANDORT'", max_size=60))
@example(query='"\U0002fa1d"')
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_query_is_an_error(harbour: Record, query: str) -> None:
    search(harbour, query)
    list_claims(harbour, query)
