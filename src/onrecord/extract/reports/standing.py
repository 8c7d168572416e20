"""How the numbers of one incident stand to each other.

Some count a part of others, some add to them, some come in their place, and some are
of another year or town.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import singular
from onrecord.extract.figures.remainder import OPEN, less
from onrecord.extract.numbers import NUMBER_WORDS
from onrecord.extract.reports.entries import Entry, without
from onrecord.extract.reports.overtaken import with_overtaken
from onrecord.extract.reports.sources import given_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures import Toll
    from onrecord.extract.reports.scene import Scene
    from onrecord.model import Span

OF_THE_STRUCK = re.compile(
    r"\b(?:of|among) (?:them|those|these|whom|the (?:dead|killed|victims|wounded|"
    r"injured|fatalities|arrested|detained|missing))\b",
    re.IGNORECASE,
)
FATES = frozenset({"hospital", "care", "coma", "condition"})  # of some of the hurt
SOME_KINDS = frozenset({
    "child", "woman", "girl", "boy", "baby", "minor", "infant", "foreigner", "teenager",
    "student", "toddler",
})  # fmt: skip
SUMMED_UP = re.compile(
    r"\bsince (?:19|20)\d\d\b"
    r"|\b(?:whole of )?(?:last|previous|this|past) (?:year|decade)\b"
    r"|\b(?:since|in) (?:19|20)\d\d,? when\b|\bso far this (?:year|month)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"(?:Separately|Elsewhere|"
    r"In (?:a|another|a second) (?:separate |different |second )?"
    r"(?:incident|attack|accident|case|crash|shooting|blast)|Meanwhile,? in)\b"
)
_IN_PART = re.compile(r"In (?:the )?(?:village|town|hamlet|suburb|city|district) of ")
ANYBODY = frozenset({
    "people", "persons", "person", "victims", "others", "bodies", "deaths", "dead",
    "wounded", "injured",
})  # fmt: skip
_AMONG = re.compile(r"\s+(?:among|of|aboard|on|in|from) (?:the|its|their|our|his)\b")
_ALONE = re.compile(r"^(?:In|On|Since|Over) (?:\S+ ){1,4}alone\b")
_NUMBERED = re.compile(
    r"\d|\b(?:" + "|".join(NUMBER_WORDS) + r"|dozens|scores|hundreds|thousands)\b",
    re.IGNORECASE,
)


def settled(scene: Scene, entries: Sequence[Entry]) -> list[Entry]:
    """The entries of this incident alone, parts under their wholes, echoes dropped."""
    own = without(
        entries, {n for n in range(len(entries)) if _is_foreign(scene, entries, n)}
    )
    kept = [_under_whole(scene, own, n) for n in range(len(own))]
    kept = _with_survivors(scene, with_overtaken(scene, kept))
    drop = {n for n, entry in enumerate(kept) if _is_echo(scene, kept, entry)}
    return without(kept, drop)


def _is_foreign(scene: Scene, entries: Sequence[Entry], n: int) -> bool:
    """Whether a figure is of other years or towns, or a nought said of the injured.

    A sum "since 2010" beside the figure of a day is another matter; "nobody was hurt"
    says that nobody died, unless another figure says who did.
    """
    entry = entries[n]
    told = [e for e in entries if e.toll.effect == entry.toll.effect and e is not entry]
    if entry.part_of is not None:
        return False
    if entry.toll.high == 0 and any(other.toll.high != 0 for other in told):
        return _is_said_of_injured(entries, entry) or _is_of_some(scene, entry)
    before = [other for other in told if other.sentence < entry.sentence]
    words = scene.sentences[entry.sentence].span.of(scene.text)
    return bool(before) and bool(SUMMED_UP.search(words) or ELSEWHERE.match(words))


def _is_said_of_injured(entries: Sequence[Entry], entry: Entry) -> bool:
    """Whether the same words say that nobody was killed and nobody injured."""
    return any(
        other.toll.span == entry.toll.span and other.toll.effect != entry.toll.effect
        for other in entries
    )


def _is_of_some(scene: Scene, entry: Entry) -> bool:
    """Whether a nought is of one kind or group: "no officers", "no one among them"."""
    span = entry.toll.span
    last = span.of(scene.text).split()[-1].casefold()
    is_kind = last not in ANYBODY and singular(last) != last
    after = _words_after(scene, span)[len(span) :]
    return is_kind or bool(_AMONG.match(after))


def _under_whole(scene: Scene, entries: Sequence[Entry], n: int) -> Entry:
    entry = entries[n]
    if entry.part_of is not None or entry.toll.is_superseded or entry.toll.replaces:
        return entry
    whole = next(
        (
            at
            for at, other in enumerate(entries)
            if at != n
            and other.part_of is None
            and other.toll.effect == entry.toll.effect
            and _is_larger(other.toll, entry.toll)
        ),
        None,
    )
    if whole is None or not _counts_some(scene, entry, entries[whole]):
        return entry
    return replace(entry, part_of=whole)


def _is_larger(one: Toll, other: Toll) -> bool:
    size, least = one.low or one.high or 0, other.high or other.low or 0
    return size > least and not one.is_superseded


def _counts_some(scene: Scene, entry: Entry, whole: Entry) -> bool:
    """Whether the words count some of those that a larger figure counts."""
    toll = entry.toll
    if entry.sentence == whole.sentence or toll.high == 0:
        return False
    if _is_said_of_some(scene, entry):
        return True
    if toll.added:
        return whole.toll.replaces
    if _are_rivals(scene, entry, whole):
        return False
    if not _NUMBERED.search(toll.span.of(scene.text)):
        return toll.high in {1, toll.low}
    return toll.counted not in ANYBODY and entry.sentence > whole.sentence


def _is_said_of_some(scene: Scene, entry: Entry) -> bool:
    """Whether the words say so: "two of the dead", "in the village of", "in a coma"."""
    words = scene.sentences[entry.sentence].span.of(scene.text)
    is_of = OF_THE_STRUCK.search(_words_after(scene, entry.toll.span)) is not None
    is_place = _IN_PART.match(words) is not None and not entry.toll.added
    is_place = is_place or _ALONE.match(words) is not None
    return _trigger(scene, entry) in FATES or is_of or is_place


def _are_rivals(scene: Scene, one: Entry, other: Entry) -> bool:
    """Whether two who give figures each count everybody; children are but some."""
    givers = [given_by(scene, item.sentence, item.toll.span) for item in (one, other)]
    kind = singular((one.toll.counted or "").split(" ")[-1])
    return None not in givers and givers[0] != givers[1] and kind not in SOME_KINDS


def _words_after(scene: Scene, span: Span) -> str:
    return scene.text[span.start : span.end + 24]


def _with_survivors(scene: Scene, entries: Sequence[Entry]) -> list[Entry]:
    """The entries, the injured less those "of them" who died: three shot, one dead."""
    out = list(entries)
    for n, entry in enumerate(entries):
        word = _trigger(scene, entry)
        if entry.toll.effect != "injured" or entry.part_of is not None:
            continue
        dead = [e for e in entries[n + 1 :] if _is_dead_of(scene, e, entry)]
        if word in OPEN and dead:
            out[n] = replace(entry, toll=less(entry.toll, dead[0].toll))
    return out


def _is_dead_of(scene: Scene, entry: Entry, struck: Entry) -> bool:
    toll = entry.toll
    near = _words_after(scene, toll.span)
    return (
        toll.effect == "killed"
        and entry.part_of is None
        and entry.sentence > struck.sentence
        and _is_larger(struck.toll, toll)
        and OF_THE_STRUCK.search(near) is not None
    )


def _trigger(scene: Scene, entry: Entry) -> str:
    tokens = scene.sentences[entry.sentence].tokens
    return tokens[entry.toll.trigger].text.casefold()


def _is_echo(scene: Scene, entries: Sequence[Entry], entry: Entry) -> bool:
    """A bare plural or a pronoun that adds nothing to a real figure."""
    toll = entry.toll
    if _NUMBERED.search(toll.span.of(scene.text)) or toll.high == 0 or toll.added:
        return False
    others = [e for e in entries if e is not entry and e.toll.effect == toll.effect]
    better = any(_NUMBERED.search(e.toll.span.of(scene.text)) for e in others)
    bare = toll.high is None and toll.qualifier is None
    is_weak = toll.counted is None and toll.qualifier is None  # "he", a name
    return (bare and better) or (not entry.is_near and (better or is_weak))


def adds_to(scene: Scene, entries: Sequence[Entry], n: int) -> int | None:
    """Which earlier figure counts other people than this one; None for the same.

    Two figures of one sentence and one voice count two sets of people, unless one is
    a part of the other; so does "five more".
    """
    entry = entries[n]
    if entry.part_of is not None or entry.toll.is_superseded or entry.toll.low == 0:
        return None
    for at, other in enumerate(entries[:n]):
        is_whole = other.part_of is None and not other.toll.is_superseded
        if not is_whole or other.toll.effect != entry.toll.effect:
            continue
        if _is_retold(entry, other):
            return None  # "several hurt", and below "several others were hurt"
        if entry.toll.added or (
            other.sentence == entry.sentence
            and other.toll.low != 0
            and _is_one_voice(scene, entry, other)
        ):
            return at
    return None


def _is_retold(entry: Entry, other: Entry) -> bool:
    """Whether a vague number is told again in a sentence of its own."""
    bounds = [(each.toll.low, each.toll.high) for each in (entry, other)]
    is_vague = bounds[0] == bounds[1] and entry.toll.high is None
    return is_vague and entry.sentence != other.sentence


def _is_one_voice(scene: Scene, one: Entry, other: Entry) -> bool:
    givers = {given_by(scene, item.sentence, item.toll.span) for item in (one, other)}
    return len(givers) == 1
