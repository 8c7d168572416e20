"""Commands that prove a record: verifying it, publishing and stamping its head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import (
    ACCENT,
    answer,
    complain,
    plain,
    quiet,
    say,
    say_whole,
    strong,
)
from onrecord.cli.exits import RECORD_DAMAGED
from onrecord.cli.fetching import check_network
from onrecord.cli.options import opened, settings_of
from onrecord.cli.render import counted
from onrecord.errors import ConfigError, MissingExtra

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from onrecord.record import (
        CheckedStamp,
        CustodyEntry,
        Problem,
        Record,
        Since,
    )
    from onrecord.record.views import Summary
    from onrecord.settings import Settings

WORTH = {
    "trusted": "signed under a certificate you gave",
    "own": "signed under the certificate that came with it, whoever that is; "
    "--authority-cert FILE says whom you trust",
    "unchecked": "signature not checked: its root certificate did not come with it; "
    "--authority-cert FILE gives it",
    "wrong": "wrongly signed",
}

AuthorityCert = Annotated[
    list[Path] | None,
    typer.Option(
        help="A root certificate of a time-stamp authority you trust; again for more."
    ),
]


@dataclass(frozen=True, slots=True)
class Published:
    """The head of the custody log as it is published."""

    head: str
    seq: int
    hash: str
    at: datetime


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord verify --since 12:9f86d081...")(verify)
    stamping = "Example: onrecord stamp --authority https://clock.example/stamp"
    app.command(epilog=stamping)(stamp)


def verify(
    context: typer.Context,
    head: Annotated[
        bool,
        typer.Option(
            "--head", help="Follow the custody log alone and print its head to publish."
        ),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="HEAD",
            help="A head you published: whether nothing before it was changed.",
        ),
    ] = None,
    authority_cert: AuthorityCert = None,
) -> None:
    """Check every hash, the custody log, and that every entry opens its words.

    The log holds every capture, sighting, deletion and stamp, each sealed by the one
    before: any change breaks the chain, and the first broken link is named. Whoever
    can write to the file can write the whole chain anew, though, or cut its end.
    Only what lies elsewhere shows that: a head that you published (--head prints it,
    --since asks for it) or a time stamp (onrecord stamp). Captures are sealed, and
    the findings in them are not: they can be found again from the captures.
    """
    settings = settings_of(context)
    if head:
        if since or authority_cert:
            raise ConfigError("--head prints a head and takes no other option")
        return _print_head(settings)
    _verify(settings, since, _certificates(authority_cert))
    return None


def _print_head(settings: Settings) -> None:
    from onrecord.record import Head, read_sound_head

    with opened(settings) as record:
        entry = read_sound_head(record)
    if settings.as_json:
        return answer("head", [_published(entry)] if entry else [])
    if entry is None:
        return say("nothing is on record yet: no head")
    head = Head(entry.seq, entry.hash)
    say_whole(f"onrecord head {head} {entry.at:%Y-%m-%dT%H:%M:%SZ}")
    say(
        quiet(
            f"{counted(entry.seq, 'entry', 'entries')}, every link whole. Keep this"
            " line where nobody can change it; later `onrecord verify --since` with the"
            " NUMBER:HASH in it shows that nothing before was changed or removed."
        )
    )
    return None


def _published(entry: CustodyEntry) -> Published:
    return Published(f"{entry.seq}:{entry.hash}", entry.seq, entry.hash, entry.at)


def _verify(settings: Settings, since: str | None, roots: list[Certificate]) -> None:
    from onrecord.record import check_since, head_given
    from onrecord.record import verify as verify_record
    from onrecord.record.views import summary

    head = head_given(since) if since is not None else None
    with opened(settings) as record:
        problems = verify_record(record)
        known = check_since(record, head) if head else None
        stamps = _checked_stamps(record, roots)
        held = summary(record)
        forgotten = len(record.tombstones()) if not problems else 0
    problems += [known.problem] if known and known.problem else []
    problems += _stamp_problems(stamps)
    if settings.as_json:
        answer("problem", problems)
    else:
        if known:
            _print_since(known)
        for item in stamps:
            _print_stamp(item)
        _print_verdict(problems, held, forgotten)
    raise typer.Exit(RECORD_DAMAGED if problems else 0)


def _certificates(files: list[Path] | None) -> list[Certificate]:
    """The certificates in the files that the user names."""
    if not files:
        return []
    from onrecord.record.timestamps import read_certificates

    found = []
    for file in files:
        try:
            found += read_certificates(file.read_bytes(), where=str(file))
        except OSError as error:
            raise ConfigError(f"{file}: cannot be read: {error.strerror}") from error
    return found


def _checked_stamps(
    record: Record, roots: list[Certificate]
) -> tuple[CheckedStamp, ...]:
    """The record's stamps; a note on standard error when they cannot be read here."""
    from onrecord.record import check_stamps

    try:
        return check_stamps(record, roots)
    except MissingExtra as error:
        complain(f"stamps are kept and not checked: {error}")
        return ()


