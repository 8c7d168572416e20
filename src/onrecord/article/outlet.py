"""The outlet, where only the page's own words name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.metadata import TITLE_SUFFIX, Told, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

MASTHEAD_LINES = 4  # the outlet's name stands at the very top
MAX_WORDS = 6
MIN_LETTERS = 3
ABOVE_TEXT = frozenset({"menu", "teaser"})


def printed_outlet(
    looks: Sequence[Look], zones: Sequence[Zone], told: Told
) -> str | None:
    """The outlet by the page's masthead; None when nothing names it.

    A masthead is a short line at the top, above the headline, that the page repeats:
    as a line, as a byline, at the start of a line, or as the end of its title.
    """
    if "headline" not in zones:
        return None
    top = min(zones.index("headline"), MASTHEAD_LINES)
    titles = [*told.all("title")]
    for at in range(top):
        name = looks[at].text
        if zones[at] not in ABOVE_TEXT or looks[at].words > MAX_WORDS:
            continue
        if not name[:1].isupper() or len(folded(name)) < MIN_LETTERS or looks[at].line:
            continue
        if _is_repeated(name, at, looks, zones) or _ends_a_title(name, titles):
            return name
    return next(_site_titles(titles, looks, zones), None)


def _is_repeated(
    name: str, at: int, looks: Sequence[Look], zones: Sequence[Zone]
) -> bool:
    """Whether the page says the name again, outside of its menus.

    The entries of a menu are printed twice as well: what counts is the name before
    more words, in a byline, or below the text.
    """
    last_body = max((i for i, zone in enumerate(zones) if zone == "body"), default=at)
    for i in range(at + 1, len(looks)):
        text = looks[i].text
        if text == name and i > last_body:
            return True
        if zones[i] == "byline" and text.endswith(name):
            return True
        if zones[i] != "body" and text.startswith((name + ",", name + " is ")):
            return True
    return False


def _ends_a_title(name: str, titles: Sequence[str]) -> bool:
    """Whether one of the page's titles ends with the site's name."""
    return any(title != name and title.endswith(name) for title in titles)


def _site_titles(
    titles: Sequence[str], looks: Sequence[Look], zones: Sequence[Zone]
) -> Iterator[str]:
    """Yield names that the title element gives beside, or instead of, the headline."""
    headline = folded(looks[zones.index("headline")].text)
    for title in titles:
        parts = TITLE_SUFFIX.split(title)
        if len(parts) > 1 and folded(parts[0]) and folded(parts[0]) in headline:
            yield parts[-1]
        elif len(parts) == 1 and folded(title) not in headline:
            is_name = len(title.split()) <= MAX_WORDS and any(
                look.text.startswith(title) for look in looks
            )
            if is_name:
                yield title
