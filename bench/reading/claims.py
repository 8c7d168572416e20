"""Claims over pages and months, and who stands against them."""

from bench.harness import Figures, Miss, counted, faults, joined
from bench.reading.gold import GoldClaim, GoldDispute
from bench.reading.located import NOTHING, Place, Reading
from bench.rows import ClaimRow, DisputeRow, FigureRow, MentionRow, StatementRow

MOST = 0.8  # words shared, of the shorter's: the two are the same utterance
SOME = 0.3  # and of all: it is not a single word of it, or a page around it
ACROSS = 2  # pages that a claim must run across
_EVIDENCE = ("denial", "contrast", "contradiction", "figures")


def compare_claims(reading: Reading) -> Figures:
    """The most utterances that one claim holds, over the claims that must be found."""
    asked, misses = 0, []
    for number, gold in enumerate(reading.gold.claims):
        if not gold.must:
            continue
        best = max(
            (_held(reading, gold, row) for row in reading.export.all(ClaimRow)),
            key=len,
            default=set(),
        )
        asked += len(gold.statements)
        lost = (at for at in range(len(gold.statements)) if at not in best)
        misses += [_not_held(reading, gold, number, at) for at in lost]
    return counted("claim_utterances", asked, misses)


def _held(reading: Reading, gold: GoldClaim, row: ClaimRow) -> set[int]:
    """The utterances in a claim, by number; a statement counts for one only.

    None when they are of one page alone and the gold's are of more.
    """
    held: set[int] = set()
    pages: set[str] = set()
    wanted = [reading.utterance(words) for words in gold.statements]
    for statement in _statements(reading, row.id):
        place = reading.place_of(statement)
        for number, places in enumerate(wanted):
            if number not in held and any(same_words(place, p) for p in places):
                held.add(number)
                pages.add(place.page)
                break
    every = {place.page for places in wanted for place in places}
    return held if len(pages) >= min(len(every), ACROSS) else set()


def _not_held(reading: Reading, gold: GoldClaim, number: int, at: int) -> Miss:
    places = reading.utterance(gold.statements[at])
    rows = reading.export.all(StatementRow)
    near = [r for r in rows if any(same_words(reading.place_of(r), p) for p in places)]
    claims = [
        claim.id
        for claim in reading.export.all(ClaimRow)
        if any(row.id in claim.statements for row in near)
    ]
    told = f"{reading.told(near[0])} in {claims or 'no claim'}" if near else NOTHING
    said = gold.statements[at]
    words = said if isinstance(said, str) else f"{said[1]} ({said[0]})"
    return Miss("claim_utterances", f"claim {number}, {at}", words, told)


def same_words(one: Place, other: Place) -> bool:
    """Whether two choices of words are one utterance, cut a little differently."""
    shorter = max(one.share_of(other), other.share_of(one))
    return shorter >= MOST and one.share(other) >= SOME


def compare_disputes(reading: Reading) -> Figures:
    """Disputes that must be found, and disputes shown that are none."""
    shown = [row for row in reading.export.all(DisputeRow) if row.shown == "yes"]
    must = [gold for gold in reading.gold.disputes if gold.must]
    missed = [_not_found(reading, gold) for gold in must if not _find(reading, gold)]
    false = [
        Miss("disputes_false", f"dispute {row.id}", "no dispute", _told(reading, row))
        for row in shown
        if not is_difference(reading, row)
        and not any(stands_for(reading, row, gold) for gold in reading.gold.disputes)
    ]
    return joined(
        counted("disputes_found", len(must), missed), faults("disputes_false", false)
    )


def _find(reading: Reading, gold: GoldDispute) -> bool:
    """Whether a dispute is shown, with its evidence and the words that show it."""
    return any(
        row.shown == "yes"
        and row.evidence == evidence_of(gold)
        and row.spans
        and stands_for(reading, row, gold)
        for row in reading.export.all(DisputeRow)
    )


