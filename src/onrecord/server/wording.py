"""What the screens call things: the words of a newsroom, one table a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.server.links import site_of
from onrecord.server.times import between_text, days_of, position_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import PlaceName
    from onrecord.pipeline.revisions import Change
    from onrecord.record.views import (
        ArticleRef,
        ClaimView,
        DisputeView,
        FigureView,
        IncidentView,
        ReportView,
        Side,
        StatementView,
        StoryView,
        Toll,
    )

EVIDENCE = {
    "denial": "Denied",
    "contrast": "Set against each other",
    "contradiction": "Says the opposite",
    "figures": "Figures differ",
}
PRIVATE = "a private person"
EVIDENCE_EXPLAINED = {
    "denial": "the article reports that one rejects what the other says",
    "contrast": "the article itself sets the two against each other",
    "contradiction": "the two cannot both hold as worded; found by comparing them",
    "figures": "two numbers given for the same incident do not agree",
}
TYPES = {
    "armed_group": "armed group",
    "government": "government body",
    "international": "international body",
}
MODES = {
    "direct": "direct quotation",
    "indirect": "indirect",
    "mixed": "partly quoted",
}
CHANGES = {
    ("headline", "changed"): "Headline worded otherwise",
    ("byline", "changed"): "Byline changed",
    ("byline", "added"): "Byline not in the capture before",
    ("byline", "gone"): "Byline not found in this capture",
    ("statement", "changed"): "Statement worded otherwise",
    ("statement", "added"): "Statement not in the capture before",
    ("statement", "gone"): "Statement not found in this capture",
    ("attribution", "changed"): "Said by another",
    ("figure", "changed"): "Figure changed",
    ("figure", "added"): "Figure not in the capture before",
    ("figure", "gone"): "Figure not found in this capture",
    ("name", "changed"): "Name spelled otherwise",
    ("name", "added"): "Name not in the capture before",
    ("name", "gone"): "Name not found in this capture",
    ("note", "changed"): "Note by the outlet worded otherwise",
    ("note", "added"): "Note by the outlet, not in the capture before",
    ("note", "gone"): "Note by the outlet, not found in this capture",
}
ZONES = {"author-note": "about the author", "ad": "advertisement", "tags": "tags"}


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "story", "stories"), counted(3, "claim")
    ('1 story', '3 claims')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def origin(article: ArticleRef) -> str:
    """The outlet; when nobody told, the site or file the page came from."""
    if article.outlet:
        return article.outlet
    site = site_of(article.where)
    return site or article.where.rstrip("/").rsplit("/", 1)[-1] or article.where


def title_of(article: ArticleRef) -> str:
    """The title, or that there is none."""
    return article.title or "untitled"


def speaker_of(statement: StatementView) -> str | None:
    """The name of who said it; None when nobody is named.

    Private people are not shown by name outside the page that names them.
    """
    if statement.is_speaker_private:
        return PRIVATE
    return statement.speaker_name or statement.spoken_as


def speaker_of_side(side: Side) -> str | None:
    """The name behind one side of a dispute, in the same way."""
    return PRIVATE if side.is_speaker_private else side.speaker_name


def change_name(change: Change) -> str:
    """What changed, in words: what is not found is never called deleted."""
    return CHANGES[(change.kind, change.how)]


def captured_often(captures: int, revisions: int) -> str:
    """How often an address was captured, and how many texts that showed.

    >>> captured_often(3, 1), captured_often(3, 2)
    ('captured 3 times, no change in the article', 'captured 3 times, 2 revisions')
    """
    if captures == 1:
        return "captured once"
    told = "no change in the article" if revisions == 1 else f"{revisions} revisions"
    return f"captured {captures} times, {told}"


def public_speakers(claim: ClaimView) -> list[str]:
    """Who said it, each once; private people are left out."""
    return sorted(
        {
            statement.speaker_name
            for statement in claim.statements
            if statement.speaker_name and not statement.is_speaker_private
        }
    )


def interval(low: int | None, high: int | None) -> str:
    """An interval of people in words.

    >>> interval(14, None), interval(None, 9), interval(12, 19)
    ('14 or more', 'up to 9', '12 to 19')
    """
    if low is None:
        return "open" if high is None else f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def short_interval(figure: FigureView) -> str:
    """A figure's number as short as it can stand beside a mark."""
    about = "about " if figure.about else ""
    if figure.low is not None and figure.high is None:
        return f"{about}{figure.low:,}+"
    if figure.low is not None and figure.low != figure.high:
        return f"{about}{figure.low:,} to {figure.high:,}"
    return about + interval(figure.low, figure.high)


