"""A small record: four pages on a harbour, resolved."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onrecord.model import LinkKind, Moment, make_link
from tests.record.made import NOW, RUN, News, Said, Told, dispute_of, findings_of

if TYPE_CHECKING:
    from onrecord.record import Record

MARCH = datetime(2031, 3, 3, tzinfo=UTC)
FERRY = News(
    where="courier/ferry",
    outlet="The Anselm Courier",
    published=Moment("2031-03-02", "day"),
    captured_at=MARCH,
    body=(
        Said("Oren Tull", "the old piers are safe", role="Harbour master"),
        Told("Port Anselm", 31),
    ),
)
HERALD = News(
    where="herald/ferry",
    outlet="Herald of the Coast",
    title="Harbour opens again",
    published=Moment("2031-03", "month"),
    captured_at=MARCH.replace(month=4),
    body=(
        Said("O. Tull", "all the old piers are safe and sound", role="Spokesman"),
        Told("Port Anselm", 36, high=None),
    ),
)
DOUBT = News(
    where="herald/doubt",
    outlet="Herald of the Coast",
    title="Doubts about the harbour",
    body=(
        Said("Ida Brask", "no pier is safe"),
        Said("Jon Wick", "my brother drowned there", private="a relative"),
    ),
)
TEASER = News(
    where="courier/front",
    outlet="The Anselm Courier",
    title="Ferry lines reopen",
    type="teaser",
    body=(Said("Oren Tull", "piers are safe"),),
)
MADE = {"ferry": FERRY, "herald": HERALD, "doubt": DOUBT, "teaser": TEASER}
PAGES = {name: findings_of(page) for name, page in MADE.items()}


def id_of(kind: str, name: str) -> str:
    """The id of the first finding of this kind in the page of this name."""
    return str(getattr(PAGES[name], f"{kind}s")[0].id)


def fill(record: Record) -> None:
    """Four pages, resolved: one claim, one incident, one story, one dispute."""
    for page in PAGES.values():
        record.add(page, RUN, added_at=NOW)
    joined: list[tuple[LinkKind, str, str]] = [
        ("mention", "ferry", "herald"),
        ("mention", "ferry", "teaser"),
        ("statement", "ferry", "herald"),
        ("statement", "ferry", "teaser"),
        ("report", "ferry", "herald"),
        ("article", "ferry", "herald"),
        ("article", "ferry", "teaser"),
    ]
    links = [
        make_link(
            kind, id_of(kind, left), id_of(kind, right), "same", "yes", 0.9, "alike"
        )
        for kind, left, right in joined
    ]
    dispute = dispute_of(PAGES["ferry"], PAGES["doubt"])
    record.save_resolution(links, [dispute], RUN, NOW, seen=record.head())
