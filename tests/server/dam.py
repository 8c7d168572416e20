"""An invented record: a dam that two outlets tell differently of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.model import Moment, Origin, Span, content_id
from onrecord.record.views import (
    DisputeView,
    IncidentView,
    PageView,
    StatementView,
    StoryView,
)
from tests.server.making import (
    Sheet,
    make_claim,
    make_dispute,
    make_entity,
    make_figure,
    make_mention,
    make_report,
    make_sheet,
    make_statement,
    side_of,
    side_of_figure,
    toll,
)
from tests.server.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

CLAIM = content_id("claim", "the dam is sound")
OTHER = content_id("claim", "the dam leaks")
INCIDENT = content_id("incident", "orvale")
FORMER = "f" * 20

MENU = "Home   Rivers   Harbour   Subscribe"
LANTERN = make_sheet(
    [
        ("menu", MENU),
        ("headline", "Board calls Orvale dam sound"),
        ("byline", "By Ada Quill"),
        (
            "body",
            "The dam at Orvale is sound, the River Board insisted on Monday. “We have "
            "looked at every stone of it,” said Bela Stromm, its chief engineer, “and "
            "no stone has moved.”",
        ),
        (
            "body",
            "Mayor Ines Tarrow rejected that as wishful: “The wall leaks,” she said. "
            "“My own cellar is wet.”",
        ),
        ("promo", "Get the Lantern letter every morning"),
    ],
    outlet="The Lantern",
    published=Moment("2031-03-03T09:15", "minute", "+02:00"),
    where="https://lantern.example/board-calls-dam-sound",
    title="Board calls Orvale dam sound",
)
BURST = make_sheet(
    [
        ("menu", MENU),
        ("headline", "At least 14 killed as Orvale dam bursts"),
        (
            "body",
            "The dam at Orvale burst before dawn on Tuesday, killing at least 14 "
            "people and injuring 37, the fire brigade said.",
        ),
        (
            "body",
            "“The dam was sound,” Stromm said. A pupil, Timo Wex, was among the dead.",
        ),
    ],
    outlet="The Lantern",
    published=Moment("2031-04-01T18:40", "minute", "+02:00"),
    where="https://lantern.example/dam-bursts",
    title="At least 14 killed as Orvale dam bursts",
)
POST = make_sheet(
    [
        ("headline", "Orvale: 19 dead, dozens hurt"),
        (
            "body",
            "Nineteen people died when the Orvale dam burst, the hospital said; up to "
            "60 were hurt. Bela Strom of the River Board repeated that the dam had "
            "been sound.",
        ),
        ("most-read", "Most read: the price of salt"),
    ],
    outlet="Harbour Post",
    published=Moment("2031-04-02", "day"),
    where="/saved/harbour-post-orvale.txt",
    title="Orvale: 19 dead, dozens hurt",
)
LEAFLET = make_sheet(
    [("body", "Every dam of the Board is sound, its chief engineer says.")],
    outlet=None,
    published=None,
    where="/saved/leaflet.txt",
)

SHEETS = (LANTERN, BURST, POST, LEAFLET)
MENTIONS = (
    make_mention(LANTERN, "Bela Stromm", "person"),
    make_mention(LANTERN, "River Board", "government"),
    make_mention(BURST, "Timo Wex", "person", private="victim"),
    make_mention(POST, "Bela Strom", "person"),
)


def _statements() -> list[StatementView]:
    return [
        make_statement(
            LANTERN,
            "The dam at Orvale is sound",
            claim=CLAIM,
            speaker="River Board",
            source="the River Board",
            cue="insisted",
            mode="indirect",
        ),
        make_statement(
            LANTERN,
            "We have looked at every stone of it,",
            "and no stone has moved.",
            claim=CLAIM,
            speaker="Bela Stromm",
            source="Bela Stromm",
            cue="said",
            role="chief engineer",
        ),
        make_statement(
            BURST,
            "The dam was sound,",
            claim=CLAIM,
            speaker="Bela Stromm",
            source="Stromm",
            cue="said",
        ),
        make_statement(
            POST,
            "that the dam had been sound",
            claim=CLAIM,
            speaker="Bela Stromm",
            source="Bela Strom of the River Board",
            cue="repeated",
            mode="mixed",
        ),
        make_statement(
            LEAFLET,
            "Every dam of the Board is sound",
            claim=CLAIM,
            speaker=None,
            source="its chief engineer",
            cue="says",
            mode="indirect",
        ),
    ]


def _leaks() -> StatementView:
    return make_statement(
        LANTERN,
        "The wall leaks,",
        claim=OTHER,
        speaker="Ines Tarrow",
        source="Mayor Ines Tarrow",
        cue="said",
        role="Mayor",
    )


def _disputes(said: Sequence[StatementView], leaks: StatementView) -> list[DisputeView]:
    rejected = LANTERN.at("rejected that as wishful")
    wet = LANTERN.at("The wall leaks")
    denial = make_dispute(side_of(said[1]), side_of(leaks), rejected, "denial")
    perhaps = make_dispute(side_of(said[2]), side_of(leaks), wet, "contradiction")
    return [denial, replace(perhaps, shown="possibly", score=0.55)]


def make_incident() -> IncidentView:
    """The burst, as two outlets report it."""
    day = date(2031, 4, 1)
    first = make_report(BURST, INCIDENT, "burst before dawn", "Orvale", day)
    second = make_report(POST, INCIDENT, "dam burst", "Orvale", None)
    told = (
        make_figure(BURST, first.id, "killed", "at least 14", (14, None)),
        make_figure(BURST, first.id, "injured", "37", (37, 37), said_by="the brigade"),
    )
    other = (
        make_figure(
            POST, second.id, "killed", "Nineteen", (19, 19), said_by="the hospital"
        ),
        make_figure(POST, second.id, "injured", "up to 60", (None, 60)),
    )
    left, right = side_of_figure(told[0], INCIDENT), side_of_figure(other[0], INCIDENT)
    return IncidentView(
        id=INCIDENT,
        event_type="Accident",
        sub_event_type=None,
        detail="dam burst",
        place=first.place,
        date=first.date,
        status="happened",
        reports=(replace(first, figures=told), replace(second, figures=other)),
        killed=toll(14, 19),
        injured=toll(37, 60),
        disputes=(make_dispute(left, right, POST.at("Nineteen"), "figures"),),
    )


def _page(
    sheet: Sheet,
    statements: Sequence[StatementView],
    incident: IncidentView,
    disputes: Sequence[DisputeView],
) -> PageView:
    reports = tuple(r for r in incident.reports if r.article == sheet.article)
    return PageView(
        capture=sheet.capture,
        page=sheet.page,
        is_language_supported=True,
        articles=(sheet.article,),
        statements=tuple(s for s in statements if s.article == sheet.article),
        reports=reports,
        figures=tuple(figure for report in reports for figure in report.figures),
        mentions=tuple(m for m in MENTIONS if m.page_id == sheet.page.id),
        disputes=tuple(d for d in disputes if d.words.page_id == sheet.page.id),
        zones=sheet.zones,
        origins=(Origin("title", "page", _headline(sheet)), Origin("outlet", "given")),
    )


def _headline(sheet: Sheet) -> Span | None:
    return next((item.span for item in sheet.zones if item.zone == "headline"), None)


def _story(name: str, sheets: Sequence[Sheet], day: date) -> StoryView:
    return StoryView(
        id=content_id("story", name),
        title=sheets[0].article.title,
        articles=tuple(sheet.article for sheet in sheets),
        outlets=tuple(sorted({str(sheet.article.outlet) for sheet in sheets})),
        independent_sources=1,
        claims=(CLAIM,),
        incidents=(INCIDENT,) if len(sheets) > 1 else (),
        first=day,
        last=day,
    )


def make_shelf() -> Shelf:
    """The whole record."""
    said, leaks, incident = _statements(), _leaks(), make_incident()
    against = _disputes(said, leaks)
    disputes = [*against, *incident.disputes]
    statements = [*said, leaks]
    wex = make_entity("Timo Wex", "person", ())
    return Shelf(
        claims_=[make_claim(CLAIM, said, against), make_claim(OTHER, [leaks], against)],
        disputes_=disputes,
        incidents_=[incident],
        stories_=[
            _story("burst", [BURST, POST], date(2031, 4, 1)),
            _story("sound", [LANTERN], date(2031, 3, 3)),
        ],
        entities_=[
            make_entity(
                "Bela Stromm",
                "person",
                [item for item in said if item.speaker_name == "Bela Stromm"],
            ),
            make_entity("River Board", "government", said[:1]),
            make_entity("Ines Tarrow", "person", [leaks]),
            replace(wex, is_private=True, private_reason="victim"),
        ],
        pages_=[_page(sheet, statements, incident, disputes) for sheet in SHEETS],
        former={FORMER: CLAIM},
    )
