"""When the article was published and changed: by the markup, by the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.article.metadata import Known
from onrecord.article.moments import (
    address_moment,
    find_moment,
    moment_ago,
    read_moment,
)
from onrecord.model import Moment, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.article.front import Front

UPDATED = re.compile(
    r"\b(?:(?:last )?(?:updated|modified|edited|revised)|aktualisiert|stand:"
    r"|actualizado|mis à jour|modifié|aggiornato|atualizado|bijgewerkt|uppdaterad"
    r"|oppdatert|opdateret|aktualizacja|zaktualizowano|güncelleme|обновлено"
    r"|最終更新|更新)",
    re.I,
)
PUBLISHED = re.compile(
    r"^\W*(?:(?:first |originally |article |date )?(?:published|posted)"
    r"|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|publicerad"
    r"|publisert|opublikowano)\b",
    re.I,
)
FIGURE = re.compile(r"\d+")
FURNITURE = frozenset({"most-read", "ticker", "comment"})
LINKED = 0.5
MAX_DATE_WORDS = 8  # in a block that looks like a teaser
MAX_AGO_WORDS = 12
Dates = tuple[Known[Moment] | None, Known[Moment] | None]


def article_dates(front: Front) -> Dates:
    """When it was published, and changed; None for what neither markup nor page says.

    The markup made for machines comes first, then the words near the headline, the
    address, and at last a time element where the page has but one; what is known to
    the day before what is not.
    """
    first, last = printed_dates(front)
    published = _published(front, first)
    modified = next(reversed(front.told.moments("modified")), last)
    if modified and published and _is_before(modified.value, published.value):
        modified = None  # another story's
    return published, modified


def _published(front: Front, printed: Known[Moment] | None) -> Known[Moment] | None:
    """The first that is known to the day, else the first."""
    found = (
        next(iter(front.told.moments("published")), None), printed,
        _agreeing(front, printed), _addressed(front), _below(front), _lone(front),
    )  # fmt: skip
    known = [each for each in found if each]
    sharp = (each for each in known if each.value.day)
    return next(sharp, known[0] if known else None)


def _is_before(one: Moment, two: Moment) -> bool:
    """Whether a day lies before the other in any zone."""
    return bool(one.day and two.day and (two.day - one.day).days > 1)


def printed_dates(front: Front) -> Dates:
    """What the words near the headline say, days before months and years."""
    published: Known[Moment] | None = None
    modified: Known[Moment] | None = None
    for at in front.near():
        if _is_furniture(front, at):
            continue
        for known, is_update in _printed(front, at):
            if is_update:
                modified = modified or known
            elif published is None or (published.value.day is None and known.value.day):
                published = known
    return published or _dateline(front), modified


def _dateline(front: Front) -> Known[Moment] | None:
    """The day in the dateline that opens the first paragraph."""
    if front.dateline is None:
        return None
    moment = read_moment(front.dateline.span.of(front.page.text))
    return Known(moment, "page", front.dateline.span) if moment else None


def _is_furniture(front: Front, at: int) -> bool:
    """Whether a block near the headline tells of something else."""
    look, zone = front.looks[at], front.zones[at]
    if look.markup.tag == "line":
        return False
    is_story = look.link_share > LINKED or look.words > MAX_DATE_WORDS
    return zone in FURNITURE or (zone == "teaser" and is_story)


def _printed(front: Front, at: int) -> Iterator[tuple[Known[Moment], bool]]:
    """Yield the times of one block, and whether they tell of a change."""
    span, words = front.span(at), front.span(at).of(front.page.text)
    update = UPDATED.search(words)
    cut = update.start() if update else len(words)
    day_first = front.page.language not in {None, "en"}
    for start, end in ((0, cut), (cut, len(words))):
        found = find_moment(words[start:end], day_first=day_first)
        if found:
            where = Span(
                span.start + start + found.start, span.start + start + found.end
            )
            yield Known(found.moment, "page", where), start > 0 or cut == 0
    captured_at = front.capture.captured_at
    if captured_at and front.looks[at].words <= MAX_AGO_WORDS:
        ago = moment_ago(words, captured_at)
        if ago:
            yield Known(ago, "page", span), update is not None


def printed_moments(lines: Sequence[str]) -> tuple[Moment | None, Moment | None]:
    """When the lines of a teaser say it was published, and updated."""
    published = modified = None
    for line in lines:
        moment = read_moment(line)
        if moment is None:
            continue
        if UPDATED.match(line.lstrip()) and modified is None:
            modified = moment
        elif published is None:
            published = moment
    return published, modified


def _addressed(front: Front) -> Known[Moment] | None:
    """The day in the page's own address."""
    for address in (front.capture.where, *front.told.all("url")):
        moment = address_moment(address) if "://" in address else None
        if moment is not None:
            return Known(moment, "address")
    return None


def _below(front: Front) -> Known[Moment] | None:
    """The day of a line after the text that says it is the day of publication."""
    for at in front.after():
        words = front.looks[at].text
        found = find_moment(words) if PUBLISHED.match(words) else None
        if found:
            return Known(found.moment, "page", front.span(at))
    return None


def _times(front: Front) -> list[Moment]:
    """What the page's time elements say."""
    read = (read_moment(value) for value in front.told.all("published", origin="time"))
    return [moment for moment in read if moment and moment.day]


def _agreeing(front: Front, printed: Known[Moment] | None) -> Known[Moment] | None:
    """The time element that settles which figure of a printed date is the day."""
    if printed is None or printed.span is None or printed.value.day:
        return None
    said = sorted(
        int(figure) for figure in FIGURE.findall(printed.span.of(front.page.text))
    )
    for moment in _times(front):
        day = moment.day
        if day and sorted((day.day, day.month, day.year)) == said:
            return Known(moment, "time")
    return None


def _lone(front: Front) -> Known[Moment] | None:
    """The day of the page's time elements, when all tell the same."""
    moments = _times(front)
    is_one = len({moment.day for moment in moments}) == 1
    return Known(moments[0], "time") if is_one else None
