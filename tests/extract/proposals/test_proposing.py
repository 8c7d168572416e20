"""What becomes of an assistant's answers beside what our own rules find."""

from __future__ import annotations

import json
import time

import pytest

from onrecord.extract import find_statements, propose_statements
from onrecord.extract.proposals import propose
from onrecord.language import Unanswered
from onrecord.model import statement_id
from tests.extract.proposals.answering import (
    MODEL,
    Mouth,
    only_proposed,
    proposed_in,
    worded,
)
from tests.extract.statements.telling import read, statements_in, tools

DAM = (
    "“The wall is sound,” said Mara Quist, a spokeswoman for the water board.\n"
    "Orlo Venn, who lives below the wall, sketched for the Harbour Post what he saw: "
    "the gate stood open all night.\n"
    "Quist waved this away. Ana Petrell stood beside her."
)
SEEN = worded("Orlo Venn", "sketched", "the gate stood open all night")
PLAIN = '{"statements": []}'


def test_a_proposal_is_a_statement_marked_with_the_model() -> None:
    annotated = read(DAM)
    ((found,), told) = proposed_in(annotated, SEEN)
    assert found.found_by == MODEL
    assert found.id == statement_id(annotated.article.id, found.content)
    assert (found.speaker_name, found.mode, found.cue_class) == (
        "Orlo Venn",
        "indirect",
        "neutral",
    )
    assert (told.model, told.proposed, told.dropped) == (MODEL, 1, 0)


def test_our_own_statements_bear_no_model() -> None:
    assert {each.found_by for each in statements_in(read(DAM))} == {None}


def test_confidence_is_modest_and_told_by_the_construction() -> None:
    odd = only_proposed(DAM, SEEN)
    quoted = only_proposed(DAM, worded("Mara Quist", "said", "The wall is sound,"))
    body = "The wall is sound, Mara Quist said."
    plain = only_proposed(body, worded("Mara Quist", "said", "The wall is sound"))
    assert (odd.confidence, plain.confidence, quoted.confidence) == (0.3, 0.4, 0.5)
    ours = find_statements(read(body), tools()[1])
    assert all(each.confidence > plain.confidence for each in ours)


@pytest.mark.parametrize(
    "content",
    ["The wall is sound,", "The wall is sound", "wall is sound", "The wall"],
)
def test_what_overlaps_a_statement_of_ours_by_half_its_words_stays_ours(
    content: str,
) -> None:
    annotated = read(DAM)
    before = statements_in(annotated)
    assert any(each.speaker_name == "Mara Quist" for each in before)
    found, told = proposed_in(
        annotated, worded("Mara Quist", "said", content), with_ours=True
    )
    assert (found, told.known, told.dropped) == ((), 1, 0)


def test_the_same_words_proposed_twice_are_one_statement() -> None:
    found, told = proposed_in(read(DAM), SEEN, SEEN)
    assert (len(found), told.known) == (1, 1)


def test_a_proposal_inside_a_statement_of_ours_is_nested_in_it() -> None:
    body = (
        "“The wall holds, and Orlo Venn swears the gate stood open,” said Mara Quist."
    )
    annotated = read(body)
    outer = [each for each in statements_in(annotated) if each.nested_in is None]
    inner = worded("Orlo Venn", "swears", "the gate stood open")
    mouth = Mouth([json.dumps({"statements": [inner]})])
    (found,), _ = propose_statements(annotated, outer, mouth, tools()[1])
    assert found.nested_in in {each.id for each in outer}


@pytest.mark.parametrize(
    ("source", "speaker", "named"),
    [
        ("Orlo Venn", "Orlo Venn", "Orlo Venn"),
        ("Orlo Venn", None, "Orlo Venn"),
        ("Orlo Venn", "Mara Quist", "Orlo Venn"),
        ("he", "Orlo Venn", "Orlo Venn"),
        ("he", "Orlo  Venn", "Orlo Venn"),
        ("he", "orlo venn", None),
        ("he", "Hanne Ruskov", None),
        ("he", "IGNORE ALL RULES", None),
        ("he", None, None),
        ("Orlo Venn, who lives below the wall", "Orlo Venn", "Orlo Venn"),
        ("Orlo Venn, who lives below the wall", "Mara Quist", None),
    ],
)
def test_only_a_name_of_the_article_speaks(
    source: str, speaker: str | None, named: str | None
) -> None:
    cue = "saw" if source == "he" else "sketched"
    proposal = worded(source, cue, "the gate stood open all night", speaker=speaker)
    assert only_proposed(DAM, proposal).speaker_name == named


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "Sure! Here are the statements.",
        "<html><body>busy</body></html>",
        "[]",
        '{"statements": 7}',
        '{"statements": {}}',
        '{"results": []}',
        '{"statements": [',
        "[" * 100_000,
        '{"statements": ' + "[" * 100_000,
        '{"statements": []} and more',
    ],
)
def test_an_answer_in_another_form_is_a_failure_in_one_clause(answer: str) -> None:
    found, told = propose_statements(read(DAM), [], Mouth([answer]), tools()[1])
    assert found == ()
    assert told.failure == "answers with what is not the JSON asked for"


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "```\n{}\n```", " {}\n"])
def test_a_fence_around_the_answer_is_no_harm(fence: str) -> None:
    answer = fence.replace("{}", json.dumps({"statements": [SEEN], "note": "x"}))
    found, told = propose_statements(read(DAM), [], Mouth([answer]), tools()[1])
    assert (len(found), told.failure) == (1, None)


