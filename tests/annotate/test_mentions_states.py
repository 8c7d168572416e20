"""Bodies of towns and states, and whose body a bare name means."""

from __future__ import annotations

import pytest

from tests.annotate.naming import head_text, named, names_in


def test_a_towns_police_department_takes_in_its_town() -> None:
    found = names_in(
        "Fort Worth Police Department sent a boat.",
        "The Police Department said it was late.",
    )
    own = named(found, "Fort Worth Police Department")
    assert (own.type, own.institution) == ("government", None)
    assert head_text(found, "Police Department") == "Fort Worth Police Department"


def test_a_sheriffs_office_keeps_its_county_and_its_apostrophe() -> None:
    found = names_in("The Holm County Sheriff's Department sent two boats.")
    assert named(found, "Holm County Sheriff's Department").type == "government"


def test_a_states_chambers_are_not_the_nations() -> None:
    found = names_in(
        "State lawmakers in Iowa met. The Legislature passed it.",
        "The Senate agreed, the Supreme Court did not.",
    )
    for name in ("Legislature", "Senate", "Supreme Court"):
        assert named(found, name).country is None


def test_the_nations_senate_named_before_is_meant() -> None:
    found = names_in(
        "The U.S. Senate met on ferries in Iowa. The Senate agreed.",
        "The Legislature did not.",
    )
    assert named(found, "Senate").country == "US"
    assert named(found, "Legislature").country is None


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("The Senate Judiciary Committee met.", "Senate Judiciary Committee"),
        ("The Government Accountability Office counted nine.", "Government"),
        ("The Columbus Police Department Patrol Unit came.", "Police Department"),
    ],
)
def test_a_body_in_a_longer_name_is_another(line: str, body: str) -> None:
    found = [m for m in names_in(line) if m.text == body]
    assert all(mention.institution is None for mention in found)


def test_a_party_after_a_chamber_is_a_name_of_its_own() -> None:
    found = names_in("Senate Republicans left Iowa, and the GOP stayed away.")
    assert named(found, "Senate").institution == "senate"
    assert head_text(found, "GOP") == "Republicans"


def test_a_hill_where_congress_sits_is_no_name_of_congress() -> None:
    found = names_in("Members of the US Congress met on Capitol Hill on Monday.")
    assert head_text(found, "US Congress") == "US Congress"
    assert "Capitol Hill" not in [m.text for m in found if m.institution]
