"""What two names of organisations are: by table and pattern, never by likeness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gazetteer import Actor, ActorTable, load_actors, relation_of

# ruff: noqa: RUF001 - names in other scripts
BUILT_IN = load_actors()
INVENTED = ActorTable(
    [
        Actor("vhf", "Vorrin Harbour Front", "armed_group", ("VHF",), country="KE"),
        Actor(
            "vhf-delta",
            "VHF Delta Province",
            "armed_group",
            ("Vorrin Harbour Front - Delta",),
            part_of=("vhf",),
        ),
        Actor("orlan", "Orlan", "armed_group", ("أورلان", "Орлан"), country="UG"),
        Actor("lamp", "Lamp Party", "party", country="KE"),
        Actor(
            "tea",
            "Tea Exchange",
            "organisation",
            context_aliases=("TEX",),
            country="KE",
        ),
        Actor("text", "Text Board", "organisation", context_aliases=("TEX",)),
        Actor("veto", "Vorrin Emergency Tea Office", "international", ("VETO",)),
        Actor("ifrc", "Federation of Relief", "international", ("IFRC",)),
    ]
)


def kind(a: str, b: str, ca: str | None = None, cb: str | None = None) -> str | None:
    found = relation_of(a, b, INVENTED, country_a=ca, country_b=cb)
    back = relation_of(b, a, INVENTED, country_a=cb, country_b=ca)
    assert found == back or found.kind == back.kind
    assert found.reason
    return found.kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vorrin Harbour Front", "VHF"),
        ("the Vorrin Harbour Front (VHF)", "V.H.F."),
        ("Orlan group", "Orlan militia"),
        ("حركة أورلان", "движение Орлан"),
        ("Uganda's Orlan", "Orlan"),
        ("VHF Delta branch", "Vorrin Harbour Front Delta Province"),
        ("Dredgers Guild of Vorrin", "The Dredgers' Guild of Vorrin"),
        ("Organization of Dredgers", "Organisation of Dredgers"),
        ("DGV", "Dredgers' Guild of Vorrin"),
    ],
)
def test_forms_of_one_name_are_same(a: str, b: str) -> None:
    assert kind(a, b) == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("VHF Delta Province", "VHF"),
        ("VHF's northern wing", "Vorrin Harbour Front"),
        ("Orlan - Eastern branch", "Орлан"),
        ("political bureau of Orlan", "Orlan"),
        ("Orlan's interior ministry", "Orlan"),
    ],
)
def test_a_branch_is_part_of_its_owner_and_never_same(a: str, b: str) -> None:
    assert kind(a, b) == "part_of"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Orlan-backed militia", "Orlan"),
        ("Orlan-linked brigade", "Orlan"),
        ("Dredgers Guild of Vorrin", "Dredgers Guild of Vorrim"),
        ("Orlan", "Orlen"),
        ("dgv", "Dredgers' Guild of Vorrin"),
        ("veto", "VETO"),
        ("", ""),
    ],
)
def test_likeness_says_nothing(a: str, b: str) -> None:
    assert kind(a, b) is None


def test_two_actors_are_different_and_so_are_their_branches() -> None:
    assert kind("Orlan", "Vorrin Harbour Front") == "different"
    assert kind("Orlan's northern wing", "VHF") == "different"
    assert kind("Orlan's northern wing", "VHF northern wing") == "different"


def test_a_branch_of_two_places_is_not_decided() -> None:
    assert kind("VHF northern wing", "VHF southern wing") is None
    assert kind("VHF northern wing", "VHF Delta Province") is None
    assert kind("VHF northern wing", "northern wing of VHF") == "same"


def test_a_short_form_of_several_needs_a_long_form_or_a_country() -> None:
    assert kind("TEX", "Tea Exchange") == "same"
    assert kind("TEX", "Tea Exchange", "KE") == "same"
    assert kind("TEX", "Tea Exchange", "US") is None
    assert kind("TEX", "Text Board", "KE") == "different"


def test_a_party_of_another_country_is_another_party() -> None:
    assert kind("Lamp Party", "Lamp Party", "KE", "UG") == "different"
    assert kind("Lamp Party", "Lamp Party", "KE", "KE") == "same"


MINISTRY = "Afghan Ministry of Defence"


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Defense of Afghanistan",
        "Afghanistan's defence ministry",
        "Kabul's Ministry of Defence",
        "Ministry of Defence of the Islamic Republic of Afghanistan",
        "وزارة الدفاع الأفغانية",
        "وزارت دفاع افغانستان",
        "د افغانستان د دفاع وزارت",
        "Министерство обороны Афганистана",
        "афганское министерство обороны",
        "Минобороны Афганистана",
        "Міністерство оборони Афганістану",
        "Ministère afghan de la Défense",
        "Ministère de la Défense d'Afghanistan",
        "Ministerio de Defensa de Afganistán",
        "Ministerio afgano de Defensa",
        "Ministério da Defesa do Afeganistão",
        "Afganistan Savunma Bakanlığı",
        "Afghanisches Verteidigungsministerium",
        "阿富汗国防部",
    ],
)
def test_one_ministry_is_same_in_every_language(name: str) -> None:
    assert kind(MINISTRY, name) == "same"
    assert kind("Russian Ministry of Defence", name) == "different"


@pytest.mark.parametrize(
    "name",
    ["MoD", "وزارة الدفاع", "Министерство обороны", "国防部", "Defence Ministry"],
)
def test_a_ministry_without_its_country_waits_for_it(name: str) -> None:
    assert kind(MINISTRY, name) is None
    assert kind(MINISTRY, name, None, "AF") == "same"
    assert kind(MINISTRY, name, None, "af") == "same"
    assert kind(MINISTRY, name, None, "IR") == "different"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Kenyan army", "Kenyan Ministry of Defence", "part_of"),
        ("Kenyan army", "Kenyan armed forces", "part_of"),
        ("Lebanese army", "Lebanese Armed Forces", "same"),
        ("Kenyan police", "Kenyan government", "part_of"),
        ("Kenyan police", "Kenyan parliament", "different"),
        ("Nairobi police", "Kenyan police", "part_of"),
        ("Nairobi police", "Kisumu police", None),
        ("Kenyan government", "Kenya", "part_of"),
        ("Kenya", "Кения", "same"),
        ("Kenya", "Uganda", "different"),
        ("Kenyan government", "Uganda", "different"),
        (
            "spokesman of the Kenyan Foreign Ministry",
            "Kenyan Foreign Ministry",
            "part_of",
        ),
        ("Kenyan House of Representatives", "Kenyan parliament", "part_of"),
        ("General Staff of the Armed Forces of Ukraine", "Генштаб ВСУ", "same"),
        ("Kremlin", "Russian presidency", "same"),
        ("Pentagon", "Министерство обороны США", "same"),
        ("Niger's army", "Nigerian army", "different"),
        ("Kenyan embassy in Uganda", "Kenyan embassy in Cuba", "different"),
        ("Kenyan embassy in Uganda", "Kenyan Foreign Ministry", "part_of"),
        ("Syrian finance ministry", "وزارة المالية السورية", "same"),
        ("Kenya Red Cross Society", "Croix-Rouge kényane", "same"),
        ("Kenyan Red Cross", "IFRC", "part_of"),
        ("Kenyan police", "Orlan", "different"),
        ("Kenyan police", "VETO", "different"),
    ],
)
def test_bodies_of_states_by_kind_and_country(
    a: str, b: str, expected: str | None
) -> None:
    assert kind(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # "emirate" is no short form of the United Arab Emirates
        (
            "Interior Ministry of the Emirate of Kenya",
            "Kenyan interior ministry",
            "same",
        ),
        # the words for finance in Arabic open like the name of Mali
        ("وزارة المالية الكينية", "Kenyan finance ministry", "same"),
        ("us army", "American army", None),
        ("Kenyan National Assembly", "Kenyan parliament", "part_of"),
        ("Cuban National Assembly", "Cuban parliament", "same"),
        ("Iraqi Kurdistan Interior Ministry", "Iraqi Interior Ministry", "different"),
        ("Kenya", "Tea Exchange", "different"),
    ],
)
def test_words_that_look_like_a_country_or_kind(
    a: str, b: str, expected: str | None
) -> None:
    assert kind(a, b) == expected


def test_ministries_whose_subject_no_table_lists_are_not_set_apart() -> None:
    lights = "Kenyan Ministry of Lighthouses"
    assert kind(lights, "Ministry of Lighthouses of Kenya") == "same"
    assert kind(lights, "Kenyan Ministry of Beacons") is None
    assert kind(lights, "Kenyan government") == "part_of"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("OTAN", "НАТО", "same"),
        ("UN Security Council", "联合国安理会", "same"),
        ("Совбез ООН", "UN", "part_of"),
        ("Еврокомиссия", "European Union", "part_of"),
        ("European Council", "Council of Europe", "different"),
        ("ICC", "محكمة العدل الدولية", None),
        ("International Criminal Court", "International Court of Justice", "different"),
        ("UNIFIL", "قوة الأمم المتحدة المؤقتة في لبنان", "same"),
    ],
)
def test_international_bodies_in_many_languages(
    a: str, b: str, expected: str | None
) -> None:
    assert relation_of(a, b, BUILT_IN).kind == expected


def test_the_table_of_international_bodies_is_wide_and_speaks_languages() -> None:
    bodies = [actor for actor in BUILT_IN.all() if actor.type == "international"]
    assert len(bodies) >= 230
    arabic = [a for a in bodies if any("\u0600" <= n[0] <= "\u06ff" for n in a.names)]
    assert len(arabic) >= 100


relation_of("Ada", "Lund", INVENTED)  # reads the tables, before time is taken
names = st.text(max_size=60) | st.sampled_from(
    ["UN mission 😀", "Vоrrin Нarbour Front", "a" * 999, "的", "(", "-", "وزارة"]
)


@given(names, names)
def test_any_two_texts_have_a_relation_either_way(a: str, b: str) -> None:
    found = relation_of(a, b, INVENTED, country_a="KE")
    assert found.kind == relation_of(b, a, INVENTED, country_b="KE").kind
    assert 0.0 <= found.score <= 1.0


@pytest.mark.parametrize("name", ["Vоrrin Harbour Front", "VHF😀x", "a" * 10_000])
def test_look_alike_letters_and_endless_names_join_nothing(name: str) -> None:
    assert kind(name, "Vorrin Harbour Front") is None
