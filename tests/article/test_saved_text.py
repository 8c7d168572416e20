"""Saved text of whole pages: what stands amid and around the running text."""

from __future__ import annotations

import pytest

from onrecord.article import label_blocks
from onrecord.article.bylines import bare_names, printed_names
from onrecord.article.cues import held_zone, label_zone, line_zone, start_zone
from onrecord.article.titles import can_be_title
from tests.article.pages import articles_in, words

PARAGRAPHS = [
    "The ferry to Holm stays in port this week, because nobody knows where the new"
    " sandbank ends and the pilots refuse to look for it at night.",
    "A survey ship from the mainland is expected on Monday, the harbour office said,"
    " and the first buoys may be laid two days after it arrives.",
    "Traders on the island have asked for a second boat, but the company that runs"
    " the line owns no other that could pass the narrows at low water.",
    "Fishermen went out all the same, and two of them came home with a torn keel and"
    " a story that the whole quay had heard before supper.",
]
DECK = "Pilots refuse to cross the narrows at night until the new sandbank is marked"


def page_of(*above: str, amid: tuple[str, ...] = (), below: str = "") -> str:
    first, *rest = PARAGRAPHS
    return "\n\n".join([*above, first, *amid, *rest, below])


def test_headline_stands_above_its_deck() -> None:
    _, (own, *_) = articles_in(page_of("Ferry stays in port", DECK, "By Ann Sollen"))
    assert own.title == "Ferry stays in port"


def test_headline_is_not_the_first_of_more_stories() -> None:
    text = page_of(
        "Ferry to Holm stays in port for another week",
        "By Ann Sollen\nMay 4, 2025",
        "More On:\nFerry to Holm hits sandbank in the narrows at night",
    )
    _, (own, *_) = articles_in(text)
    assert own.title == "Ferry to Holm stays in port for another week"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Tove Aske\nMay 4, 2025", ("Tove Aske",)),
        ("Tove Aske | Skerry Times | May 4, 2025, 18:05", ("Tove Aske",)),
        ("Tove Aske 7 hours", ("Tove Aske",)),
        ("Associated Press in Holm\n4 May 2025", ("Associated Press",)),
        ("By Tove Aske and Bo Ek The Associated Press", ("Tove Aske", "Bo Ek")),
        ("By Skerry Staff\nMay 4, 2025", ("Skerry Staff",)),
        ("Skerry Sound\nRain and wind", ()),
    ],
)
def test_authors_without_by_stand_beside_a_date(
    lines: str, names: tuple[str, ...]
) -> None:
    _, (own, *_) = articles_in(page_of("Ferry stays in port again", lines))
    assert own.byline == names


def test_words_that_are_no_names_are_no_byline() -> None:
    assert bare_names("Rain in Holm") == ()
    assert bare_names("By Holm") == ()
    assert printed_names("By the river Aske") == ()


@pytest.mark.parametrize(
    ("top", "bottom", "outlet"),
    [
        (
            "Skerry Post\nNews\nSport",
            "© 2025 Skerry Post Ltd. All rights",
            "Skerry Post",
        ),
        ("Skerry Post\nSkerry Post\nNews", "Contact", "Skerry Post"),
        ("Logo: Skerry Post\nNews", "Copyright © 2025 Skerry Post", "Skerry Post"),
        ("News\nSport\nMarkets", "News\nSport\nMarkets", None),
        ("News\nAbout Skerry Post", "© 1999 - 2025 Skerry Post, Inc.", "Skerry Post"),
        ("News\nSport", "© 2025 Holdings of Aske", None),
        ("News\nReuters World", "© 2025 Reuters", None),
    ],
)
def test_outlet_is_named_as_the_pages_own(
    top: str, bottom: str, outlet: str | None
) -> None:
    text = page_of(top, "Ferry stays in port again", below=bottom)
    _, (own, *_) = articles_in(text)
    assert own.outlet == outlet


def test_outlet_stands_beside_the_author() -> None:
    text = page_of(
        "The Skerry Post\nNews",
        "Ferry stays in port",
        "By Bo Ek - The Skerry Post - May 4, 2025",
    )
    _, (own, *_) = articles_in(text)
    assert (own.outlet, own.byline) == ("The Skerry Post", ("Bo Ek",))


def zones_amid(*amid: str) -> list[str]:
    page, _ = articles_in(page_of("Ferry stays in port again", amid=amid))
    labelled = label_blocks(page)
    return [
        zone
        for block, zone in zip(page.blocks, labelled, strict=True)
        if any(block.span.of(page.text) in part for part in amid)
    ]


@pytest.mark.parametrize(
    ("amid", "zones"),
    [
        (('"No," she said.',), ["body"]),
        (("The pilot put it so:", '"Nobody here can read the sea."'), ["body", "body"]),
        (("TWO BOATS AND A KEEL: WHAT THE QUAY HEARD",), ["teaser"]),
        (
            ("Join our newsletter", "All of the island. Delivered to you."),
            ["promo"] * 2,
        ),
        (("The narrows at low water", "What the pilots fear most"), ["heading"] * 0),
        (("___",), ["menu"]),
        (
            ("A boat in port.\nThe ferry on Monday. (Bo Ek/Reuters)",),
            ["caption", "caption"],
        ),
        (("the first buoys may be laid two days after it arrives",), ["pull-quote"]),
    ],
)
def test_lines_amid_the_text_have_their_zone(
    amid: tuple[str, ...], zones: list[str]
) -> None:
    assert zones_amid(*amid)[: len(zones)] == zones


