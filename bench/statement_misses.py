"""What goes wrong with statements, by kind: gold not found, findings that are none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.attributions import Attribution, Found, Gold, Judged, paired
from bench.compare import folded_words, share, share_of
from bench.harness import Miss
from bench.rows import Spans
from onrecord.extract.statements.cues import load_cues
from onrecord.extract.statements.nouns import load_cue_nouns
from onrecord.extract.statements.roles import load_nouns

NEAR = 0.3  # share of words from which a finding was meant to be this one
INSIDE = 0.8  # of the shorter content's words: the other one only goes on
NO_SOURCE, NO_CUE = "no source (passive)", "no cue (floating, colon)"
_OPENINGS = {
    "to": "infinitive",
    **dict.fromkeys(("that", "whether", "if", "how", "why", "what"), "clause"),
    **dict.fromkeys(
        ("of", "about", "on", "over", "for", "against", "at", "as"), "phrase"
    ),
}
_BEFORE_NOUN = frozenset({
    "a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "this", "that",
    "any", "no", "s",
})  # fmt: skip
TRAITS = (
    "direct", "mixed", "indirect", NO_SOURCE, NO_CUE, "according to", "noun cue",
    "cue not in our tables", "nested in a quotation", "document as source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong, its kind, and where it stands."""

    kind: str
    judged: Judged
    gold: Gold | None
    found: Found | None

    def miss(self, key: str) -> Miss:
        """For the report: the place without words of the page, and both readings."""
        one = self.gold or self.found or Attribution()
        first = one.content[0] if one.content else (0, 0)
        place = f"{self.judged.id} {first[0]}-{first[1]}"
        return Miss(f"{key}: {self.kind}", place, self._told(self.gold),
                    self._told(self.found))  # fmt: skip

    def _told(self, one: Attribution | None) -> str:
        if one is None:
            return ""
        source, cue, content = map(self.judged.at, (one.source, one.cue, one.content))
        return f"[{source}] <{cue}> {content}"


def errors_of(judged: Judged) -> Iterator[Error]:
    """Every gold one not found and every finding that is none, each once.

    A finding that was meant to be a gold one is an error of that.
    """
    pairs = paired(judged, by_source=True)
    left = {n: f for n, f in enumerate(judged.founds) if n not in pairs.values()}
    for number, gold in enumerate(judged.golds):
        if number in pairs:
            continue
        nearest = _nearest(judged, gold, left)
        found = None if nearest is None else left.pop(nearest)
        yield Error(_missed(judged, gold, found), judged, gold, found)
    for found in left.values():
        yield Error(_false(judged, found), judged, None, found)


def _nearest(judged: Judged, gold: Gold, left: dict[int, Found]) -> int | None:
    """The finding that was meant: the one that shares most, or has the same cue."""
    words, cue = judged.content(gold), judged.words.within(gold.cue)

    def likeness(number: int) -> float:
        found = left[number]
        is_same_cue = bool(cue & judged.words.within(found.cue))
        return share(words, judged.content(found)) + is_same_cue

    best = max(left, key=likeness, default=None)
    return best if best is not None and likeness(best) >= NEAR else None


def _missed(judged: Judged, gold: Gold, found: Found | None) -> str:
    if found is None:
        return f"not found, {_why(judged, gold)}"
    wanted, given = judged.content(gold), judged.content(found)
    if share(wanted, given) >= INSIDE:
        return _wrong_source(gold, found)
    if share_of(wanted, given) >= INSIDE:
        return "content too long"
    if share_of(given, wanted) >= INSIDE:
        return "content too short"
    return "content elsewhere"


def _wrong_source(gold: Gold, found: Found) -> str:
    if not gold.source:
        return "a source where there is none"
    return "source wrong" if found.source else "source missing"


def _why(judged: Judged, gold: Gold) -> str:
    """The first thing that makes it hard to find."""
    hard = set(traits(judged, gold)) - {"direct", "mixed", "indirect"}
    order = (
        "nested in a quotation", NO_CUE, "according to", "noun cue",
        "cue not in our tables", NO_SOURCE, "document as source",
    )  # fmt: skip
    plain = f"a cue of our tables, {_form(judged, gold)}"
    return next((trait for trait in order if trait in hard), plain)