def _stamp_problems(stamps: tuple[CheckedStamp, ...]) -> list[Problem]:
    from onrecord.record import Problem

    return [
        Problem(item.problem, f"the stamp of custody entry {item.stamp.seq}")
        for item in stamps
        if item.problem
    ]


def _print_since(known: Since) -> None:
    if known.entry is None:
        return
    entry = known.entry
    told = f"entry {entry.seq} of {entry.at:%Y-%m-%d %H:%M:%S} UTC is as it was"
    say(plain("since    ", ACCENT), f"{told}, and so is every entry before it")
    for stone in known.forgotten:
        say(plain("since    ", ACCENT), f"{stone.where} was {stone}", hanging=9)


def _print_stamp(item: CheckedStamp) -> None:
    if item.problem is not None or item.told_at is None:
        return
    entry = item.stamp.head.partition(":")[0]
    told = f"all to entry {entry} was there by {item.told_at:%Y-%m-%d %H:%M:%S} UTC"
    by = item.signer or "an authority that gives no name"
    say(plain("stamped  ", ACCENT), f"{told}, says {by}", hanging=9)
    say(quiet(f"{WORTH[item.signature]} ({item.stamp.authority})"), indent=9)


def _print_verdict(problems: list[Problem], held: Summary, forgotten: int) -> None:
    for problem in problems:
        say(plain("damaged  ", "bold red"), f"{problem.where}: {problem.what}")
    checked = f"{counted(held.captures, 'capture')}, {held.statements} statements"
    gone = f"; {counted(forgotten, 'capture')} forgotten" if forgotten else ""
    verdict = counted(len(problems), "problem") if problems else "every entry opens"
    say(strong(verdict), quiet(f"  {checked} and all other findings checked{gone}"))


def stamp(
    context: typer.Context,
    authority: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Ask this time-stamp authority (RFC 3161)."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Write the newest stamp to a file, for other tools."
        ),
    ] = None,
    authority_cert: AuthorityCert = None,
) -> None:
    """Have the head of the custody log stamped, or list the stamps on record.

    A stamp is an authority's word, signed, that the head existed at that time, and
    with it every capture, sighting and deletion before. Only the head's hash is sent,
    to the address you name. The stamp is kept in the record and `onrecord verify`
    checks it offline; whom you trust is yours to say (--authority-cert).
    """
    from onrecord.record import check_stamps

    settings = settings_of(context)
    if authority is not None:
        check_network(settings, "stamp --authority")
    roots = _certificates(authority_cert)
    with opened(settings) as record:
        if authority is not None:
            _ask_for_stamp(record, authority)
        found = check_stamps(record, roots)
    shown = found if authority is None else found[-1:]
    if output is not None:
        _write_stamp(found, output)
    if settings.as_json:
        answer("stamp", shown)
    else:
        _print_stamps(shown)
    raise typer.Exit(RECORD_DAMAGED if _stamp_problems(shown) else 0)


def _ask_for_stamp(record: Record, authority: str) -> None:
    from onrecord.record import stamp_head
    from onrecord.record.authority import ask_authority

    stamp_head(record, authority, ask_authority, at=datetime.now(UTC))


def _write_stamp(found: tuple[CheckedStamp, ...], output: Path) -> None:
    if not found:
        raise ConfigError("no stamp is on record; --authority URL asks for one")
    try:
        output.write_bytes(found[-1].stamp.token)
    except OSError as error:
        raise ConfigError(f"{output}: cannot be written: {error.strerror}") from error


def _print_stamps(shown: tuple[CheckedStamp, ...]) -> None:
    for item in shown:
        _print_stamp(item)
    for problem in _stamp_problems(shown):
        say(plain("damaged  ", "bold red"), f"{problem.where}: {problem.what}")
    if not shown:
        say("no stamp is on record; --authority URL asks for one")
