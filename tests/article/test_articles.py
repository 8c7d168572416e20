"""Saved pages are cut into their article and the teasers around it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.article import label_blocks
from tests.article.pages import articles_in, saved, words

SAVED = ["lighthouse.txt", "harbour.html"]


def test_saved_text_gives_its_article_whole() -> None:
    page, (own, *_) = articles_in(saved("lighthouse.txt"))
    body = words(page, own, "body")
    assert own.title == "Lighthouse keeper warns of rocks after storm moves sandbank"
    assert (len(body), body[0][:12], body[-1][-11:]) == (
        5,
        "A sandbank t",
        "the spring.",
    )
    assert words(page, own, "heading") == ["A Century of Quiet Water"]
    assert words(page, own, "caption")[0].startswith("The sandbank west of")
    assert words(page, own, "ticker")[0] == "BREAKING"


def test_saved_text_tells_outlet_names_time_tags_and_agency() -> None:
    _, (own, *_) = articles_in(saved("lighthouse.txt"))
    assert own.outlet == "The Skerry Times"
    assert own.byline == ("Mira Sollen", "Tove Aske")
    assert str(own.published) == "2025-02-03T18:05"
    assert own.tags == ("Skerry", "Lighthouse", "Storm")
    assert own.source_line == "Agencies"


def test_title_printed_twice_is_one_teaser_with_its_summary() -> None:
    page, (_, *teasers) = articles_in(saved("lighthouse.txt"))
    item = next(t for t in teasers if t.title and t.title.startswith("Council"))
    assert len(item.titles) == 2
    assert words(page, item, "body") == [
        "The vote was expected on Monday, but two members were held up by the storm."
    ]


def test_teasers_carry_their_dates() -> None:
    _, (_, *teasers) = articles_in(saved("lighthouse.txt"))
    dates = {item.title: str(item.published) for item in teasers if item.published}
    assert dates == {
        "Baker finds message in a bottle, answers it": "2025-02-01",
        "Twelve seals counted on Holm, a record for February": "2025-01-30",
    }


def test_read_more_line_is_a_teaser_without_its_lead_in() -> None:
    _, (_, *teasers) = articles_in(saved("lighthouse.txt"))
    assert teasers[0].title == (
        "Who pays for the buoys? The long quarrel over the channel"
    )


def test_ticker_and_menu_make_no_items() -> None:
    _, (_, *teasers) = articles_in(saved("lighthouse.txt"))
    assert len(teasers) == 5


def test_html_page_gives_its_article_and_keeps_furniture_out() -> None:
    page, (own, *_) = articles_in(saved("harbour.html"))
    told = words(page, own, "body", "quote", "list", "heading")
    assert told[0] == "Nobody can say when the new channel will be marked."
    assert told[-1].endswith("until the weekend.")
    assert len(told) == 9
    assert words(page, own, "pull-quote") == ["We will not guess"]
    assert words(page, own, "correction")[0].startswith("Correction:")
    assert words(page, own, "promo") != []


def test_dateline_is_cut_from_the_paragraph_it_opens() -> None:
    page, (own, *_) = articles_in(saved("harbour.html"))
    assert words(page, own, "dateline") == ["SKERRY, Feb 5 (Reuters)"]
    assert words(page, own, "body")[1].startswith("The harbour of Skerry stayed")
    assert own.source_line == "Reuters"


def test_html_page_tells_its_metadata() -> None:
    _, (own, *_) = articles_in(saved("harbour.html"))
    assert own.outlet == "The Skerry Times"
    assert own.byline == ("Mira Sollen",)
    assert str(own.published) == "2025-02-05T09:30+01:00"
    assert str(own.modified) == "2025-02-05T12:10+01:00"
    assert own.tags == ("Harbour", "Storm")


def test_card_is_a_teaser_with_title_and_summary() -> None:
    page, (_, *teasers) = articles_in(saved("harbour.html"))
    card = next(t for t in teasers if t.title == "Old ferry sold for scrap")
    assert words(page, card, "body") == ["The brass bell was worth more than the ship."]


def test_users_outlet_wins() -> None:
    _, (own, *_) = articles_in(saved("harbour.html"), outlet="Another Name")
    assert own.outlet == "Another Name"


@pytest.mark.parametrize("name", SAVED)
def test_every_block_has_a_zone_and_zones_keep_page_order(name: str) -> None:
    page, (own, *_) = articles_in(saved(name))
    assert len(label_blocks(page)) == len(page.blocks)
    for before, after in pairwise(own.zones):
        assert before.span.end <= after.span.start


@pytest.mark.parametrize("name", SAVED)
def test_second_run_gives_the_same_items(name: str) -> None:
    assert articles_in(saved(name)) == articles_in(saved(name))


@pytest.mark.parametrize(
    "text",
    [
        "Home\nNews\nSport\n",
        "<html><body><a href=a>News</a><a href=b>Sport</a></body></html>",
        "Just one line",
    ],
)
def test_page_without_news_gives_nothing(text: str) -> None:
    _, articles = articles_in(text)
    assert articles == ()


def test_page_of_links_gives_teasers_only() -> None:
    links = "".join(
        f"<div><a href='/{n}'>Storm number {n} closes the harbour</a></div>"
        for n in range(5)
    )
    _, articles = articles_in(f"<html><body>{links}</body></html>")
    assert {article.type for article in articles} == {"teaser"}
    assert len(articles) == 5


def test_rank_before_a_title_is_no_part_of_it() -> None:
    links = "".join(
        f"<a href='/{n}'><span>{n}</span> Storm in the {n}th week of winter</a>"
        for n in (1, 2)
    )
    _, articles = articles_in(f"<aside><h2>Most read</h2>{links}</aside><p>x</p>" * 1)
    assert [article.title for article in articles] == [
        "Storm in the 1th week of winter",
        "Storm in the 2th week of winter",
    ]


def test_front_page_gives_teasers_and_no_article() -> None:
    cards = "".join(
        f"<div class='c'><h3><a href='/{n}'>Storm number {n} closes the port</a></h3>"
        f"<p>The harbour office said that ship number {n} had been lost at night.</p>"
        "</div>"
        for n in range(8)
    )
    page, articles = articles_in(f"<html><body><main>{cards}</main></body></html>")
    assert {article.type for article in articles} == {"teaser"}
    assert len(articles) == 8
    assert all(len(words(page, article, "body")) == 1 for article in articles)


def test_brief_under_a_headline_is_an_article() -> None:
    _, articles = articles_in(
        "Harbour closed\n\nThe harbour of Skerry was closed on Friday after a storm had"
        " moved the bank.\n"
    )
    assert [article.title for article in articles] == ["Harbour closed"]


def test_one_sentence_is_an_article_where_the_markup_says_so() -> None:
    kind = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    body = "<h1>Mine reopens</h1><p>The mine in Maravel reopened on Monday.</p>"
    _, told = articles_in(f"<html><head>{kind}</head><body>{body}</body></html>")
    assert [article.title for article in told] == ["Mine reopens"]
    _, untold = articles_in(f"<html><head></head><body>{body}</body></html>")
    assert untold == ()
