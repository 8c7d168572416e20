"""Commands about people and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import ACCENT, answer, plain, quiet, quoted, say, strong
from onrecord.cli.options import (
    AsOf,
    PublishedUntil,
    cut_of,
    opened_then,
    settings_of,
)
from onrecord.cli.render import (
    counted,
    day_of,
    joined,
    origin,
    place_of,
    short,
    shortened,
    show_statement,
    when,
)

if TYPE_CHECKING:
    from onrecord.record.views import EntityView, LinkView, ReportView, RoleSeen

PLACES = frozenset({"place", "country"})
REASONS_SHOWN = 4  # the strongest; --json lists every link
LABEL = 11  # columns of a label, the longest and two blanks


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord who Dozhan")(who)


def who(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A name in any spelling, or an id.")],
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """Show a person or body: spellings, why they are one, roles, dealings, statements.

    People seen only as victims, witnesses, relatives or minors are not shown.
    """
    from onrecord.record.views import find_entities, masked, read_entity

    settings = settings_of(context)
    cut = cut_of(as_of, published_until)
    with opened_then(settings, cut) as record:
        views = [
            read_entity(record, item.id, cut=cut)
            for item in find_entities(record, name, cut=cut)
        ]
        found = masked(record, [view for view in views if view is not None])
    if settings.as_json:
        return answer("entity", found)
    if not found:
        say(quiet("nobody of that name is on record in a public role"))
    for at, entity in enumerate(found):
        if at:
            say("")
        _print_entity(entity)
    return None


def _print_entity(entity: EntityView) -> None:
    kind = entity.type.replace("_", " ")
    say(strong(entity.name), "  ", quiet(joined(kind, short(entity.id)).plain))
    spelled = ", ".join(f"{item.text} ({item.count})" for item in entity.spellings)
    _labelled("named as", spelled)
    for role in entity.roles:
        _labelled("role", _role(role))
    for label, words in (
        ("public", entity.public_reason),
        ("part of", ", ".join(other.name for other in entity.part_of)),
        (
            "lies in it" if entity.type in PLACES else "branches",
            ", ".join(other.name for other in entity.branches),
        ),
    ):
        if words:
            _labelled(label, words)
    _print_reasons(entity)
    if entity.dealings:
        say(strong(counted(len(entity.dealings), "dealing")), indent=2)
    for dealing in entity.dealings:
        _print_dealing(dealing)
    if entity.statements:
        say(strong(counted(len(entity.statements), "statement")), indent=2)
    for statement in entity.statements:
        show_statement(statement, 4)


def _print_dealing(report: ReportView) -> None:
    """A dealing: when, who did what to whom, and the words that tell it."""
    day = day_of(report.date) if report.date else f"told {when(report.article)}"
    actors = " and ".join(party.text for party in report.actors)
    others = " and ".join(party.text for party in report.recipients)
    deed = " ".join(filter(None, (actors, report.detail, others)))
    head = joined(plain(day, ACCENT), deed, origin(report.article))
    say(head, indent=4, hanging=2)
    say(quoted(shortened(report.told.text)), indent=6)
    say(quiet(joined(place_of(report.words), short(report.id)).plain), indent=6)


def _print_reasons(entity: EntityView) -> None:
    """What people decided about it, and why the machine joined its names."""
    from onrecord.record.views import decision_words

    for item in entity.decisions:
        told = f"{decision_words(item, entity.id)} by {item.by}"
        _labelled("decided", f"{told} on {item.at:%Y-%m-%d}: {item.reason}")
    joins = _joins(entity)
    for link in joins[:REASONS_SHOWN]:
        _labelled("joined", f"{link.link.reason} ({link.link.score:.2f}, {link.by})")
    if len(joins) > REASONS_SHOWN:
        more = counted(len(joins) - REASONS_SHOWN, "reason")
        _labelled("", f"and for {more} more")


def _labelled(label: str, words: str) -> None:
    say(quiet(f"{label:<{LABEL}}"), words, indent=2, hanging=LABEL)


def _role(role: RoleSeen) -> str:
    body = role.institution
    is_told = body is None or body.casefold() in role.role.casefold()
    days = sorted({day.isoformat() for day in (role.first, role.last) if day})
    seen = ", ".join(filter(None, (counted(role.count, "time"), " to ".join(days))))
    return f"{role.role}{'' if is_told else f' of {body}'} ({seen})"


def _joins(entity: EntityView) -> list[LinkView]:
    """One link for each reason why names were joined, the strongest."""
    best: dict[str, LinkView] = {}
    for view in entity.links:
        link = view.link
        if link.judgement != "yes" or link.relation != "same" or view.revoked_at:
            continue
        if view.decision:  # told as a decision
            continue
        known = best.get(link.reason)
        if known is None or known.link.score < link.score:
            best[link.reason] = view
    return sorted(best.values(), key=lambda view: -view.link.score)
