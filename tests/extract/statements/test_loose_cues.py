"""Cues that stand loosely by their words or their speaker, and more verbs that report.

Each was missed while only the plainest places were searched.
"""

from __future__ import annotations

import pytest

from onrecord.extract.statements.cues import load_cues
from tests.extract.statements.telling import told

NOUNS = [
    (
        "The mayor renewed his calls for the council to reopen the bridge.",
        "his: for the council to reopen the bridge",
    ),
    (
        "The council's view is that the bridge is safe.",
        "The council's: that the bridge is safe",
    ),
    (
        "Fears among residents that the dam would fail have grown.",
        "residents: that the dam would fail",
    ),
    ("The mayor defended her opposition to the new dam.", "her: to the new dam"),
]
SPEAKERS = [
    (
        "Oskar Lind has been blunt in condemning the new dam.",
        "Oskar Lind: the new dam",
    ),
    (
        "The union took several steps, including calling for a strike vote.",
        "The union: a strike vote",
    ),
    ("He's announced that the port will close.", "He: that the port will close"),
]
VERBS = [
    (
        "The agency can confirm that the port is closed.",
        "The agency: that the port is closed",
    ),
    ("I would argue that the port is unsafe.", "I: that the port is unsafe"),
    (
        "Ana Petrell wrote to the council to point out that the bridge was unsafe.",
        "Ana Petrell: that the bridge was unsafe",
    ),
    (
        "The minister compared the plan with a leaking boat.",
        "The minister: the plan with a leaking boat",
    ),
    (
        "The court's order, declaring the pier to be unsafe, was lifted.",
        "The court's order: the pier to be unsafe",
    ),
    (
        "The mayor threatened the builders with a fine.",
        "The mayor: the builders with a fine",
    ),
    (
        "The council designated the pier as a heritage site.",
        "The council: the pier as a heritage site",
    ),
    (
        "The judge prohibited Oskar Lind from entering the port.",
        "The judge: Oskar Lind from entering the port",
    ),
    ("Oskar Lind touched on the cost of the dam.", "Oskar Lind: the cost of the dam"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*NOUNS, *SPEAKERS, *VERBS])
def test_loose_cue_is_found_with_its_speaker(sentence: str, expected: str) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Oskar Lind can argue that the port is unsafe.",
        "He's told that the port will close by the mayor of Halden.",
        "The station did not respond to the paper's request for an interview.",
        "What she called was a taxi.",
        "The mayor's plan is that trams run at night.",
    ],
)
def test_what_only_looks_like_it_has_no_such_speaker(sentence: str) -> None:
    named = [line for line in told(sentence) if not line.startswith(":")]
    assert not [line for line in named if not line.startswith("the mayor of Halden")]


def test_no_verb_stands_twice_in_the_table_for_the_same_particle() -> None:
    for form, cues in load_cues().items():
        particles = [cue.particle for cue in cues if cue.lemma == cues[0].lemma]
        assert len(particles) == len(set(particles)), form
