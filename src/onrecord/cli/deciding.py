"""Commands by which a person decides about names, takes it back, and reads the log."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.cli.console import ACCENT, answer, plain, quiet, say, say_whole, strong
from onrecord.cli.judging import Judging
from onrecord.cli.options import Limit, opened, settings_of, text_given
from onrecord.cli.render import PRIVATE, counted, joined, listed, short
from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from onrecord.model import Verb
    from onrecord.record import Asked, Record
    from onrecord.record.views import DecidedSide, DecisionView
    from onrecord.settings import Settings

Question = Literal["same", "not-same", "part-of", "not-part-of", "split", "release"]
ALONE = {"release"}  # decided about one, not two
LABEL = 11
BETWEEN = {
    "same": "same as",
    "not-same": "not the same as",
    "part-of": "part of",
    "not-part-of": "no part of",
    "split": "split off from it:",
}
Reason = Annotated[str, typer.Option(help="Why; it is kept in the log for good.")]


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    reason = "--reason 'one office, one biography' --by Ada"
    app.command(epilog=f"Example: onrecord decide same 3fa2c1 9c01aa {reason}")(decide)
    reason = "--reason 'a namesake' --by Ada"
    app.command(epilog=f"Example: onrecord undo 5d11e0 {reason}")(undo)
    app.command(epilog="Example: onrecord decisions")(decisions)


def decide(
    context: typer.Context,
    what: Annotated[
        Question,
        typer.Argument(
            metavar="WHAT",
            help="same, not-same, part-of, not-part-of, split, or release.",
        ),
    ],
    names: Annotated[
        list[str],
        typer.Argument(metavar="A [B]", help="Ids, beginnings of ids, or whole names."),
    ],
    reason: Reason,
) -> None:
    """Decide who is who: your decision beats any score, and can be undone.

    same A B: one identity. not-same A B: two. part-of A B: A is a branch of B, never B
    itself. not-part-of A B: A is no branch of B. split A B: what B says leaves A; B is
    a mention, page or article by its id, or a spelling. release A: a private person may
    be shown and followed as others are.

    Who (--by), when and why stay in the log for good, with the names as they stood:
    the decision holds for pages added later and for other models. Where two decisions
    contradict each other the later one stands.
    """
    settings = settings_of(context)
    wanted = 1 if what in ALONE else 2
    if len(names) != wanted:
        told = counted(wanted, "name or id", "names or ids")
        raise ConfigError(f"decide {what} takes {told}, not {len(names)}")
    with opened(settings) as record, Judging(record, settings) as judging:
        apply_decision(record, settings, (what, names, reason), judging)


def undo(
    context: typer.Context,
    decision: Annotated[str, typer.Argument(help="Its id, or the beginning of it.")],
    reason: Reason,
) -> None:
    """Take a decision back: it stays in the log, with who undid it, when and why.

    What the machine finds holds again, and so does an earlier decision that this one
    overruled.
    """
    settings = settings_of(context)
    with opened(settings) as record, Judging(record, settings) as judging:
        apply_decision(record, settings, ("undo", [decision], reason), judging)


def decisions(context: typer.Context, limit: Limit = 50) -> None:
    """List what people decided and undid, the newest first, and what still stands."""
    from onrecord.record.views import list_decisions

    settings = settings_of(context)
    with opened(settings) as record:
        found = list_decisions(record)[:limit]
    if settings.as_json:
        return answer("decision", found)
    say(strong(listed(len(found), limit, "decision")))
    for item in found:
        say("")
        print_decision(item)
    return None


def apply_decision(
    record: Record,
    settings: Settings,
    told: tuple[Verb, list[str], str],
    judging: Judging,
) -> None:
    """Decide what was told (what, about whom, why), and say what came of it.

    Raises ConfigError when nobody says who or why, InputError for what cannot be.
    """
    from onrecord.record.views import list_decisions

    verb, names, reason = told
    asked = _asked(settings, verb, [text_given(name) or "" for name in names], reason)
    before = set(record.groups("mention").values())
    done = judging.decide(asked)
    views = {item.id: item for item in list_decisions(record)}
    view = views[done.decision.id]
    if settings.as_json:
        return answer("decision", [view])
    print_decision(view)
    for label, others in (("overrules", done.overruled), ("revives", done.revived)):
        for other in others:
            item = views[other.id]
            words = f"{short(item.id)} of {item.by}, {item.at:%Y-%m-%d}: {item.verb}"
            _labelled(label, words)
    return _print_ids(record, before)


def _asked(settings: Settings, verb: Verb, sides: list[str], reason: str) -> Asked:
    """What is asked; ConfigError when nobody says who or why."""
    from onrecord.record import Asked

    why, by = (text_given(reason) or "").strip(), (settings.by or "").strip()
    if not why or not by:
        told = "--reason says why" if not why else "--by NAME says who"
        raise ConfigError(f"nothing was decided: {told}, and is kept with it")
    right = sides[1] if len(sides) > 1 else None
    return Asked(verb, sides[0], right, by, why, datetime.now(UTC))


def _print_ids(record: Record, before: set[str]) -> None:
    """Ids that are new, and where those went that were written down before."""
    from onrecord.record.views import read_entities

    groups = record.groups("mention")
    after = set(groups.values())
    names = {item.id: item for item in read_entities(record)}
    for name in sorted(after - before):
        entity = names[name]
        told = PRIVATE if entity.is_private else entity.name
        _labelled("new id", f"{short(name)}  {told}")
    for name in sorted(before - after):
        _labelled("former id", f"{short(name)} leads to {short(groups[name])}")


def print_decision(item: DecisionView) -> None:
    """A decision with who, when, why, what it is about and what became of it."""
    about = " ".join(filter(None, (_side(item.left), _link(item), _side(item.right))))
    say_whole(plain(f"{item.verb}  ", ACCENT), strong(about))
    say(
        quiet(joined(short(item.id), f"{item.at:%Y-%m-%d %H:%M} UTC", item.by).plain),
        indent=2,
    )
    _labelled("reason", item.reason)
    if item.undoes:
        _labelled("takes back", short(item.undoes))
    if item.undone:
        undone = item.undone
        _labelled("undone", f"{undone.at:%Y-%m-%d} by {undone.by}: {undone.reason}")
    elif item.state == "overruled":
        _labelled("overruled", "a later decision says otherwise")
    elif item.state == "gone":
        _labelled("gone", "its pages were forgotten; it stays in the log")


def _link(item: DecisionView) -> str | None:
    return BETWEEN.get(item.verb, "/") if item.right else None


def _side(side: DecidedSide | None) -> str | None:
    if side is None:
        return None
    if side.entity is None:
        return "what was forgotten"
    return f"{PRIVATE if side.is_private else side.named} ({short(side.entity)})"


def _labelled(label: str, words: str) -> None:
    say(quiet(f"{label:<{LABEL}}"), words, indent=2, hanging=LABEL)
