"""Mutated inputs through the readers: only sources and lines may come out.

    python -m bench.fuzz --seconds 300 --seed 1

Takes the sample pages and small archives, feeds and mails, damages them (bytes and
lengths changed, parts cut, doubled, moved between inputs, packed into each other), and
reads each. Ends with status 1, the input saved, when anything else than a `Source`, a
`Skipped` or an `InputError` comes out, or when one input takes too long or too much
memory.
"""

import argparse
import gzip
import random
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench import made
from onrecord.errors import InputError
from onrecord.model import Skipped, Source
from onrecord.read import Given, find_sources, read_source
from onrecord.sample import sample_pages

SECONDS_FOR_ONE = 5.0  # a sound page takes some hundredths of a second
MEGABYTES_FOR_ONE = 400  # the process grows by no more over any one input
SPECIAL = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n\r\n", b"<", b">", b"&#x110000;",
    b"&#0;", b"]]>", b"<![CDATA[", b"<!ENTITY a 'b'>", b"\x1f\x8b\x08", b"PK\x03\x04",
    b"WARC/1.0\r\n", b"Content-Length: 99999999999999999999\r\n", b"charset=utf-16",
    b"charset=undefined", b"encoding='utf-7'", b"Content-Encoding: br\r\n",
    b"Transfer-Encoding: chunked\r\n", b"fffffff\r\n", b"-1", b"\xe2\x80\xae",
    b"\xed\xa0\x80", b"http://[", b"../", b"{", b"[", b'"items":', b"<item>",
    b"</item>", b"<html>", b"boundary=", b"=?x?q?=ff?=", b"\x1b$B",
)  # fmt: skip
NAMES = ("a.html", "a.txt", "a.xml", "a.json", "a.eml", "a.mhtml", "a.gz", "a.zip", "a")


@dataclass
class Outcome:
    """What came out of all inputs so far."""

    inputs: int = 0
    pages: int = 0
    readings: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0


def sound_inputs() -> list[bytes]:
    """What the mutations start from."""
    page = made.PAGE.encode()
    body = made.in_chunks(_gzipped(page))
    headers = {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}
    block = made.http_answer(page)
    records = [
        made.page_record("https://post.example/a"),
        made.record("https://post.example/b", made.http_answer(body, headers=headers)),
        made.record(
            "https://post.example/c",
            block,
            more={"WARC-Block-Digest": made.digest(block)},
        ),
    ]
    feed = made.rss(made.rss_item("https://post.example/a", "", made.PARAGRAPH) * 3)
    entry = (
        "<entry><title>Ferry</title><link href='a'/><content type='html'>"
        f"&lt;p&gt;{made.WORDS * 4}</content></entry>"
    )
    return [
        *[shown.read_bytes() for shown in sample_pages()],
        page,
        made.WORDS.encode() * 3,
        b"".join(records),
        made.packed(records),
        _gzipped(b"".join(records)),
        made.wacz(made.packed(records)),
        made.zipped({"a.html": page, "b/feed.xml": feed, "c.mhtml": made.mhtml()}),
        feed.encode(),
        made.atom(entry * 3).encode(),
        JSON_FEED.encode(),
        made.mhtml(),
        made.newsletter(),
        b"https://post.example/a\nhttps://post.example/b\n" * 5,
        _gzipped(page),
        made.PAGE.encode("utf-16"),
        made.PAGE.encode("cp1252", "replace"),
    ]


def _gzipped(data: bytes) -> bytes:
    """Without the second it was made in, which would make each run another one."""
    return gzip.compress(data, 1, mtime=0)


JSON_FEED = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": ['
    '{"id": 1, "url": "/a", "title": "Ferry", "content_html": "<p>'
    + made.WORDS * 4
    + '</p>", "date_published": "2024-05-03T10:15:00Z", "authors": [{"name": "Ada"}]}]}'
)


