"""How many disputes that are shown on real articles are ones, and how many are found.

A record is made of the dev articles and another of those kept out; a reader's labels
(`bench/gold/shown`) say which of its disputes are ones. A pair that nobody read counts
neither way and is told; so is one that the reader left open. Recall is over articles
read whole.
"""

from collections import Counter
from collections.abc import Sequence

from bench.harness import Figures, Inputs, joined, missing
from bench.shown_gold import (
    Judged,
    Label,
    is_same,
    known_texts,
    read_judged,
    read_whole,
)
from bench.shown_record import Found, find_shown
from bench.shown_texts import Part, Told, read_told

PARTS: tuple[Part, ...] = ("kept_out", "dev")
KINDS = ("denial", "contrast", "contradiction", "figures")


def measure(inputs: Inputs) -> Figures:
    """Precision and recall of what is shown, kept out and dev; each kind as a note."""
    told = read_told(inputs.shared)
    if not told:
        return missing(inputs.shared / "bench", "precision", "recall")
    return joined(*(_of_part(part, told) for part in PARTS))


def _of_part(part: Part, told: Sequence[Told]) -> Figures:
    texts = [text for text in told if text.part == part]
    return figures_of(part, texts, find_shown(texts))


def figures_of(part: Part, texts: Sequence[Told], found: Sequence[Found]) -> Figures:
    """The figures of one part, given what its record has."""
    prefix = "" if part == "kept_out" else "dev_"
    known = known_texts(texts)
    judged = [
        item
        for item in read_judged(part)
        if {(s.text, s.sha256) for s in (item.left, item.right)} <= known
    ]
    values: dict[str, float] = {}
    notes: list[str] = []
    for shown, name in (("yes", "precision"), ("possibly", "possible_precision")):
        some = [item for item in found if item.shown == shown]
        labels = [(item.evidence, label_of(item, judged)) for item in some]
        share = _precision([label for _, label in labels])
        if share is not None:
            values[prefix + name] = share
        notes.append(f"{part}, shown {shown}: {_told(labels, len(texts))}")
    return joined(
        Figures(values, notes=tuple(notes)), _recall(part, prefix, known, found)
    )


def label_of(found: Found, judged: Sequence[Judged]) -> Label | None:
    """What the reader says of this pair; None: nobody read it."""
    labels = [i.label for i in judged if is_same(i.left, i.right, found)]
    return next((label for label in labels if label == "dispute"), None) or next(
        iter(labels), None
    )


def _precision(labels: Sequence[Label | None]) -> float | None:
    counts = Counter(labels)
    read = counts["dispute"] + counts["not"]
    return counts["dispute"] / read if read else None


def _told(labels: Sequence[tuple[str, Label | None]], articles: int) -> str:
    """Each kind of evidence: right of read, then left open and unread."""
    parts = [f"{100 * len(labels) / max(articles, 1):.1f} in a hundred articles"]
    for kind in KINDS:
        counts = Counter(label for evidence, label in labels if evidence == kind)
        read = counts["dispute"] + counts["not"]
        open_, unread = counts["unsure"], counts[None]
        if counts:
            parts.append(f"{kind} {counts['dispute']} of {read}, {open_} left open, "
                         f"{unread} unread")  # fmt: skip
    return "; ".join(parts)


def _recall(
    part: Part, prefix: str, known: set[tuple[str, str]], found: Sequence[Found]
) -> Figures:
    """Of the disputes of the articles read whole, how many are shown, or possible."""
    whole = [item for item in read_whole(part) if (item.text, item.sha256) in known]
    pairs = [pair for item in whole for pair in item.disputes]
    if not pairs:
        return Figures({})
    sure = [item for item in found if item.shown == "yes"]
    values = {
        f"{prefix}{name}": sum(any(is_same(*pair, f) for f in some) for pair in pairs)
        / len(pairs)
        for name, some in (("recall", sure), ("possible_recall", found))
    }
    note = f"{part}: {len(whole)} articles read whole, {len(pairs)} disputes in them"
    return Figures(values, notes=(note,), asked=dict.fromkeys(values, len(pairs)))
