"""Where incidents of invented articles happened."""

from __future__ import annotations

import pytest

from tests.extract.reports.reading import reports_of


def places_of(body: str) -> list[tuple[str, str | None] | None]:
    """The words and the country of every report's place."""
    places = [report.place for report in reports_of(body)[0]]
    return [(place.text, place.country) if place else None for place in places]


def test_what_is_told_at_no_place_happened_in_the_datelines_country() -> None:
    body = "Nairobi, 5 May (Agency) -- Gunmen murdered judge Ana Petrell."
    assert places_of(body) == [("Nairobi", "KE")]


def test_such_a_place_is_a_country_and_no_town() -> None:
    body = "Nairobi, 5 May (Agency) -- Gunmen murdered judge Ana Petrell."
    (report,), _ = reports_of(body)
    assert report.place is not None
    assert report.place.precision == "country"


def test_a_guessed_place_lowers_the_confidence() -> None:
    guessed, _ = reports_of("Nairobi, 5 May -- Gunmen murdered judge Ana Petrell.")
    told, _ = reports_of("Gunmen murdered judge Ana Petrell in Vorrin.")
    assert guessed[0].confidence < told[0].confidence


def test_the_country_of_the_paragraph_comes_before_the_articles() -> None:
    body = (
        "Nairobi, 5 May (Agency) -- Kenyan readers wrote to a Kenyan paper.\n"
        "Peru lost much. Within a year, judge Ana Petrell was murdered."
    )
    assert places_of(body) == [("Peru", "PE")]


@pytest.mark.parametrize(
    "body",
    [
        "Kenya murdered judge Ana Petrell.",
        "A US air strike killed five people on Monday.",
    ],
)
def test_who_acts_is_not_where_it_happened(body: str) -> None:
    assert places_of(body) == [None]


def test_what_a_protest_is_aimed_at_is_no_place() -> None:
    body = (
        "Peru is shaken; nobody in Peru had foreseen it, the Peru police said.\n"
        "A clerk set himself on fire on Monday to protest the war on Kenya."
    )
    assert places_of(body) != [("Kenya", "KE")]


def test_a_word_of_a_persons_name_is_no_place() -> None:
    body = (
        "Gunmen murdered judge Ana Vorrin in Oldport on Monday.\n"
        "Vorrin's driver was killed, too."
    )
    assert places_of(body) == [("Oldport", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The judge Ana Petrell was murdered on Monday, sources in Oldport said.",
        "A statement issued in Oldport said gunmen murdered judge Ana Petrell.",
        "Two men were shot dead on Monday, he said at a news conference in Oldport.",
    ],
)
def test_where_an_event_is_told_is_not_where_it_happened(sentence: str) -> None:
    assert places_of(sentence) == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Petrell, a former ambassador to Kenya, was murdered on Monday.",
        "Gunmen kidnapped Ana Petrell, 55, from Kenya, on Monday.",
    ],
)
def test_where_a_victim_comes_from_or_went_is_no_place(sentence: str) -> None:
    body = f"Peru wept. Peruvian judges met in Peru.\n{sentence}"
    assert places_of(body) == [("Peru", "PE")]


def test_a_country_in_which_it_happened_comes_before_where_somebody_is_from() -> None:
    body = "Gunmen murdered Ana Petrell of Vorrin in Kenya on Monday."
    assert places_of(body) == [("Kenya", "KE")]


def test_the_town_whose_police_tell_is_the_place() -> None:
    body = (
        "A clerk was stabbed on Monday. She was named as Ana Petrell.\n"
        "Oldport police said a man was held."
    )
    assert places_of(body)[0] == ("Oldport", None)


@pytest.mark.parametrize("force", ["National Police", "State police"])
def test_the_police_of_a_country_tell_no_town(force: str) -> None:
    body = f"A clerk was stabbed on Monday. The {force} said a man was held."
    assert places_of(body) == [None]


def test_a_town_told_by_its_police_comes_before_a_street() -> None:
    body = "A clerk was stabbed on Seventh Street on Monday, Oldport police said."
    assert places_of(body) == [("Oldport", None)]


def test_a_place_in_the_next_sentence_is_the_events_where_none_is_told() -> None:
    body = "Gunmen murdered judge Ana Petrell on Monday. She was dining in Oldport."
    assert places_of(body) == [("Oldport", None)]


def test_the_place_of_a_war_is_not_that_of_a_protest_against_it() -> None:
    body = "On Monday the war in Kelmara moved him, and he set himself on fire."
    assert places_of(body) == [None]


def test_where_a_victim_lives_is_no_place() -> None:
    body = "Police arrested Ana Petrell, who resides in Vorrin, on Monday for arson."
    assert ("Vorrin", None) not in places_of(body)