def evidence_of(gold: GoldDispute) -> str | None:
    """The kind of evidence: the first one that the gold's words name."""
    named = [kind for kind in _EVIDENCE if kind in gold.evidence]
    return min(named, key=gold.evidence.index, default=None)


def stands_for(reading: Reading, row: DisputeRow, gold: GoldDispute) -> bool:
    """Whether the sides of a dispute are those of the gold's, either way round."""
    if row.left == row.right:
        return False
    side_b = _side(reading, gold.b, gold.page)
    files: list[str | None] = [each for each in gold.pages if each != gold.page]
    files = files or [gold.page]
    side_a = [place for file in files for place in _side(reading, gold.a, file)]
    return any(
        _fits(reading, side_a, one, None) and _fits(reading, side_b, other, gold.by)
        for one, other in ((row.left, row.right), (row.right, row.left))
    )


def is_difference(reading: Reading, row: DisputeRow) -> bool:
    """Whether two figures of one effect stand there that cannot both be right."""
    left, right = (
        reading.export.get(FigureRow, each) for each in (row.left, row.right)
    )
    if left is None or right is None or left.effect != right.effect:
        return False
    return _above(left, right) or _above(right, left)


def _above(one: FigureRow, other: FigureRow) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high


def _fits(reading: Reading, side: list[Place], row_id: str, by: str | None) -> bool:
    """Whether a row is this side, and spoken by `by` where that is asked."""
    for statement in _statements(reading, row_id):
        if by is None or reading.is_speaker(by, statement):
            place = reading.place_of(statement)
            if any(same_words(place, each) for each in side):
                return True
    named = _named_place(reading, row_id)
    return named is not None and any(each.share_of(named) >= MOST for each in side)


def _side(reading: Reading, side: str, file: str | None) -> list[Place]:
    """Where a side stands: a claim wherever it is made, words on their page."""
    for claim in reading.gold.claims:
        if claim.claim == side:
            return [p for said in claim.statements for p in reading.utterance(said)]
    return reading.utterance(side if file is None else (file, side))


def _statements(reading: Reading, row_id: str) -> list[StatementRow]:
    """The statement with this id, and all statements of the claim with it."""
    export = reading.export
    claim = export.get(ClaimRow, row_id)
    rest = () if claim is None else claim.statements
    found = (export.get(StatementRow, each) for each in dict.fromkeys((row_id, *rest)))
    return [row for row in found if row is not None]


def _named_place(reading: Reading, row_id: str) -> Place | None:
    """Where the name or figure stands: what is denied may be only named."""
    export = reading.export
    mention, figure = export.get(MentionRow, row_id), export.get(FigureRow, row_id)
    if mention is not None:
        words = export.words(mention.page).within(mention.spans)
        return Place(mention.page, words)
    if figure is not None and figure.span is not None:
        return Place(figure.page, export.words(figure.page).within([figure.span]))
    return None


def _not_found(reading: Reading, gold: GoldDispute) -> Miss:
    side = _side(reading, gold.b, gold.page)
    near = [
        row
        for row in reading.export.all(DisputeRow)
        if stands_for(reading, row, gold)
        or any(_fits(reading, side, each, gold.by) for each in (row.left, row.right))
    ]
    told = _told(reading, near[0]) if near else NOTHING
    at = f"dispute {reading.gold.disputes.index(gold)}"
    expected = f"{gold.a} / {gold.b} ({evidence_of(gold)})"
    return Miss("disputes_found", at, expected, told)


def _told(reading: Reading, row: DisputeRow) -> str:
    sides = (_side_told(reading, each) for each in (row.left, row.right))
    return f"{' / '.join(sides)} ({row.evidence}, shown: {row.shown})"


def _side_told(reading: Reading, row_id: str) -> str:
    statements = _statements(reading, row_id)
    if statements:
        return reading.told(statements[0])
    export = reading.export
    mention = export.get(MentionRow, row_id)
    if mention is not None:
        return export.words(mention.page).words_at(mention.spans)
    figure = export.get(FigureRow, row_id)
    return row_id if figure is None else f"{figure.effect} {figure.low}-{figure.high}"
