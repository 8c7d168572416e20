"""Facts of a story: what is said, by whom, and against whom."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from onrecord.model import groups_of, make_link
from onrecord.record.text import fold_name
from onrecord.record.views.claims import most_central
from onrecord.record.views.comparing.drafts import (
    Draft,
    words_by_article,
    words_naming,
    words_said,
)
from onrecord.record.views.comparing.stems import Folded, folded_words, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.record.views.comparing.drafts import WordsOf
    from onrecord.record.views.comparing.material import Material, Named
    from onrecord.record.views.types import (
        DisputeView,
        Manner,
        Side,
        StatementView,
    )

Shown = Literal["yes", "possibly"]
SAYING = 2  # stems: fewer words may say anything
COMPARED = 5  # wordings of a claim that other texts are searched for: bounds the work


def claim_drafts(material: Material) -> Iterator[Draft]:
    """A row for each claim that one of the texts holds."""
    for claim, said in _by_claim(material.statements).items():
        words = words_by_article()
        for statement in said:
            words[statement.article.id].append(
                words_said(statement, _manner(statement))
            )
        central = most_central(said).content.text
        yield Draft(
            "claim", central, claim, words, like=_wordings(said), like_kind="said",
            speakers=frozenset(item.speaker for item in said if item.speaker),
            is_denial=all(_manner(item) == "denied" for item in said),
        )  # fmt: skip


def _by_claim(
    statements: Iterable[StatementView],
) -> dict[str, list[StatementView]]:
    """The statements of each claim; those of the same words are of one, here.

    "That the pier was sound" and "the pier was sound" are the same words. Words that
    say next to nothing ("it was") are not.
    """
    told = list(statements)
    same = groups_of(
        {item.claim for item in told},
        [
            make_link("statement", one.claim, other.claim, "same", "yes", 1.0, "words")
            for some in _by_words(told).values()
            for one, other in pairwise(some)
            if one.claim != other.claim
        ],
    )
    claims: dict[str, list[StatementView]] = defaultdict(list)
    for item in told:
        claims[same[item.claim]].append(item)
    return claims


def _by_words(
    statements: Iterable[StatementView],
) -> dict[tuple[Folded, Manner], list[StatementView]]:
    found: dict[tuple[Folded, Manner], list[StatementView]] = defaultdict(list)
    for item in statements:
        words = folded_words(item.content.text)
        if len(stems_of(words).words) >= SAYING:
            bare = words[1:] if words[0] == "that" else words
            found[bare, _manner(item)].append(item)
    return found


def _manner(statement: StatementView) -> Manner:
    return "denied" if statement.cue_class == "denying" else "told"


def _wordings(said: Iterable[StatementView]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.content.text for item in said))[:COMPARED]


def dispute_drafts(material: Material) -> Iterator[Draft]:
    """A row for each thing disputed in one of the texts, possible disputes apart.

    A text holds it that has words of a side, whether it sets them against each other
    or not: the words are marked as disputed or disputing.
    """
    rows: dict[tuple[str, Shown], list[DisputeView]] = defaultdict(list)
    for dispute in _told_apart(material.disputes):
        rows[_side(dispute.left), dispute.shown].append(dispute)
    for (left, shown), disputes in rows.items():
        words = words_by_article()
        rights = sorted({_side(dispute.right) for dispute in disputes} - {left})
        wordings = _words_of(material, left, "disputed", words)
        for right in rights:
            wordings += _words_of(material, right, "disputing", words)
        for dispute in disputes:
            _add_evidence(dispute, words)
        told = {item.manner for some in words.values() for item in some}
        if "disputing" in told:
            yield Draft(
                "dispute", _text(disputes[0].left),
                min(dispute.id for dispute in disputes), words,
                like=tuple(dict.fromkeys(wordings))[: 2 * COMPARED],
                like_kind="said", shown=shown,
            )  # fmt: skip


def _told_apart(disputes: Iterable[DisputeView]) -> Iterator[DisputeView]:
    """The disputes that are no figures'; possible ones where no sure one says so."""
    told = [dispute for dispute in disputes if dispute.evidence != "figures"]
    sure = {frozenset(_sides(item)) for item in told if item.shown == "yes"}
    for dispute in told:
        if dispute.shown == "yes" or frozenset(_sides(dispute)) not in sure:
            yield dispute