def test_video_titles_above_the_text_are_no_leads() -> None:
    text = page_of(
        "Ferry stays in port again",
        "By Ann Sollen\nMay 4, 2025",
        "How the sandbank came to lie where the ferry passes",
    )
    page, (own, *_) = articles_in(text)
    assert words(page, own, "body") == PARAGRAPHS


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Share this item on Facebook Share this item via WhatsApp", "share"),
        ("Click to play video: 'Ferry hits sandbank'", "promo"),
        ("4:11 Ferry hits sandbank off Holm", "promo"),
        ("Privacy Notice: letters hold advertisements.", "promo"),
        ("Bo Ek can be reached at the office of the paper.", "author-note"),
        ("Writers Bo Ek and Ann Sollen contributed to this report.", "author-note"),
        ("This article has been adapted from its first source.", "legal"),
        ("Published under: Ferries , Holm", "tags"),
        ("10:30 GMT: the ferry leaves", None),
        ("Share prices fell on Monday, and the ferry company lost most.", None),
    ],
)
def test_lines_that_give_themselves_away(line: str, zone: str | None) -> None:
    assert start_zone(line) == zone


def test_rows_of_networks_and_names_of_boxes_are_known() -> None:
    assert line_zone("cancel email X WhatsApp Facebook link share bookmark") == "share"
    assert line_zone("after newsletter promotion") == "ad"
    assert label_zone("Explore more on these topics") == "tags"
    assert label_zone("Free weekly newsletter") == "promo"
    assert held_zone("You can become a member for a coin a week.") == "promo"
    assert held_zone("She became a member of the council in May.") is None


def test_tags_stand_under_their_label() -> None:
    places = "Places in this story\n  • Skerry"
    tags = f"Topics\nFerries and boats\n,\nHolm\n,\nStorms\n{places}"
    text = page_of("Ferry stays in port again", below=tags)
    _, (own, *teasers) = articles_in(text)
    assert own.tags == ("Ferries and boats", "Holm", "Storms", "Skerry")
    assert not teasers


@pytest.mark.parametrize(
    "line",
    [
        "Ferry stays in port for another week",
        "3 dead as ferry hits pier",
        "Keeper: 'I saw it coming'",
        "Harbour Office Says Buoys Come Late",
    ],
)
def test_lines_that_can_be_titles(line: str) -> None:
    assert can_be_title(line, len(line.split()))


@pytest.mark.parametrize(
    "line",
    [
        "Main Switchboard: (555) 555-7811 daily",
        "Holm Ferries Annual Report",
        "2 hrs ago 3 mins read",
        "Press the share icon on your browser",
        "SportWeatherFerriesMoney and all the rest",
        "number_puzzles expand_more and some more",
        "The Skerry Post 2025 All Rights Reserved",
        "The mayor of Holm put it so:",
        "By Ann Sollen and Bo Ek",
    ],
)
def test_lines_that_are_no_titles(line: str) -> None:
    assert not can_be_title(line, len(line.split()))


def test_title_printed_twice_in_its_line_is_given_once() -> None:
    line = "Seals counted on Holm again"
    text = page_of("Ferry stays in port again", below=f"Most read\n\n{line} {line}")
    _, (_, *teasers) = articles_in(text)
    assert [item.title for item in teasers] == [line]


def test_box_that_asks_for_readers_hides_no_stories_below_it() -> None:
    box = (
        "Subscribe\nWrite to us\nFind us\nOur app\nOur shop\nOur ships\nOur team\nHelp"
    )
    below = f"{box}\nMore\nSeals counted on Holm again\nBaker finds message in bottle"
    text = page_of(
        "Ferry stays in port again", below=below.replace("\nMore\n", "\n-\n")
    )
    _, (_, *teasers) = articles_in(text)
    assert [item.title for item in teasers] == [
        "Seals counted on Holm again",
        "Baker finds message in bottle",
    ]


def test_row_of_tags_is_given_without_what_leads_in_to_it() -> None:
    text = page_of("Ferry stays in port again", below="Filed under ferries , Holm")
    _, (own, *_) = articles_in(text)
    assert own.tags == ("ferries", "Holm")


def test_box_amid_the_text_cuts_nothing_off() -> None:
    box = (
        "skip past newsletter promotion",
        "Sign up to Skerry by Sea",
        "Free weekly newsletter",
        "Letters from the quay, from the tide to the price of rope",
        "Privacy Notice: our letters hold advertisements and our shop sells rope.",
        "after newsletter promotion",
    )
    last = PARAGRAPHS[-1]
    text = "\n\n".join(["Ferry stays in port again", *PARAGRAPHS[:3], *box, last])
    page, (own, *teasers) = articles_in(text)
    assert words(page, own, "body") == PARAGRAPHS
    assert not teasers


def test_sentence_above_the_text_that_it_says_again_is_a_pull_quote() -> None:
    said = PARAGRAPHS[1]
    text = page_of("Ferry stays in port again", "Highlights", said)
    page, (own, *_) = articles_in(text)
    assert words(page, own, "body") == PARAGRAPHS
    assert words(page, own, "pull-quote") == [said]
