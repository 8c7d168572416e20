"""Finding things by an id, or by the beginning of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.model import ID_LENGTH
from onrecord.record.schema import articles, members, pages, redirects
from onrecord.record.tombstones import find_tombstone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, Select

    from onrecord.model import LinkKind

HEX = re.compile(rf"[0-9a-f]{{1,{ID_LENGTH}}}")
GROUP_NAMES: dict[LinkKind, str] = {
    "statement": "claim",
    "report": "incident",
    "article": "story",
    "mention": "name",
}


def find_group(connection: Connection, kind: LinkKind, told: str) -> str:
    """The group whose id begins so.

    A member's id finds its group, a former group id the group of today. Raises
    InputError when none or several fit.
    """
    name = GROUP_NAMES[kind]
    now = members.c.group_id
    of_kind = select(now).where(members.c.kind == kind).distinct()
    former = (
        select(now)
        .join(redirects, redirects.c.current == members.c.member)
        .where(members.c.kind == kind, redirects.c.kind == kind)
        .distinct()
    )
    begun = _checked(told, name)
    for query in (
        of_kind.where(begins(now, begun)),
        of_kind.where(begins(members.c.member, begun)),
        former.where(begins(redirects.c.former, begun)),
    ):
        found = _few(connection, query)
        if found:
            return _only(found, begun, name)
    raise _unknown(begun, name)


def find_page(connection: Connection, told: str) -> str:
    """The page whose id begins so, or that holds the article or capture of this id.

    Raises InputError when none or several fit; of a page that was forgotten it says
    when, by whom and why.
    """
    begun = _checked(told, "page")
    for query in (
        select(pages.c.id).where(begins(pages.c.id, begun)),
        select(articles.c.page_id).where(begins(articles.c.id, begun)).distinct(),
        select(pages.c.id).where(begins(pages.c.capture_id, begun)),
    ):
        found = _few(connection, query)
        if found:
            return _only(found, begun, "page")
    stone = find_tombstone(connection, begun)
    if stone is not None:
        raise InputError(f"{stone}; {stone.trace}", where=begun)
    raise _unknown(begun, "page")


def begins(column: ColumnElement[str], begun: str) -> ColumnElement[bool]:
    """A condition that the id in this column begins so."""
    # "g" comes after every digit an id can have; an index serves both ends.
    return (column >= begun) & (column < begun + "g")


def _few(connection: Connection, query: Select[Any]) -> list[str]:
    return list(connection.execute(query.limit(4)).scalars())


def _checked(told: str, name: str) -> str:
    begun = told.strip().lower()
    if not HEX.fullmatch(begun):
        raise _unknown(told, name)
    return begun


def _only(found: Iterable[str], begun: str, name: str) -> str:
    first, *others = sorted(found)
    if not others or first == begun:
        return first
    told = ", ".join([first, *others])
    raise InputError(f"more than one {name} begins so: {told}", where=begun)


def _unknown(told: str, name: str) -> InputError:
    return InputError(f"no {name} on record has an id that begins so", where=told)
