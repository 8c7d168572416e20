"""The peer is given the same texts, and its quotations the same form."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

from bench import own_statements
from bench.attributions import Judged, Metric
from bench.textacy_peer import has_textacy, judged_textacy

QUOTED = '"The quay of Vorrin is safe again," Ana Petrell said on Monday.'
ODD = 'A notice of the harbour office has one mark: " and no other.'
needs_textacy = pytest.mark.skipif(not has_textacy(), reason="textacy is not here")


def texts_of(judged: Judged) -> list[tuple[str, str, str, str | None]]:
    return [
        (judged.at(f.source), judged.at(f.cue), judged.at(f.content), f.speaker)
        for f in judged.founds
    ]


@needs_textacy
@pytest.mark.parametrize("text", [QUOTED, f"{ODD}\n\n{QUOTED}"])
def test_a_text_with_an_odd_mark_is_read_by_paragraph(text: str) -> None:
    found = judged_textacy([Judged("one", text, (), ())])[0]
    said = '"The quay of Vorrin is safe again,"'
    assert texts_of(found) == [("Ana Petrell", "said", said, "Ana Petrell")]


def test_without_the_peer_a_line_says_which_keys_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(own_statements, "has_textacy", lambda: False)
    metric = Metric(lambda _gold, _found: {}, lambda one, other: one == other)
    figures = own_statements.measure_peers({"test": [], "train": []}, metric)
    assert not any("textacy" in key for key in figures.values)
    assert "own_pair80_textacy" in figures.notes[0]


def test_processor_time_is_asked_of_the_texts_of_both_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[str] = []
    timed = ModuleType("bench.cpu")
    timed.__spec__ = ModuleSpec("bench.cpu", None)

    def cpu_ratio(texts: list[str]) -> float:
        given.extend(texts)
        return 0.5

    monkeypatch.setattr(timed, "cpu_ratio", cpu_ratio, raising=False)
    monkeypatch.setitem(sys.modules, "bench.cpu", timed)
    monkeypatch.setattr(own_statements, "has_textacy", lambda: False)
    parts = {
        "test": [Judged("one", QUOTED, (), ())],
        "train": [Judged("two", ODD, (), ())],
    }
    metric = Metric(lambda _gold, _found: {}, lambda one, other: one == other)
    assert own_statements.measure_peers(parts, metric).values == {"cpu_ratio": 0.5}
    assert given == [QUOTED, ODD]
