"""Groups derived from links, and the names of the entities they make."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, select

from onrecord.model import groups_of, make_link
from onrecord.record.rows import Fields, insert_rows, rows_among
from onrecord.record.schema import entities, entity_names, members, mentions
from onrecord.record.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.model import Findings, Link

WIDESPREAD = 4  # a full name counts when it has this part of the widest one's articles


@dataclass(frozen=True, slots=True)
class Named:
    """What an entity's name and type are chosen from."""

    article_id: str
    text: str
    type: str
    private_reason: str | None


def groups_of_mentions(
    heads: Mapping[str, str], links: Iterable[Link]
) -> dict[str, str]:
    """The group of every mention; `heads` gives for each the fullest of its article.

    A mention and its head name the same one without a link saying so.
    """
    told = (
        make_link("mention", mention, head, "same", "yes", 1.0, "in one article")
        for mention, head in heads.items()
        if mention != head
    )
    return groups_of(heads, [*told, *links])


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
        name = Named(item.article_id, item.text, item.type, item.private_reason)
        named[groups[item.id]].append(name)
    _name_entities(connection, named)


def _member(kind: str, member: str, group: str) -> Fields:
    return {
        "kind": kind,
        "member": member,
        "group_id": group,
        "is_resolved": False,
    }


def rename_entities(connection: Connection, groups: Iterable[str]) -> None:
    """Name anew the entities of these groups; those without members are gone."""
    changed = list(dict.fromkeys(groups))
    for start in range(0, len(changed), 500):
        chunk = changed[start : start + 500]
        connection.execute(
            delete(entity_names).where(entity_names.c.entity_id.in_(chunk))
        )
        connection.execute(delete(entities).where(entities.c.id.in_(chunk)))
    query = select(
        members.c.group_id,
        mentions.c.article_id,
        mentions.c.text,
        mentions.c.type,
        mentions.c.private_reason,
    ).join_from(
        members,
        mentions,
        and_(members.c.kind == "mention", members.c.member == mentions.c.id),
    )
    named: dict[str, list[Named]] = defaultdict(list)
    for row in rows_among(connection, query, members.c.group_id, changed):
        name = Named(row.article_id, row.text, row.type, row.private_reason)
        named[row.group_id].append(name)
    _name_entities(connection, named)


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
        "name": fullest_name(names),
        "type": kind,
        "is_private": is_private,
        "private_reason": reason,
    }


def fullest_name(names: Sequence[Named]) -> str:
    """The name with the most words among those that are not rare.

    Counted by articles: an article gives the full name once and the short one often.
    """
    counts = Counter(
        text for text, _ in {(name.text, name.article_id) for name in names}
    )
    widest = max(counts.values())
    usual = [text for text in counts if counts[text] * WIDESPREAD >= widest]
    return min(
        usual, key=lambda text: (-len(text.split()), -counts[text], -len(text), text)
    )
