"""What is known of the page's own article besides its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.article.bylines import told_names
from onrecord.article.moments import read_moment
from onrecord.model import MetaValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Moment

# The last part of "Headline | Section | Site"; a hyphen counts with spaces around it.
TITLE_SUFFIX = re.compile(r"\s+(?:[|\u2013—·•»:]|-{1,2})\s+(?=[^|\u2013—·•»]{2,60}$)")
NEWS_TYPE = re.compile(r"newsarticle|liveblogposting|reportage", re.I)
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

    def is_news(self) -> bool:
        """Whether the markup calls the page a news article."""
        return any(NEWS_TYPE.search(kind) for kind in self.all("type"))

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
                return _once(names)
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


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Names that differ by more than their spelling, the first spelling kept."""
    return tuple({folded(name): name for name in reversed([*names])}.values())[::-1]


def folded(words: str) -> str:
    """Words to compare titles by: letters and digits in one case."""
    return "".join(c for c in words.casefold() if c.isalnum())


def told_title(told: Told, site: str) -> str | None:
    """The title that the markup gives, as a person would cite it.

    `site` are names by which the site may call itself at the end of a title.
    """
    for origin in ("json-ld", "opengraph", "meta", "title"):
        title = next(told.all("title", origin=origin), None)
        if title:
            return without_site(title, site)
    return None


def without_site(title: str, site: str) -> str:
    """A title without the site's name at its end.

    >>> without_site("Rain falls on Vorrin | The Harbour Post", "The Harbour Post")
    'Rain falls on Vorrin'
    """
    match = TITLE_SUFFIX.search(title)
    if match is None:
        return title
    head, tail = title[: match.start()], title[match.end() :]
    known, said = folded(site), folded(tail)
    return head if said and known and (said in known or known in said) else title


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
