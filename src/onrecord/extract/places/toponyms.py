"""Every place name of an article as written: what a map could show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.places.words import CountryBook
    from onrecord.model import Annotated, Mention, Sentence, Token

NAMES = frozenset({"name", "capital", "region"})  # not adjectives, not peoples
# Bodies of a state that no table holds: "the Tolvesh Department of Roads".
STATE_WORDS = frozenset(
    {"administration", "agency", "army", "bureau", "department", "embassy"}
    | {"government", "ministry", "office", "parliament", "police", "senate"}
)
POSSESSIVE = "POS"
LONGEST = 5  # tokens of a country's name before its body


def find_toponyms(annotated: Annotated, countries: CountryBook) -> list[Span]:
    """The place names in page order: countries and places, and whose a body is.

    "Ruvenia" counts in "Ruvenia's Ministry of Roads" as it does alone; "Ruvenian" and
    "Ruvenians" never do, nor does a place in the name of a university or a company.
    """
    found: list[Span] = []
    for mention in annotated.mentions:
        if mention.type == "place":
            found.append(mention.span)
        elif mention.type == "country":
            found += _if_name(mention, countries)
        elif mention.type in {"government", "organisation"}:
            found += _of_body(mention, _tokens(annotated, mention), countries)
    return _apart(found)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The spans in page order; of two that meet, the first one found stays."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.meets(other) for other in kept):
            kept.append(span)
    return sorted(kept)


def _if_name(mention: Mention, countries: CountryBook) -> Iterator[Span]:
    read = countries.read(mention.text)
    if read is None or read[1] in NAMES:
        yield mention.span


def _tokens(annotated: Annotated, mention: Mention) -> Sequence[Token]:
    sentence = _sentence_of(annotated.sentences, mention.span)
    if sentence is None:
        return ()
    return [token for token in sentence.tokens if mention.span.holds(token.span)]


def _sentence_of(sentences: Sequence[Sentence], span: Span) -> Sentence | None:
    return next((each for each in sentences if each.span.holds(span)), None)


def _of_body(
    mention: Mention, tokens: Sequence[Token], countries: CountryBook
) -> Iterator[Span]:
    """The place that opens a body's name, and the one after "of" that closes it."""
    is_state = mention.type == "government"
    end = _opening(mention, tokens, countries)
    if end and (is_state or _is_of_state(tokens, end)):
        yield Span(tokens[0].span.start, tokens[end - 1].span.end)
    start = _closing(mention, tokens, countries) if is_state else None
    if start is not None:
        yield Span(tokens[start].span.start, mention.span.end)


def _opening(mention: Mention, tokens: Sequence[Token], countries: CountryBook) -> int:
    """How many tokens the place at the start has, the longest name first; 0 if none."""
    lengths = range(min(len(tokens) - 1, LONGEST), 0, -1)
    return next(
        (n for n in lengths if _is_place(mention, tokens[0], tokens[n - 1], countries)),
        0,
    )


def _closing(
    mention: Mention, tokens: Sequence[Token], countries: CountryBook
) -> int | None:
    """Where the place after an "of" starts that ends the name."""
    starts = (
        at + 1 + (tokens[at + 1].text == "the")
        for at in range(1, len(tokens) - 1)
        if tokens[at].text == "of"
    )
    return next(
        (
            at
            for at in starts
            if at < len(tokens)
            and _is_place(mention, tokens[at], tokens[-1], countries)
        ),
        None,
    )


def _is_place(
    mention: Mention, first: Token, last: Token, countries: CountryBook
) -> bool:
    if last.tag == POSSESSIVE:
        return False
    low, high = first.span.start, last.span.end
    start = mention.span.start
    words = mention.text[low - start : high - start]
    read = countries.read(words)
    return words[:1].isupper() and read is not None and read[1] in NAMES


def _is_of_state(tokens: Sequence[Token], end: int) -> bool:
    """Whether the word after the place is one of states' bodies."""
    at = end + (tokens[end].tag == POSSESSIVE)
    following = [token.text.casefold() for token in tokens[at : at + 2]]
    return any(word in STATE_WORDS for word in following)
