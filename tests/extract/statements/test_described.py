"""The words of a source: titles and descriptions, no clauses of its own."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import told

SAFE = "the bridge was safe"

SOURCES = [
    (
        f"Ana Petrell, head of the harbour office in Vorrin, said {SAFE}.",
        "Ana Petrell, head of the harbour office in Vorrin",
    ),
    (
        f"Ana Petrell, CEO of Vorrin Lines, a ferry company, said {SAFE}.",
        "Ana Petrell, CEO of Vorrin Lines, a ferry company",
    ),
    (
        '"It is safe," said Ana Petrell, a former engineer of the port.',
        "Ana Petrell, a former engineer of the port",
    ),
    (
        f"Ana Petrell, an engineer who built the bridge, said {SAFE}.",
        "Ana Petrell, an engineer",
    ),
    (f"Ana Petrell, who built the bridge, said {SAFE}.", "Ana Petrell"),
    (f"A man who lives by the river said {SAFE}.", "A man"),
    (f"Even the harbour office said {SAFE}.", "the harbour office"),
    (f"A person familiar with the matter said {SAFE}.", None),
    (f"Ana Petrell, 59, from Vorrin, said {SAFE}.", "Ana Petrell, 59, from Vorrin"),
    (
        f"The Vorrin Harbour Union (VHU), a trade union, said {SAFE}.",
        "The Vorrin Harbour Union (VHU), a trade union",
    ),
    (f"The 43-year-old said {SAFE}.", "The 43-year-old"),
]


@pytest.mark.parametrize(("sentence", "source"), SOURCES)
def test_a_source_has_its_description_and_no_clause(
    sentence: str, source: str | None
) -> None:
    (found,) = told(sentence)
    whole = sentence.removesuffix(f" said {SAFE}.")
    assert found.split(": ")[0] == (source or whole)


OTHERS = [
    ("According to Ana Petrell, the bridge is safe.", "Ana Petrell"),
    ("Ana Petrell, speaking in Vorrin, said the bridge was safe.", "Ana Petrell"),
    ('"It is safe," said Ana Petrell, adding nothing.', "Ana Petrell"),
    ('"It is safe," said Ana Petrell, a day after the flood.', "Ana Petrell"),
    ('"It is safe," said Ana Petrell, the mayor, on Monday.', "Ana Petrell, the mayor"),
    ("The mayor, meanwhile, said the bridge was safe.", "The mayor"),
]


@pytest.mark.parametrize(("sentence", "source"), OTHERS)
def test_what_is_said_or_done_is_no_description(sentence: str, source: str) -> None:
    assert [line.split(": ")[0] for line in told(sentence)] == [source]
