"""Views as lines for a terminal: short, exact words apart from ours."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rich.text import Text

from onrecord.cli.console import (
    ACCENT,
    plain,
    quiet,
    quoted,
    say,
    strong,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import DateRange, PageId, PlaceName
    from onrecord.record.views import (
        ArticleRef,
        ClaimView,
        CorrectionView,
        DisputeView,
        Side,
        StatementView,
        Toll,
        Words,
    )

PRIVATE = "a private person"
ID_SHOWN = 10  # enough to be unique on a laptop's record; every command takes a prefix
EVIDENCE = {
    "denial": "denied",
    "contrast": "set against each other",
    "contradiction": "contradicted",
    "figures": "figures differ",
}


def short(identity: str) -> str:
    """As much of an id as a person needs to type."""
    return identity[:ID_SHOWN]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "story", "stories"), counted(3, "claim")
    ('1 story', '3 claims')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(number: int, limit: int, one: str, many: str | None = None) -> str:
    """How many are listed, and that there may be more when the limit was met.

    >>> listed(3, 20, "claim"), listed(20, 20, "claim")
    ('3 claims', 'the first 20 claims (--limit for more)')
    """
    told = counted(number, one, many)
    return told if number < limit else f"the first {told} (--limit for more)"


def joined(*parts: str | Text | None) -> Text:
    """Parts with a middle dot between, empty ones left out."""
    kept = [plain(part) if isinstance(part, str) else part for part in parts if part]
    return Text(" · ").join(kept)


def when(article: ArticleRef) -> str:
    """The time the article gives, else what is known of its time."""
    if article.published:
        return str(article.published)[:10]
    if article.captured_at:
        return f"before {article.captured_at:%Y-%m-%d}"
    return "no date"


def origin(article: ArticleRef) -> str:
    """The outlet, or the site or file of the page when no outlet is known."""
    name = outlet_name(article.outlet, article.where)
    return f"{name} (teaser)" if article.type == "teaser" else name


def outlet_name(outlet: str | None, where: str) -> str:
    """The outlet, or the site or file of the page when no outlet is known.

    >>> outlet_name(None, "https://news.example/a/b"), outlet_name(None, "saved/b.txt")
    ('news.example', 'b.txt')
    """
    return outlet or urlsplit(where).netloc or where.rsplit("/", 1)[-1]


def place_of(words: Words) -> str:
    """Where exactly words stand: page and positions."""
    spans = ", ".join(f"{span.start}-{span.end}" for span in words.spans)
    return f"page {short(words.page_id)} at {spans}"


def day_of(date: DateRange | None) -> str:
    """A date as sharp as it is known.

    Nothing known is said as such: a date is never made up.
    """
    if date is None:
        return "date open"
    if date.precision == "year":
        return f"{date.start:%Y}"
    if date.precision == "month":
        return f"{date.start:%Y-%m}"
    if date.start == date.end:
        return f"{date.start:%Y-%m-%d}"
    return f"{date.start:%Y-%m-%d} to {date.end:%Y-%m-%d}"


def place_name(place: PlaceName | None) -> str:
    """A place as worded, with the country where it is known and not said."""
    if place is None:
        return "place open"
    if place.country and place.precision != "country":
        return f"{place.text} ({place.country})"
    return place.text


def speaker_of(statement: StatementView) -> Text:
    """Who said it: the name and the role as worded, or the words for an unnamed one.

    A private person is named by the stored page alone.
    """
    if statement.is_speaker_private:
        return plain(PRIVATE)
    role = f", {statement.role}" if statement.role else ""
    if statement.speaker_name:
        return Text.assemble(strong(statement.speaker_name), plain(role))
    unnamed = statement.source.text if statement.source else "nobody named"
    return Text.assemble(plain(unnamed), quiet(" (not named)"))


def show_statement(
    statement: StatementView, indent: int = 0, *, is_below_article: bool = False
) -> None:
    """A statement: when, who and where; the words; how they are said and stand.

    When and where are left out below the article that has just told them.
    """
    day = when(statement.article)
    said = day_of(statement.said_at) if statement.said_at else day
    head = joined(
        None if is_below_article else plain(day, ACCENT),
        speaker_of(statement),
        None if is_below_article else origin(statement.article),
        None if said == day else f"said {said}",
    )
    say(head, indent=indent, hanging=2)
    say(quoted(statement.content.text), indent=indent + 2)
    how = f"{statement.mode}, {statement.cue_class}"
    to = f"to {statement.addressee.text}" if statement.addressee else None
    where = statement.occasion.text if statement.occasion else None
    proposed = proposed_by(statement.found_by)
    told = joined(
        how, to, where, place_of(statement.content), short(statement.id), proposed
    )
    say(quiet(told.plain), indent=indent + 2)
    show_notes(statement.corrections, indent + 2)


def proposed_by(model: str | None) -> str | None:
    """The mark of what an assistant model proposed; None for our own."""
    return f"proposed by {model}" if model else None


def show_notes(
    notes: Iterable[CorrectionView],
    indent: int = 0,
    *,
    length: int = 240,
    page: PageId | None = None,
) -> None:
    """What the outlet's own notes say of the statement or figure just shown.

    Those of another page than `page` are of a later capture, which is told.
    """
    for note in notes:
        words = shortened(note.words.text, length)
        say(plain(f"{note.kind}: ", ACCENT), quoted(words), indent=indent, hanging=2)
        day = f"noted {note.at}" if note.at else None
        is_later = page is not None and note.words.page_id != page
        capture = "in a later capture" if is_later else None
        where = joined(
            "says the outlet", capture, day, place_of(note.words), short(note.id)
        )
        say(quiet(where.plain), indent=indent + 2)


def shortened(words: str, length: int = 240) -> str:
    """The words on one line, cut at a blank where they are long.

    >>> shortened("Rain fell all day", 12)
    'Rain fell…'
    """
    line = " ".join(words.split())
    return line if len(line) <= length else line[:length].rpartition(" ")[0] + "…"


def side_text(side: Side) -> Text:
    """One side of a dispute: who and what."""
    speaker = PRIVATE if side.is_speaker_private else side.speaker_name
    name = f"{speaker}: " if speaker else ""
    words = quoted(side.words.text if side.words else side.text)
    proposed = proposed_by(side.found_by)
    return Text.assemble(
        strong(name), words, quiet(f" ({proposed})" if proposed else "")
    )


def show_dispute(dispute: DisputeView, indent: int = 0) -> None:
    """A dispute: the two sides, the kind of evidence, and its words."""
    mark = plain(f"{mark_of(dispute)}  ", ACCENT)
    say(side_text(dispute.left), indent=indent)
    say(mark, side_text(dispute.right), indent=indent + 2)
    evidence = (
        f"{dispute.evidence} in {origin(dispute.article)}, {when(dispute.article)}",
        place_of(dispute.words),
        f"score {dispute.score:.2f}",
        short(dispute.id),
    )
    say(quiet(" · ".join(evidence)), indent=indent + 2)


def mark_of(dispute: DisputeView) -> str:
    """How one side stands against the other, "possibly" where nobody looked yet."""
    mark = EVIDENCE[dispute.evidence]
    return f"possibly {mark}" if dispute.shown == "possibly" else mark


def show_claim(claim: ClaimView, indent: int = 0) -> None:
    """A claim in a list: its wording, how often, where, who said it."""
    disputes = sum(item.shown == "yes" for item in claim.disputes)
    numbers = joined(
        f"said {counted(len(claim.statements), 'time')}",
        counted(len(claim.outlets), "outlet") if claim.outlets else None,
        span_of_days(claim.statements),
        plain(counted(disputes, "dispute"), ACCENT) if disputes else None,
        quiet(short(claim.id)),
        proposed_by(claim.wording.found_by),
    )
    say(quoted(claim.wording.content.text), indent=indent)
    say(numbers, indent=indent + 2)
    speakers = {
        item.speaker_name
        for item in claim.statements
        if item.speaker_name and not item.is_speaker_private
    }
    if speakers:
        say(quiet("by "), ", ".join(sorted(speakers)), indent=indent + 2, hanging=3)


def span_of_days(statements: Sequence[StatementView]) -> str:
    """First and last day a claim was printed, as far as the pages say."""
    days = sorted(
        str(item.article.published)[:10]
        for item in statements
        if item.article.published
    )
    if not days:
        return "no date"
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"


def toll_of(toll: Toll | None) -> str:
    """A range of people.

    >>> from onrecord.record.views import Toll
    >>> toll_of(Toll(12, 19, "")), toll_of(Toll(24, None, ""))
    ('12 to 19', '24 or more')
    """
    if toll is None:
        return "not given"
    return interval(toll.low, toll.high)


def interval(low: int | None, high: int | None) -> str:
    """An interval of people in words."""
    if low is None:
        return "open" if high is None else f"up to {high}"
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"
