"""What an article's own words set against each other."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import disputes

SHOWN = [
    (
        "While the mayor insists the bridge is safe, engineers contend it is cracking.",
        ("contrast", "the bridge is safe", "it is cracking"),
    ),
    (
        "The mayor insisted the bridge was safe, even as engineers warned it was "
        "cracking.",
        ("contrast", "the bridge was safe", "it was cracking"),
    ),
    (
        "The mayor insisted the bridge was safe. But engineers said the bridge was "
        "cracking.",
        ("contrast", "the bridge was safe", "the bridge was cracking"),
    ),
    (
        "The mayor said the bridge was safe, but engineers insisted it was cracking.",
        ("contrast", "the bridge was safe", "it was cracking"),
    ),
    (
        "The mayor insists the bridge is safe; engineers counter that it is cracking.",
        ("contrast", "the bridge is safe", "that it is cracking"),
    ),
    (
        "The mayor rejected the union's claim that the bridge was cracking.",
        (
            "denial",
            "that the bridge was cracking",
            "the union's claim that the bridge was cracking",
        ),
    ),
    (
        "Engineers said the bridge was cracking. The mayor denied that the bridge was "
        "cracking.",
        ("denial", "the bridge was cracking", "that the bridge was cracking"),
    ),
    (
        "Oskar Lind dismissed the World Bank's report on the dam as baseless.",
        ("denial", "World Bank", "the World Bank's report on the dam as baseless"),
    ),
    (
        "Prosecutors accused Oskar Lind of taking bribes. Lind denied the accusation.",
        ("denial", "Oskar Lind of taking bribes", "the accusation"),
    ),
    (
        "The union said wages had not been paid since March. The company rejected the "
        "allegations.",
        ("denial", "wages had not been paid since March", "the allegations"),
    ),
    (
        "The union's claim that the dock was unsafe was denied by the harbour office.",
        (
            "denial",
            "that the dock was unsafe",
            "The union's claim that the dock was unsafe",
        ),
    ),
    (
        "The union said the new dock is unsafe, which engineers deny.",
        ("denial", "the new dock is unsafe", "the new dock is unsafe"),
    ),
    (
        "The army said 12 rebels were killed in Vorrin, a figure disputed by local "
        "residents.",
        (
            "denial",
            "12 rebels were killed in Vorrin",
            "12 rebels were killed in Vorrin",
        ),
    ),
    (
        "The mayor, Ana Petrell, said the pier was sound. The engineers denied this.",
        ("denial", "the pier was sound", "this"),
    ),
    (
        "Prosecutors said Ana Petrell took money from the builders. She denies any "
        "wrongdoing.",
        ("denial", "Ana Petrell took money from the builders", "any wrongdoing"),
    ),
    (
        "There was no truth to the union's claim that the dock was unsafe, said Ana "
        "Petrell, the mayor.",
        (
            "denial",
            "that the dock was unsafe",
            "There was no truth to the union's claim that the dock was unsafe",
        ),
    ),
    (
        "The minister's claim that the bridge is safe is simply false, said Oskar "
        "Lind.",
        (
            "denial",
            "that the bridge is safe",
            "The minister's claim that the bridge is safe is simply false",
        ),
    ),
    (
        "The mayor said the bridge was safe. Engineers disputed the mayor's claim.",
        ("denial", "the bridge was safe", "the mayor's claim"),
    ),
    (
        "The army said the shells came from Dorland. Dorland denied any involvement.",
        ("denial", "the shells came from Dorland", "any involvement"),
    ),
    (
        "Despite the mayor's assurances that the bridge is safe, engineers warn that "
        "it is cracking.",
        ("contrast", "that the bridge is safe", "that it is cracking"),
    ),
]
NOT_SHOWN = [
    "The paper reported that the mayor had resigned. The mayor denied the claim.",
    "The union said wages had not been paid. It rained on Sunday. The market was "
    "closed. The shops were full. The company rejected the allegations.",
    "The union said wages had not been paid. The company rejected the demands.",
    "The army said the shells came from Dorland. Farmers in Ostland denied any "
    "involvement.",
    "The mayor said the bridge was safe. Engineers disputed the governor's claim.",
    "Despite the mayor's promise to mend the bridge, engineers warn that it is "
    "cracking.",
    "The mayor said the bridge was safe, adding that it had been tested.",
    "The mayor has no concerns. The mayor said the bridge was safe but admitted that "
    "it was old.",
    "The mayor said the bridge was safe while drivers waited on the road.",
    "The mayor said the bridge was safe. Engineers said the dam was new.",
    "Oskar Lind said the harbour was busy, while Anna Berg said taxes would fall.",
    "The guerrillas said the dam was theirs. Anna Berg denied any part in the plan "
    "after police foiled a plot.",
    "The doctors offered to bring vaccines to the camp. The government was denying "
    "vaccines to the migrants in the camp.",
    "Oskar Lind said the talks would go on. The union rejected Oskar Lind as a "
    "mediator.",
    "According to the Halden Times, Oskar Lind denied taking bribes in April. Oskar "
    "Lind denied taking bribes.",
    "The spokesman of the Interior Ministry said the town was safe. The Interior "
    "Ministry denied that the town was safe.",
    "The United Nations stressed that the settlements were illegal, while the Arab "
    "League condemned the settlements.",
    "While the lawyer acknowledges the need for the law, he argues that the law opens "
    "the door to abuse.",
    "The mayor rejected the union's request to see the books.",
    "Oskar Lind attacked the judge, accusing him of ignoring witnesses, although "
    "claiming that he was biased.",
    "Only 52 percent said the bridge was safe. However, 63 percent insisted the bridge "
    "was old.",
    "The mayor did not deny that the bridge was cracking.",
]


@pytest.mark.parametrize(("body", "expected"), SHOWN)
def test_opposition_is_shown(body: str, expected: tuple[str, str, str]) -> None:
    ((found, left, right),) = disputes(body)
    assert (found.evidence, left, right) == expected
    assert found.shown == "yes"


@pytest.mark.parametrize("body", NOT_SHOWN)
def test_no_opposition_is_made_up(body: str) -> None:
    assert disputes(body) == []


def test_evidence_opens_with_the_marker_or_the_denying_verb() -> None:
    body = SHOWN[0][0]
    ((found, _, _),) = disputes(body)
    assert found.spans[0].of(body) == "While"


POSSIBLE = [
    "The mayor said the bridge was safe. Engineers, however, said the bridge was "
    "cracking.",
    "The mayor said the bridge was safe. By contrast, engineers said the bridge was "
    "cracking.",
    "The mayor said the bridge was safe. “That is simply not true,” engineer Anna Berg "
    "said.",
    "The mayor said the bridge was safe, and the union said wages were low. Anna Berg "
    "rejected the claims.",
]


@pytest.mark.parametrize("body", POSSIBLE)
def test_opposition_in_doubt_is_left_to_a_person(body: str) -> None:
    ((found, _, _),) = disputes(body)
    assert found.shown == "possibly"


def test_leader_who_may_be_the_one_just_named_is_left_to_a_person() -> None:
    body = (
        "Anna Berg said the army was advancing. The veteran leader dismissed "
        "suggestions that the army was advancing."
    )
    ((found, _, _),) = disputes(body)
    assert found.shown == "possibly"


def test_names_alone_do_not_tell_what_is_denied() -> None:
    found = disputes(
        "Prosecutors say Oren Tull shot Ana Petrell at the mill. His lawyer Lena Marr "
        "said he was at home. Marr also denied that Tull was the father of Petrell's "
        "child."
    )
    assert found == []


def test_a_cue_that_is_negated_makes_no_contrast_firmer() -> None:
    ((found, _, _),) = disputes(
        "Oskar Lind has not denied that the mill will sell its boats. But the union "
        "said the boats would be sold in spring."
    )
    assert found.shown == "possibly"


def test_who_denies_all_allegations_denies_more_than_the_last_words() -> None:
    ((found, _, _),) = disputes(
        "Guards said the gate was shut. Oskar Lind denied all the allegations."
    )
    assert found.shown == "possibly"
