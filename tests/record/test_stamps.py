"""Stamps: asked for, kept, sealed, and checked without asking anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import ConfigError, InputError, RecordError
from onrecord.record import (
    Record,
    check_stamps,
    read_stamps,
    stamp_head,
    verify,
)
from onrecord.record.authority import MAX_BYTES, ask_authority
from onrecord.record.timestamps import read_certificates
from tests.record.clock import (
    NOON,
    Clock,
    answer,
    asked,
    make_clock,
    refusal,
    serving,
)
from tests.record.made import NOW, RUN, News, findings_of
from tests.record.secret import raw_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

CLOCK = make_clock()
OTHER = make_clock("Oster")
URL = "https://clock.example/stamp"


def _ask(clock: Clock = CLOCK, *, with_root: bool = True) -> Callable[..., bytes]:
    def ask(_url: str, request: bytes) -> bytes:
        return answer(clock, *asked(request), with_root=with_root)

    return ask


@pytest.fixture
def full(record: Record) -> Record:
    """A record of two pages."""
    for where in ("a", "b"):
        record.add(findings_of(News(where=where)), RUN, added_at=NOW)
    return record


def _change(record: Record, *statements: str) -> None:
    with record.writing() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_stamp_is_over_the_published_hash_and_logged(full: Record) -> None:
    head = full.head()
    assert head is not None
    stamp = stamp_head(full, URL, _ask(), at=NOW)
    assert stamp.head == f"{head.seq}:{head.hash}"
    assert read_stamps(full) == (stamp,)
    entry = full.head()
    assert entry is not None
    assert (entry.event, entry.seq, entry.where) == ("stamped", stamp.seq, URL)
    assert verify(full) == []
    (checked,) = check_stamps(full)
    assert (checked.told_at, checked.problem) == (NOON, None)
    assert checked.signer == "CN=Clock of Anselm"


def test_a_password_for_the_authority_is_not_kept(full: Record) -> None:
    stamp = stamp_head(full, "https://ada:s3cret@clock.example/a", _ask(), at=NOW)
    assert stamp.authority == "https://clock.example/a"
    assert b"s3cret" not in raw_bytes(full)
    assert verify(full) == []


def test_more_may_be_added_and_forgotten_after_a_stamp(full: Record) -> None:
    stamp_head(full, URL, _ask(), at=NOW)
    stamp_head(full, URL, _ask(), at=NOW)
    full.add(findings_of(News(where="c")), RUN, added_at=NOW)
    full.forget([next(full.pages()).id], by="Ada", reason="asked", at=NOW)
    assert verify(full) == []
    assert [item.problem for item in check_stamps(full)] == [None, None]


def test_only_a_given_certificate_makes_a_signature_trusted(full: Record) -> None:
    stamp_head(full, URL, _ask(), at=NOW)
    stamp_head(full, URL, _ask(with_root=False), at=NOW)
    told = [item.signature for item in check_stamps(full)]
    assert told == ["own", "unchecked"]
    root = [CLOCK.root.certificate]
    assert [item.signature for item in check_stamps(full, root)] == ["trusted"] * 2
    for item in check_stamps(full, [OTHER.root.certificate]):
        assert item.signature == "wrong"
        assert item.problem == "is not signed under a certificate you gave"


def _flipped(token: bytes) -> bytes:
    changed = bytearray(token)
    changed[-8] ^= 1
    return bytes(changed)


def _nothing(_url: str, _request: bytes) -> bytes:
    return b""


def _refused(_url: str, _request: bytes) -> bytes:
    return refusal("come back tomorrow")


def _something_else(_url: str, request: bytes) -> bytes:
    return answer(CLOCK, b"\x07" * 32, asked(request)[1])


def _an_older_answer(_url: str, request: bytes) -> bytes:
    return answer(CLOCK, asked(request)[0], 42)


def _wrongly_signed(_url: str, request: bytes) -> bytes:
    return _flipped(answer(CLOCK, *asked(request)))


def _for_another(_url: str, request: bytes) -> bytes:
    mixed = Clock(CLOCK.root, OTHER.signer)
    return answer(mixed, *asked(request))


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (_nothing, "no time stamp"),
        (_refused, "the authority refused: come back tomorrow"),
        (_something_else, "the answer stamps something else"),
        (_an_older_answer, "the answer is not to this request"),
        (_wrongly_signed, "the answer is not signed as it should be"),
        (_for_another, "the answer is not signed as it should be"),
    ],
)
def test_a_bad_answer_is_told_and_nothing_is_kept(
    full: Record, ask: Callable[[str, bytes], bytes], told: str
) -> None:
    before = full.head()
    with pytest.raises(InputError, match=f"{URL}: {told}"):
        stamp_head(full, URL, ask, at=NOW)
    assert full.head() == before
    assert read_stamps(full) == ()


def test_an_empty_record_and_a_broken_log_are_not_stamped(record: Record) -> None:
    with pytest.raises(InputError, match="nothing is on record"):
        stamp_head(record, URL, _ask(), at=NOW)
    record.add(findings_of(News()), RUN, added_at=NOW)
    _change(record, "UPDATE custody SET event = 'sighting'")
    with pytest.raises(
        RecordError, match="custody entry 1: the custody log was changed"
    ):
        stamp_head(record, URL, _ask(), at=NOW)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE stamps SET token = x'30'", "is not the one that was stored"),
        ("DELETE FROM stamps", "its token is gone"),
    ],
)
def test_a_changed_token_is_found_without_reading_it(
    full: Record, change: str, told: str
) -> None:
    stamp_head(full, URL, _ask(), at=NOW)
    _change(full, change)
    (problem,) = verify(full)
    assert problem.where == "the stamp of custody entry 3"
    assert told in problem.what


def test_a_token_that_is_none_is_told_when_stamps_are_checked(full: Record) -> None:
    stamp_head(full, URL, _ask(), at=NOW)
    _change(full, "UPDATE stamps SET token = x'30'")
    (checked,) = check_stamps(full)
    assert (checked.told_at, checked.signature) == (None, "unchecked")
    assert checked.problem is not None
    assert checked.problem.startswith("no time stamp")


def test_a_log_written_anew_up_to_its_stamp_does_not_fit_the_token(
    full: Record,
) -> None:
    stamp_head(full, URL, _ask(), at=NOW)
    detail = f"2:{'ab' * 32}"
    _change(full, f"UPDATE custody SET detail = '{detail}' WHERE seq = 3")  # noqa: S608 - our own words
    assert check_stamps(full)[0].problem == "is not over entry 2"
    told = {problem.where for problem in verify(full)}
    assert told == {"custody entry 3", "the stamp of custody entry 3"}


def test_an_authority_is_asked_over_http(full: Record) -> None:
    with serving(lambda request: answer(CLOCK, *asked(request))) as url:
        stamp = stamp_head(full, url, ask_authority, at=NOW)
    assert stamp.authority == url
    assert check_stamps(full)[0].signature == "own"


def test_nothing_but_a_hash_is_sent(full: Record) -> None:
    seen = []

    def reply(request: bytes) -> bytes:
        seen.append(request)
        return answer(CLOCK, *asked(request))

    with serving(reply) as url:
        stamp_head(full, url, ask_authority, at=NOW)
    assert len(seen) == 1
    assert len(seen[0]) < 100


@pytest.mark.parametrize(
    ("kind", "status", "body", "told"),
    [
        ("text/html", 200, b"<p>hello</p>", "the answer is text/html, and not"),
        ("application/timestamp-reply", 503, b"", "answered with status 503"),
        ("application/timestamp-reply", 302, b"", "answered with status 302"),
        (
            "application/timestamp-reply",
            200,
            b"x" * (MAX_BYTES + 1),
            f"larger than {MAX_BYTES} bytes",
        ),
    ],
)
def test_what_is_no_answer_of_an_authority_is_one_line(
    kind: str, status: int, body: bytes, told: str
) -> None:
    with (
        serving(lambda _: body, kind=kind, status=status) as url,
        pytest.raises(InputError, match=told),
    ):
        ask_authority(url, b"asked")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/hosts", "ftp://a.example", "clock.example", "http://", "http://["],
)
def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    with pytest.raises(InputError, match="is no web address"):
        ask_authority(url, b"asked")


def test_an_authority_that_is_not_there_is_one_line() -> None:
    with serving(lambda _: b"") as url:
        pass
    with pytest.raises(InputError, match="cannot be reached"):
        ask_authority(url, b"asked")


@pytest.mark.parametrize(
    ("wait", "pause", "told"),
    [(0.1, 0.5, "cannot be reached"), (0.1, 0.05, "the answer takes too long")],
)
def test_an_authority_that_takes_its_time_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, wait: float, pause: float, told: str
) -> None:
    monkeypatch.setattr("onrecord.record.authority.WAIT_SECONDS", wait)
    with (
        serving(lambda _: b"x" * 30, pause=pause) as url,
        pytest.raises(InputError, match=told),
    ):
        ask_authority(url, b"asked")


def test_certificates_are_read_as_text_or_as_bytes() -> None:
    root = CLOCK.root
    assert read_certificates(root.pem, where="r.pem") == [root.certificate]
    assert read_certificates(root.der, where="r.der") == [root.certificate]
    both = root.pem + OTHER.root.pem
    assert len(read_certificates(both, where="r.pem")) == 2
    with pytest.raises(ConfigError, match=r"r\.pem: holds no certificate"):
        read_certificates(b"no certificate", where="r.pem")
