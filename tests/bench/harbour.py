"""Two small pages about an invented harbour, and what is in them."""

from bench.reading import (
    Gold,
    GoldArticle,
    GoldClaim,
    GoldDispute,
    GoldIncident,
    GoldNames,
    GoldStatement,
    Piece,
    Teaser,
)

COURIER = """\
The Bay Courier
Harbour Office says storm damage repaired
By Ana Lopes
3 May 2031 10:15

The Harbour Office said the storm damage has been fully repaired. Its rival, the
Harbour Guild, kept silent. Spokesman Rui Tavares insisted that the quay is safe.
"We checked every bollard," Tavares said. "None is loose, and none will be."
Read more: Gulls return to the quay
A diver inspects the quay on Monday, from below
The Repairs
While the office says the damage is gone, dock workers contend the cracks remain.
An explosion at a depot in Northport killed 3 people and injured 12.
harbour
storms
More news
Ferry timetable changes
The ferry leaves earlier on Sundays, Nuno Reis said.
"""
LEDGER = """\
Quay open again
Port spokesman Rui Tavarez told the Ledger that the damage has been repaired in full.
Shop owners along the front were glad of it.
"""
TEXTS = {"courier.txt": COURIER, "ledger.txt": LEDGER}
OFFICE = "Harbour Office (Bay)"
REPAIRED = "The storm damage is repaired"

GOLD = Gold(
    articles=(
        GoldArticle(
            file="courier.txt",
            title="Harbour Office says storm damage repaired",
            body_first="The Harbour Office said",
            body_last="injured 12.",
            outlet="The Bay Courier",
            byline="Ana Lopes",
            published="2031-05-03T10:15",
            headings=("The Repairs",),
            captions=("A diver inspects the quay",),
            tags=("harbour", "storms"),
            must_not_contain=("Read more: Gulls", "Ferry timetable", "More news"),
            teasers=(Teaser("Ferry timetable changes", "The ferry leaves earlier"),),
        ),
        GoldArticle(
            file="ledger.txt",
            title="Quay open again",
            body_first="Port spokesman",
            body_last="glad of it.",
            outlet=None,
            published=None,
        ),
    ),
    statements=(
        GoldStatement(
            "courier.txt",
            OFFICE,
            (Piece("the storm damage has been fully repaired"),),
        ),
        GoldStatement("courier.txt", "Rui Tavares", (Piece("that the quay is safe"),)),
        GoldStatement(
            "courier.txt",
            "Rui Tavares",
            (
                Piece("We checked every bollard,"),
                Piece("None is loose, and none will be."),
            ),
        ),
        GoldStatement("courier.txt", OFFICE, (Piece("the damage is gone"),)),
        GoldStatement(
            "courier.txt", "dock workers (unnamed)", (Piece("the cracks remain"),)
        ),
        GoldStatement(
            "courier.txt",
            "Nuno Reis",
            (Piece("The ferry leaves earlier on Sundays"),),
            must=False,
        ),
        GoldStatement(
            "ledger.txt",
            "Rui Tavares",
            (Piece("that the damage has been repaired in full"),),
        ),
    ),
    incidents=(
        GoldIncident("courier.txt", "Depot, Northport", 3, 12, "no date given"),
    ),
    names=GoldNames(
        same=(
            ("Rui Tavares", "Rui Tavarez", "Tavares"),
            ("Harbour Office", "The Harbour Office"),
            ("Harbour Guild",),
        ),
        different=(("Harbour Office", "Harbour Guild"),),
        related=(("Harbour Guild", "branch of", "Harbour Office"),),
    ),
    claims=(
        GoldClaim(
            REPAIRED,
            ("has been fully repaired", "damage is gone", "has been repaired in full"),
        ),
    ),
    disputes=(
        GoldDispute(
            REPAIRED,
            "the cracks remain",
            "dock workers (unnamed)",
            "contrast in one sentence",
        ),
    ),
    notes=(
        (
            "courier.txt",
            "Its rival, the\nHarbour Guild, kept silent",
            "neither is wrong",
        ),
    ),
)
