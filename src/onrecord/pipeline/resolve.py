"""Many articles to links: who is the same, what is one event, one claim, a dispute.

Each step reads what the steps before it found out: names first, since articles,
events and claims are compared by identity and not by spelling.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language import RememberingJudge
from onrecord.model import Dispute, Link, groups_decided, groups_of
from onrecord.pipeline.compare import Findable, days_of, gather, report_texts
from onrecord.resolve import (
    find_clashes,
    find_figure_disputes,
    keep_decided,
    lay_out,
    link_copies,
    link_names,
    link_places,
    link_reports,
    link_revisions,
    link_sayings,
    link_stories,
    senses_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from onrecord.model import Mention, ReportId
    from onrecord.pipeline.tools import Tools
    from onrecord.record import Record


TRIES = 3  # others may add while we judge; then what we judged is out of date


@dataclass(frozen=True, slots=True)
class Resolved:
    """Every judgement about the record's findings, and the disputes between them."""

    links: tuple[Link, ...]
    disputes: tuple[Dispute, ...]


def resolve(record: Record, tools: Tools, *, now: datetime) -> bool:
    """Judge all findings of the record anew and save what changed.

    The outcome does not depend on the order in which pages came. `now` is aware.
    False when others kept adding meanwhile: whoever adds last resolves all.
    """
    return any(_resolve_once(record, tools, now) for _ in range(TRIES))


def _resolve_once(record: Record, tools: Tools, now: datetime) -> bool:
    """One try; False when the record moved on while it was judged."""
    with record.snapshot() as still:
        seen = still.head()
        asked = RememberingJudge(tools.judge, still.judged) if tools.judge else None
        found = judge(still, replace(tools, judge=asked))
    if asked and asked.fresh:
        record.keep_judged(asked.fresh, seen=seen)
    return record.save_resolution(
        found.links, found.disputes, tools.run, now, seen=seen
    )


def resolve_names(
    record: Record, tools: Tools, *, now: datetime, judged_by: Mapping[str, str]
) -> bool:
    """Judge who is who anew and nothing else: quick, as after a person decided.

    `judged_by` are the groups of names that the rest was judged by. Where they are as
    before `record.is_resolved` says so; else the rest is left to `resolve`.
    """
    return any(_names_once(record, tools, now, judged_by) for _ in range(TRIES))


def _names_once(
    record: Record, tools: Tools, now: datetime, judged_by: Mapping[str, str]
) -> bool:
    with record.snapshot() as still:
        seen, decided = still.head(), still.decided("mention")
        found = _names(still, _mentions(still), decided, tools)
    return record.save_names(found, tools.run, now, seen=seen, judged_by=judged_by)


def judge(record: Record, tools: Tools) -> Resolved:
    """Links and disputes over all that the record holds; nothing is saved."""
    mentions = _mentions(record)
    decided = record.decided("mention")
    names = _names(record, mentions, decided, tools)
    ids = (item.id for item in mentions)
    groups: dict[str, str] = groups_decided(ids, names, decided)
    about = {side for link in decided for side in (link.left, link.right)}
    findable = gather(record, groups, senses_of(mentions, groups, about))
    reports, incidents = _incidents(findable, record.decided("report"))
    articles = findable.article_texts(incidents)
    copies = link_copies(articles)
    claims, contradictions = _claims(findable, tools)
    return Resolved(
        links=(
            *names,
            *reports,
            *link_revisions(articles),
            *copies,
            *link_stories(articles, copies),
            *claims,
        ),
        disputes=(
            *contradictions,
            *find_figure_disputes(report_texts(findable), incidents),
        ),
    )


def _names(
    record: Record, mentions: list[Mention], decided: list[Link], tools: Tools
) -> list[Link]:
    """The machine's judgements of names: people's own are in the record already."""
    found = [
        *link_names(mentions, tools.actors, decided, days=days_of(record)),
        *link_places(mentions, decided),
    ]
    people = set(decided)
    own = [link for link in found if link not in people]
    return keep_decided(mentions, own, decided)


def _mentions(record: Record) -> list[Mention]:
    """Every mention; private people whom somebody released are as others are."""
    released = record.released()
    return [
        replace(item, private_reason=None) if item.id in released else item
        for item in record.mentions()
    ]


def _incidents(
    findable: Findable, decided: list[Link]
) -> tuple[list[Link], dict[ReportId, str]]:
    """Links that join reports, and the incident of each report."""
    texts = report_texts(findable)
    links = link_reports(texts, decided)
    ids = (item.report.id for item in texts)
    return links, groups_decided(ids, links, decided)


def _claims(findable: Findable, tools: Tools) -> tuple[list[Link], list[Dispute]]:
    """Links that join statements into claims, and what contradicts what."""
    compared = lay_out(findable.utterances(), tools.encoder)
    links = link_sayings(compared, tools.judge)
    ids = (item.id for item in findable.statements)
    against = find_clashes(compared, groups_of(ids, links), tools.judge)
    return links, against
