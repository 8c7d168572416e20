"""Attributions as the metric reads them, and the metric, from beside the data."""

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypedDict

import msgspec

from bench.compare import PageWords, Words, share, share_of
from bench.recorded import BenchError
from bench.rows import Spans

PAIR, SPEAKER = "pair 0.8", "speaker 0.8"  # measures of the metric
SAME = 0.8  # share of words from which two contents are the same, as in the metric
ALIKE = 0.5  # from which one may be meant by the other
INNER = frozenset({"believing", "wanting"})  # classes of cues that tell of no speech


class Attribution(msgspec.Struct, frozen=True):
    """One attribution, in the form that the metric reads."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    speaker: str | None = None
    aliases: tuple[str, ...] = ()
    negative: bool = False


class Gold(Attribution, frozen=True):
    """One that a reader found. What is not firm counts neither for nor against."""

    belief: bool = False
    optional: bool = False

    @property
    def is_firm(self) -> bool:
        """Whether it is speech, and the reader had no doubt."""
        return not (self.belief or self.optional)

    @property
    def names(self) -> tuple[str, ...]:
        """Every right name of the speaker; none when nobody is named."""
        return (self.speaker, *self.aliases) if self.speaker else ()


class Found(Attribution, frozen=True):
    """One that we found; `is_masked`: it has a speaker whose name is withheld."""

    cue_class: str = "neutral"
    mode: str = "indirect"
    confidence: float = 0.5
    is_masked: bool = False


class Document(msgspec.Struct, frozen=True):
    """A text with its attributions."""

    id: str
    text: str
    attributions: tuple[Gold, ...]


@dataclass(frozen=True)
class Judged:
    """One text: what a reader found in it, and what we or a peer did."""

    id: str
    text: str
    golds: tuple[Gold, ...]
    founds: tuple[Found, ...]

    @cached_property
    def words(self) -> PageWords:
        """The words of the text, numbered."""
        return PageWords(self.text)

    def content(self, one: Attribution) -> Words:
        """The words of what was said."""
        return self.words.within(one.content)

    def at(self, spans: Spans) -> str:
        """The characters at these spans."""
        return self.words.words_at(spans)


class Measured(TypedDict, total=False):
    """What the metric says of one measure."""

    f1: float
    p: float
    r: float
    value: float


Documents = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Metric:
    """The metric: it is defined beside the data, and so are the names it takes."""

    score: Callable[[Documents, Documents], dict[str, Measured]]
    is_same_name: Callable[[str, str], bool]

    def of(self, judged: Sequence[Judged]) -> dict[str, Measured]:
        """Every measure of these texts, by its name."""
        gold: Documents = {}
        found: Documents = {}
        for each in judged:
            theirs, ours = map(msgspec.to_builtins, (each.golds, each.founds))
            gold[each.id] = {"id": each.id, "text": each.text, "attributions": theirs}
            found[each.id] = {"id": each.id, "attributions": ours}
        return self.score(gold, found)

    def is_speaker(self, name: str, gold: Gold) -> bool:
        """Whether this is a right name for who speaks."""
        return any(self.is_same_name(right, name) for right in gold.names)


def load_metric(script: Path) -> Metric:
    """The metric of this file. Raises BenchError when it is none."""
    spec = importlib.util.spec_from_file_location("statements_score", script)
    if spec is None or spec.loader is None:
        raise BenchError(f"{script} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Metric(module.score, module.same_speaker)


def told(name: str, result: Mapping[str, Measured]) -> str:
    """A line for the report: precision and recall, and recall of each kind."""
    kinds = {
        key.removeprefix("recall pair 0.8 "): each["value"]
        for key, each in result.items()
        if key.startswith("recall")
    }
    recalls = ", ".join(f"{kind} {value:.3f}" for kind, value in kinds.items())
    shares = [
        f"{key} P {result[key]['p']:.3f} R {result[key]['r']:.3f}"
        for key in (PAIR, SPEAKER)
        if key in result
    ]
    return f"{name}: {', '.join(shares)}; recall of {recalls}"


def firm(judged: Judged) -> Judged:
    """Without the gold that may go either way, and without what matches only that.

    Beliefs and wishes are left out on both sides.
    """
    told = [judged.content(gold) for gold in judged.golds if gold.is_firm]
    either = [gold for gold in judged.golds if not gold.is_firm]
    kept = [
        found
        for found in judged.founds
        if found.cue_class not in INNER
        and (
            any(share(judged.content(found), words) >= SAME for words in told)
            or not any(_is_meant(judged, gold, found) for gold in either)
        )
    ]
    golds = tuple(gold for gold in judged.golds if gold.is_firm)
    return Judged(judged.id, judged.text, golds, tuple(kept))


def _is_meant(judged: Judged, gold: Gold, found: Found) -> bool:
    cue = judged.words.within(found.cue)
    is_same_cue = bool(cue) and cue == judged.words.within(gold.cue)
    shared = share(judged.content(gold), judged.content(found))
    return is_same_cue or shared >= ALIKE


def paired(judged: Judged, *, by_source: bool) -> dict[int, int]:
    """The found one, by number, for each gold one that was found; each once.

    The contents share `SAME` of their words. `by_source`: the sources share more than
    half of the shorter one, too, or neither has one.
    """
    founds = [judged.content(found) for found in judged.founds]
    fits = []
    for number, gold in enumerate(judged.golds):
        words = judged.content(gold)
        for other, theirs in enumerate(founds):
            shared = share(words, theirs)
            if shared >= SAME and not (
                by_source and not has_same_source(judged, gold, judged.founds[other])
            ):
                fits.append((-shared, number, other))
    pairs: dict[int, int] = {}
    for _, number, other in sorted(fits):
        if number not in pairs and other not in pairs.values():
            pairs[number] = other
    return pairs


def has_same_source(judged: Judged, gold: Attribution, found: Attribution) -> bool:
    """Whether both name the same words as the source, or both none."""
    one = judged.words.within(gold.source)
    other = judged.words.within(found.source)
    if not one or not other:
        return not one and not other
    shorter = min(one, other, key=len)
    return share_of(shorter, one & other) > ALIKE
