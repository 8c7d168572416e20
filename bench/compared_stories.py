"""The stories whose texts are set side by side, and the record that they are put on."""

import html
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Literal

import msgspec

from bench.corrections import is_kept_out
from onrecord.gazetteer.places import open_gazetteer
from onrecord.model import Source
from onrecord.pipeline import ingest, load_tools
from onrecord.record import Record
from onrecord.record.views import list_stories
from onrecord.sample import sample_pages
from onrecord.settings import cache_folder

EVERY = 100_000
NAMED = "~"  # before words that name a speaker who is not quoted


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One outlet's text: a sample page, or a page of its own."""

    id: str
    page: str | None = None
    outlet: str = ""
    published: str = ""
    title: str = ""
    paragraphs: tuple[str, ...] = ()


class Fact(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"held": "in"}
):
    """One fact, and its words in each text that holds it."""

    kind: Literal["claim", "figure", "speaker", "place", "dispute", "word for"]
    about: str
    held: dict[str, str | tuple[str, ...]]


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Texts on the same news, and every fact in them."""

    id: str
    texts: tuple[Text, ...]
    facts: tuple[Fact, ...]


def load_stories(folder: Path) -> list[Story]:
    """Every story of the gold."""
    decoder = msgspec.json.Decoder(Story)
    return [decoder.decode(file.read_bytes()) for file in sorted(folder.glob("*.json"))]


def is_away(story: Story) -> bool:
    """Whether the story is kept out; the sample's are known to everybody."""
    return is_kept_out(story.id) and all(text.page is None for text in story.texts)


def fill(record: Record, stories: Sequence[Story]) -> None:
    """Put the sample and the stories on record."""
    sample = files("onrecord.sample")
    places = Path(str(sample.joinpath("places.tsv")))
    tools = load_tools(
        (Path(str(sample.joinpath("actors.toml"))),),
        gazetteer=open_gazetteer(cache_folder(os.environ), places),
    )
    list(ingest(record, chain(_sample(), _made(stories)), tools, now=datetime.now(UTC)))


def _sample() -> Iterator[Source]:
    for page in sample_pages():
        yield Source(
            page.name, page.read_bytes(), "sample", page.url, page.outlet,
            page.captured_at,
        )  # fmt: skip


def _made(stories: Sequence[Story]) -> Iterator[Source]:
    for story in stories:
        for text in story.texts:
            if text.page is None:
                where = place_of(story, text)
                taken = datetime.fromisoformat(text.published)
                data = markup(text).encode()
                yield Source(where, data, "file", where, None, taken)


def place_of(story: Story, text: Text) -> str:
    """Where a text is captured from."""
    if text.page is None:
        return f"https://{story.id}-{text.id}.example/news/{story.id}"
    (page,) = (page for page in sample_pages() if page.name == text.page)
    return page.url or page.name


def articles_by_place(record: Record) -> dict[str, str]:
    """For every place the id of the article that was captured there."""
    told = chain.from_iterable(
        story.articles for story in list_stories(record, limit=EVERY)
    )
    return {item.where: item.id for item in told if item.type == "article"}


def markup(text: Text) -> str:
    """The page of a text."""
    title = html.escape(text.title)
    told = "".join(f"<p>{html.escape(words)}</p>" for words in text.paragraphs)
    return (
        f"<html lang=en><head><title>{title}</title>"
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="{html.escape(text.outlet)}">'
        f'<meta property="article:published_time" content="{text.published}"></head>'
        '<body><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a>'
        f"</li></ul></nav><main><article><h1>{title}</h1>{told}</article></main><footer>"
        "<p>All rights reserved.</p></footer></body></html>"
    )


def quoted_in(fact: Fact) -> list[str]:
    """The texts that hold the fact, without those that only name a speaker."""
    return [n for n, words in fact.held.items() if not str(words).startswith(NAMED)]