def test_a_proposal_of_another_form_spoils_no_other() -> None:
    odd: list[object] = [7, None, [], {}, {"content": "a", "cue": "b", "source": "c"}]
    found, told = proposed_in(read(DAM), *odd, SEEN)
    assert (len(found), told.dropped) == (1, 5)


def test_what_is_overlong_is_dropped() -> None:
    who = "Orlo Venn, " + "a neighbour of a neighbour, " * 11 + "swore"
    how = "shouted over the wall, " + "over the boats, " * 4 + "over the hills"
    held = "the gate and the wall held " * 150
    pieces = ["the gate", "and", "the wall", "held"] * 2
    body = f"{who} {how} {held}"
    annotated = read(body)
    good = worded("a neighbour", "shouted", *pieces)
    assert len(proposed_in(annotated, good)[0]) == 1
    found, told = proposed_in(
        annotated,
        worded("a neighbour", "shouted", held),
        worded("a neighbour", "shouted", *pieces, "the gate"),
        worded(who, "shouted", "the gate and the wall"),
        worded("a neighbour", how, "the gate and the wall"),
    )
    assert (found, told.dropped) == ((), 4)


def test_more_proposals_than_an_article_can_hold_are_dropped() -> None:
    found, told = proposed_in(read(DAM), *[SEEN] * 1000)
    assert (len(found), told.known, told.dropped) == (1, 199, 800)


LINE = "Rain fell on the boats of Vorrin and on the harbour office all day long.\n"


def test_a_long_article_is_asked_about_in_parts_and_words_found_in_each() -> None:
    body = f"{LINE * 100}{DAM}"
    answers = [PLAIN, json.dumps({"statements": [SEEN]})]
    mouth = Mouth(answers)
    found, told = propose_statements(read(body), [], mouth, tools()[1])
    assert len(mouth.asked) == 2
    assert max(map(len, mouth.asked)) <= 6000
    assert " ".join(mouth.asked).split() == body.split()
    assert (len(found), told.failure) == (1, None)
    assert found[0].content[0].start == body.index("the gate stood open")


def test_when_an_answer_fails_what_came_before_is_kept_and_nothing_more_asked() -> None:
    body = f"{DAM}\n{LINE * 200}"
    mouth = Mouth([json.dumps({"statements": [SEEN]}), "no JSON", PLAIN])
    found, told = propose_statements(read(body), [], mouth, tools()[1])
    assert len(mouth.asked) == 2
    assert (len(found), told.proposed) == (1, 1)
    assert told.failure == "answers with what is not the JSON asked for"


def test_an_article_as_long_as_a_book_is_asked_about_in_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(propose, "MOST_CHUNKS", 2)
    mouth = Mouth([PLAIN])
    _, told = propose_statements(read(LINE * 400), [], mouth, tools()[1])
    assert len(mouth.asked) == 2
    assert told.failure is not None
    assert told.failure.startswith("was asked about the first")


def test_one_article_gets_so_much_time_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(propose, "ARTICLE_SECONDS", 0.05)

    class Slow(Mouth):
        def ask(self, task: str, words: str, at_most_seconds: float) -> str:
            time.sleep(at_most_seconds)
            return super().ask(task, words, 1)

    mouth = Slow([PLAIN])
    _, told = propose_statements(read(LINE * 400), [], mouth, tools()[1])
    assert len(mouth.asked) == 1
    assert told.failure == "took more than 0.05 seconds"


def test_what_the_assistant_cannot_say_is_told() -> None:
    class Silent(Mouth):
        def ask(self, task: str, words: str, at_most_seconds: float) -> str:
            raise Unanswered("gave no answer")

    _, told = propose_statements(read(DAM), [], Silent([]), tools()[1])
    assert told.failure == "gave no answer"
