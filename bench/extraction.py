"""Main text of real pages, by the metric of the article extraction benchmark."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

import msgspec
import trafilatura

from bench.compare import shingles
from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, Miss, joined, missing
from bench.training.zones.folds import network_for
from onrecord.article import find_articles
from onrecord.errors import InputError
from onrecord.model import Article, Page, Source, Zone
from onrecord.read import read_source

HTML_SETS = ("aeb", "fundus_eval", "fundus_parser_tests", "wcxb_articles")
PLAIN_SET = "plaintext"
# The benchmarks' gold texts hold the headings between paragraphs; our body does not.
MAIN_TEXT: tuple[Zone, ...] = ("body", "heading", "quote", "list", "table")
CAPTIONS: tuple[Zone, ...] = ("caption",)
POOR = 0.5  # F1 of a page below which the report names it
_CAPTION = 0.8  # of a caption's words inside our captions: it is found
_KEYS = {
    "aeb": "aeb_f1",
    "fundus_eval": "fundus_eval_f1",
    "fundus_parser_tests": "fundus_tests_f1",
    "wcxb_articles": "wcxb_f1",
    PLAIN_SET: "plaintext_f1",
}


class Image(msgspec.Struct, frozen=True):
    """A picture of an article."""

    caption: str | None = None


class Example(msgspec.Struct, frozen=True):
    """A page, and the text of its article."""

    id: str
    article_text: str
    site: str | None = None
    lang: str | None = None
    html: str | None = None
    page_text: str | None = None
    images: tuple[Image, ...] | None = None

    @property
    def text(self) -> str:
        """The page as given: HTML, or saved text."""
        return self.page_text or self.html or ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read from one page."""

    example: Example
    body: str
    captions: str
    is_verified: bool  # its body spans lie in the page, in order, and open words


def measure(inputs: Inputs) -> Figures:
    """F1 of every set, spans, captions; with `--peer` trafilatura beside them."""
    parts = [_html(inputs, name) for name in HTML_SETS]
    path = find_dataset(inputs.data, PLAIN_SET)
    if path is None:
        parts.append((missing(inputs.data / PLAIN_SET, _KEYS[PLAIN_SET]), []))
    else:
        plain = _extract_all(read_dataset(path, Example))
        parts.append((_f1(_KEYS[PLAIN_SET], plain), plain))
    found = [each for _, extracted in parts for each in extracted]
    figures = [figures for figures, _ in parts]
    return joined(*figures, _spans(found), _captions(found), *_ratio(inputs))


def _html(inputs: Inputs, name: str) -> tuple[Figures, list[Extracted]]:
    path = find_dataset(inputs.data, name)
    key = _KEYS[name]
    if path is None:
        return missing(inputs.data / f"{name}.jsonl", key), []
    extracted = _extract_all(read_dataset(path, Example))
    figures = [_f1(key, extracted)]
    english = [each for each in extracted if (each.example.lang or "en") == "en"]
    if 0 < len(english) < len(extracted):
        figures.append(_f1(f"{key}_english", english))
    if inputs.with_peer:
        peers = [_peer(each.example, with_precision=False) for each in extracted]
        precise = [_peer(each.example, with_precision=True) for each in extracted]
        figures.append(_told(f"{key}_trafilatura", peers))
        figures.append(_told(f"{key}_trafilatura_precision", precise))
    return joined(*figures), extracted


def read_example(example: Example) -> tuple[Page, Article | None] | None:
    """The page and its own article, as the first two stages read them.

    None for what is no page.
    """
    try:
        reading = read_source(Source(example.id, example.text.encode(), how="file"))
    except InputError:
        return None
    network = network_for(example.id, example.site)
    articles = find_articles(reading.page, reading.capture, network)
    own = (article for article in articles if article.type == "article")
    return reading.page, next(own, None)


def page_scores(ours: str, theirs: str) -> tuple[float | None, float | None]:
    """Precision and recall over runs of four words; None for nothing to divide by."""
    found, wanted = shingles(ours), shingles(theirs)
    both = (found & wanted).total()
    return (
        both / found.total() if found else None,
        both / wanted.total() if wanted else None,
    )


