"""Roles as worded, the bodies in them, and who stays private."""

from __future__ import annotations

import pytest

from tests.annotate.naming import named, names_in


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Military analyst Karim Nouri said the war was over.", "Military analyst"),
        ("Russian FM Karim Nouri said the war was over.", "Russian FM"),
        ("Peru's President Karim Nouri said so on Monday.", "Peru's President"),
        (
            "Karim Nouri, a former coordinator for the harbour panel, said so.",
            "former coordinator for the harbour panel",
        ),
        ("The spokesman, Karim Nouri, said so on Monday.", "spokesman"),
        ("Army spokesman Col. Karim Nouri said so on Monday.", "Army spokesman"),
        ("Attorney General Karim Nouri said so on Monday.", "Attorney General"),
        ("Karim Nouri is a lecturer at a college in Lima.", "lecturer at a college"),
        (
            "Major Karim Nouri, spokesman for the coastal command, said so.",
            "spokesman for the coastal command",
        ),
        (
            "Karim Nouri, who heads the Relief Board, said the boats were late.",
            "who heads the Relief Board",
        ),
        (
            "Minister of Foreign Affairs Karim Nouri said so on Monday.",
            "Minister of Foreign Affairs",
        ),
        ("The ship was late, Karim Nouri said in Lima.", None),
    ],
)
def test_a_role_is_kept_as_worded(line: str, role: str | None) -> None:
    found = named(names_in(line), "Karim Nouri")
    if role is None:
        assert found.role is None
    else:
        assert found.role is not None
        assert found.role.startswith(role)
        assert found.role_spans


def test_role_words_tell_institution_and_country() -> None:
    found = names_in("Afghan Interior Ministry spokesman Karim Nouri said so.")
    person = named(found, "Karim Nouri")
    assert person.institution == "Afghan Interior Ministry"
    assert person.country == "AF"


def test_whom_one_stands_for_is_a_role() -> None:
    found = names_in("The flood will return, said Karim Nouri of Oxfam on Monday.")
    person = named(found, "Karim Nouri")
    assert person.role == "of Oxfam"
    assert person.institution == "Oxfam"
    assert person.private_reason is None


@pytest.mark.parametrize(
    "line",
    [
        "A truck killed Karim Nouri on the bridge on Monday.",
        "Karim Nouri, 34, had sold bread on the bridge for years.",
        "Karim Nouri, 12, was found on the bridge.",
        "Leila Nouri, the mother of Karim Nouri, wept on the bridge.",
        "His brother, Karim Nouri, said he was tired.",
        "Taxi driver Karim Nouri said the road was closed.",
        "They had seen Karim Nouri on the bridge.",
    ],
)
def test_people_without_a_public_role_are_private(line: str) -> None:
    assert named(names_in(line), "Karim Nouri").private_reason is not None


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Karim Nouri was injured on the bridge on Monday.",
        "Economist Karim Nouri, 34, said the bread was too dear.",
        "The bread is too dear, Karim Nouri said.",
    ],
)
def test_whoever_speaks_in_public_is_public(line: str) -> None:
    assert named(names_in(line), "Karim Nouri").private_reason is None


def test_one_public_role_in_the_article_makes_all_its_mentions_public() -> None:
    found = names_in(
        "A truck injured Nouri on the bridge.", "Karim Nouri, the mayor, is at home."
    )
    assert {m.private_reason for m in found if m.type == "person"} == {None}
