"""An invented record: a dam that two outlets tell differently of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.model import Moment, content_id
from onrecord.record.views.types import IncidentView, PageView, StoryView
from tests.server.making import (
    Shelf,
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


def make_shelf() -> Shelf:
    """The whole record."""
    said = [
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
    leaks = make_statement(
        LANTERN,
        "The wall leaks,",
        claim=OTHER,
        speaker="Ines Tarrow",
        source="Mayor Ines Tarrow",
        cue="said",
        role="Mayor",
    )
    denial = make_dispute(
        side_of(said[1]),
        side_of(leaks),
        LANTERN.at("rejected that as wishful"),
        "denial",
    )
    perhaps = make_dispute(
        side_of(said[2]), side_of(leaks), LANTERN.at("The wall leaks"), "contradiction",
        sure=False,
    )  # fmt: skip
    day = date(2031, 4, 1)
    first = make_report(BURST, INCIDENT, "burst before dawn", "Orvale", day)
    second = make_report(POST, INCIDENT, "dam burst", "Orvale", None)
    figures = [
        make_figure(BURST, first.id, "killed", "at least 14", (14, None)),
        make_figure(
            BURST, first.id, "injured", "37", (37, 37), said_by="the fire brigade"
        ),
        make_figure(
            POST, second.id, "killed", "Nineteen", (19, 19), said_by="the hospital"
        ),
        make_figure(POST, second.id, "injured", "up to 60", (None, 60)),
    ]
    differ = make_dispute(
        side_of_figure(figures[0], INCIDENT),
        side_of_figure(figures[2], INCIDENT),
        POST.at("Nineteen"),
        "figures",
    )
    reports = (
        replace(first, figures=tuple(figures[:2])),
        replace(second, figures=tuple(figures[2:])),
    )
    incident = IncidentView(
        id=INCIDENT,
        event_type="Accident",
        sub_event_type=None,
        detail="dam burst",
        place=first.place,
        date=first.date,
        status="happened",
        reports=reports,
        killed=toll(14, 19),
        injured=toll(37, 60),
        disputes=(differ,),
    )
    sheets = (LANTERN, BURST, POST, LEAFLET)
    statements = [*said, leaks]
    disputes = [denial, perhaps, differ]
    mentions = [
        make_mention(LANTERN, "Bela Stromm", "person"),
        make_mention(LANTERN, "River Board", "government"),
        make_mention(BURST, "Timo Wex", "person", private="victim"),
        make_mention(POST, "Bela Strom", "person"),
    ]
    pages = [
        PageView(
            capture=sheet.capture,
            page=sheet.page,
            is_language_supported=True,
            articles=(sheet.article,),
            statements=tuple(s for s in statements if s.article == sheet.article),
            reports=tuple(r for r in reports if r.article == sheet.article),
            figures=tuple(f for f in figures if f.article == sheet.article),
            mentions=tuple(m for m in mentions if m.page_id == sheet.page.id),
            disputes=tuple(d for d in disputes if d.words.page_id == sheet.page.id),
        )
        for sheet in sheets
    ]
    stories = [
        StoryView(
            id=content_id("story", name),
            title=told[0].article.title,
            articles=tuple(sheet.article for sheet in told),
            outlets=tuple(sorted({str(sheet.article.outlet) for sheet in told})),
            independent_sources=1,
            claims=(CLAIM,),
            incidents=incidents,
            first=first_day,
            last=first_day,
        )
        for name, told, incidents, first_day in (
            ("burst", [BURST, POST], (INCIDENT,), date(2031, 4, 1)),
            ("sound", [LANTERN], (), date(2031, 3, 3)),
        )
    ]
    stromm = [item for item in said if item.speaker_name == "Bela Stromm"]
    wex = make_entity("Timo Wex", "person", ())
    return Shelf(
        claims_=[
            make_claim(CLAIM, said, [denial, perhaps]),
            make_claim(OTHER, [leaks], [denial, perhaps]),
        ],
        disputes_=disputes,
        incidents_=[incident],
        stories_=stories,
        entities_=[
            make_entity("Bela Stromm", "person", stromm),
            make_entity("River Board", "government", said[:1]),
            make_entity("Ines Tarrow", "person", [leaks]),
            replace(wex, is_private=True, private_reason="victim"),
        ],
        pages_=pages,
        zones_={sheet.page.id: sheet.zones for sheet in sheets},
        former={FORMER: CLAIM},
    )
