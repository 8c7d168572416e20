"""A feed's items are pages when they have a text, and fetched when that is asked."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

import pytest

from bench.made import PAGE, PARAGRAPH, WORDS, atom, rss, rss_item
from onrecord.errors import InputError
from onrecord.model import Skipped, Source
from onrecord.read import Given, feed_sources, find_sources, read_feed, read_source
from tests.read.found import Shelf, found_in, pages, reasons

if TYPE_CHECKING:
    from pathlib import Path

FERRY = "https://post.example/ferry"
STORM = "https://post.example/storm"
BOTH = rss(rss_item(FERRY, "Short.", PARAGRAPH) + rss_item(STORM, WORDS))
RDF = (
    "<?xml version='1.0'?><rdf:RDF xmlns='http://purl.org/rss/1.0/' "
    "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/'>"
    "<channel><title>Post</title></channel>"
    f"<item rdf:about='{FERRY}'><title>Ferry</title><link>{FERRY}</link>"
    f"<description>&lt;p&gt;{WORDS * 4}&lt;/p&gt;</description>"
    "<dc:date>2024-05-03</dc:date></item></rdf:RDF>"
)
ATOM = atom(
    "<entry><title type='html'>Ferry &amp;amp; pier</title>"
    "<link rel='self' href='https://post.example/feed'/><link href='../ferry'/>"
    "<published>2024-05-03T10:15:00Z</published><author><name>Ada Reed</name></author>"
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
    f"{PARAGRAPH}</div></content></entry>"
)
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Harbour Post",
    "items": [
        {"id": 1, "url": "/ferry", "title": "Ferry", "content_html": PARAGRAPH,
         "date_published": "2024-05-03T10:15:00Z", "authors": [{"name": "Ada Reed"}]},
        "no item",
        {"url": STORM, "title": "Storm", "summary": "Short."},
    ],
})  # fmt: skip


def feed_of(text: str, base: str | None = None) -> Source:
    return Source("feed.xml", text.encode(), "file", url=base)


def test_item_with_its_text_is_a_page_at_its_link(tmp_path: Path) -> None:
    page, skipped = found_in(tmp_path, "feed.xml", BOTH)
    assert isinstance(page, Source)
    assert (page.url, page.how) == (FERRY, "archive")
    reading = read_source(page)
    assert "Seven people were hurt" in reading.page.text
    told = {(item.name, item.value) for item in reading.page.metadata}
    assert ("title", "Ferry strikes pier") in told
    assert any(n == "published" and v.startswith("2024-05-03") for n, v in told)
    assert reading.page.language == "en"
    assert isinstance(skipped, Skipped)
    assert skipped.where == STORM
    assert "--fetch" in skipped.reason


def test_same_item_gives_the_same_bytes_in_another_copy_of_the_feed() -> None:
    other = rss(rss_item(STORM, "New.") + rss_item(FERRY, "Short.", PARAGRAPH))
    ours = [
        item.data
        for text in (BOTH, other)
        for item in pages(list(find_items(text)))
        if item.url == FERRY
    ]
    assert len(ours) == 2
    assert ours[0] == ours[1]


def find_items(text: str) -> list[Source | Skipped]:
    source = feed_of(text)
    return list(feed_sources(read_feed(source), source, Given(), None))


@pytest.mark.parametrize(
    ("text", "title", "time", "authors"),
    [
        (BOTH, "Ferry strikes pier", "2024-05-03T10:15:00+03:00", ("Ada Reed",)),
        (RDF, "Ferry", "2024-05-03", ()),
        (ATOM, "Ferry & pier", "2024-05-03T10:15:00Z", ("Ada Reed",)),
        (JSON, "Ferry", "2024-05-03T10:15:00Z", ("Ada Reed",)),
    ],
    ids=["rss", "rdf", "atom", "json"],
)
def test_every_form_tells_title_link_time_authors_and_text(
    text: str, title: str, time: str, authors: tuple[str, ...]
) -> None:
    item = read_feed(feed_of(text, "https://post.example/feed")).items[0]
    assert (item.title, item.link) == (title, FERRY)
    assert (item.published, item.authors) == (time, authors)
    assert "We had no warning" in item.content + item.summary


def test_item_that_is_none_costs_itself_alone(tmp_path: Path) -> None:
    found = found_in(tmp_path, "feed.json", JSON)
    assert len(pages(found)) == 1
    assert any("items that are none" in reason for reason in reasons(found))


@pytest.mark.parametrize("ending", ["…", "[...]", "Read more", "[&#8230;]"])
def test_text_that_goes_on_behind_the_link_is_a_summary(
    tmp_path: Path, ending: str
) -> None:
    text = rss(rss_item(FERRY, f"<p>{WORDS * 4}{ending}</p>"))
    (item,) = found_in(tmp_path, "feed.xml", text)
    assert isinstance(item, Skipped)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<p>Rain fell all day.</p>", "is too short in the feed to be a page"),
        ("<p>Rain fell on Tolvesh […]</p>", "is only a summary in the feed"),
        ("", "is only a summary in the feed"),
    ],
)
def test_a_whole_text_below_the_limit_is_called_short_and_no_summary(
    tmp_path: Path, content: str, told: str
) -> None:
    text = rss(rss_item(FERRY, "Rain.", content))
    (reason,) = reasons(found_in(tmp_path, "feed.xml", text))
    assert reason == f"{told}: add --fetch to fetch the page"


def test_item_without_a_link_says_so(tmp_path: Path) -> None:
    (item,) = found_in(tmp_path, "feed.xml", rss(rss_item("", "Short.")))
    assert isinstance(item, Skipped)
    assert "no link" in item.reason
    assert item.where.endswith("feed.xml item 1")


def test_fetcher_gets_every_linked_page_in_order(tmp_path: Path) -> None:
    shelf = Shelf({STORM: PAGE})
    found = found_in(tmp_path, "feed.xml", BOTH, Given(outlet="The Post"), shelf)
    assert shelf.asked == [FERRY, STORM]
    assert isinstance(found[0], Skipped)
    assert isinstance(found[1], Source)
    assert found[1].outlet == "The Post"


def test_address_of_a_feed_gives_its_items() -> None:
    address = "https://post.example/feed"
    shelf = Shelf({address: ATOM, FERRY: PAGE})
    (page,) = find_sources([address], Given(), shelf)
    assert shelf.asked == [address, FERRY]
    assert isinstance(page, Source)
    assert page.url == FERRY


def test_address_of_a_page_gives_the_page() -> None:
    (page,) = find_sources([FERRY], Given(), Shelf({FERRY: PAGE}))
    assert isinstance(page, Source)
    assert page.how == "fetched"


def test_link_in_brackets_that_hold_no_address_is_none() -> None:
    feed = read_feed(feed_of(rss(rss_item("http://[bad/x", PARAGRAPH))))
    assert feed.items[0].link is None


def test_entities_of_html_are_read_in_feeds_that_use_them_wrongly() -> None:
    item = "<item><title>Rain&nbsp;&rsquo;s &amp; end \x0b</title></item>"
    feed = read_feed(feed_of(rss(item)))
    assert feed.items[0].title == "Rain ’s & end"


@pytest.mark.parametrize(
    "prologue",
    [
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE rss" + " " * 5000 + "[<!ENTITY a 'ha'>]>",
        "<!DOCTYPE rss SYSTEM 'x' [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/'> %p;]>",
    ],
)
def test_feed_that_declares_entities_is_refused(tmp_path: Path, prologue: str) -> None:
    text = rss("<item><title>&x;&a;</title></item>", prologue)
    (item,) = found_in(tmp_path, "feed.xml", text)
    assert isinstance(item, Skipped)
    assert "entities" in item.reason


def test_document_type_of_old_feeds_is_read_past(tmp_path: Path) -> None:
    prologue = (
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
        "'file:///etc/hostname'>"
    )
    text = rss(rss_item(FERRY, "", PARAGRAPH), prologue)
    assert len(pages(found_in(tmp_path, "feed.xml", text))) == 1


def test_cut_feed_keeps_the_items_before_the_cut(tmp_path: Path) -> None:
    whole = rss(rss_item(FERRY, "", PARAGRAPH) + rss_item(STORM, "", PARAGRAPH))
    found = found_in(tmp_path, "feed.xml", whole[: whole.rindex("Seven people")])
    assert [page.url for page in pages(found)] == [FERRY]
    assert reasons(found) == ["is cut before its end"]


def test_item_that_ends_before_the_cut_is_whole(tmp_path: Path) -> None:
    whole = rss(rss_item(FERRY, "", PARAGRAPH))
    found = found_in(tmp_path, "feed.xml", whole[: whole.rindex("</channel>")])
    assert [page.url for page in pages(found)] == [FERRY]
    assert reasons(found) == ["is cut before its end"]


@pytest.mark.parametrize(
    "author",
    ["news@post.example (Ada Reed)", "Ada Reed <news@post.example>", "Ada Reed"],
)
def test_author_is_a_name_without_a_mail_address(author: str) -> None:
    item = f"<item><author>{html.escape(author)}</author></item>"
    assert read_feed(feed_of(rss(item))).items[0].authors == ("Ada Reed",)


def test_mail_address_alone_is_no_author() -> None:
    item = "<item><author>news@post.example</author></item>"
    assert read_feed(feed_of(rss(item))).items[0].authors == ()


def test_numbers_of_characters_are_read_as_browsers_do(tmp_path: Path) -> None:
    description = f"&lt;p&gt;It&#146;s so. {html.escape(WORDS * 4)}"
    text = rss(f"<item><title>A</title><description>{description}</description></item>")
    (page,) = pages(found_in(tmp_path, "feed.xml", text))
    assert "It’s so." in read_source(page).page.text


def test_feed_without_items_is_told(tmp_path: Path) -> None:
    (reason,) = reasons(found_in(tmp_path, "a.xml", rss("")))
    assert reason.startswith("is a feed without items: add the pages themselves")


@pytest.mark.parametrize("text", ["{", '{"version": "https://jsonfeed.org/version/1"'])
def test_broken_json_is_no_feed(text: str) -> None:
    with pytest.raises(InputError):
        read_feed(feed_of(text))


def test_feed_in_an_old_encoding_is_read_as_it_declares() -> None:
    item = "<item><title>Der Hafen schließt früh, größer als je</title></item>"
    text = rss(item, "<?xml version='1.0' encoding='iso-8859-1'?>")
    feed = read_feed(Source("feed.xml", text.encode("latin-1"), "file"))
    assert feed.items[0].title == "Der Hafen schließt früh, größer als je"


def test_other_xml_and_json_are_told_when_named_and_passed_over_in_folders(
    tmp_path: Path,
) -> None:
    (named,) = found_in(
        tmp_path, "map.xml", "<?xml version='1.0'?><urlset><u/></urlset>"
    )
    assert isinstance(named, Skipped)
    assert "XML (urlset)" in named.reason
    (named,) = found_in(tmp_path, "a.json", '{"a": [1, 2]}')
    assert isinstance(named, Skipped)
    assert "JSON" in named.reason
    (tmp_path / "page.html").write_text(PAGE)
    (page,) = find_sources([str(tmp_path)], Given())
    assert isinstance(page, Source)
