"""The gold of incidents is whole, and moves to the measured text unchanged."""

from datetime import date
from hashlib import sha1
from importlib import resources
from itertools import chain
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bench.incident_gold import (
    PARTED,
    GoldDate,
    GoldFigure,
    GoldIncident,
    IncidentPage,
    measured_spans,
    measured_text,
    read_incident_texts,
    read_incidents,
    read_same_events,
)
from bench.recorded import hash_of
from bench.rows import Spans

PAGES, FIRM, WITHOUT, DEALT, TWICE = 60, 50, 10, 10, 6
ACLED = {
    "Battles": {
        "Government regains territory", "Non-state actor overtakes territory",
        "Armed clash",
    },
    "Protests": {
        "Excessive force against protesters", "Protest with intervention",
        "Peaceful protest",
    },
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Grenade",
        "Shelling/artillery/missile attack", "Remote explosive/landmine/IED",
    },
    "Violence against civilians": {
        "Sexual violence", "Attack", "Abduction/forced disappearance",
    },
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction",
        "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip
LINES = ("Menu", "Fire at Vorrin quay", "Advert", "Two died.", "Ana Petrell fled.")
TEXT = "\n".join(LINES)


def span_of(line: str) -> tuple[int, int]:
    start = TEXT.index(line)
    return start, start + len(line)


def page_of() -> IncidentPage:
    return IncidentPage(
        "own/1", hash_of(TEXT.encode()), "vorrin.example", "train", "a test",
        "2031-04-02", "2031-04-02", (span_of(LINES[3]), span_of(LINES[4])), (), (),
        span_of(LINES[1]),
    )  # fmt: skip


def pages() -> list[IncidentPage]:
    return [*read_incidents(1), *read_incidents(2)]


def incidents() -> list[GoldIncident]:
    return [incident for page in pages() for incident in page.incidents]


def figures_of(incident: GoldIncident) -> list[tuple[GoldFigure, GoldFigure]]:
    """Each part with its whole."""
    return [
        (figure, incident.figures[figure.of])
        for figure in incident.figures
        if figure.of is not None
    ]


def spans_of(page: IncidentPage) -> Spans:
    """Every span of a page's labels."""
    found: list[Spans] = []
    for each in page.incidents:
        found += [each.told, each.perpetrator, each.claimed_by, each.weapon]
        found += [each.place.spans if each.place else ()]
        found += [each.date.spans if each.date else ()]
        found += [tuple(party.span for party in (*each.targets, *each.victims))]
        for figure in each.figures:
            at = (figure.span, figure.qualifier, figure.attributed_to)
            found.append(tuple(span for span in at if span))
    for dealing in page.dealings:
        found += [dealing.actor, dealing.recipient, dealing.told]
        found += [dealing.date.spans if dealing.date else ()]
    return tuple(chain.from_iterable(found))


def test_there_is_gold_enough_with_and_without_incidents() -> None:
    first = list(read_incidents(1))
    firm = [each for page in first for each in page.incidents if not each.optional]
    assert len(first) >= PAGES
    assert len(firm) >= FIRM
    assert sum(not page.incidents for page in first) >= WITHOUT
    assert sum(bool(page.dealings) for page in first) >= DEALT


def test_the_half_of_a_page_follows_from_its_id() -> None:
    for page in pages():
        digest = sha1(page.page.encode(), usedforsecurity=False).hexdigest()
        assert page.part == ("test" if int(digest, 16) % 2 else "train")


def test_the_second_pass_is_of_pages_of_the_first() -> None:
    first = {page.page: page for page in read_incidents(1)}
    second = list(read_incidents(2))
    assert len(second) >= TWICE
    for page in second:
        assert page.sha256 == first[page.page].sha256
        assert page.lines == first[page.page].lines
        assert (page.number, first[page.page].number) == (2, 1)


def test_every_span_lies_in_the_title_or_a_line_of_the_article() -> None:
    for page in pages():
        for start, end in spans_of(page):
            assert any(a <= start < end <= b for a, b in page.lines), page.page


