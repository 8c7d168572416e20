"""Claims: the same thing asserted, over outlets and time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from onrecord.record.rows import rows_among
from onrecord.record.schema import members, statements
from onrecord.record.sqlite import words_query
from onrecord.record.text import fold_name, phrases_of
from onrecord.record.views.articles import article_of, distinct
from onrecord.record.views.cut import NO_CUT, looking
from onrecord.record.views.disputes import disputes_of
from onrecord.record.views.folding import shown
from onrecord.record.views.lookup import find_group
from onrecord.record.views.order import statement_key
from onrecord.record.views.statements import load_statements
from onrecord.record.views.types import ClaimView, Cut, DisputeView, StatementView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Select

    from onrecord.record.store import Record
    from onrecord.record.text import Phrase
    from onrecord.record.views.folding import Shown

LIMIT = 50
COMPARED = 200  # statements a wording is compared with: bounds the work
HIT_LIMIT = 5000  # statements looked at for a query, the best first
OF_CLAIMS = members.c.kind == "statement"


def list_claims(
    record: Record,
    query: str | None = None,
    *,
    at_least: int = 1,
    limit: int = LIMIT,
    cut: Cut = NO_CUT,
) -> tuple[ClaimView, ...]:
    """Claims of at least so many statements, those with the most first.

    With a query: those with a statement that holds all its words, best first.
    """
    phrases = phrases_of(query) if query is not None else None
    if phrases is not None and not phrases:
        return ()
    with looking(record, cut) as connection:
        seen = shown(connection, cut)
        if phrases is None:
            found = _largest(at_least, seen)
        else:
            found = _matching(phrases, at_least, seen)
        ids = connection.execute(found.limit(limit)).scalars().all()
        views = load_claims(connection, ids, seen)
    return tuple(view for view in views if len(view.statements) >= at_least)


def read_claim(record: Record, claim: str, *, cut: Cut = NO_CUT) -> ClaimView | None:
    """The claim whose id begins so; None when the cut hides all of it.

    Raises InputError when no claim, or more than one, begins so.
    """
    with looking(record, cut) as connection:
        name = find_group(connection, "statement", claim)
        return next(iter(load_claims(connection, [name], shown(connection, cut))), None)


def read_claims(
    record: Record, claims: Iterable[str], *, cut: Cut = NO_CUT, whole: bool = False
) -> tuple[ClaimView, ...]:
    """These claims, by whole ids, in the order given; unknown ones are left out.

    `whole`: with the statements of every capture, those that repeat a text, too.
    """
    with looking(record, cut) as connection:
        return load_claims(connection, claims, shown(connection, cut, whole=whole))


def _largest(at_least: int, seen: Shown) -> Select[Any]:
    size = func.count()
    query = select(members.c.group_id).where(OF_CLAIMS)
    if conditions := seen.conditions(statements.c.article_id):
        query = query.join(statements, statements.c.id == members.c.member)
        query = query.where(*conditions)
    query = query.group_by(members.c.group_id).having(size >= at_least)
    return query.order_by(size.desc(), members.c.group_id)


def _matching(phrases: Sequence[Phrase], at_least: int, seen: Shown) -> Select[Any]:
    hits = words_query(phrases, ["statement"], HIT_LIMIT).subquery()
    own = members.alias()
    size = select(func.count()).where(
        own.c.kind == "statement", own.c.group_id == members.c.group_id
    )
    if conditions := seen.conditions(statements.c.article_id):
        size = size.where(own.c.member == statements.c.id, *conditions)
    return (
        select(members.c.group_id)
        .join(hits, and_(OF_CLAIMS, members.c.member == hits.c.id))
        .where(*seen.conditions(hits.c.article_id))
        .group_by(members.c.group_id)
        .having(size.scalar_subquery() >= at_least)
        .order_by(func.max(hits.c.score).desc(), members.c.group_id)
    )


def load_claims(
    connection: Connection, claims: Iterable[str], seen: Shown
) -> tuple[ClaimView, ...]:
    """These claims as far as they are shown, in the order given."""
    wanted = list(claims)
    query = select(members.c.member, members.c.group_id).where(OF_CLAIMS)
    ids = [
        row.member for row in rows_among(connection, query, members.c.group_id, wanted)
    ]
    views: dict[str, list[StatementView]] = defaultdict(list)
    for view in load_statements(connection, ids).values():
        views[view.claim].append(view)
    said = {claim: seen.among(views[claim], article_of) for claim in wanted}
    disputes: dict[str, list[DisputeView]] = defaultdict(list)
    for dispute in disputes_of(connection, ids, seen):
        for claim in {dispute.left.claim, dispute.right.claim} - {None}:
            disputes[str(claim)].append(dispute)
    return tuple(
        _claim(claim, sorted(said[claim], key=statement_key), disputes[claim])
        for claim in wanted
        if said[claim]
    )


def _claim(
    claim: str, said: Sequence[StatementView], disputes: Sequence[DisputeView]
) -> ClaimView:
    return ClaimView(
        id=claim,
        wording=most_central(said),
        statements=tuple(said),
        speakers=distinct(item.speaker_name for item in said),
        outlets=distinct(item.article.outlet for item in said),
        disputes=tuple(disputes),
    )


def most_central(said: Sequence[StatementView]) -> StatementView:
    """The statement most like the others: the largest mean share of words, by Jaccard.

    A long one shares many words and a small part of its own. Headlines and teasers
    are chosen only where no article's text says it, what an assistant model proposed
    only where nothing else does. Ties go by id.
    """
    ours = [s for s in said if s.found_by is None] or said
    told = [s for s in ours if s.zone == "body" and s.article.type == "article"]
    words = {item.id: set(fold_name(item.content.text).split()) for item in said}
    some = sorted(words)[:COMPARED]

    def likeness(item: StatementView) -> float:
        own = words[item.id]
        return sum(len(own & words[o]) / len(own | words[o] or {""}) for o in some)

    return min(told or ours, key=lambda item: (-likeness(item), item.id))
