"""Names in articles: tables, patterns, labels mended, and one chain for one party."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotate.naming import head_text, named, names_in


def test_an_acronym_is_no_word_of_the_sentence() -> None:
    found = names_in("The town is calm, but IS fighters are near, officials said.")
    assert [m.text for m in found if m.actor == "islamic-state"] == ["IS"]


def test_aliases_of_one_actor_have_one_head() -> None:
    found = names_in(
        "The Islamic State group claimed the blast.",
        "Officials say Daesh has no base here, and ISIS denies nothing.",
    )
    assert head_text(found, "Daesh") == "Islamic State group"
    assert head_text(found, "ISIS") == "Islamic State group"


def test_a_branch_is_another_actor_than_its_parent() -> None:
    found = names_in("Fighters of IS-Khorasan Province (IS-K) left ISIS last year.")
    assert named(found, "IS-K").actor == "is-khorasan"
    assert head_text(found, "IS-K") == "IS-Khorasan Province"
    assert named(found, "ISIS").actor == "islamic-state"


def test_a_body_takes_in_its_country_and_drops_the_article() -> None:
    found = names_in(
        "Kenya's Interior Ministry said the road was safe.",
        "Later the Kenyan Interior Ministry repeated it, and the Interior Ministry"
        " of Uganda agreed.",
    )
    own = named(found, "Kenya's Interior Ministry")
    assert (own.type, own.institution, own.country) == (
        "government",
        "ministry of interior",
        "KE",
    )
    assert head_text(found, "Kenyan Interior Ministry") == "Kenya's Interior Ministry"
    assert named(found, "Interior Ministry of Uganda").country == "UG"


def test_a_body_without_country_is_of_the_country_the_article_is_about() -> None:
    found = names_in(
        "The Interior Ministry said on Monday that the roads were open.",
        "Peru had closed them after floods in the north of Peru.",
        headline="Peru opens its roads again",
    )
    assert named(found, "Interior Ministry").country == "PE"


def test_the_ministry_alone_is_the_one_named_before() -> None:
    found = names_in(
        "Peru's Health Ministry counted nine cases.",
        "The ministry said all had recovered.",
    )
    assert head_text(found, "ministry") == "Peru's Health Ministry"


def test_a_citys_police_are_not_the_states() -> None:
    found = names_in("Nairobi Police said Kenya Police had taken over.")
    assert named(found, "Nairobi Police").institution is None
    assert named(found, "Kenya Police").institution == "police"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Moscow accused its neighbour of lying.", "country"),
        ("The talks with Moscow failed.", "country"),
        ("A tram hit a wall in Moscow.", "place"),
    ],
)
def test_a_capital_that_acts_is_a_government(line: str, kind: str) -> None:
    assert named(names_in(line), "Moscow").type == kind


def test_a_country_in_a_longer_name_is_no_country() -> None:
    found = names_in("The Lima Trade Bank and the Bank of China Tower were closed.")
    assert "China" not in [mention.text for mention in found]


def test_officials_of_several_countries_are_named_each() -> None:
    found = names_in("French, UK and UN officials warned of floods in Chad.")
    countries = {m.country for m in found if m.type == "country"}
    assert countries == {"FR", "GB", "TD"}
    assert named(found, "UN").actor == "united-nations"


def test_a_committee_of_the_un_is_not_the_un() -> None:
    found = names_in(
        "Ada Lund, former head of the UN panel monitoring fuel sales, spoke first."
    )
    panel = named(found, "UN panel monitoring fuel sales")
    assert panel.actor is None
    assert panel.type == "international"


def test_titles_and_roles_are_no_part_of_a_name() -> None:
    found = names_in("Spokesman Karim Nouri told reporters that Dr. Ada Lund agreed.")
    assert named(found, "Karim Nouri").role == "Spokesman"
    assert named(found, "Ada Lund").type == "person"


def test_a_surname_points_at_the_full_name() -> None:
    found = names_in(
        "Mayor Karim Nouri opened the bridge.",
        "Nouri said it would last. It cost too much, Nouri's critics say.",
    )
    assert {
        head_text(found, mention.text) for mention in found if mention.type == "person"
    } == {"Karim Nouri"}


def test_relatives_stay_apart() -> None:
    found = names_in(
        "Mayor Karim Nouri met his rival, lawyer Leila Nouri, at the bridge.",
        "The crowd waited for an hour.",
        "Nobody cheered when Nouri left.",
    )
    persons = {m.text: m.head for m in found if m.type == "person"}
    assert len(set(persons.values())) == 3


def test_two_spellings_in_one_article_are_one_person() -> None:
    found = names_in(
        "Mayor Yusuf Karimi opened the bridge.", "Mr Yousef Karimi said it would last."
    )
    heads = {mention.head for mention in found if mention.type == "person"}
    assert len(heads) == 1


def test_a_title_case_headline_invents_no_person() -> None:
    found = names_in(
        "Karim Nouri warns of floods in the north, the mayor of the town.",
        headline="Mayor Warns of Floods, Nouri Says Dams Hold",
    )
    assert {m.text for m in found if m.type == "person"} == {"Karim Nouri", "Nouri"}


def test_a_photo_credit_names_no_party() -> None:
    found = names_in(
        "The bridge was opened by Karim Nouri, the mayor, on Monday.",
        caption="The new bridge on Monday (Reuters/Ada Lund)",
    )
    assert not {"Reuters", "Ada Lund"} & {mention.text for mention in found}


def test_an_acronym_in_brackets_is_its_long_form() -> None:
    found = names_in(
        "The Harbour Relief Board (HRB) sent boats.", "The HRB said they were late."
    )
    assert {m.head for m in found if m.text == "HRB"} == {
        named(found, "Harbour Relief Board").id
    }


def test_mentions_lie_in_the_page_in_order_and_never_overlap() -> None:
    found = names_in(
        "Russian Foreign Minister Ivan Petrov met UN Security Council envoys in Paris,"
        " while the Afghan Interior Ministry and the IS-K branch of ISIS said nothing."
    )
    ends = 0
    for mention in found:
        assert mention.span.start >= ends
        ends = mention.span.end
    ids = {mention.id for mention in found}
    assert all(mention.head in ids for mention in found)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Ab IS'’-.,()\u0627\u0645😀—\t", min_size=1, max_size=60))
def test_any_line_is_searched_without_a_crash(line: str) -> None:
    if line.strip():
        names_in(line)


def test_a_name_of_ten_thousand_letters_is_survived() -> None:
    names_in("Mayor " + "A" * 10_000 + " said the bridge was open.")


def test_commoner_spelling_of_a_name_heads_the_person() -> None:
    lines = ("Karin Lund came.", "Karen Lund left.", "The boat is Karen Lund's own.")
    assert {item.head for item in names_in(*lines)} == {
        next(item.id for item in names_in(*lines) if item.text == "Karen Lund")
    }
