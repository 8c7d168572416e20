"""Where articles play: by their dateline and by the countries they name."""

from __future__ import annotations

import pytest

from onrecord.extract.places import find_dateline, find_setting, setting_place
from tests.extract.reports.reading import annotated_text, tools


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("Nairobi, 5 May (Agency) -- A bridge fell.", "Nairobi"),
        ("Vorrin, Kenya, 5 May (Agency) -- A bridge fell.", "Vorrin, Kenya"),
        ("Vorrin (Kenya), 5 May (Agency) \u2014 A bridge fell.", "Vorrin (Kenya)"),
        ("VORRIN (Agency) \u2013 A bridge fell.", "VORRIN"),
    ],
)
def test_an_article_that_opens_with_a_place_and_a_dash_has_a_dateline(
    text: str, dateline: str
) -> None:
    span = find_dateline(annotated_text(text))
    assert span is not None
    assert span.of(text) == dateline


def test_a_sentence_with_a_dash_is_no_dateline() -> None:
    text = "The bridge in Vorrin, which everybody knew was old, fell -- at last."
    assert find_dateline(annotated_text(text)) is None


def test_the_country_named_most_is_the_setting() -> None:
    text = "Kenya mourned. Kenyan officials met Kenyan nurses. One came from Peru."
    assert find_setting(annotated_text(text), tools()[2]).country == "KE"


def test_between_two_countries_the_dateline_decides() -> None:
    text = "Nairobi, 5 May (Agency) -- Peru and Kenya met. Peru left, Peru wrote."
    setting = find_setting(annotated_text(text), tools()[2])
    assert setting.country == "KE"
    assert setting.words is not None
    assert setting.words.of(text) == "Nairobi"


def test_the_country_named_more_is_the_setting_wherever_it_was_written() -> None:
    text = "Nairobi, 5 May (Agency) -- Peru wept. Peru left, Peru wrote to Kenya."
    reports = text + " Peruvian judges met in Peru."
    setting = find_setting(annotated_text(reports), tools()[2])
    assert (setting.country, setting.is_clear) == ("PE", False)


def test_two_countries_named_alike_are_no_setting() -> None:
    text = "Peru met Kenya."
    setting = find_setting(annotated_text(text), tools()[2])
    assert setting.country is None
    assert setting_place(setting, text, tools()[2]) is None


def test_the_place_of_a_setting_is_the_country_in_the_words_of_the_article() -> None:
    text = "Nairobi, 5 May (Agency) -- A bridge fell."
    countries = tools()[2]
    place = setting_place(
        find_setting(annotated_text(text), countries), text, countries
    )
    assert place is not None
    assert (place.text, place.name, place.precision) == ("Nairobi", "Kenya", "country")
