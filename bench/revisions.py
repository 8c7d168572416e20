"""Revisions: which changes between captures of one address are found, by kind.

The pages are our own, about invented things (`bench/gold/revisions`): each in two or
three versions, in frames that change with every capture. A hash of its id puts each
page into the half we work with or into the half kept out, whose misses are counted and
never shown. Keys that begin with `kept_out_` are of that half.
"""

import html
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import ndiff
from itertools import pairwise
from pathlib import Path

import msgspec

from bench.corrections import is_kept_out
from bench.harness import Figures, Inputs, Miss, joined, missing
from onrecord.model import Source, capture_id
from onrecord.pipeline import ingest, load_tools, revisions_of
from onrecord.pipeline.revisions import Change, Wording
from onrecord.record import Record, open_record
from onrecord.record.views import captures_of

KINDS = ("headline", "byline", "statement", "attribution", "figure", "name", "note")
FRAMES = (
    ("Sunday, rain", "Fishing fleet stays in", ("A garden for the station",)),
    (
        "Monday, 12 degrees",
        "Choir wins cup",
        ("Tram line to be mended", "A long night"),
    ),
    ("Tuesday, wind from the west", "Storm kills two abroad", ("How to dry pears",)),
)  # what stands around the article: another one at every capture


class Version(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One capture of a page."""

    captured_at: datetime
    title: str
    byline: tuple[str, ...]
    paragraphs: tuple[str, ...]
    note: tuple[str, ...]


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change from one version to the next, with words of both sides."""

    between: tuple[int, int]
    kind: str
    how: str
    before: str | None
    after: str | None


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page in its versions, and every change that a careful reader sees."""

    id: str
    outlet: str
    url: str
    published: str
    versions: tuple[Version, ...]
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The changes of one kind on one page: right, asked, given, and the misses."""

    kind: str
    right: int
    asked: int
    given: int
    misses: tuple[Miss, ...]


def measure(inputs: Inputs) -> Figures:
    """Precision and recall of the changes, of all and by kind."""
    files = sorted(inputs.data.glob("*.json"))
    if not files:
        return missing(inputs.data, "all_precision", "all_recall")
    pages = [msgspec.json.decode(file.read_bytes(), type=Page) for file in files]
    halves: dict[bool, list[Judged]] = {False: [], True: []}
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "revisions.db") as record,
    ):
        sources = [source for page in pages for source in sources_of(page)]
        list(ingest(record, sources, load_tools(), now=datetime.now(UTC)))
        for page in pages:
            halves[is_kept_out(page.id)].extend(judge(page, record))
        told = Figures({}, notes=(plain_diff(pages, record),))
    ours = _figures(halves[False], ""), _figures(halves[True], "kept_out_")
    return joined(*ours, told)


def plain_diff(pages: Sequence[Page], record: Record) -> str:
    """What comparing the texts of the captures line by line gives instead."""
    changed = inside = 0
    for page in pages:
        for one, other in pairwise(captures_of(record, page.url)):
            texts = record.texts([one.page_id, other.page_id])
            before, after = (texts[row.page_id].splitlines() for row in (one, other))
            found = [
                n[2:] for n in ndiff(before, after) if n[:1] in "-+" and n[2:].strip()
            ]
            told = {
                words
                for version in page.versions
                for words in (version.title, *version.paragraphs, *version.note)
            }
            changed += len(found)
            inside += sum(words in told for words in found)
    return (
        f"a plain diff of the page texts gives {changed} changed lines, {inside} of"
        " them lines of the article"
    )


def sources_of(page: Page) -> Iterator[Source]:
    """Every version of the page as it is captured, in a frame of its own."""
    for n, version in enumerate(page.versions):
        data = markup(page, version, n).encode()
        yield Source(page.url, data, "file", page.url, None, version.captured_at)


