"""Stamps of the custody log's head: that all before it existed by then.

A stamp is over the very text whose hash is the entry's, so that its imprint is the
published hash. The token lies beside the log, its own hash and authority in it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.record.chain import Problem, read_sound_head
from onrecord.record.custody import (
    NO_CAPTURE,
    CustodyEntry,
    Head,
    Line,
    head_given,
    log_line,
    sealed_text,
)
from onrecord.record.rows import insert_rows
from onrecord.record.schema import custody, stamps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cryptography.x509 import Certificate
    from sqlalchemy import Connection

    from onrecord.record.readers import Readers
    from onrecord.record.store import Record

    Ask = Callable[[str, bytes], bytes]

Signature = Literal["trusted", "own", "unchecked", "wrong"]

STAMPED = custody.c.event == "stamped"
WRONG = {
    True: "is not signed under a certificate you gave",
    False: "is not signed as it should be",
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp on record; `seq` is the entry that logged it, `head` what it stamps.

    `at` is when it was stored, by this machine's clock; `token` the authority's
    whole answer, as other programs read it ("TimeStampResp").
    """

    seq: int
    at: datetime
    authority: str
    head: str
    token: bytes


@dataclass(frozen=True, slots=True)
class CheckedStamp:
    """A stamp and what it proves, without asking anybody.

    `told_at` is the time by the authority's clock, `signer` the name in its own
    certificate. `signature`: "trusted" under a certificate you gave, "own" under
    one that came with the token (it is as it was signed, by whoever that is),
    "unchecked" without either. `problem` says why it proves nothing, else None.
    """

    stamp: Stamp
    told_at: datetime | None
    signer: str | None
    signature: Signature
    problem: str | None


def stamp_head(record: Record, authority: str, ask: Ask, *, at: datetime) -> Stamp:
    """Have the newest entry of the custody log stamped, and keep the stamp.

    `ask` sends bytes to an address and answers with bytes. Raises InputError when
    the answer is no stamp of this head or nothing was ever added, RecordError when
    the log is broken.
    """
    from onrecord.record import timestamps  # noqa: PLC0415 - an extra

    head = read_sound_head(record)
    if head is None:
        raise InputError("nothing is on record to be stamped", where=str(record.path))
    request, nonce = timestamps.request_for(sealed_text(head))
    token = ask(authority, request)
    told = timestamps.read_token(token, where=authority)
    if told.sha256 != head.hash:
        raise InputError("the answer stamps something else", where=authority)
    if told.nonce != nonce:
        raise InputError("the answer is not to this request", where=authority)
    if timestamps.signature_of(token, ()) == "wrong":
        raise InputError("the answer is not signed as it should be", where=authority)
    named = _without_user(authority)
    return _save(record, named, Head(head.seq, head.hash), (token, at))


def _without_user(address: str) -> str:
    """The address without name and password: the log keeps it for good."""
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _save(
    record: Record, authority: str, head: Head, kept: tuple[bytes, datetime]
) -> Stamp:
    token, at = kept
    digest = hashlib.sha256(token).hexdigest()
    line = Line("stamped", NO_CAPTURE, digest, authority, detail=str(head))
    with record.writing() as connection:
        entry = log_line(connection, line, at)
        insert_rows(connection, stamps, [{"seq": entry.seq, "token": token}])
    return Stamp(entry.seq, at, authority, str(head), token)


def read_stamps(record: Readers) -> tuple[Stamp, ...]:
    """Every stamp on record, oldest first."""
    query = select(
        stamps.c.seq, custody.c.at, custody.c.where, custody.c.detail, stamps.c.token
    ).join_from(stamps, custody)
    with record.reading() as connection:
        rows = connection.execute(query.order_by(stamps.c.seq)).all()
    return tuple(Stamp(*row) for row in rows)


def check_stamps(
    record: Readers, roots: Sequence[Certificate] = ()
) -> tuple[CheckedStamp, ...]:
    """Every stamp with what it proves, offline.

    Checked are that it is over the entry it was asked for, and its signature: under
    `roots` when given, else as far as it brings its own root. Raises MissingExtra
    when there is a stamp and the package to read it is missing.
    """
    return tuple(_checked(stamp, roots) for stamp in read_stamps(record))


def _checked(stamp: Stamp, roots: Sequence[Certificate]) -> CheckedStamp:
    from onrecord.record import timestamps  # noqa: PLC0415 - an extra

    try:
        told = timestamps.read_token(stamp.token, where=stamp.authority)
    except InputError as error:
        return CheckedStamp(stamp, None, None, "unchecked", error.reason)
    signature = timestamps.signature_of(stamp.token, roots)
    problem = WRONG[bool(roots)] if signature == "wrong" else None
    if told.sha256 != head_given(stamp.head).hash:
        problem = f"is not over entry {stamp.head.partition(':')[0]}"
    return CheckedStamp(stamp, told.told_at, told.signer, signature, problem)


def check_tokens(connection: Connection) -> Iterator[Problem]:
    """Stamps whose token, or the entry they are of, is not what the log says."""
    logged = {
        entry.seq: entry
        for row in connection.execute(select(custody).where(STAMPED))
        if (entry := CustodyEntry(*row))
    }
    kept = {
        row.seq: row.token
        for row in connection.execute(select(stamps.c.seq, stamps.c.token))
    }
    for seq in sorted({*logged, *kept}):
        fault = _fault(connection, logged.get(seq), kept.get(seq))
        if fault is not None:
            yield Problem(fault, f"the stamp of custody entry {seq}")


def _fault(
    connection: Connection, entry: CustodyEntry | None, token: bytes | None
) -> str | None:
    if entry is None:
        return "the custody log does not know it"
    if token is None:
        return "its token is gone"
    if hashlib.sha256(token).hexdigest() != entry.sha256:
        return "its token is not the one that was stored"
    if not _is_held(connection, entry):
        return "the entry that it stamps is not in the log"
    return None


def _is_held(connection: Connection, entry: CustodyEntry) -> bool:
    """Whether the head that was stamped stands in the log, before its stamp."""
    try:
        head = head_given(entry.detail or "")
    except InputError:
        return False
    query = select(custody.c.hash).where(
        custody.c.seq == head.seq, custody.c.seq < entry.seq
    )
    return connection.execute(query).scalar() == head.hash
