"""What belongs together across pages: stories, copies, revisions, incidents, claims."""

from itertools import combinations

from bench.harness import Figures, Miss, faults, joined, shared_out
from bench.reading.claims import same_words
from bench.reading.gold import GoldEvent, GoldReport
from bench.reading.located import NOTHING, Reading
from bench.reading.reports import is_same_event
from bench.rows import ArticleRow, ClaimRow, LinkRow, ReportRow, StatementRow, StoryRow

Pair = frozenset[str]  # two files


def compare_groups(reading: Reading) -> Figures:
    """Groups that are joined, and pages, incidents, claims wrongly joined."""
    groups = reading.gold.groups
    return joined(
        _stories(reading),
        _links(reading, "copies_found", "copy_of", groups.copies),
        _links(reading, "revisions_found", "revision_of", groups.revisions),
        _events(reading),
        _claims_apart(reading),
    )


def _pairs(groups: tuple[tuple[str, ...], ...]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def _stories(reading: Reading) -> Figures:
    """Every pair of pages in one story, and every pair that is in none."""
    groups = reading.gold.groups
    together, either = _pairs(groups.stories), _pairs(groups.stories_either)
    ours = _our_stories(reading)
    apart = [
        Miss("stories_joined", " + ".join(sorted(pair)), "one story", "two")
        for pair in sorted(together - ours, key=sorted)
    ]
    wrong = [
        Miss("stories_wrongly_joined", " + ".join(sorted(pair)), "two stories", "one")
        for pair in sorted(ours - together - either, key=sorted)
    ]
    return joined(
        shared_out("stories_joined", len(together), apart),
        faults("stories_wrongly_joined", wrong),
    )


def _our_stories(reading: Reading) -> set[Pair]:
    files = {page: file for file, page in reading.pages.items()}
    export = reading.export
    stories = []
    for story in export.all(StoryRow):
        rows = (export.get(ArticleRow, each) for each in story.articles)
        own = {row.page for row in rows if row and row.type == "article"}
        stories.append(tuple(sorted(files[page] for page in own if page in files)))
    return _pairs(tuple(stories))


def _links(
    reading: Reading, key: str, relation: str, wanted: tuple[tuple[str, str], ...]
) -> Figures:
    files = {page: file for file, page in reading.pages.items()}
    pages = {row.id: row.page for row in reading.export.all(ArticleRow)}
    ours = {
        frozenset(files.get(pages.get(end, end), end) for end in (row.left, row.right))
        for row in reading.export.all(LinkRow)
        if row.relation == relation and row.judgement == "yes" and not row.revoked_at
    }
    told = "; ".join(" + ".join(sorted(pair)) for pair in ours) or NOTHING
    misses = [
        Miss(key, " + ".join(pair), relation, told)
        for pair in wanted
        if frozenset(pair) not in ours
    ]
    return shared_out(key, len(wanted), misses)


def _events(reading: Reading) -> Figures:
    """Incidents with the reports of all their pages, and incidents joined wrongly."""
    must = [event for event in reading.gold.groups.events if event.must]
    found = [_incidents(reading, event) for event in must]
    apart = [
        Miss("incidents_joined", _named(event), " + ".join(event.files), _told(ids))
        for event, ids in zip(must, found, strict=True)
        if not set.intersection(*ids.values())
    ]
    wrong = [
        Miss("incidents_wrongly_joined", _named(one), f"not {_named(other)}", "one")
        for (one, left), (other, right) in combinations(
            zip(must, found, strict=True), 2
        )
        if _sure(left) & _sure(right)
    ]
    return joined(
        shared_out("incidents_joined", len(must), apart),
        faults("incidents_wrongly_joined", wrong),
    )


def _incidents(reading: Reading, event: GoldEvent) -> dict[str, set[str]]:
    """File to the incidents whose report there is of this event."""
    found: dict[str, set[str]] = {}
    for file in event.files:
        golds = [
            g for g in reading.gold.reports if (g.file, g.place) == (file, event.place)
        ]
        found[file] = {
            row.incident
            for row in reading.export.all(ReportRow)
            if row.page == reading.pages.get(file) and row.incident
            if any(is_same_event(reading, gold, row) for gold in golds)
        }
    return found


def _is_of(gold: GoldReport, file: str, event: GoldEvent) -> bool:
    """Whether a report of this file is of the event: same place, same year."""
    years = {(day or "")[:4] for day in (gold.date, event.date)}
    return (gold.file, gold.place) == (file, event.place) and len(years) == 1


def _sure(found: dict[str, set[str]]) -> set[str]:
    """The incidents of an event that all its pages share."""
    return set.intersection(*found.values())


def _named(event: GoldEvent) -> str:
    return f"{event.place}, {event.date or 'open'}"


def _told(ids: dict[str, set[str]]) -> str:
    return "; ".join(f"{file}: {', '.join(i) or NOTHING}" for file, i in ids.items())


def _claims_apart(reading: Reading) -> Figures:
    """Claims of ours that hold utterances of two different claims."""
    wrong = [
        Miss("claims_wrongly_joined", row.id, "two claims", " + ".join(claims))
        for row in reading.export.all(ClaimRow)
        for claims in [_claims_in(reading, row)]
        if len(claims) > 1
    ]
    return faults("claims_wrongly_joined", wrong)


def _claims_in(reading: Reading, row: ClaimRow) -> list[str]:
    statements = [reading.export.get(StatementRow, each) for each in row.statements]
    places = [reading.place_of(each) for each in statements if each is not None]
    return [
        gold.claim
        for gold in reading.gold.claims
        if any(
            same_words(place, wanted)
            for said in gold.statements
            for wanted in reading.utterance(said)
            for place in places
        )
    ]