def mean_f1(pages: Iterable[tuple[float | None, float | None]]) -> float:
    """The harmonic mean of mean precision and mean recall."""
    scores = list(pages)
    precisions = [p for p, _ in scores if p is not None]
    recalls = [r for _, r in scores if r is not None]
    precision = fmean(precisions) if precisions else 0.0
    recall = fmean(recalls) if recalls else 0.0
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def _extract_all(examples: Iterator[Example]) -> list[Extracted]:
    return [_extract(example) for example in examples]


def _extract(example: Example) -> Extracted:
    page, article = read_example(example) or (None, None)
    if page is None or article is None:
        return Extracted(example, "", "", is_verified=False)
    body, captions = (
        "\n".join(span.of(page.text) for span in article.spans_of(*zones))
        for zones in (MAIN_TEXT, CAPTIONS)
    )
    return Extracted(example, body, captions, is_verified=_is_verified(page, article))


def _is_verified(page: Page, article: Article) -> bool:
    """Whether the body is at least one span, each opening words, none overlapping."""
    spans = article.body
    in_order = all(one.end <= two.start for one, two in pairwise(spans))
    in_page = all(
        span.end <= len(page.text) and span.of(page.text).strip() for span in spans
    )
    return bool(spans) and in_order and in_page


def _f1(key: str, extracted: list[Extracted]) -> Figures:
    return _told(key, [(each.example, each.body) for each in extracted])


def _told(key: str, found: list[tuple[Example, str]]) -> Figures:
    scores = [page_scores(body, example.article_text) for example, body in found]
    misses = [
        Miss(key, f"{example.id}, {told}", example.article_text[:80], body[:80] or "-")
        for (example, body), score in zip(found, scores, strict=True)
        for told in [f"precision {score[0] or 0:.2f}, recall {score[1] or 0:.2f}"]
        if mean_f1([score]) < POOR
    ]
    return Figures({key: mean_f1(scores)}, tuple(misses))


def _peer(example: Example, *, with_precision: bool) -> tuple[Example, str]:
    text = trafilatura.extract(
        example.text, include_comments=False, favor_precision=with_precision
    )
    return example, text or ""


def _spans(found: list[Extracted]) -> Figures:
    asked = [each for each in found if each.example.article_text.strip()]
    if not asked:
        return Figures({})
    misses = [
        Miss("spans_verified", each.example.id, "body spans", "none, or crossed")
        for each in asked
        if not each.is_verified
    ]
    return Figures({"spans_verified": 1 - len(misses) / len(asked)}, tuple(misses))


def _captions(found: list[Extracted]) -> Figures:
    wanted = [
        (each, image.caption)
        for each in found
        for image in each.example.images or ()
        if image.caption
    ]
    if not wanted:
        return Figures({})
    misses = [
        Miss("captions_recall", each.example.id, caption, each.captions[:200] or "none")
        for each, caption in wanted
        if not _is_within(caption, each.captions)
    ]
    return Figures({"captions_recall": 1 - len(misses) / len(wanted)}, tuple(misses))


def _is_within(caption: str, captions: str) -> bool:
    words, ours = set(caption.split()), set(captions.split())
    return len(words & ours) >= _CAPTION * len(words)


def _ratio(inputs: Inputs) -> list[Figures]:
    """How many times as fast as trafilatura with metadata, on the same pages."""
    path = find_dataset(inputs.data, HTML_SETS[0])
    if not inputs.with_peer or path is None:
        return []
    examples = list(read_dataset(path, Example))
    ratios = [
        _seconds(_bare, chunk) / _seconds(read_example, chunk)
        for chunk in _chunks(examples, 10)
    ]
    return [Figures({"pages_per_second_ratio": sorted(ratios)[len(ratios) // 2]})]


def _bare(example: Example) -> object:
    return trafilatura.bare_extraction(example.text, with_metadata=True)


def _chunks(examples: list[Example], size: int) -> Iterator[list[Example]]:
    for first in range(0, len(examples), size):
        yield examples[first : first + size]


def _seconds(read: Callable[[Example], object], examples: list[Example]) -> float:
    start = time.process_time()
    for example in examples:
        read(example)
    return time.process_time() - start
