"""Errors of statements are told apart by kind."""

import pytest

from bench.attributions import Found, Gold, Judged
from bench.rows import Spans
from bench.statement_misses import errors_of, kinds_note, traits

TEXT = (
    "Ana Petrell said the quay of Vorrin is safe and dry. "
    "The survey burbled that rents rose. Her claim that boats sank was read out. "
    "“The mayor said rain fell all night,” Rui Tolves said. It was said all is well."
)


def spans(*words: str) -> Spans:
    return tuple(
        (TEXT.index(each), TEXT.index(each) + len(each)) for each in words if each
    )


def gold(source: str, cue: str, *content: str) -> Gold:
    return Gold(spans(source), spans(cue), spans(*content))


def found(source: str, cue: str, *content: str, cue_class: str = "neutral") -> Found:
    return Found(spans(source), spans(cue), spans(*content), cue_class=cue_class)


def judged(golds: list[Gold], founds: list[Found]) -> Judged:
    return Judged("one", TEXT, tuple(golds), tuple(founds))


def kinds(golds: list[Gold], founds: list[Found]) -> list[str]:
    return [error.kind for error in errors_of(judged(golds, founds))]


SAFE = gold("Ana Petrell", "said", "the quay of Vorrin is safe and dry")
LONG = "Petrell said the quay of Vorrin is safe and dry. The survey"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (found("Ana Petrell", "said", "the quay of Vorrin"), "content too short"),
        (found("Ana Petrell", "said", LONG), "content too long"),
        (found("Vorrin", "said", "the quay of Vorrin is safe and dry"), "source wrong"),
        (found("", "said", "the quay of Vorrin is safe and dry"), "source missing"),
        (found("Ana Petrell", "said", "rain fell all"), "content elsewhere"),
    ],
)
def test_what_is_nearly_right_is_one_error_of_its_kind(
    answer: Found, kind: str
) -> None:
    assert kinds([SAFE], [answer]) == [kind]


@pytest.mark.parametrize(
    ("missed", "kind"),
    [
        (SAFE, "a cue of our tables, other words"),
        (gold("The survey", "burbled", "that rents rose"), "cue not in our tables"),
        (gold("Her", "claim", "that boats sank"), "noun cue"),
        (gold("", "was said", "all is well"), "no source (passive)"),
        (gold("", "", "all is well"), "no cue (floating, colon)"),
    ],
)
def test_what_is_not_found_is_told_by_what_makes_it_hard(
    missed: Gold, kind: str
) -> None:
    assert kinds([missed], []) == [f"not found, {kind}"]


def test_speech_inside_a_quotation_is_nested() -> None:
    outer = gold("Rui Tolves", "", "The mayor said rain fell all night")
    start = TEXT.index("The mayor said")
    inner = Gold(
        spans("The mayor"), ((start + 10, start + 14),), spans("rain fell all night")
    )
    page = judged([outer, inner], [])
    assert "nested in a quotation" in traits(page, inner)
    assert traits(page, outer)[0] == "direct"
    assert traits(page, inner)[0] == "direct"


def test_a_document_that_speaks_is_told() -> None:
    one = gold("The survey", "burbled", "that rents rose")
    assert "document as source" in traits(judged([one], []), one)


def test_right_ones_are_no_errors_and_others_false_by_frame() -> None:
    right = found("Ana Petrell", "said", "the quay of Vorrin is safe and dry")
    false = found("Her", "claim", "that boats sank", cue_class="noun")
    assert kinds([SAFE], [right]) == []
    assert kinds([SAFE], [right, false]) == ["false, noun cue, indirect"]
    assert kinds([SAFE], [right, right]) == ["false, said twice"]


def test_no_word_of_a_page_stands_where_a_miss_is_and_in_its_kind() -> None:
    errors = list(errors_of(judged([SAFE], [])))
    miss = errors[0].miss("own_train")
    assert miss.at == "one 17-51"
    assert "quay" not in miss.key + miss.at + kinds_note("own test", errors)
