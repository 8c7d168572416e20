"""Lists of other stories on a page: a linked title, perhaps a byline, a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.article.tree import prose_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

ALL_LINK = 0.9
TITLE_WORDS = 4
SUMMARY_WORDS = 45  # a longer paragraph under a linked title may be more than a teaser
FEW, MANY = 2, 4  # items alike: a list of stories; with longer paragraphs
BETWEEN, LINE_WORDS = 3, 12  # blocks up to the title; a byline or day among them


class Story(NamedTuple):
    """A story of a list, by the numbers of its blocks."""

    title: int
    summary: int


def listed_stories(looks: Sequence[Look], weights: Sequence[float]) -> list[Story]:
    """Paragraphs that stand alone under the linked title of another story.

    One such paragraph may be the article's own, after a link amid its text; items
    of a list of stories look alike, so two or more must, and more if they are long.
    `weights` is the running text of each block (`prose_weight`).
    """
    return [story for stories in _lists(looks, weights) for story in stories]


def set_listed(looks: Sequence[Look], zones: list[Zone]) -> None:
    """Call the stories of a long list teasers, in place: no article tells this way."""
    for stories in _lists(looks, [prose_weight(look) for look in looks]):
        for at in (at for story in stories for at in story):
            if len(stories) >= MANY:
                zones[at] = "teaser"


def _lists(looks: Sequence[Look], weights: Sequence[float]) -> list[list[Story]]:
    """The lists of stories on a page, each in reading order."""
    found: dict[tuple[tuple[str, ...], ...], list[Story]] = {}
    for at in range(1, len(looks)):
        title = _title_above(looks, weights, at)
        if title is not None:
            paths = (looks[title].markup.containers, looks[at].markup.containers)
            found.setdefault(paths, []).append(Story(title, at))
    return [
        stories
        for stories in found.values()
        if _is_list(looks, stories) and not _is_told(looks, weights, stories)
    ]


def _is_told(
    looks: Sequence[Look], weights: Sequence[float], stories: Sequence[Story]
) -> bool:
    """Whether other running text stands right beside the paragraphs of a list.

    Then they are the article's own, each under a link to what it is on.
    """
    summaries = {story.summary for story in stories}
    beside = looks[stories[0].summary].markup.containers
    return any(
        weights[at] and at not in summaries and look.markup.containers == beside
        for at, look in enumerate(looks)
    )


def _title_above(
    looks: Sequence[Look], weights: Sequence[float], at: int
) -> int | None:
    """The linked title over a paragraph that stands alone, a line or two between.

    None: this is no such paragraph.
    """
    if not weights[at] or (at + 1 < len(looks) and weights[at + 1]):
        return None
    for above in range(at - 1, max(-1, at - 1 - BETWEEN), -1):
        if _is_linked_title(looks[above]):
            return above
        if weights[above] or looks[above].words > LINE_WORDS:
            return None
    return None


def _is_list(looks: Sequence[Look], stories: Sequence[Story]) -> bool:
    """Whether titles and paragraphs that look alike are a list of stories."""
    longest = max(looks[story.summary].words for story in stories)
    return len(stories) >= (FEW if longest <= SUMMARY_WORDS else MANY)


def _is_linked_title(look: Look) -> bool:
    """Whether a block leads to another page by its title."""
    if look.link_share < ALL_LINK or look.words < TITLE_WORDS:
        return False
    return not all(href.startswith("#") for href in look.markup.hrefs)
