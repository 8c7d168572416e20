"""Our own way of doing spaCy's steps gives what spaCy gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_info

from onrecord.language import word_vectors
from onrecord.language.entities import EntityLabeller
from onrecord.language.parser import BATCH, DEFAULT_PARSER
from onrecord.language.steps import Step, load_pipeline, make_steps
from onrecord.language.word_rules import WordRules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

WORDS = (
    "Ana", "Petrell", "of", "the", "Vorrin", "Harbour", "Office", "said", "Monday",
    "that", "there", "were", "12", "ferries", "let", "'s", "gonna", "n't", "ai", "do",
    ".", "?", '"', "  ", "It", "has", "been", "$3", "million", "and", "15%", "'em",
)  # fmt: skip
TOLD = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_PARSER)


@pytest.fixture(scope="module")
def quick() -> Language:
    return load_pipeline(DEFAULT_PARSER)


@pytest.fixture(scope="module")
def steps(quick: Language) -> tuple[Step, ...]:
    return make_steps(quick, BATCH)


def _read(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            token.text, token.tag_, token.pos_, token.lemma_, token.dep_, token.head.i,
            token.ent_type_, token.ent_iob_, token.is_sent_start, str(token.morph),
        )
        for token in doc
    ]  # fmt: skip


def _by(steps: tuple[Step, ...], quick: Language, texts: list[str]) -> list[Doc]:
    docs = [quick.make_doc(text) for text in texts]
    for step in steps:
        docs = list(step(docs))
    return docs


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(TOLD, max_size=6))
def test_every_token_is_what_the_pipeline_itself_makes_of_it(
    plain: Language,
    quick: Language,
    steps: tuple[Step, ...],
    texts: list[str],
) -> None:
    ours = _by(steps, quick, texts)
    assert [_read(doc) for doc in ours] == [_read(doc) for doc in plain.pipe(texts)]


def test_both_quick_steps_are_taken_for_the_default_pipeline(
    steps: tuple[Step, ...],
) -> None:
    assert {EntityLabeller, WordRules} <= {type(step) for step in steps}


def test_rules_that_look_at_more_than_we_know_are_left_to_spacy() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add([[{"SHAPE": "Xxxx"}]], {"POS": "PROPN"})  # type: ignore[attr-defined]  # a component of spaCy's own
    (step,) = make_steps(nlp, BATCH)
    assert not isinstance(step, WordRules)
    assert [token.pos_ for token in _by((step,), nlp, ["Rain fell"])[0]] == [
        "PROPN",
        "",
    ]


def test_a_component_that_is_a_function_is_called_on_each_passage() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    steps = make_steps(nlp, BATCH)
    first, second = _by(steps, nlp, ["Rain fell. It was cold.", "Snow."])
    assert len(list(first.sents)) == 2
    assert len(list(second.sents)) == 1


def test_words_are_learned_anew_when_the_table_is_full(
    monkeypatch: pytest.MonkeyPatch, plain: Language
) -> None:
    monkeypatch.setattr(word_vectors, "MOST", 5)
    small = load_pipeline(DEFAULT_PARSER)
    texts = ["Ana Petrell left Vorrin.", "The ferry to Vorrin sank in May last year."]
    vectors = [
        nlp.get_pipe("tok2vec").model.predict([nlp.make_doc(text)])[0]  # type: ignore[attr-defined]  # a trained component
        for text in texts
        for nlp in (small, plain)
    ]
    assert np.allclose(vectors[0], vectors[1], atol=1e-4)
    assert np.allclose(vectors[2], vectors[3], atol=1e-4)


def test_products_of_matrices_stay_on_one_thread(quick: Language) -> None:
    assert quick.lang == "en"
    blas = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    assert {pool["num_threads"] for pool in blas} == {1}
