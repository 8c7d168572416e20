"""Whether the right one is named where a pronoun or a noun stands for the speaker."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bench.attributions import SPEAKER, Found, Gold, Judged, Metric, paired
from bench.harness import Figures, joined
from bench.statement_record import unmasked

SourceKind = Literal["pronoun", "noun", "name", "nothing"]
Outcome = Literal["right", "wrong", "withheld", "none given"]
_WORD = re.compile(r"\w+")
PRONOUNS = frozenset({
    "he", "she", "it", "they", "i", "we", "you", "who", "him", "her", "them", "his",
    "their", "its", "my", "our", "me", "us", "whose", "whom", "himself", "herself",
    "themselves", "itself", "myself",
})  # fmt: skip
_ORDER = ("right", "wrong", "withheld", "none given")


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker whom the gold names, what stands for them, and whom we named."""

    judged: Judged
    gold: Gold
    found: Found | None  # None: we have no statement there
    kind: SourceKind
    outcome: Outcome | None


def source_kind(judged: Judged, gold: Gold) -> SourceKind:
    """What stands for the speaker; a name where a word of it stands there as one.

    "The ministry" is no name, though the ministry's has that word, too.
    """
    words = _WORD.findall(judged.at(gold.source))
    if not words:
        return "nothing"
    if len(words) == 1 and words[0].casefold() in PRONOUNS:
        return "pronoun"
    names = [_WORD.findall(name) for name in gold.names]
    parts = {word for name in names for word in name}
    is_part = any(word in parts and word[0].isupper() for word in words)
    return "name" if is_part or words in names else "noun"


def speakers_of(judged: Sequence[Judged], metric: Metric) -> Iterator[Named]:
    """Every speaker whom the gold names."""
    for each in judged:
        pairs = paired(each, by_source=False)
        for number, gold in enumerate(each.golds):
            if gold.speaker:
                at = pairs.get(number)
                found = None if at is None else each.founds[at]
                outcome = None if found is None else _outcome(gold, found, metric)
                yield Named(each, gold, found, source_kind(each, gold), outcome)


def _outcome(gold: Gold, found: Found, metric: Metric) -> Outcome:
    if found.speaker is None:
        return "withheld" if found.is_masked else "none given"
    return "right" if metric.is_speaker(found.speaker, gold) else "wrong"


def measure_speakers(parts: Mapping[str, list[Judged]], metric: Metric) -> Figures:
    """Pronouns of our own test outlets; nouns of all texts, since each part has few.

    Asked is who was meant, so that names which a record withholds count as given; what
    remains of the figures in a record is a note.
    """
    bare = {part: unmasked(judged) for part, judged in parts.items()}
    named = {part: list(speakers_of(each, metric)) for part, each in parts.items()}
    whole = {part: list(speakers_of(each, metric)) for part, each in bare.items()}
    in_record = _figures(named)
    notes = [
        *(_outcomes(f"{part}, nothing withheld", each) for part, each in whole.items()),
        *(_outcomes(f"{part}, as exported", each) for part, each in named.items()),
        f"nothing withheld: {', '.join(_scores(bare, metric))}",
        f"as exported: {', '.join(_listed(in_record.values))}",
    ]
    return joined(_figures(whole), Figures({}, notes=tuple(notes)))


def _figures(named: Mapping[str, Sequence[Named]]) -> Figures:
    return joined(
        measure_pronouns(named.get("test", [])),
        measure_nouns([one for part in named.values() for one in part]),
    )


def _scores(parts: Mapping[str, list[Judged]], metric: Metric) -> Iterator[str]:
    for part, judged in parts.items():
        score = metric.of(judged).get(SPEAKER)
        if score is not None:
            yield f"{SPEAKER} of {part} {score['f1']:.3f}"


def _listed(values: Mapping[str, float]) -> Iterator[str]:
    return (f"{key} {value:.3f}" for key, value in values.items())


def measure_pronouns(named: Sequence[Named]) -> Figures:
    """Of the pronouns that we gave a name, the share where it is the right one."""
    counts = _counted(named, "pronoun")
    given = counts["right"] + counts["wrong"]
    values = {"pronoun_speakers": counts["right"] / given} if given else {}
    return Figures(values, asked={"pronoun_speakers": given})


def measure_nouns(named: Sequence[Named]) -> Figures:
    """Of the nouns that stand for a name: how many we named, and how many rightly.

    Asked of the statements that we found; whether they are found has its own figure.
    """
    counts = _counted(named, "noun")
    given, found = counts["right"] + counts["wrong"], counts.total()
    values = {}
    if found:
        values["nominal_speakers_named"] = given / found
    if given:
        values["nominal_speakers_right"] = counts["right"] / given
    asked = {"nominal_speakers_named": found, "nominal_speakers_right": given}
    return Figures(values, asked=asked)


def _outcomes(name: str, named: Sequence[Named]) -> str:
    """A line for the report: what became of each kind of source."""
    told = []
    for kind in ("name", "pronoun", "noun", "nothing"):
        counts = _counted(named, kind)
        asked = sum(one.kind == kind for one in named)
        each = [f"{counts[key]} {key}" for key in _ORDER if counts[key]]
        told.append(f"{kind} {asked}, {', '.join([f'{counts.total()} found', *each])}")
    return f"speakers of {name}, by what stands for them: {'; '.join(told)}"


def _counted(named: Sequence[Named], kind: str) -> Counter[str]:
    """What became of those of a kind whose statement we found."""
    return Counter(one.outcome for one in named if one.kind == kind and one.outcome)
