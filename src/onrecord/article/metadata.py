"""What is known of the page's own article besides its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.article.bylines import printed_names, told_names
from onrecord.article.moments import read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import MetaValue, Moment

TITLE_SUFFIX = re.compile(r"\s+(?:[|–—·•»:]|-{1,2})\s+(?=[^|–—·•»]{2,60}$)")
MAX_TAGS = 40
UPDATED = re.compile(
    r"\b(?:updated|modified|aktualisiert|actualizado|mis à jour)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Told:
    """Values that the markup gives, by name, best origin first."""

    values: Sequence[MetaValue]

    def all(self, name: str, *, origin: str | None = None) -> Iterator[str]:
        """Yield the values of this name."""
        for value in self.values:
            if value.name == name and (origin is None or value.origin == origin):
                yield value.value

    def first(self, name: str) -> str | None:
        """The best value of this name, None when there is none."""
        return next(self.all(name), None)

    def byline(self) -> tuple[str, ...]:
        """The authors by the best origin that names any."""
        origins = dict.fromkeys(v.origin for v in self.values if v.name == "author")
        for origin in origins:
            names = dict.fromkeys(
                name
                for value in self.all("author", origin=origin)
                for name in told_names(value)
            )
            if names:
                return tuple(names)
        return ()

    def moment(self, name: str) -> Moment | None:
        """The first time of this name that can be read; loose times left out."""
        for value in self.values:
            if value.name == name and value.origin != "time":
                moment = read_moment(value.value)
                if moment is not None:
                    return moment
        return None

    def tags(self) -> tuple[str, ...]:
        """Tags and keywords by the first origin that gives any, each once."""
        origins = [value.origin for value in self.values if value.name == "tag"]
        if not origins:
            return ()
        return tuple(dict.fromkeys(self.all("tag", origin=origins[0])))[:MAX_TAGS]


def folded(words: str) -> str:
    """Words to compare titles by: letters and digits in one case."""
    return "".join(c for c in words.casefold() if c.isalnum())


def without_site(title: str, outlet: str | None) -> str:
    """A title without the site's name at its end.

    >>> without_site("Rain falls on Vorrin | The Harbour Post", "The Harbour Post")
    'Rain falls on Vorrin'
    """
    match = list(TITLE_SUFFIX.finditer(title))
    if not match or not outlet:
        return title
    head, tail = title[: match[-1].start()], title[match[-1].end() :]
    known, said = folded(outlet), folded(tail)
    return head if said and (said in known or known in said) else title


def printed_moments(lines: Sequence[str]) -> tuple[Moment | None, Moment | None]:
    """When the lines of a dateline or byline say it was published, and updated."""
    published = modified = None
    for line in lines:
        moment = read_moment(line)
        if moment is None:
            continue
        if UPDATED.match(line.lstrip()) and modified is None:
            modified = moment
        elif published is None:
            published = moment
    return published, modified


def printed_byline(lines: Sequence[str]) -> tuple[str, ...]:
    """The names of the first line that is a byline."""
    return next((names for line in lines if (names := printed_names(line))), ())
