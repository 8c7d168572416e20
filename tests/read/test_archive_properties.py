"""What holds for any bytes that are packed, chunked, named or dated."""

from __future__ import annotations

import gzip
import io
from datetime import UTC, datetime
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from bench.made import PAGE, http_answer, in_chunks, packed, page_record
from onrecord.model import Answer, Source
from onrecord.read import Given
from onrecord.read.feed_item import full_address, iso_time
from onrecord.read.gzip_members import gzip_members
from onrecord.read.http_answer import split_answer
from onrecord.read.http_payload import page_bytes
from onrecord.read.limits import MAX_DAMAGED
from onrecord.read.opened import sources_in
from onrecord.read.stream import Stream, read_up_to
from onrecord.read.thing import Thing, told_name

ADDRESS = "https://post.example/"


@given(
    st.lists(st.binary(max_size=2000), min_size=1, max_size=6), st.binary(max_size=9)
)
def test_members_come_out_as_they_went_in(parts: list[bytes], tail: bytes) -> None:
    data = packed(parts) + tail.replace(b"\x1f", b"\0")
    found = [
        read_up_to(Stream(member), 10**6)
        for member in gzip_members(io.BytesIO(data))
        if not member.is_damaged
    ]
    assert found[: len(parts)] == parts


@given(st.binary(max_size=3000), st.integers(1, 500))
def test_stream_gives_every_byte_once_whatever_is_looked_at(
    data: bytes, size: int
) -> None:
    stream = Stream(io.BytesIO(data))
    assert stream.head(size) == data[:size]
    first = stream.read(size // 2 + 1)
    stream.head(size)
    assert first + read_up_to(stream, 10**6) == data
    assert stream.tell() == len(data)


@given(st.binary(max_size=400))
def test_any_bytes_behind_a_page_leave_it_whole(rubbish: bytes) -> None:
    data = packed([page_record(ADDRESS)]) + rubbish
    thing = Thing("a", Stream(io.BytesIO(data)), "file", len(data), io.BytesIO(data))
    found = list(sources_in(thing, Given(), None))
    assert isinstance(found[0], Source)
    assert found[0].data == PAGE.encode()
    assert len(found) <= MAX_DAMAGED


@given(st.binary(min_size=1, max_size=3000), st.integers(1, 700))
def test_chunks_come_out_as_they_went_in(body: bytes, size: int) -> None:
    answer = Answer(ADDRESS, 200, (("transfer-encoding", "chunked"),))
    assert page_bytes(in_chunks(body, size), answer, ADDRESS) == body


@given(st.binary(max_size=300))
def test_any_block_is_an_answer_with_its_body_or_none(block: bytes) -> None:
    split = split_answer(block, ADDRESS)
    assert split is None or split[1] <= len(block)
    whole = split_answer(http_answer(block), ADDRESS)
    assert whole is not None
    assert http_answer(block)[whole[1] :] == block


@given(st.text(max_size=400))
def test_told_name_never_leads_out_of_its_archive(name: str) -> None:
    told = PurePosixPath(told_name(name))
    assert not told.is_absolute()
    assert ".." not in told.parts
    assert told.name
    assert str(told).isprintable() or not name.isprintable() or "\xa0" in str(told)


@given(st.text(max_size=60))
def test_any_text_is_a_time_or_none(text: str) -> None:
    told = iso_time(text)
    assert told is None or told[:4].isdecimal()


@given(st.datetimes(timezones=st.just(UTC)))
def test_times_of_feeds_stay_what_they_are(time: datetime) -> None:
    told = time.isoformat(timespec="seconds")
    assert iso_time(told) == told


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_link_is_a_full_address_or_none(link: str, base: str) -> None:
    full = full_address(link, base)
    assert full is None or full.lower().startswith(("http://", "https://"))


@given(st.binary(max_size=2000))
def test_any_bytes_packed_by_gzip_give_an_answer(data: bytes) -> None:
    packed_data = gzip.compress(data)
    file = io.BytesIO(packed_data)
    assert list(
        sources_in(
            Thing("a", Stream(file), "file", len(packed_data), file), Given(), None
        )
    )
