"""What is known of the page's own article besides its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord.article.moments import read_moment
from onrecord.model import MetaValue, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Moment

Value = TypeVar("Value")

# The last part of "Headline | Section | Site"; a hyphen counts with spaces around it.
TITLE_SUFFIX = re.compile(r"\s+(?:[|\u2013—·•»:]|-{1,2})\s+(?=[^|\u2013—·•»]{2,60}$)")
NO_WORD = re.compile(r"[\W_]+")
NO_WORD_IN_ASCII = bytes(code for code in range(128) if not chr(code).isalnum())
NEWS_TYPE = re.compile(r"newsarticle|liveblogposting|reportage", re.I)
MAX_TAGS = 40


@dataclass(frozen=True, slots=True)
class Known(Generic[Value]):
    """One value of an article, and where it was found.

    `origin` and `span` are those of `Origin`.
    """

    value: Value
    origin: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Values that the markup gives, by name, best origin first."""

    values: Sequence[MetaValue]

    def every(self, name: str) -> list[Known[str]]:
        """The values of this name, with where they stand."""
        return [Known(v.value, v.origin) for v in self.values if v.name == name]

    def known(self, name: str) -> Known[str] | None:
        """The best value of this name, None when there is none."""
        return next(iter(self.every(name)), None)

    def first_of(self, name: str, origin: str) -> Known[str] | None:
        """The first value of this name by this origin."""
        value = next(self.all(name, origin=origin), None)
        return Known(value, origin) if value else None

    def all(self, name: str, *, origin: str | None = None) -> Iterator[str]:
        """Yield the values of this name."""
        for value in self.values:
            if value.name == name and (origin is None or value.origin == origin):
                yield value.value

    def first(self, name: str) -> str | None:
        """The best value of this name, None when there is none."""
        return next(self.all(name), None)

    def is_news(self) -> bool:
        """Whether the markup calls the page a news article."""
        return any(NEWS_TYPE.search(kind) for kind in self.all("type"))

    def moments(self, name: str) -> list[Known[Moment]]:
        """The times of this name by the best origin that gives any, by their days.

        Loose times are left out.
        """
        values = [value for value in self.every(name) if value.origin != "time"]
        read = ((read_moment(value.value), value.origin) for value in values)
        known = [Known(moment, origin) for moment, origin in read if moment]
        same = [each for each in known if each.origin == known[0].origin]
        return sorted(same, key=lambda each: each.value.iso[:10])

    def tags(self) -> tuple[Known[str], ...]:
        """Tags and keywords by the first origin that gives any, each once."""
        found = self.every("tag")
        same = (tag for tag in found if tag.origin == found[0].origin)
        return tuple({tag.value: tag for tag in same}.values())[:MAX_TAGS]


def folded(words: str) -> str:
    """Words to compare titles by: letters and digits in one case."""
    if words.isascii():
        return words.lower().encode().translate(None, NO_WORD_IN_ASCII).decode()
    return NO_WORD.sub("", words.casefold())


def without_site(title: str, *sites: str) -> str:
    """A title without the site's name, by one of its names, at its end.

    >>> without_site("Rain falls on Vorrin | The Harbour Post", "The Harbour Post")
    'Rain falls on Vorrin'
    """
    match = TITLE_SUFFIX.search(title)
    if match is None:
        return title
    head, tail = title[: match.start()], title[match.end() :]
    said = folded(tail)
    known = [folded(site) for site in sites]
    is_site = any(name and (said in name or name in said) for name in known)
    return head if said and is_site else title
