"""The screens in a real Chromium: ways through them, both schemes, a phone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from tests.server.browsing import CHROMIUM, IS_REQUIRED, QUIET, Watched, shown
from tests.server.dam import CLAIM, INCIDENT, LANTERN, make_shelf
from tests.server.making import make_sheet
from tests.server.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not IS_REQUIRED, reason="no Chromium"),
]

SHELF = make_shelf()
WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 375, "height": 740}
SCREENS = [
    "/",
    "/claims",
    f"/claim/{CLAIM}",
    "/disputes?possible=true",
    "/incidents",
    f"/incident/{INCIDENT}",
    "/stories",
    f"/story/{SHELF.stories_[0].id}",
    f"/who/{SHELF.entities_[0].id}",
    f"/page/{LANTERN.page.id}",
    "/search?q=dam",
    "/search?q=nowhere",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - needs a Chromium

    assert CHROMIUM, "ONRECORD_REQUIRE_BROWSER is set and there is no chromium"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield made
        made.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with shown(make_shelf()) as where:
        yield where


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that must stay silent and at home until the test ends."""
    context = browser.new_context(viewport=WIDE, base_url=address)
    watched = Watched(context, address)
    yield context.new_page()
    context.close()
    assert watched.errors == []
    assert watched.elsewhere == []


def test_from_home_to_a_claim_to_its_words_in_the_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="The dam at Orvale is sound").click()
    assert page.url.endswith(f"/claim/{CLAIM}")
    said = "We have looked at every stone of it, ... and no stone has moved."
    page.get_by_role("link", name=said, exact=True).first.click()
    assert page.url.endswith("#words")
    marked = page.locator(".text .k-asked").all_inner_texts()
    assert marked == ["We have looked at every stone of it,", "and no stone has moved."]
    assert page.locator(".text .k-asked").first.is_visible()


def test_words_far_down_are_scrolled_to(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 900, "height": 300})
    page = context.new_page()
    span = LANTERN.span("My own cellar is wet.")
    page.goto(f"{address}/page/{LANTERN.page.id}?at={span.start}-{span.end}#words")
    box = page.locator(".text .k-asked").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 300
    context.close()


def test_a_mark_of_the_timeline_opens_its_utterance(page: Page) -> None:
    page.goto(f"/claim/{CLAIM}")
    page.locator("svg.wide a").first.click()
    target = page.locator(".utterance:target")
    assert target.count() == 1
    assert target.is_visible()


def test_a_finding_listed_beside_the_page_leads_to_its_place(page: Page) -> None:
    page.goto(f"/page/{LANTERN.page.id}")
    page.locator(".findings li a").first.click()
    assert page.locator(".anchor:target").count() == 1
    page.locator(".text a.k-statement").first.click()
    assert f"/claim/{CLAIM}#s-" in page.url


def test_the_whole_finding_lights_up_together(page: Page) -> None:
    page.goto(f"/page/{LANTERN.page.id}")
    page.locator(".text").get_by_text("We have looked at every stone").hover()
    lit = page.locator(".text .together").all_inner_texts()
    assert "and no stone has moved." in lit


def test_the_keyboard_reaches_search_and_its_hits(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("Nineteen")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Orvale: 19 dead, dozens hurt").first.wait_for()
    assert page.locator("mark").first.inner_text() == "Nineteen"


def test_labels_of_zones_stand_left_of_text_in_any_direction(browser: Browser) -> None:
    sheet = make_sheet(
        [("menu", "الرئيسية"), ("body", "السد سليم.")],
        outlet=None,
        published=None,
        where="/saved/manara.txt",
        language="ar",
    )
    view = replace(SHELF.pages_[3], page=sheet.page, statements=(), zones=sheet.zones)
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    with shown(Shelf(pages_=[view])) as where:
        page.goto(f"{where}/page/{sheet.page.id}")
        region = page.locator(".zone-menu")
        style = "e => getComputedStyle(e, '::before').left"
        assert region.evaluate(style).startswith("-")
        assert region.evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDE["width"]
    context.close()


def test_everything_reads_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/incident/{INCIDENT}")
    assert page.locator("svg.wide").is_visible()
    assert page.locator("table.figures tbody tr").count() == 4
    context.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_a_phone_never_scrolls_sideways(
    browser: Browser, address: str, screen: str
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address + screen)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing(
    browser: Browser, address: str, screen: str, scheme: Literal["light", "dark"]
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - needs one

    context = browser.new_context(viewport=WIDE, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + screen)
    found = Axe().run(page).response["violations"]
    context.close()
    told = [(item["id"], node["html"]) for item in found for node in item["nodes"]]
    assert told == []