def test_the_lines_of_an_article_are_in_order_and_apart() -> None:
    for page in pages():
        ends = list(chain.from_iterable(page.article))
        assert ends == sorted(set(ends))


def kinds_of_our_own() -> set[tuple[str, str]]:
    data = resources.files("onrecord.data").joinpath("event_kinds.tsv")
    rows = [line.split("\t") for line in data.read_text("utf-8").splitlines()]
    own = ("Accident", "Disaster")
    return {(row[1], row[2]) for row in rows if len(row) > 2 and row[1] in own}


def test_every_type_is_a_name_of_the_codebook_or_of_our_table() -> None:
    names = {(event, sub) for event, subs in ACLED.items() for sub in subs}
    names |= kinds_of_our_own()
    for each in incidents():
        assert {(each.event_type, each.sub_event_type), *each.also} <= names


def test_no_other_type_is_the_first_or_told_twice() -> None:
    for each in incidents():
        types = [(each.event_type, each.sub_event_type), *each.also]
        assert len(set(types)) == len(types), each.id


def test_incidents_have_words_and_ids_of_their_own() -> None:
    for page in pages():
        ids = [each.id for each in page.incidents]
        assert len(set(ids)) == len(ids)
        assert all(each.told for each in page.incidents)
        assert sum(each.main for each in page.incidents) <= 1


def test_no_part_is_above_its_whole() -> None:
    for each in incidents():
        for part, whole in figures_of(each):
            assert part.effect == whole.effect
            assert whole.of is None
            assert (part.low or 0) <= (whole.high or part.low or 0)


def test_no_parts_together_are_above_their_whole() -> None:
    for each in incidents():
        for whole in each.figures:
            parts = [part for part, of in figures_of(each) if of is whole]
            if whole.high is not None:
                assert sum(part.low or 0 for part in parts) <= whole.high


def test_figures_are_bounds_that_do_not_cross() -> None:
    for each in incidents():
        for figure in each.figures:
            assert figure.low is not None or figure.high is not None
            assert 0 <= (figure.low or 0) <= (figure.high or figure.low or 0)


def dates() -> list[GoldDate]:
    dealt = [dealing.date for page in pages() for dealing in page.dealings]
    told = [incident.date for incident in incidents()]
    return [each for each in (*dealt, *told) if each]


def test_dates_are_days_that_fit_their_precision() -> None:
    for each in dates():
        start, end = date.fromisoformat(each.start), date.fromisoformat(each.end)
        days = (end - start).days + 1
        assert days >= 1
        if each.precision == "week":
            assert (start.isoweekday(), days) == (1, 7)
        if each.precision in {"month", "year"}:
            assert start.day == 1
        if each.precision == "day":
            assert days <= 2  # a night


def test_no_incident_is_later_than_its_article() -> None:
    for page in pages():
        for each in page.incidents:
            if each.date and page.published:
                assert each.date.start <= page.published


def test_one_event_joins_incidents_of_different_pages() -> None:
    known = {
        f"{page.page}#{each.id}"
        for page in read_incidents(1)
        for each in page.incidents
    }
    seen: list[str] = []
    for event in read_same_events():
        assert len({each.partition("#")[0] for each in event.incidents}) > 1
        seen += event.incidents
    assert set(seen) <= known
    assert len(set(seen)) == len(seen)


@given(st.data())
def test_what_is_moved_has_the_same_characters(data: st.DataObject) -> None:
    page = page_of()
    first, last = data.draw(st.sampled_from(page.lines))
    start = data.draw(st.integers(first, last - 1))
    end = data.draw(st.integers(start + 1, last))
    text = measured_text(page, {"own/1": TEXT})
    (moved,) = measured_spans(page, ((start, end),))
    assert text == PARTED.join((LINES[1], LINES[3], LINES[4]))
    assert text[slice(*moved)] == TEXT[start:end]


def test_a_span_outside_of_the_article_is_dropped() -> None:
    assert measured_spans(page_of(), (span_of("Advert"),)) == ()


def test_a_folder_without_the_benchmark_has_no_texts(tmp_path: Path) -> None:
    assert read_incident_texts(tmp_path) is None
