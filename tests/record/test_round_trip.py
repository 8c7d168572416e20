"""What goes into a record comes out equal."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import (
    Article,
    ArticleId,
    Block,
    Capture,
    CueClass,
    DateRange,
    Dispute,
    DisputeId,
    Effect,
    EntityType,
    Figure,
    FigureId,
    Findings,
    How,
    KnownPlace,
    Markup,
    Mention,
    MentionId,
    MetaValue,
    Moment,
    Origin,
    Page,
    Party,
    PlaceName,
    Reading,
    Report,
    ReportDoubt,
    ReportId,
    Sector,
    Span,
    Statement,
    StatementId,
    Struck,
    Weapon,
    WhyDoubtful,
    Zoned,
    capture_id,
    page_id,
)
from onrecord.record import open_record
from tests.record.made import NOW, RUN

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn, SearchStrategy

Value = TypeVar("Value")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
SCORES = st.floats(0, 1)
SPANS = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 9999),
    st.integers(1, 99),
)
MANY_SPANS = st.lists(SPANS, max_size=3).map(tuple)
TIMES = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2090, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    timezones=st.just(UTC),
)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
RANGES = st.builds(
    lambda day, length: DateRange(day, day + timedelta(length), "day"),
    DAYS,
    st.integers(0, 40),
)
MOMENTS = st.one_of(
    st.builds(lambda day: Moment(f"{day:%Y}", "year"), DAYS),
    st.builds(lambda day: Moment(f"{day:%Y-%m}", "month", "+03:00"), DAYS),
    st.builds(lambda day: Moment(f"{day:%G-W%V}", "week"), DAYS),
    st.builds(lambda time: Moment(f"{time:%Y-%m-%dT%H:%M}", "minute"), TIMES),
)
PARTIES = st.builds(Party, NAMES, SPANS, st.none() | NAMES.map(MentionId))
STRUCK = st.builds(Struck, NAMES, SPANS, st.none() | NAMES)
WEAPONS = st.builds(Weapon, NAMES, SPANS, NAMES)
DOUBTS = st.builds(
    ReportDoubt,
    st.sampled_from(["date", "place"]),
    st.sampled_from(get_args(WhyDoubtful)),
    MANY_SPANS,
)
PLACES = st.builds(
    PlaceName,
    NAMES,
    MANY_SPANS,
    name=st.none() | NAMES,
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
)
KNOWN = st.builds(
    KnownPlace,
    st.integers(-(2**40), 2**40),
    name=NAMES,
    country=NAMES,
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    score=st.floats(0, 1),
)
ZONES = st.builds(Zoned, SPANS, st.sampled_from(["headline", "body", "menu", "table"]))
ORIGINS = st.builds(Origin, WORDS, WORDS, st.none() | SPANS)
BLOCKS = st.builds(
    Block,
    SPANS,
    st.builds(Markup, NAMES, WORDS, containers=st.lists(WORDS, max_size=3).map(tuple)),
)


def _maybe(strategy: SearchStrategy[Value]) -> SearchStrategy[Value | None]:
    return st.none() | strategy


def _texts() -> SearchStrategy[tuple[str, ...]]:
    return st.lists(WORDS, max_size=3).map(tuple)


@st.composite
def _readings(draw: DrawFn) -> Reading:
    where, data, text = draw(NAMES), draw(st.binary(max_size=200)), draw(WORDS)
    name = capture_id(where, data)
    capture = Capture(
        name,
        where,
        draw(WORDS),
        len(data),
        draw(st.sampled_from(get_args(How))),
        draw(_maybe(TIMES)),
        draw(_maybe(WORDS)),
        "text/html",
        draw(WORDS),
    )
    page = Page(
        page_id(name, text),
        name,
        text,
        draw(st.lists(BLOCKS, max_size=3).map(tuple)),
        draw(
            st.lists(st.builds(MetaValue, WORDS, WORDS, WORDS), max_size=2).map(tuple)
        ),
        draw(_maybe(WORDS)),
        draw(WORDS),
    )
    return Reading(capture, data, page)


@st.composite
def _all_findings(draw: DrawFn) -> Findings:
    reading = draw(_readings())
    page = st.just(reading.page.id)
    article = ArticleId("a" * 20)
    report = ReportId("b" * 20)
    articles = st.builds(
        Article,
        id=st.just(article),
        page_id=page,
        type=st.sampled_from(["article", "teaser"]),
        title=_maybe(WORDS),
        titles=MANY_SPANS,
        zones=st.lists(ZONES, max_size=4).map(tuple),
        outlet=_maybe(WORDS),
        byline=_texts(),
        published=_maybe(MOMENTS),
        modified=_maybe(MOMENTS),
        language=_maybe(WORDS),
        tags=_texts(),
        section=_maybe(WORDS),
        source_line=_maybe(WORDS),
        url=_maybe(WORDS),
        origins=st.lists(ORIGINS, max_size=3).map(tuple),
    )
    names = st.builds(
        Mention,
        id=NAMES.map(MentionId),
        article_id=st.just(article),
        page_id=page,
        span=SPANS,
        text=WORDS,
        type=st.sampled_from(get_args(EntityType)),
        head=NAMES.map(MentionId),
        role=_maybe(WORDS),
        role_spans=MANY_SPANS,
        country=_maybe(WORDS),
        private_reason=_maybe(WORDS),
        confidence=SCORES,
        place=_maybe(KNOWN),
    )
    statements = st.builds(
        Statement,
        id=NAMES.map(StatementId),
        article_id=st.just(article),
        page_id=page,
        content=MANY_SPANS,
        source=MANY_SPANS,
        cue=MANY_SPANS,
        cue_class=st.sampled_from(get_args(CueClass)),
        mode=st.sampled_from(["direct", "indirect", "mixed"]),
        speaker=_maybe(NAMES.map(MentionId)),
        speaker_name=_maybe(WORDS),
        sector=_maybe(st.sampled_from(get_args(Sector))),
        said_at=_maybe(RANGES),
        nested_in=_maybe(NAMES.map(StatementId)),
        negated=st.booleans(),
        denied=MANY_SPANS,
        confidence=SCORES,
        addressee=MANY_SPANS,
        occasion=MANY_SPANS,
        found_by=_maybe(WORDS),
    )
    reports = st.builds(
        Report,
        id=st.just(report),
        article_id=st.just(article),
        page_id=page,
        event_type=WORDS,
        sub_event_type=_maybe(WORDS),
        detail=_maybe(WORDS),
        place=_maybe(PLACES),
        date=_maybe(RANGES),
        status=st.sampled_from(["happened", "foiled", "denied"]),
        spans=MANY_SPANS,
        actors=st.lists(PARTIES, max_size=2).map(tuple),
        claimed_by=_maybe(PARTIES),
        weapons=st.lists(WEAPONS, max_size=2).map(tuple),
        targets=st.lists(STRUCK, max_size=2).map(tuple),
        victims=st.lists(STRUCK, max_size=2).map(tuple),
        date_spans=MANY_SPANS,
        is_date_counted=st.booleans(),
        doubts=st.lists(DOUBTS, max_size=2).map(tuple),
        is_main=st.booleans(),
        confidence=SCORES,
    )
    figures = st.builds(
        Figure,
        id=NAMES.map(FigureId),
        report_id=st.just(report),
        article_id=st.just(article),
        page_id=page,
        effect=st.sampled_from(get_args(Effect)),
        low=_maybe(st.integers(0, 2**40)),
        high=_maybe(st.integers(0, 2**40)),
        qualifier=_maybe(WORDS),
        about=st.booleans(),
        counted=_maybe(WORDS),
        part_of=_maybe(NAMES.map(FigureId)),
        attributed_to=_maybe(WORDS),
        statement_id=_maybe(NAMES.map(StatementId)),
        span=SPANS,
        is_superseded=st.booleans(),
        confidence=SCORES,
    )
    disputes = st.builds(
        Dispute,
        id=NAMES.map(DisputeId),
        left=NAMES,
        right=NAMES,
        evidence=st.sampled_from(["denial", "contrast"]),
        score=SCORES,
        shown=st.sampled_from(["yes", "possibly"]),
        page_id=page,
        spans=MANY_SPANS,
    )
    return Findings(
        reading,
        (draw(articles),),
        draw(_distinct(names)),
        draw(_distinct(statements)),
        (draw(reports),),
        draw(_distinct(figures)),
        draw(_distinct(disputes)),
    )


def _distinct(strategy: SearchStrategy[Value]) -> SearchStrategy[tuple[Value, ...]]:
    return st.lists(strategy, max_size=3, unique_by=_id_of).map(tuple)


def _id_of(value: object) -> object:
    return getattr(value, "id")  # noqa: B009 - every finding has one, no shared type says so


def _by_id(values: tuple[Value, ...]) -> list[Value]:
    key: Callable[[Value], str] = lambda value: str(_id_of(value))  # noqa: E731 - a typed key
    return sorted(values, key=key)


@given(findings=_all_findings())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_goes_in_comes_out_equal(findings: Findings) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "record.db") as record,
    ):
        record.add(findings, RUN, added_at=NOW)
        reading = findings.reading
        assert list(record.captures()) == [reading.capture]
        assert record.data_of(reading.capture.id) == reading.data
        assert list(record.pages()) == [reading.page]
        assert record.texts([reading.page.id]) == {reading.page.id: reading.page.text}
        assert list(record.articles()) == list(findings.articles)
        assert list(record.mentions()) == _by_id(findings.mentions)
        assert list(record.statements()) == _by_id(findings.statements)
        assert list(record.reports()) == list(findings.reports)
        assert list(record.figures()) == _by_id(findings.figures)
        assert list(record.disputes()) == _by_id(findings.disputes)
        assert list(record.runs()) == [RUN]