def mutated(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """One input, damaged in a few ways; packed ones also from within."""
    if data.startswith(b"\x1f\x8b") and chance.random() < 0.5:  # noqa: PLR2004 - half
        return _gzipped(mutated(gzip.decompress(data), others, chance))
    for _ in range(chance.choice((0, 1, 1, 2, 4, 16))):
        data = chance.choice(CHANGES)(data, others, chance)
    return data[:2_000_000]


def _changed_bytes(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _number in range(chance.choice((1, 1, 3, 30))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def _without_part(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + data[at + chance.choice((1, 2, 10, 200)) :]


def _with_special(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = _place(data, chance)
    return (
        data[:at] + chance.choice(SPECIAL) * chance.choice((1, 1, 3, 500)) + data[at:]
    )


def _with_part_again(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = _place(data, chance)
    part = data[at : at + chance.choice((10, 100, 1000))]
    return data[:at] + part * chance.choice((1, 2, 50)) + data[at:]


def _with_part_of_another(
    data: bytes, others: list[bytes], chance: random.Random
) -> bytes:
    other = chance.choice(others)
    at, from_ = _place(data, chance), _place(other, chance)
    return data[:at] + other[from_ : from_ + 500] + data[at:]


def _with_other_number(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = _place(data, chance)
    while at < len(data) and not data[at : at + 1].isdigit():
        at += 1
    number = str(chance.choice((0, 1, 7, 255, 65536, 2**31, 2**63, 10**30))).encode()
    return data[:at] + number + data[at + 1 :]


def _packed(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    if chance.random() < 0.5:  # noqa: PLR2004 - half of them
        return _gzipped(data)
    return made.zipped({chance.choice(NAMES): data, "../b.html": made.PAGE})


def _in_other_encoding(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-be", "cp1251", "shift_jis", "utf-7"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


Change = Callable[[bytes, list[bytes], random.Random], bytes]
CHANGES: tuple[Change, ...] = (
    _changed_bytes,
    _changed_bytes,
    _cut,
    _without_part,
    _with_special,
    _with_special,
    _with_part_again,
    _with_part_of_another,
    _with_other_number,
    _packed,
    _in_other_encoding,
)


def inputs(seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes without end, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - the same in every run
    sound = sound_inputs()
    while True:
        yield chance.choice(NAMES), mutated(chance.choice(sound), sound, chance)


def read_input(path: Path, outcome: Outcome) -> str | None:
    """Read one file to its end; what is wrong with what came out, None when nothing."""
    start = time.perf_counter()
    before = _megabytes()
    try:
        wrong = _read(path, outcome)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return "".join(traceback.format_exception(error))
    taken = time.perf_counter() - start
    outcome.inputs += 1
    outcome.slowest = max(outcome.slowest, taken)
    if wrong is None and taken > SECONDS_FOR_ONE:
        return f"took {taken:.1f} seconds"
    if wrong is None and _megabytes() - before > MEGABYTES_FOR_ONE:
        return f"took {_megabytes() - before:.0f} MB"
    return wrong


def _read(path: Path, outcome: Outcome) -> str | None:
    """Read what a file holds and count it."""
    count = 0
    for found in _everything(path):
        count += 1
        if isinstance(found, Skipped):
            if "\n" in found.reason or not found.reason:
                return f"no line: {found.reason!r}"
            outcome.reasons[_kind(found.reason)] += 1
        elif isinstance(found, Source):
            outcome.pages += 1
            try:
                read_source(found)
                outcome.readings += 1
            except InputError as error:
                outcome.reasons[_kind(error.reason)] += 1
        else:
            return f"came out: {found!r}"
    return None if count else "nothing came out"


def _everything(path: Path) -> Iterator[object]:
    """Yield what comes out, whatever it is."""
    yield from find_sources([str(path)], Given())


def _kind(reason: str) -> str:
    """A reason without what differs from input to input."""
    words = reason.partition(":")[0].partition("(")[0]
    return "".join("#" if sign.isdigit() else sign for sign in words)[:60]


def _megabytes() -> float:
    """The most memory that this process had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def run(seconds: float, seed: int, folder: Path) -> tuple[Outcome, str | None]:
    """Read inputs for so long; the outcome, and what went wrong, if anything did."""
    outcome = Outcome()
    end = time.perf_counter() + seconds
    for name, data in inputs(seed):
        if time.perf_counter() > end:
            break
        path = folder / name
        path.write_bytes(data)
        wrong = read_input(path, outcome)
        if wrong is not None:
            return outcome, f"{path}\n{wrong}"
        path.unlink()
    return outcome, None


def main() -> int:
    """Run from the command line; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    outcome, wrong = run(asked.seconds, asked.seed, folder)
    lines = [
        f"{outcome.inputs} inputs, {outcome.pages} pages, {outcome.readings} read, "
        f"slowest {outcome.slowest:.2f} s, at most {_megabytes():.0f} MB",
        *(f"{count:7} {reason}" for reason, count in outcome.reasons.most_common()),
    ]
    if wrong is not None:
        lines.append(f"WRONG: {wrong}")
    else:
        folder.rmdir()
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if wrong is not None else 0


if __name__ == "__main__":
    raise SystemExit(main())
