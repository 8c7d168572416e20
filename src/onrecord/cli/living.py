"""The life of a claim on a terminal: when, who, in which words, and who against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.cli.console import ACCENT, plain, quiet, quoted, say, strong
from onrecord.cli.render import (
    PRIVATE,
    counted,
    joined,
    short,
    show_dispute,
    show_statement,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record.views import ClaimLife, ClaimView, Month, Voice, WordSeen

SAID, AGAINST = "●", "✕"
WIDEST = 30  # marks in a row of months; more are counted
MONTHS = 24  # rows of months; the earliest and the latest are shown
WORDS = 8  # words of each kind
VOICES = 12


def show_whole_claim(claim: ClaimView) -> None:
    """A claim with its life, every utterance and every dispute."""
    say(strong("Claim "), quiet(short(claim.id)))
    say(quoted(claim.wording.content.text))
    say(quiet("this wording was chosen by machine: it is most like the others"))
    if claim.life:
        _show_life(claim, claim.life)
    say("")
    say(strong(f"Said {counted(len(claim.statements), 'time')}"))
    repeats = set(claim.life.repeats) if claim.life else set()
    for statement in claim.statements:
        show_statement(statement, 2)
        if statement.id in repeats:
            say(plain("again by the same speaker", ACCENT), indent=4)
    if claim.disputes:
        say("")
        say(strong(f"Disputed {counted(len(claim.disputes), 'time')}"))
        by_id = {item.id: item for item in claim.disputes}
        order = claim.life.disputes if claim.life else tuple(by_id)
        for name in order:
            show_dispute(by_id[name], 2)


def _show_life(claim: ClaimView, life: ClaimLife) -> None:
    outlets = counted(len(claim.outlets), "outlet") if claim.outlets else None
    repeats = len(life.repeats)
    again = f"repeated {counted(repeats, 'time')} by a speaker" if repeats else None
    told = joined(_span(life.first, life.last), outlets, again)
    say("")
    say(strong("Its life  "), told)
    for month in _chosen(life.months):
        _show_month(month)
    say("")
    say(strong("Speakers"))
    for voice in life.voices[:VOICES]:
        _show_voice(voice)
    if (more := len(life.voices) - VOICES) > 0:
        say(quiet(f"and {more} more"), indent=2)
    _show_words(life)


def _span(first: str | None, last: str | None) -> str:
    """First and last time as the pages give them.

    >>> _span("2031-03", "2031-09-14"), _span("2031-03", "2031-03"), _span(None, None)
    ('2031-03 to 2031-09-14', '2031-03', 'no date')
    """
    if first is None or last is None:
        return "no date"
    return first if first == last else f"{first} to {last}"


def _chosen(months: Sequence[Month]) -> Sequence[Month]:
    """The months to show: of a long life its beginning and its end."""
    if len(months) <= MONTHS:
        return months
    return (*months[: MONTHS // 2], *months[-MONTHS // 2 :])


def _show_month(month: Month) -> None:
    marks = Text.assemble(
        plain(SAID * min(month.said, WIDEST)),
        plain(AGAINST * min(month.disputed, WIDEST), ACCENT),
    )
    told = [f"said {month.said}"] if month.said else []
    told += [f"disputed {month.disputed}"] if month.disputed else []
    name = (month.month or "no date").ljust(9)
    say(plain(name), marks, quiet("  " + ", ".join(told)), indent=2)


def _show_voice(voice: Voice) -> None:
    """Who, how often and when; below it the roles as the pages word them."""
    if voice.is_private:
        name = plain(PRIVATE)
    elif voice.speaker and voice.name:
        name = strong(voice.name)
    else:
        name = Text.assemble(plain(voice.name or "nobody named"), quiet(" (not named)"))
    times = counted(len(voice.said), "time")
    say(joined(name, times, _span(voice.first, voice.last)), indent=2, hanging=2)
    if voice.roles and not voice.is_private:
        told = (f"{item.role}{_times(item.times)}" for item in voice.roles)
        say(quiet("as "), plain(", ".join(told)), indent=4, hanging=3)


def _times(number: int) -> str:
    return f" ({number} times)" if number > 1 else ""


def _show_words(life: ClaimLife) -> None:
    """Which words stayed, came and went; nothing where there are none to tell."""
    if not (life.lasting or life.came or life.went):
        return
    say("")
    say(strong("Words"))
    if life.lasting:
        lasting = ", ".join(life.lasting[:WORDS])
        say(quiet("lasting  "), plain(lasting), indent=2, hanging=9)
    _show_drift("came     ", life.came, "since")
    _show_drift("went     ", life.went, "last")


def _show_drift(name: str, words: Sequence[WordSeen], when: str) -> None:
    if not words:
        return
    told = []
    for item in words[:WORDS]:
        time = item.first if when == "since" else item.last
        told.append(f"{item.word} ({when} {time})" if time else item.word)
    say(quiet(name), plain(", ".join(told)), indent=2, hanging=9)
