"""Options that several commands share, and how a command opens its record."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Record
    from onrecord.record.views import Cut
    from onrecord.settings import Settings

HIDDEN = "nothing of it was on record by then"

AsOf = Annotated[
    str | None,
    typer.Option(
        help="Only what was captured, and decided about names, by this day or time "
        "(UTC); pages without a capture time are left out."
    ),
]
PublishedUntil = Annotated[
    str | None,
    typer.Option(help="Only articles published by this day; undated ones left out."),
]
Limit = Annotated[
    int, typer.Option(min=1, max=1_000_000, help="How many to show at the most.")
]


def settings_of(context: typer.Context) -> Settings:
    """The settings that the global options made."""
    settings: Settings = context.obj
    return settings


def opened(settings: Settings) -> Record:
    """The record that was named, which must exist.

    Raises ConfigError when there is none, with the commands that make one.
    """
    from onrecord.record import open_record

    path = settings.record_path
    if not path.exists():
        raise ConfigError(
            f"no record at {path}; make one with 'onrecord add PAGES' or "
            f"'onrecord demo', or name yours with --record FILE"
        )
    return open_record(path, create=False)


@contextmanager
def opened_then(settings: Settings, cut: Cut) -> Iterator[Record]:
    """The record that was named, with names as people had decided by the cut's time."""
    with opened(settings) as record, record.as_of(cut.as_of) as then:
        yield then


def cut_of(as_of: str | None, published_until: str | None) -> Cut:
    """What a reader's look at the past leaves in.

    A day stands for its end. Raises ConfigError for what is no date.
    """
    from onrecord.record.views import Cut

    return Cut(
        as_of=moment_given(as_of, "--as-of") if as_of else None,
        published_until=day_given(published_until),
    )


def moment_given(text: str, option: str) -> datetime:
    """A time a user gave, in UTC; a day alone stands for its last second.

    >>> moment_given("2025-03-02", "--as-of").isoformat()
    '2025-03-02T23:59:59+00:00'
    """
    try:
        if len(text) == len("2025-03-02"):
            return datetime.combine(date.fromisoformat(text), time(23, 59, 59), UTC)
        given = datetime.fromisoformat(text)
        return given.astimezone(UTC) if given.tzinfo else given.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise ConfigError(
            f"{option}: {text!r} is no time; write 2025-03-02 or 2025-03-02T14:05Z"
        ) from error


def text_given(text: str | None) -> str | None:
    """A text a user gave, as text: a shell passes on bytes that are none."""
    return text and text.encode(errors="replace").decode()


def day_given(text: str | None) -> date | None:
    """A day a user gave; raises ConfigError for what is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ConfigError(f"{text!r} is no day; write it as 2025-03-02") from error
