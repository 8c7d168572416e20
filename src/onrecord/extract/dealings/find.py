"""Every dealing between actors that an article tells, as reports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.dealings.deeds import Deed
from onrecord.extract.dealings.referents import Known, Referents
from onrecord.extract.dealings.sides import actor_key, sides_of
from onrecord.extract.dealings.telling import told_deeds
from onrecord.extract.places import PlaceSpot, place_name
from onrecord.extract.reports.kinds import Kind
from onrecord.extract.reports.scene import Scene
from onrecord.extract.reports.triggers import Trigger
from onrecord.extract.reports.when import dates_of, overlap, sharper
from onrecord.extract.reports.where import places_of
from onrecord.model import DateRange, Party, Report, Span, report_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.extract.places.words import CountryBook
    from onrecord.model import Annotated, Sentence, Statement

LEAD = 4  # sentences, headline included, that tell an article's main matter
NEAR_OBJECT = 6  # tokens from a verb to the object that is shown with it
ONCE, AGAIN = 0.6, 0.7  # confidence in what is told once, and more often


@dataclass(eq=False)
class Dealing:
    """One deed with its two sides, as far as the article has told it."""

    deed: Deed
    actors: list[Party]
    recipients: list[Party]
    names: frozenset[str]
    sentence: int
    spans: list[Span]
    is_headline: bool = False
    date: DateRange | None = None
    place: PlaceSpot | None = None


def find_dealings(
    annotated: Annotated,
    statements: Sequence[Statement],
    countries: CountryBook,
    beside: Sequence[Report] = (),
) -> list[Report]:
    """The dealings between actors that the article tells, in reading order.

    Both sides are named and acted in public; what is wished, feared, denied or left
    open is none. `beside` are the article's incidents: only where none of them is
    what the article is about can a dealing be.
    """
    scene = Scene(annotated, statements, countries)
    told = _merged(_told(scene))
    main = None if any(report.is_main for report in beside) else _main_of(told)
    return [_report(scene, item, is_main=item is main) for item in told]


def _told(scene: Scene) -> Iterator[Dealing]:
    heads = {mention.id: mention for mention in scene.annotated.mentions}
    known_as = Known(heads, Referents(scene.annotated, scene.statements))
    for n, sentence in enumerate(scene.sentences):
        found: list[Dealing] = []
        deeds = list(told_deeds(sentence))
        for deed in deeds:
            actors, recipients = sides_of(scene, n, deed, known_as)
            if _has_sides(deed, actors, recipients):
                names = {actor_key(p, heads) for p in (*actors, *recipients)}
                words = _words(sentence, deed)
                item = Dealing(deed, actors, recipients, frozenset(names), n, [words])
                found.append(item)
        if found:
            _set_in_time(scene, found, [_trigger(sentence, deed) for deed in deeds])
        yield from found


def _set_in_time(
    scene: Scene, found: Sequence[Dealing], triggers: Sequence[Trigger]
) -> None:
    """Give the dealings of a sentence the dates and places that are theirs."""
    n = found[0].sentence
    sentence = scene.sentences[n]
    others = _others(sentence, triggers)
    dates = dates_of(sentence, [*triggers, *others], scene.dates[n])
    places = places_of(sentence, triggers, scene.places[n])
    for item in found:
        item.is_headline = sentence.zone == "headline"
        item.date, item.place = dates.get(item.deed.at), places.get(item.deed.at)


def _others(sentence: Sentence, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Words below the deeds that a date may belong to: "his removal in April"."""
    own = {trigger.at for trigger in triggers}
    return [
        replace(trigger, at=token.i, span=token.span)
        for trigger in triggers
        for token in sentence.below(trigger.at)
        if token.pos in {"NOUN", "VERB"}
        and token.entity not in {"DATE", "TIME"}
        and token.i not in own
        and (token.dep, token.head) != ("dobj", trigger.at)
    ]


def _has_sides(deed: Deed, actors: list[Party], recipients: list[Party]) -> bool:
    """Whether two actors are told: one and the other side, or two together."""
    if recipients:
        return bool(actors)
    return deed.kind.is_joint and len(actors) > 1


def _trigger(sentence: Sentence, deed: Deed) -> Trigger:
    """The deed's words as those of an event: what dates and places ask for."""
    kind = deed.kind
    known = Kind(
        kind.detail, kind.event_type, kind.sub_event_type, kind.detail, "dealing", "", 0
    )
    return Trigger(known, "weak", is_verb=True, at=deed.at, span=_words(sentence, deed))


def _words(sentence: Sentence, deed: Deed) -> Span:
    """The verb, to its object where that is near: "imposed new sanctions"."""
    verb = sentence.tokens[deed.at]
    ends = [verb.span.end]
    ends += [
        token.span.end
        for token in sentence.children_with(deed.at, "dobj", "prt")
        if verb.i < token.i <= verb.i + NEAR_OBJECT and token.pos != "PROPN"
    ]
    # what is promised or refused, too: "decided to join"
    ends += [
        sentence.tokens[i].span.end
        for i in deed.within
        if verb.i < i <= verb.i + NEAR_OBJECT
    ]
    return Span(verb.span.start, max(ends))


def _merged(told: Iterable[Dealing]) -> list[Dealing]:
    """Tellings of one deed joined: same kind and sides, no date against it."""
    found: list[Dealing] = []
    for item in told:
        same = next((other for other in found if _is_same(other, item)), None)
        if same is None:
            found.append(item)
            continue
        same.spans.extend(item.spans)
        same.date = sharper(same.date, item.date)
        same.place = same.place or item.place
        same.is_headline = same.is_headline or item.is_headline
    return found


def _is_same(one: Dealing, other: Dealing) -> bool:
    is_kind = one.deed.kind.detail == other.deed.kind.detail
    return is_kind and overlap(one.date, other.date) and one.names == other.names


def _main_of(told: Sequence[Dealing]) -> Dealing | None:
    """The dealing the article is about: told in its headline, else in its lead."""
    in_headline = [item for item in told if item.is_headline]
    leading = [item for item in told if item.sentence < LEAD]
    return next(iter((*in_headline, *leading)), None)


def _report(scene: Scene, item: Dealing, *, is_main: bool) -> Report:
    kind, spot = item.deed.kind, item.place
    if spot is not None and spot.is_country:
        spot = None  # "talks with Kenya" are not in Kenya
    country = scene.setting.country if is_main else None
    article = scene.annotated.article.id
    return Report(
        id=report_id(article, item.spans[0], kind.detail),
        article_id=article,
        page_id=scene.annotated.page.id,
        event_type=kind.event_type,
        sub_event_type=kind.sub_event_type,
        detail=kind.detail,
        place=place_name(spot, country, scene.countries) if spot else None,
        date=item.date,
        status="happened",
        spans=tuple(dict.fromkeys(item.spans)),
        actors=tuple(item.actors),
        recipients=tuple(item.recipients),
        is_main=is_main,
        confidence=AGAIN if len(item.spans) > 1 else ONCE,
    )