def toll_text(toll: Toll) -> str:
    """A derived range in words, with the greatest number named where it is open.

    >>> from onrecord.record.views import Toll
    >>> toll_text(Toll(31, None, "", 36)), toll_text(Toll(12, 19, "", 19))
    ('31 to at least 36', '12 to 19')
    """
    if toll.high is not None or toll.most in {None, toll.low}:
        return interval(toll.low, toll.high)
    lowest = "" if toll.low is None else f"{toll.low:,} to "
    return f"{lowest}at least {toll.most:,}"


def event_name(event: IncidentView | ReportView) -> str:
    """What happened, as sharp as it is known."""
    name = event.detail or event.sub_event_type or event.event_type
    return name[:1].upper() + name[1:]


def place_note(place: PlaceName) -> str:
    """What the gazetteer adds to a place as worded; "" when it knows nothing."""
    told = [place.name if place.name != place.text else None, place.country]
    if place.lat is not None and place.lon is not None:
        told.append(f"{_degrees(place.lat, 'NS')} {_degrees(place.lon, 'EW')}")
    if place.precision:
        told.append(f"known to the {place.precision}")
    return ", ".join(part for part in told if part)


def _degrees(value: float, signs: str) -> str:
    return f"{abs(value):.3f}° {signs[value < 0]}"


def disputers(disputes: Iterable[DisputeView], claim: ClaimView) -> list[str]:
    """Who stands against a claim by name, each once, in the order found."""
    own = {statement.id for statement in claim.statements}
    names = (
        speaker_of_side(side)
        for dispute in disputes
        if dispute.shown == "yes"
        for side in (dispute.left, dispute.right)
        if side.id not in own
    )
    return [name for name in dict.fromkeys(names) if name]


def whole_figures(report: ReportView, effect: str) -> list[FigureView]:
    """The figures of one effect that are no part of another."""
    return [
        figure
        for figure in report.figures
        if figure.effect == effect and not figure.part_of
    ]


def effects_of(incident: IncidentView) -> list[str]:
    """The effects that the reports give numbers for, the gravest first."""
    order = ("killed", "injured", "missing", "abducted", "arrested", "displaced")
    told = {figure.effect for report in incident.reports for figure in report.figures}
    return [effect for effect in order if effect in told]


def with_figures(incident: IncidentView) -> list[ReportView]:
    """The reports that give figures, in the order they came."""
    return [report for report in incident.reports if report.figures]


def by_outlets(incident: IncidentView) -> list[ReportView]:
    """The reports with figures, without teasers when there are others."""
    told = with_figures(incident)
    return [report for report in told if report.article.type == "article"] or told


def in_print(statements: Iterable[StatementView]) -> list[StatementView]:
    """Statements in the order they were published, what has no date last."""
    return sorted(statements, key=_when_printed)


def _when_printed(statement: StatementView) -> tuple[bool, float]:
    published = statement.article.published
    return published is None, position_of(published) if published else 0.0


def own_articles(story: StoryView) -> list[ArticleRef]:
    """A story's articles without teasers of it."""
    return [article for article in story.articles if article.type == "article"]


def told_in_full(stories: Iterable[StoryView]) -> list[StoryView]:
    """The stories of which an article is on record, not only teasers."""
    return [story for story in stories if own_articles(story)]


def teasers(story: StoryView) -> list[ArticleRef]:
    """The teasers of a story on other pages."""
    return [article for article in story.articles if article.type == "teaser"]


def span_of_claim(claim: ClaimView) -> str:
    """The first and last day a claim was printed, as far as the pages say."""
    days = sorted(
        day
        for statement in claim.statements
        if statement.article.published
        for day in days_of(statement.article.published)
    )
    return between_text(days[0], days[-1]) if days else "no date"