def _false(judged: Judged, found: Found) -> str:
    words = judged.content(found)
    if any(share(words, judged.content(gold)) >= INSIDE for gold in judged.golds):
        return "false, said twice"
    frame = {"according": "according to", "noun": "noun cue"}.get(found.cue_class)
    if frame is None:
        is_bare = not found.cue
        frame = "no cue" if is_bare else f"{_form(judged, found)} of {found.cue_class}"
    return f"false, {frame}, {found.mode}"


def _form(judged: Judged, one: Attribution) -> str:
    """How the content hangs on its cue, as far as marks and its first word tell."""
    if _mode(judged, one.content) == "direct":
        return "quotation"
    first = folded_words(judged.at(one.content[:1]))[:1]
    return _OPENINGS.get("".join(first), "other words")


def traits(judged: Judged, gold: Gold) -> list[str]:
    """What may make a gold one hard to find; one of direct, mixed, indirect first."""
    cue = [word for one in gold.cue for word in folded_words(judged.text[slice(*one)])]
    source = folded_words(judged.at(gold.source))
    is_noun = _is_noun(judged, gold, cue)
    is_known = any(word in load_cues() for word in cue) or "according" in cue
    found = [_mode(judged, gold.content)]
    checks = {
        NO_SOURCE: not source,
        NO_CUE: not cue,
        "according to": "according" in cue,
        "noun cue": is_noun,
        "cue not in our tables": bool(cue) and not is_known and not is_noun,
        "nested in a quotation": _is_nested(judged, gold),
        "document as source": _is_document(source),
    }
    return found + [trait for trait, holds in checks.items() if holds]


def _is_noun(judged: Judged, gold: Gold, cue: Sequence[str]) -> bool:
    """Whether the cue is a reporting noun: "claims" is one only after "the", "her"."""
    if not cue or cue[-1] not in load_cue_nouns():
        return False
    if not any(word in load_cues() for word in cue):
        return True
    before = folded_words(judged.text[: gold.cue[0][0]])[-1:]
    return len(cue) == 1 and _BEFORE_NOUN.issuperset(before)


def _is_document(source: Sequence[str]) -> bool:
    """Whether the first noun for a speaker in these words is of something written."""
    nouns = load_nouns()
    kinds = [nouns[word].kind for word in source if word in nouns]
    return bool(kinds) and kinds[0] == "document"


def _is_nested(judged: Judged, gold: Gold) -> bool:
    """Whether cue and content lie in words that another one quotes."""
    words = judged.content(gold) | judged.words.within(gold.cue)
    return any(
        words < judged.content(other) and _mode(judged, other.content) != "indirect"
        for other in judged.golds
        if other is not gold
    )


def _mode(judged: Judged, spans: Spans) -> str:
    """Whether marks of quotation enclose all of the words, some, or none."""
    inside = [
        is_quoted
        for start, end in spans
        for is_quoted in _quoted(judged.text, start, end)
    ]
    if not any(inside):
        return "indirect"
    return "direct" if all(inside) else "mixed"


def _quoted(text: str, start: int, end: int) -> Iterator[bool]:
    """For each letter or digit, whether it stands in quotation marks."""
    begin = text.rfind("\n\n", 0, start) + 1
    is_inside = False
    for at in range(begin, end):
        mark = text[at]
        if mark in "“«„":
            is_inside = True
        elif mark in "”»":
            is_inside = False
        elif mark == '"':
            is_inside = not is_inside
        elif at >= start and mark.isalnum():
            yield is_inside


def kinds_note(name: str, errors: Sequence[Error]) -> str:
    """For the report: how many of each kind, the most frequent first."""
    counts = Counter(error.kind for error in errors)
    lines = [f"- {kind}: {count}" for kind, count in counts.most_common()]
    return f"{name}: {len(errors)} errors by kind\n\n" + "\n".join(lines)


def traits_note(name: str, judged: Sequence[Judged]) -> str:
    """For the report: of the gold with each trait, how much was found."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for each in judged:
        pairs = paired(each, by_source=True)
        for number, gold in enumerate(each.golds):
            for trait in traits(each, gold):
                asked[trait] += 1
                right[trait] += number in pairs
    told = [f"{key} {right[key]} of {asked[key]}" for key in TRAITS if asked[key]]
    return f"{name}: found by what it is: {', '.join(told)}"
