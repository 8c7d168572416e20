"""Addresses that the user names: fetched when fetching is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import Skipped, Source

if TYPE_CHECKING:
    from onrecord.read.fetcher import Fetcher
    from onrecord.read.given import Given

UNFETCHED = "is a URL: add --fetch, or save the page and give the file with --url"


def fetch_page(url: str, given: Given, fetcher: Fetcher | None) -> Source | Skipped:
    """The page at an address; without a fetcher, what to do."""
    if fetcher is None:
        return Skipped(url, UNFETCHED)
    answer = fetcher.fetch(url)
    if isinstance(answer, Source):
        return replace(answer, outlet=answer.outlet or given.outlet)
    if isinstance(answer, Skipped):
        return answer
    return Skipped(url, "is unchanged since it was fetched last")
