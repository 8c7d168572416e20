"""Correction and editor's notes: what each says was wrong, what holds now, of what.

The notes are our own, about invented things (`bench/gold/corrections`). A hash of its
id puts each into the half we work with or into the half kept out, whose misses are
counted and never shown. Keys that begin with `kept_out_` are of that half.
"""

import hashlib
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from bench.datasets import read_dataset
from bench.harness import Figures, Inputs, Miss, joined, missing
from onrecord.model import Correction, Findings, Source, Span, words_of
from onrecord.pipeline import load_tools, process

NOTES, ARTICLES = "notes.jsonl", "articles.json"
ALIKE = 0.5  # F1 of the words from which two wordings are the same piece
EITHER = " || "  # parts wordings that are as right
Pointer = tuple[str, str]  # "statement" or "figure EFFECT", and words of it


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One note below or above an article; `kind` None: no note, only words like one."""

    id: str
    article: str
    kind: str | None
    at_top: bool
    note: tuple[str, ...]
    said: tuple[str, ...]
    corrected: tuple[str, ...]
    targets: tuple[Pointer, ...]
    may: tuple[Pointer, ...]  # targets that are neither asked for nor wrong
    at: str | None


class Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An article that notes are put to."""

    outlet: str
    title: str
    byline: tuple[str, ...]
    published: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one question about one note: what was right, asked, given; and the misses."""

    key: str
    right: int
    asked: int
    given: int
    misses: tuple[Miss, ...]


def measure(inputs: Inputs) -> Figures:
    """Precision and recall of everything the gold says of each note."""
    folder = inputs.data
    if not (folder / NOTES).is_file():
        return missing(folder / NOTES, "said_f1", "corrected_f1", "targets_f1")
    articles = msgspec.json.decode(
        (folder / ARTICLES).read_bytes(), type=dict[str, Article]
    )
    notes = list(read_dataset(folder / NOTES, Note))
    pages = [page_of(note, articles[note.article]) for note in notes]
    found = list(process(pages, load_tools()))
    tallies: dict[bool, list[Tally]] = {False: [], True: []}
    for note, findings in zip(notes, found, strict=True):
        if isinstance(findings, Findings):
            tallies[is_kept_out(note.id)].extend(_tallies(note, findings))
    return joined(_figures(tallies[False], ""), _figures(tallies[True], "kept_out_"))


def is_kept_out(name: str) -> bool:
    """Whether a thing of this id lies in the half that is never looked at."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 1


def page_of(note: Note, article: Article) -> Source:
    """The article as a page with the note in it."""
    told = [f"<p>{html.escape(words)}</p>" for words in article.paragraphs]
    inside = "".join(f"<p><em>{html.escape(words)}</em></p>" for words in note.note)
    is_box = len(note.note) > 1
    box = f'<div class="article-correction">{inside}</div>' if is_box else inside
    middle = len(told) // 2
    at = 0 if note.at_top else len(told) if note.kind else middle
    told.insert(at, box)
    text = (
        f"<html lang=en><head><title>{html.escape(article.title)}</title>"
        f'<meta property="og:site_name" content="{html.escape(article.outlet)}">'
        f'<meta property="article:published_time" content="{article.published}"></head>'
        "<body><nav><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul>"
        f"</nav><main><article><h1>{html.escape(article.title)}</h1>"
        f'<p class="byline">By {html.escape(" and ".join(article.byline))}</p>'
        f"{''.join(told)}</article></main><footer><p>All rights reserved.</p></footer>"
        "</body></html>"
    )
    url = f"https://news.example/{note.id}"
    return Source(f"{note.id}.html", text.encode(), "file", url=url)


