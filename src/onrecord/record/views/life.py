"""The life of a claim, worked out from the utterances and disputes of its view."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from onrecord.language.vocabulary import load_vocabulary
from onrecord.record.text import fold_name
from onrecord.record.views.order import article_key
from onrecord.record.views.types import (
    ClaimLife,
    Month,
    RoleTold,
    Voice,
    WordSeen,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model import DateRange, StatementId

    Words = Mapping[StatementId, tuple[str, ...]]
    from onrecord.record.views.types import (
        ArticleRef,
        ClaimView,
        DisputeView,
        StatementView,
    )

FIRST_WORD = 1996  # where whole words begin in the vocabulary, commonest first
COMMONEST = 250  # words that stand in any text and tell no drift
SHORTEST = 3  # letters of a word that can tell one
DRIFT_NEEDS = 3  # utterances: of two, no half is a habit


def life_of(claim: ClaimView) -> ClaimLife:
    """The life of this claim, as far as the view shows it.

    A view with the names of private people masked gives a life without them.
    """
    said, disputes = claim.statements, sorted(claim.disputes, key=_dispute_key)
    times = [time for item in said if (time := time_told(item))]
    words = {item.id: _words(item) for item in said}
    came, went = _drift(said, words)
    return ClaimLife(
        first=times[0] if times else None,
        last=times[-1] if times else None,
        voices=_voices(said),
        repeats=tuple(_repeats(said)),
        lasting=_lasting(words),
        came=came,
        went=went,
        months=_months(said, disputes),
        disputes=tuple(item.id for item in disputes),
    )


def time_told(statement: StatementView) -> str | None:
    """When it was said, else the day its article came out; None when neither is told.

    As sharp as told: "2031", "2031-03", "2031-W09" or "2031-03-02".
    """
    if statement.said_at:
        return _as_told(statement.said_at)
    return _published(statement.article)


def _as_told(date: DateRange) -> str:
    if date.precision == "year":
        return f"{date.start:%Y}"
    if date.precision == "month":
        return f"{date.start:%Y-%m}"
    return f"{date.start:%G-W%V}" if date.precision == "week" else f"{date.start}"


def _published(article: ArticleRef) -> str | None:
    return str(article.published)[:10] if article.published else None


def _dispute_key(dispute: DisputeView) -> tuple[object, str]:
    return article_key(dispute.article), dispute.id


def _voice_of(statement: StatementView) -> tuple[str, str]:
    """What tells one speaker from another; the unnamed go by their words."""
    if statement.speaker:
        return "entity", statement.speaker
    return "words", fold_name(statement.source.text) if statement.source else ""


def _voices(said: Sequence[StatementView]) -> tuple[Voice, ...]:
    """Each speaker once, those who said it most often first, else the earliest."""
    by_voice: defaultdict[tuple[str, str], list[StatementView]] = defaultdict(list)
    for item in said:
        by_voice[_voice_of(item)].append(item)
    return tuple(sorted(map(_voice, by_voice.values()), key=lambda v: -len(v.said)))


def _voice(said: Sequence[StatementView]) -> Voice:
    first = said[0]
    roles = Counter(item.role for item in said if item.role)
    times = [time for item in said if (time := time_told(item))]
    source = first.source.text if first.source else None
    return Voice(
        speaker=first.speaker,
        name=first.speaker_name or (None if first.speaker else source),
        is_private=first.is_speaker_private,
        roles=tuple(RoleTold(role, count) for role, count in roles.most_common()),
        first=times[0] if times else None,
        last=times[-1] if times else None,
        said=tuple(item.id for item in said),
    )


def _repeats(said: Sequence[StatementView]) -> Iterator[StatementId]:
    heard: set[str] = set()
    for item in said:
        if item.speaker in heard:
            yield item.id
        elif item.speaker:
            heard.add(item.speaker)


def _words(statement: StatementView) -> tuple[str, ...]:
    """The telling words of an utterance, each once, in order."""
    ranks = load_vocabulary()
    return tuple(
        dict.fromkeys(
            word
            for word in fold_name(statement.content.text).split()
            if len(word) >= SHORTEST
            and not 0 <= ranks.get(word, FIRST_WORD - 1) - FIRST_WORD < COMMONEST
        )
    )


def _lasting(words: Words) -> tuple[str, ...]:
    """Words of at least half the utterances, the commonest first."""
    counts = Counter(word for told in words.values() for word in told)
    least = max(2, (len(words) + 1) // 2)
    return tuple(word for word, count in counts.most_common() if count >= least)


def _drift(
    said: Sequence[StatementView], words: Words
) -> tuple[tuple[WordSeen, ...], tuple[WordSeen, ...]]:
    """What came and what went; nothing where too few utterances have a time."""
    dated = [item for item in said if time_told(item)]
    if len(dated) < DRIFT_NEEDS:
        return (), ()
    later = dated[(len(dated) + 1) // 2 :]
    earlier = dated[: -len(later)]
    now = {word for item in later for word in words[item.id]}
    before = {word for item in earlier for word in words[item.id]}
    every = dict.fromkeys(word for item in dated for word in words[item.id])
    new = [w for w in every if w in now and w not in words[dated[0].id]]
    old = [w for w in every if w in before - now]
    return (
        _by_use(_seen(word, dated, words) for word in new),
        _by_use(_seen(word, dated, words) for word in old),
    )


def _by_use(words: Iterable[WordSeen]) -> tuple[WordSeen, ...]:
    """Those used most first, in the order of the utterances."""
    return tuple(sorted(words, key=lambda item: -item.times))


def _seen(
    word: str,
    dated: Sequence[StatementView],
    words: Words,
) -> WordSeen:
    using = [item for item in dated if word in words[item.id]]
    first, last = using[0], using[-1]
    return WordSeen(
        word, len(using), first.id, last.id, time_told(first), time_told(last)
    )


def _months(
    said: Sequence[StatementView], disputes: Sequence[DisputeView]
) -> tuple[Month, ...]:
    """The months in which something happened, in order; what has no time last."""
    told = Counter(_month(time_told(item)) for item in said)
    against = Counter(_month(_published(item.article)) for item in disputes)
    months = sorted(told.keys() | against.keys(), key=lambda month: month or "~")
    return tuple(Month(month, told[month], against[month]) for month in months)


def _month(time: str | None) -> str | None:
    """The month of a time; the year or week alone where no month is told."""
    if time is None or "W" in time:
        return time
    return time[:7]
