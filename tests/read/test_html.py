"""HTML becomes text as a browser shows it, and blocks that know their markup."""

from __future__ import annotations

import time

import pytest

from onrecord.errors import InputError
from onrecord.model import Block, Page, Source
from onrecord.read import read_source


def page_of(html: str) -> Page:
    return read_source(Source("page.html", html.encode(), "file")).page


def body(html: str) -> Page:
    return page_of(f"<!DOCTYPE html><html><body>{html}</body></html>")


def texts(page: Page) -> list[str]:
    return [block.span.of(page.text) for block in page.blocks]


def only(html: str) -> Block:
    (block,) = body(html).blocks
    return block


def test_paragraphs_are_parted_by_blank_lines_and_lines_by_line_ends() -> None:
    page = body("<p>One.</p><p>Two.</p><div>Three</div><div>Four</div>")
    assert page.text == "One.\n\nTwo.\n\nThree\nFour"


def test_white_space_is_folded_as_a_browser_shows_it() -> None:
    assert body(
        "<p>  Rain \n\t fell&nbsp;on <b> the </b> har<i>bour</i>. </p>"
    ).text == ("Rain fell on the harbour.")


def test_soft_hyphens_and_zero_width_marks_are_not_seen() -> None:
    assert body("<p>Har&shy;bour\u200b</p>").text == "Harbour"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x = 'words';</script>",
        "<style>p {color: red}</style>",
        "<template><p>words</p></template>",
        "<noscript>words</noscript>",
        "<div hidden>words</div>",
        "<div style='display: none'>words<p>more</p></div>",
        "<!-- words -->",
        "<svg><title>words</title></svg>",
    ],
)
def test_what_a_browser_hides_is_not_in_the_text(hidden: str) -> None:
    assert body(f"<p>Rain{hidden} fell.</p>").text.split() == ["Rain", "fell."]


def test_text_after_a_hidden_element_is_kept() -> None:
    assert body("<div>Rain <script>1</script>fell.</div>").text == "Rain fell."


def test_block_tells_its_containers_outermost_first() -> None:
    block = only("<div class='Story Text' id=main><p role=note>Rain.</p></div>")
    assert block.markup.tag == "p"
    assert block.markup.containers[-2:] == ("div.story.text.main", "p.note")


def test_words_in_a_shell_inside_a_heading_are_the_heading() -> None:
    assert only("<h2><div>Rain on the harbour</div></h2>").markup.tag == "h2"


def test_inline_element_around_all_words_is_a_container() -> None:
    block = only("<div><a class='card-title' href='/rain'>Rain falls</a></div>")
    assert block.markup.containers[-1] == "a.card-title"
    assert block.markup.link_characters == len("Rain falls")
    assert block.markup.hrefs == ("/rain",)


def test_inline_element_around_some_words_is_no_container() -> None:
    block = only("<p><b class='lead'>Rain</b> falls</p>")
    assert block.markup.containers[-1] == "p"
    assert block.markup.bold_characters == 4


def test_lists_tell_bullets_numbers_and_depth() -> None:
    page = body("<ul><li>One<ol><li>Two</li><li>Three</li></ol></li></ul>")
    told = [(block.markup.bullet, block.markup.indent) for block in page.blocks]
    assert told == [("•", 1), ("1.", 2), ("2.", 2)]


def test_line_break_ends_a_block_and_in_a_headline_it_does_not() -> None:
    assert body("<h1>Rain<br>falls</h1><p>One<br>Two</p>").text == (
        "Rain falls\n\nOne\nTwo"
    )


def test_links_in_a_row_are_blocks_of_their_own() -> None:
    assert texts(body("<nav><a href=a>News</a><a href=b>Sport</a></nav>")) == [
        "News",
        "Sport",
    ]


def test_links_in_a_sentence_stay_in_it() -> None:
    page = body("<div>By <a href=a>Ann Other</a> and <a href=b>Bo Ek</a></div>")
    assert texts(page) == ["By Ann Other and Bo Ek"]


def test_elements_that_touch_are_parted_where_style_parts_them() -> None:
    page = body("<div><span>Log in</span><span>Register</span></div>")
    assert page.text == "Log in Register"


def test_word_cut_by_an_element_stays_whole() -> None:
    assert body("<p><span>R</span><span>ain fell.</span></p>").text == "Rain fell."


@pytest.mark.parametrize("tag", ["div", "span", "table", "x-y"])
def test_hundred_thousand_nested_elements_are_read_to_the_end(tag: str) -> None:
    deep = f"<{tag}>" * 100_000 + "Deep words." + f"</{tag}>" * 100_000
    page = body(f"{deep}<p>After it.</p>")
    assert page.text.split() == ["Deep", "words.", "After", "it."]


def test_broken_markup_is_read() -> None:
    page = body("<p>One <b>two<p>three</i></div><td>four <b")
    assert page.text.split()[:4] == ["One", "two", "three", "four"]


def test_page_of_many_paragraphs_takes_time_in_proportion() -> None:
    def once(html: str) -> float:
        start = time.process_time()
        body(html)
        return time.process_time() - start

    def seconds(paragraphs: int) -> float:
        """The best of three: what else the machine does is no matter of ours."""
        html = "<div><p>Rain fell on it.</p></div>" * paragraphs
        return min(once(html) for _ in range(3))

    seconds(100)
    assert seconds(16_000) < 60 * max(seconds(1_000), 0.005)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<html><body><script>load()</script></body></html>", "JavaScript"),
        ("<html>" + "<" * 1_100_000, "more lines"),
        ("<html>" + "<p>a" * 100_500, "more lines"),
        ("<?xml version='1.0'?><rss></rss>", "a feed"),
    ],
)
def test_html_without_a_page_says_so(html: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        page_of(html)


def test_page_goes_on_behind_its_end_tags() -> None:
    html = "<html><body><p>Menu</p></body></html><p>Rain fell on Vorrin.</p></body>"
    page = read_source(Source("a.html", html.encode(), "file")).page
    assert page.text == "Menu\n\nRain fell on Vorrin."
