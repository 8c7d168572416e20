"""Corrections and revisions in a real Chromium: both schemes, and a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from onrecord.record import open_record
from onrecord.server.recorded import RecordArchive
from tests.server.browsing import CHROMIUM, IS_REQUIRED, QUIET, Watched, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ViewportSize

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not IS_REQUIRED, reason="no Chromium"),
]

WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 375, "height": 740}
SCREENS = ["/page/{page}", "/page/{page}/revisions"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - needs a Chromium

    assert CHROMIUM, "ONRECORD_REQUIRE_BROWSER is set and there is no chromium"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield made
        made.close()


@pytest.fixture(scope="module")
def address(sample_record: Path) -> Iterator[str]:
    with shown(RecordArchive(sample_record)) as where:
        yield where


@pytest.fixture(scope="module")
def page_id(sample_record: Path) -> str:
    """The later capture of the page that was captured twice."""
    with open_record(sample_record) as record:
        words = "arrested 23 villagers"
        return next(page.id for page in record.pages() if words in page.text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing(
    browser: Browser,
    address: str,
    page_id: str,
    screen: str,
    scheme: Literal["light", "dark"],
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - needs one

    context = browser.new_context(viewport=WIDE, color_scheme=scheme)
    watched = Watched(context, address)
    page = context.new_page()
    page.goto(address + screen.format(page=page_id))
    found = Axe().run(page).response["violations"]
    context.close()
    told = [(item["id"], node["html"]) for item in found for node in item["nodes"]]
    assert told == []
    assert watched.errors == []
    assert watched.elsewhere == []


@pytest.mark.parametrize("screen", SCREENS)
def test_a_phone_never_scrolls_sideways(
    browser: Browser, address: str, page_id: str, screen: str
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address + screen.format(page=page_id))
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()


def test_a_changed_word_leads_to_its_place_in_either_capture(
    browser: Browser, address: str, page_id: str
) -> None:
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.goto(f"{address}/page/{page_id}/revisions")
    page.get_by_role("link", name="32 villagers", exact=True).click()
    assert page_id not in page.url
    assert page.locator(".text .k-asked").all_inner_texts() == ["32 villagers"]
    context.close()