def markup(page: Page, version: Version, number: int) -> str:
    """The page of this version."""
    weather, ticker, teasers = FRAMES[number % len(FRAMES)]
    told = "".join(f"<p>{html.escape(words)}</p>" for words in version.paragraphs)
    note = "".join(f"<p><em>{html.escape(words)}</em></p>" for words in version.note)
    links = "".join(f'<li><a href="/{n}">{t}</a></li>' for n, t in enumerate(teasers))
    title = html.escape(version.title)
    byline = html.escape(" and ".join(version.byline))
    names = "".join(
        f'<meta name="author" content="{html.escape(name)}">' for name in version.byline
    )
    return (
        f"<html lang=en><head><title>{title} - {page.outlet}</title>{names}"
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="{page.outlet}">'
        f'<meta property="article:published_time" content="{page.published}"></head>'
        f'<body><header><p class="weather">{weather}</p><nav><ul>'
        '<li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul>'
        f'</nav><div class="ticker"><a href="/t">{ticker}</a></div></header><main>'
        f'<article><h1>{title}</h1><p class="byline">By {byline}</p>{told}{note}'
        f'</article></main><aside class="most-read"><h3>Most read</h3><ul>{links}</ul>'
        "</aside><footer><p>All rights reserved.</p></footer></body></html>"
    )


def judge(page: Page, record: Record) -> Iterator[Judged]:
    """The changes found between each two versions against those expected."""
    found = revisions_of(record, page.url)
    order = [capture_id(s.name, s.data) for s in sources_of(page)]
    for comparison in found.comparisons:
        earlier = comparison.earlier.captures[-1].capture_id
        later = comparison.later.captures[0].capture_id
        at = (order.index(earlier), order.index(later))
        expected = [item for item in page.expected if item.between == at]
        for kind in KINDS:
            given = [item for item in comparison.changes if item.kind == kind]
            asked = [item for item in expected if item.kind == kind]
            yield _judged(f"{page.id} {at[0]}-{at[1]}", kind, asked, given)
    compared = [
        (order.index(c.earlier.captures[-1].capture_id),
         order.index(c.later.captures[0].capture_id))
        for c in found.comparisons
    ]  # fmt: skip
    for item in page.expected:
        if item.between not in compared:
            miss = Miss(item.kind, page.id, _told(item), "the two were not compared")
            yield Judged(item.kind, 0, 1, 0, (miss,))


def _judged(
    at: str, kind: str, asked: Sequence[Expected], given: Sequence[Change]
) -> Judged:
    left = list(given)
    missed = []
    for item in asked:
        match = next((change for change in left if _fits(item, change)), None)
        if match is None:
            missed.append(item)
        else:
            left.remove(match)
    shown = " / ".join(_shown(change) for change in left)
    misses = [Miss(kind, at, _told(item), shown) for item in missed]
    misses += [Miss(kind, at, "", _shown(change)) for change in left if not missed]
    right = len(asked) - len(missed)
    return Judged(kind, right, len(asked), len(given), tuple(misses))


def _fits(item: Expected, change: Change) -> bool:
    return item.how == change.how and all(
        _has(side, words)
        for side, words in ((change.before, item.before), (change.after, item.after))
    )


def _has(side: Wording | None, words: str | None) -> bool:
    if side is None or words is None:
        return side is None and words is None
    return " ".join(words.split()).casefold() in " ".join(side.text.split()).casefold()


def _told(item: Expected) -> str:
    return f"{item.how}: {item.before} > {item.after}"


def _shown(change: Change) -> str:
    sides = [side.text if side else None for side in (change.before, change.after)]
    return f"{change.how}: {sides[0]} > {sides[1]} ({change.about})"


def _figures(judged: Sequence[Judged], prefix: str) -> Figures:
    values: dict[str, float] = {}
    asked: dict[str, int] = {}
    for kind in ("all", *KINDS):
        parts = [item for item in judged if kind in {"all", item.kind}]
        right = sum(item.right for item in parts)
        given, wanted = sum(i.given for i in parts), sum(i.asked for i in parts)
        values[f"{prefix}{kind}_precision"] = right / given if given else 1.0
        values[f"{prefix}{kind}_recall"] = right / wanted if wanted else 1.0
        asked[f"{prefix}{kind}_recall"] = wanted
    misses = () if prefix else tuple(m for item in judged for m in item.misses)
    return Figures(values, misses, asked=asked)