def _sides(dispute: DisputeView) -> tuple[str, str]:
    return _side(dispute.left), _side(dispute.right)


def _text(side: Side) -> str:
    """A side in short; the name of a private person is in no row."""
    return "" if _is_private_name(side) else side.text


def _is_private_name(side: Side) -> bool:
    return side.kind == "mention" and side.is_speaker_private


def _side(side: Side) -> str:
    """What a side is known by: its claim, else who it is, else itself."""
    return side.claim or side.speaker or side.id


def _words_of(
    material: Material, claim: str, manner: Manner, words: WordsOf
) -> list[str]:
    said = [item for item in material.statements if item.claim == claim]
    for statement in said:
        words[statement.article.id].append(words_said(statement, manner))
    return [item.content.text for item in said][:COMPARED]


def _add_evidence(dispute: DisputeView, words: WordsOf) -> None:
    """The words of a side that is no statement of one of the texts."""
    sides: tuple[tuple[Side, Manner], ...] = (
        (dispute.left, "disputed"),
        (dispute.right, "disputing"),
    )
    for side, manner in sides:
        known = {item.finding for item in words.get(side.article.id, ())}
        is_new = side.kind == "mention" and side.id not in known
        if side.words is not None and is_new and not _is_private_name(side):
            told = words_naming(side.id, side.article.id, side.words, manner)
            words[side.article.id].append(told)


def speaker_drafts(material: Material) -> Iterator[Draft]:
    """A row for each person or body that one of the texts quotes.

    A text may name whom it does not quote: that is told apart.
    """
    quoted = _by_speaker(material.statements)
    names: dict[str, list[Named]] = defaultdict(list)
    for item in material.named:
        names[item.entity].append(item)
    for entity, said in quoted.items():
        words = words_by_article()
        for statement in said:
            source = statement.source or statement.content
            manner: Manner = "quoted" if statement.source else "told"
            words[statement.article.id].append(
                words_naming(statement.id, statement.article.id, source, manner)
            )
        entities = sorted({item.speaker for item in said if item.speaker})
        mentions = [item for name in entities for item in names[name]]
        yield Draft(
            "speaker", said[0].speaker_name or "", entity, words,
            named=named_words(mentions, "named"),
            like=labels_of(mentions),
            like_kind="person" if _is_person(mentions) else "name",
        )  # fmt: skip


def _by_speaker(
    statements: Iterable[StatementView],
) -> dict[str, list[StatementView]]:
    """What each named speaker says.

    "The coast guard" of two texts may be two bodies; of which the same words are told
    under the same name, they are one.
    """
    first: dict[tuple[str, str], str] = {}
    known: dict[str, str] = {}
    said = [item for item in statements if item.speaker is not None]
    for item in said:
        words = fold_name(item.speaker_name or ""), fold_name(item.content.text)
        speaker = item.speaker or ""
        known.setdefault(speaker, first.setdefault(words, known.get(speaker, speaker)))
    quoted: dict[str, list[StatementView]] = defaultdict(list)
    for item in said:
        quoted[known[item.speaker or ""]].append(item)
    return quoted


def _is_person(mentions: Sequence[Named]) -> bool:
    return any(item.type == "person" for item in mentions)


def named_words(mentions: Iterable[Named], manner: Manner) -> WordsOf:
    """The words for somebody in each article, each wording once."""
    words = words_by_article()
    seen: set[tuple[str, str]] = set()
    for item in mentions:
        if (item.article, item.words.text) not in seen:
            told = words_naming(item.mention, item.article, item.words, manner)
            words[item.article].append(told)
            seen.add((item.article, item.words.text))
    return words


def labels_of(mentions: Sequence[Named]) -> tuple[str, ...]:
    """The wordings of a name, each once."""
    return tuple(dict.fromkeys(item.words.text for item in mentions))