def _tallies(note: Note, findings: Findings) -> Iterator[Tally]:
    found = findings.corrections
    if note.kind is None:
        yield _tally(
            "false_notes", note, (), [_words(c.spans, findings) for c in found]
        )
        return
    yield Tally("found", int(bool(found)), 1, max(1, len(found)), ())
    first = found[0] if found else None
    yield _tally("kind", note, (note.kind,), [first.kind] if first else [])
    told = [str(first.at)] if first and first.at else []
    yield _tally("at", note, (note.at,) if note.at else (), told)
    for key, expected in (("said", note.said), ("corrected", note.corrected)):
        spans = [span for item in found for span in getattr(item, key)]
        given = [_words((span,), findings) for span in spans]
        yield _tally(key, note, expected, given)
    yield _targets(note, findings, found)


def _words(spans: Sequence[Span], findings: Findings) -> str:
    return words_of(spans, findings.reading.page.text)


def _tally(
    key: str, note: Note, expected: Sequence[str], given: Sequence[str]
) -> Tally:
    """Expected and given wordings matched, each once."""
    left = list(given)
    missed = []
    for wording in expected:
        match = next((words for words in left if _is_same(wording, words)), None)
        if match is None:
            missed.append(wording)
        else:
            left.remove(match)
    misses = tuple(Miss(key, note.id, words, " / ".join(given)) for words in missed)
    if not misses:
        misses = tuple(Miss(key, note.id, "", words) for words in left)
    return Tally(key, len(expected) - len(missed), len(expected), len(given), misses)


def _is_same(wording: str, words: str) -> bool:
    return any(_f1(one, words) >= ALIKE for one in wording.split(EITHER))


def _f1(one: str, other: str) -> float:
    first, second = _tokens(one), _tokens(other)
    shared = sum(min(first.count(word), second.count(word)) for word in set(first))
    return 2 * shared / (len(first) + len(second))


def _tokens(words: str) -> list[str]:
    bare = words.casefold().translate(str.maketrans("’“”,.;:()", "'        "))
    return [word for word in bare.split() if word] or [words]


def _targets(note: Note, findings: Findings, found: Sequence[Correction]) -> Tally:
    """What the note is linked to; what may go either way counts for nothing."""
    told = dict(_pointed(findings))
    given = [told[target] for item in found for target in item.targets]
    may = [words for words in given if any(_points(m, words) for m in note.may)]
    counted = [words for words in given if words not in may]
    missed = [p for p in note.targets if not any(_points(p, words) for words in given)]
    wrong = [w for w in counted if not any(_points(p, w) for p in note.targets)]
    misses = [Miss("targets", note.id, " ".join(p), " / ".join(given)) for p in missed]
    misses += [Miss("targets", note.id, "", words) for words in wrong]
    right = len(note.targets) - len(missed)
    return Tally("targets", right, len(note.targets), right + len(wrong), tuple(misses))


def _pointed(findings: Findings) -> Iterator[tuple[str, str]]:
    """Every finding that may be a target, by id, in the form of the gold."""
    for figure in findings.figures:
        yield figure.id, f"figure {figure.effect} {_words((figure.span,), findings)}"
    for statement in findings.statements:
        yield statement.id, f"statement {_words(statement.content, findings)}"


def _points(pointer: Pointer, words: str) -> bool:
    kind, told = pointer
    return words.startswith(kind) and told.casefold() in words.casefold()


def _figures(tallies: Sequence[Tally], prefix: str) -> Figures:
    """Figures by key; the misses of the half kept out stay unseen."""
    values: dict[str, float] = {}
    asked: dict[str, int] = {}
    for key in dict.fromkeys(tally.key for tally in tallies):
        parts = [tally for tally in tallies if tally.key == key]
        right, wanted = sum(t.right for t in parts), sum(t.asked for t in parts)
        given = sum(tally.given for tally in parts)
        if key == "false_notes":
            values[prefix + key] = given
            continue
        values[f"{prefix}{key}_precision"] = right / given if given else 1.0
        values[f"{prefix}{key}_recall"] = right / wanted if wanted else 1.0
        asked[f"{prefix}{key}_recall"] = wanted
    misses = () if prefix else tuple(m for tally in tallies for m in tally.misses)
    return Figures(values, misses, asked=asked)
