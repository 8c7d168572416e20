"""Who said what: statements found with the right speaker, and false ones."""

from itertools import combinations

from bench.harness import Figures, Miss, counted, faults, joined
from bench.reading.gold import GoldStatement, Piece
from bench.reading.located import NOTHING, Place, Reading
from bench.rows import ArticleRow, StatementRow

SAME = 0.8  # words shared, of all: the two are one statement
INSIDE = 0.95  # of a finding's words in a piece: it lies in that piece
FALSE = 0.5  # fewer shared words, of the finding's: it is none of the statements
_EITHER = "neither is wrong"

Found = dict[int, tuple[StatementRow, ...]]


def compare_statements(reading: Reading) -> Figures:
    """How many that must be found are found, and how many findings are none."""
    wanted = [each for each in reading.gold.statements if each.must]
    found = match_statements(reading, wanted)
    false = [
        row
        for file in reading.gold.files
        for row in reading.statements(file)
        if is_false(reading, file, row)
    ]
    missed = [
        _missed(reading, gold)
        for number, gold in enumerate(wanted)
        if number not in found
    ]
    return joined(
        counted("statements_found", len(wanted), missed),
        faults("statements_false", [_false(reading, row) for row in false]),
    )


def match_statements(reading: Reading, wanted: list[GoldStatement]) -> Found:
    """The findings of each statement, by its number; a finding serves one only."""
    found: Found = {}
    used: set[str] = set()
    for _, number, row in _candidates(reading, wanted):
        if number not in found and row.id not in used:
            found[number] = (row,)
            used.add(row.id)
    for number, gold in enumerate(wanted):
        if number not in found and gold.may_be_two:
            halves = _two_halves(reading, gold, used)
            if halves:
                found[number] = halves
                used.update(row.id for row in halves)
    return found


def is_right_speaker(reading: Reading, gold: GoldStatement, row: StatementRow) -> bool:
    """Whether a finding names the right speaker; a private one may be masked."""
    is_masked = gold.private and row.speaker is None
    return is_masked or reading.is_speaker(gold.speaker, row)


def best_share(reading: Reading, gold: GoldStatement, row: StatementRow) -> float:
    """Words shared of all, at the place where it is most."""
    place = reading.place_of(row)
    return max((p.share(place) for p in whole_places(reading, gold)), default=0.0)


def whole_places(reading: Reading, gold: GoldStatement) -> list[Place]:
    """Every place where a statement stands, its pieces together."""
    return [
        Place(pieces[0].page, frozenset().union(*(piece.words for piece in pieces)))
        for pieces in reading.content_places(gold)
    ]


def is_false(reading: Reading, file: str, row: StatementRow) -> bool:
    """Whether a finding of the page's own article is no statement at all."""
    article = reading.export.get(ArticleRow, row.article)
    if article is None or article.type != "article":
        return False
    ours = reading.place_of(row)
    return all(place.share_of(ours) < FALSE for place in _allowed(reading, file))


def _allowed(reading: Reading, file: str) -> list[Place]:
    """Where statements stand, and words that may be one or none."""
    gold = [each for each in reading.gold.statements if each.file == file]
    places = [place for each in gold for place in whole_places(reading, each)]
    for noted, words, remark in reading.gold.notes:
        if noted == file and _EITHER in remark:
            places += reading.places(file, Piece(words))
    return places


def _candidates(
    reading: Reading, wanted: list[GoldStatement]
) -> list[tuple[float, int, StatementRow]]:
    """Statements with their findings, those that share most first."""
    pairs = [
        (best_share(reading, gold, row), number, row)
        for number, gold in enumerate(wanted)
        for row in reading.statements(gold.file)
        if is_right_speaker(reading, gold, row)
    ]
    good = [pair for pair in pairs if pair[0] >= SAME]
    return sorted(good, key=lambda pair: -pair[0])


def _two_halves(
    reading: Reading, gold: GoldStatement, used: set[str]
) -> tuple[StatementRow, StatementRow] | None:
    """Two findings that each lie inside one piece, and together are the whole."""
    for pieces in reading.content_places(gold):
        inside = [
            (row, place.words)
            for row in reading.statements(gold.file)
            if row.id not in used and is_right_speaker(reading, gold, row)
            for place in [reading.place_of(row)]
            if any(piece.share_of(place) >= INSIDE for piece in pieces)
        ]
        whole = Place(pieces[0].page, frozenset().union(*(p.words for p in pieces)))
        for (one, left), (other, right) in combinations(inside, 2):
            if whole.share(Place(whole.page, left | right)) >= SAME:
                return one, other
    return None


def _missed(reading: Reading, gold: GoldStatement) -> Miss:
    rows = reading.statements(gold.file)
    near = max(rows, key=lambda row: best_share(reading, gold, row), default=None)
    told = NOTHING
    if near is not None and best_share(reading, gold, near) > 0:
        told = f"{reading.told(near)} ({best_share(reading, gold, near):.2f} shared)"
    places = whole_places(reading, gold)
    at = reading.at(gold.file, places[0] if places else None)
    words = " ... ".join(piece.text for piece in gold.content)
    return Miss("statements_found", at, f"{gold.speaker}: {words}", told)


def _false(reading: Reading, row: StatementRow) -> Miss:
    file = next(f for f, page in reading.pages.items() if page == row.page)
    at = reading.at(file, reading.place_of(row))
    return Miss("statements_false", at, "no statement", reading.told(row))
