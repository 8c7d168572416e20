"""Groups derived from links, and the names of the entities they make."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, select

from onrecord.model import groups_decided, make_link
from onrecord.record.decisions import read_released
from onrecord.record.rows import Fields, insert_rows, rows_among
from onrecord.record.schema import entities, entity_names, members, mentions
from onrecord.record.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from onrecord.model import Findings, Link, Mention

WIDESPREAD = 4  # a full name counts when it has this part of the widest one's articles


@dataclass(frozen=True, slots=True)
class Named:
    """What an entity's name and type are chosen from."""

    article_id: str
    start: int
    text: str
    type: str
    private_reason: str | None


def groups_of_mentions(
    heads: Mapping[str, str], links: Iterable[Link], decided: Sequence[Link] = ()
) -> dict[str, str]:
    """The group of every mention; `heads` gives for each the fullest of its article.

    A mention and its head name the same one without a link saying so, unless a person
    `decided` otherwise.
    """
    told = (
        make_link("mention", mention, head, "same", "yes", 1.0, "in one article")
        for mention, head in heads.items()
        if mention != head
    )
    return groups_decided(heads, [*told, *links], decided)


def start_groups(connection: Connection, findings: Findings) -> None:
    """Give new findings groups of their own, until they are resolved."""
    heads = {str(item.id): str(item.head) for item in findings.mentions}
    groups = groups_of_mentions(heads, ())
    rows = [_member("mention", member, group) for member, group in groups.items()]
    for kind, found in (
        ("article", findings.articles),
        ("statement", findings.statements),
        ("report", findings.reports),
    ):
        ids = dict.fromkeys(str(item.id) for item in found)
        rows += [_member(kind, member, member) for member in ids]
    insert_rows(connection, members, rows)
    named: dict[str, list[Named]] = defaultdict(list)
    for item in {item.id: item for item in findings.mentions}.values():
        named[groups[item.id]].append(_named(item))
    _name_entities(connection, named)


def _member(kind: str, member: str, group: str) -> Fields:
    return {
        "kind": kind,
        "member": member,
        "group_id": group,
        "is_resolved": False,
    }


def rename_entities(connection: Connection, groups: Iterable[str]) -> None:
    """Name anew the entities of these groups; those without members are gone.

    A private person whom somebody released is named as others are.
    """
    changed = list(dict.fromkeys(groups))
    for start in range(0, len(changed), 500):
        chunk = changed[start : start + 500]
        connection.execute(
            delete(entity_names).where(entity_names.c.entity_id.in_(chunk))
        )
        connection.execute(delete(entities).where(entities.c.id.in_(chunk)))
    query = select(
        members.c.group_id,
        mentions.c.id,
        mentions.c.article_id,
        mentions.c.span,
        mentions.c.text,
        mentions.c.type,
        mentions.c.private_reason,
    ).join_from(
        members,
        mentions,
        and_(members.c.kind == "mention", members.c.member == mentions.c.id),
    )
    released = read_released(connection) if changed else frozenset()
    named: dict[str, list[Named]] = defaultdict(list)
    for row in rows_among(connection, query, members.c.group_id, changed):
        name = _named(row)
        if row.id in released:
            name = replace(name, private_reason=None)
        named[row.group_id].append(name)
    _name_entities(connection, named)


def _named(item: Mention | Row[Any]) -> Named:
    return Named(
        item.article_id, item.span.start, item.text, item.type, item.private_reason
    )


def _name_entities(
    connection: Connection, named: Mapping[str, Sequence[Named]]
) -> None:
    insert_rows(
        connection, entities, [_entity(group, names) for group, names in named.items()]
    )
    rows: list[Fields] = []
    for group, names in named.items():
        for text, count in Counter(name.text for name in names).items():
            row = {"entity_id": group, "text": text, "count": count}
            rows.append(row | {"folded": fold_name(text)})
    insert_rows(connection, entity_names, rows)


def _entity(group: str, names: Sequence[Named]) -> Fields:
    kinds = Counter(name.type for name in names)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    reasons = Counter(name.private_reason for name in names)
    is_private = kind == "person" and None not in reasons
    reason = min(reasons, key=lambda why: (-reasons[why], why)) if is_private else None
    return {
        "id": group,
        "name": fullest_name(names, is_person=kind == "person"),
        "type": kind,
        "is_private": is_private,
        "private_reason": reason,
    }


def fullest_name(names: Sequence[Named], *, is_person: bool) -> str:
    """The name that shows one: a person's commonest full name, a body's longest.

    Counted by articles, less what is rare: an article gives the full name once and
    the short one often. Names of equal standing go by how much their articles tell of
    the one, by how often they are written, by their length, and by which is first.
    """
    where = {(name.text, name.article_id) for name in names}
    spread = Counter(text for text, _ in where)
    named = Counter(name.article_id for name in names)
    told: Counter[str] = Counter()
    for text, article in where:
        told[text] += named[article]
    written = Counter(name.text for name in names)
    first = {text: min(n.start for n in names if n.text == text) for text in spread}
    widest = max(spread.values())
    usual = [text for text in spread if spread[text] * WIDESPREAD >= widest]

    def rank(text: str) -> tuple[int | str, ...]:
        words = -len(text.split())
        often = (-spread[text], -told[text], -written[text])
        order = (*often, words) if is_person else (words, *often)
        return (*order, -len(text), first[text], text)

    return min(_full(usual) if is_person else usual, key=rank)


def _full(names: Sequence[str]) -> list[str]:
    """The full names of a person among all spellings; all when none is full.

    >>> _full(["Ada van Lund", "van Lund", "A. Lund", "Ada", "Ada Lund"])
    ['Ada van Lund', 'Ada Lund']
    """
    folded = {name: f" {fold_name(name)}" for name in names}

    def is_short(name: str) -> bool:
        words = folded[name].split()
        if len(words) < 2 or len(words[0]) == 1:  # noqa: PLR2004 - given and surname
            return True
        return any(
            other != folded[name] and other.endswith(folded[name])
            for other in folded.values()
        )

    return [name for name in names if not is_short(name)] or list(names)
