"""The steps of a spaCy pipeline, with the slow ones done in another way.

Nothing that they set changes; `python -m bench statements` measures what they take
beside the pipeline as it comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

from onrecord.language.entities import EntityLabeller
from onrecord.language.word_rules import WordRules
from onrecord.language.word_vectors import keep_word_vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Step = Callable[[Sequence["Doc"]], Iterable["Doc"]]
Component = Callable[["Doc"], "Doc"]


def load_pipeline(name: str) -> Language:
    """The installed pipeline of this name, its products of matrices left to NumPy.

    Raises what spaCy raises when it does not load.
    """
    import spacy  # noqa: PLC0415 - a second of start-up that most commands never need
    from spacy.pipeline import TrainablePipe  # noqa: PLC0415 - see above
    from thinc.api import use_ops  # noqa: PLC0415 - comes with spaCy

    # NumPy's library multiplies three times as fast as the one spaCy takes. But these
    # matrices are small: on more than one thread most of the time is spent waiting.
    threadpool_limits(1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        pipeline = spacy.load(name)
    for _, component in pipeline.pipeline:
        if isinstance(component, TrainablePipe):
            keep_word_vectors(component.model)
    return pipeline


def make_steps(pipeline: Language, batch: int) -> tuple[Step, ...]:
    """What turns bare docs into parsed ones, in order; at most `batch` docs at once."""
    return tuple(
        _quick_step(component) or partial(_piped, component, batch)
        for _, component in pipeline.pipeline
    )


def _quick_step(component: Component) -> Step | None:
    """Our own way of doing what the component does, if we know one."""
    from spacy.pipeline import AttributeRuler, EntityRecognizer  # noqa: PLC0415 - loaded

    try:
        if type(component) is EntityRecognizer:
            return EntityLabeller(component)
        if type(component) is AttributeRuler:
            return WordRules(component)
    except ValueError:  # works in some other way than the one that we know
        pass
    return None


def _piped(component: Component, batch: int, docs: Sequence[Doc]) -> Iterable[Doc]:
    """The component's own way; one that is a plain function takes doc after doc."""
    pipe = getattr(component, "pipe", None)
    # spaCy's parser works on a quarter of a batch at once.
    return map(component, docs) if pipe is None else pipe(docs, batch_size=4 * batch)
