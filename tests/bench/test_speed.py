"""Which pages are timed."""

import gzip
from pathlib import Path

import msgspec

from bench.speed import PAGES, write_pages


def test_the_timed_pages_are_english_and_the_same_in_every_run(tmp_path: Path) -> None:
    data, one, two = (tmp_path / name for name in ("data", "one", "two"))
    for folder in (data, one, two):
        folder.mkdir()
    with gzip.open(data / "aeb.jsonl.gz", "wb") as file:
        for number in range(PAGES * 2):
            language = "en" if number % 4 else "es"
            page = {"id": str(number), "html": f"<p>{number}", "lang": language}
            file.write(msgspec.json.encode(page) + b"\n")
    counts = write_pages(one, data), write_pages(two, data)
    chosen = [path.read_text() for path in sorted(one.glob("page-*"))]
    assert counts[0] == counts[1]
    assert len(chosen) == PAGES
    assert chosen == [path.read_text() for path in sorted(two.glob("page-*"))]
    assert not any(int(text[3:]) % 4 == 0 for text in chosen)
