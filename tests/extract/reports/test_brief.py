"""Short items of local news that tell an incident in no clause that we know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.extract.reports import find_brief
from onrecord.extract.reports.brief import SHORT
from tests.extract.reports.reading import annotated_text

RAID = "Hooded raiders emptied a watch shop in Oldport on Friday. Police seek a van."


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        (RAID, "robbery"),
        ("A chip pan set off a blaze in Vorrin. Crews were there in minutes.", "fire"),
        ("A man of Vorrin was jailed for the manslaughter of Ana Petrell.", "murder"),
    ],
)
def test_an_act_beside_police_rescue_or_court_is_an_incident(
    text: str, detail: str
) -> None:
    report = find_brief(annotated_text(text))
    assert report is not None
    assert (report.detail, report.is_main, report.place) == (detail, True, None)
    assert report.confidence < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office of Vorrin opens at nine on Friday.",
        "Police in Oldport will recruit forty officers. No shots were needed.",
        "Vorrin won the match with two late shots before 9,000 customers.",
        "Police warn of robbers at the harbour market.",
        "A robber is the hero of her new novel; a judge praised it.",
        f"{RAID} {'The harbour was calm all the day. ' * (SHORT // 30)}",
    ],
)
def test_what_only_looks_alike_or_is_long_is_none(text: str) -> None:
    assert find_brief(annotated_text(text)) is None


def test_a_teaser_is_none() -> None:
    annotated = annotated_text(RAID)
    teaser = replace(annotated.article, type="teaser")
    assert find_brief(replace(annotated, article=teaser)) is None
