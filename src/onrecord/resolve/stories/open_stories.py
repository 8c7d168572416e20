"""Stories as articles arrive: rank the open ones, then join one or open another."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.resolve.stories.candidates import CROWD, INDEXED
from onrecord.resolve.stories.groups import ALONE, Group, margin, start_group
from onrecord.resolve.stories.regroup import regroup
from onrecord.resolve.stories.terms import Rarity, count_terms

if TYPE_CHECKING:
    from onrecord.model import ArticleText

RANKED = 8  # open stories that a new article is compared with in full
AROUND = 30  # articles that are looked at again when one arrives among them


class OpenStories:
    """The stories of the articles that came so far.

    Early errors are mended close by: when an article comes, the stories next to it
    are told apart anew, as far as they are small. What lies farther away is left to
    `link_stories`, which sees all articles at once.
    """

    def __init__(self) -> None:
        """No article has come."""
        self._rarity = Rarity()
        self._ids: list[str] = []
        self._singles: list[Group] = []
        self._stories: dict[int, Group] = {}
        self._home: list[int] = []  # the story of each article
        self._index: defaultdict[str, list[int]] = defaultdict(list)

    def place(self, item: ArticleText) -> None:
        """Find the story of one more article."""
        counted = count_terms(item, f"{item.title}\n{item.body}")
        self._rarity.add(counted)
        terms = self._rarity.weigh(counted)
        single = start_group(len(self._ids), terms, item.day)
        ranked = self._ranked(single)
        self._ids.append(item.article.id)
        self._singles.append(single)
        self._home.append(-1)
        self._settle(single, ranked)
        for term in list(terms)[:INDEXED]:
            self._index[term].append(single.members[0])

    def groups(self) -> list[tuple[str, ...]]:
        """The ids of the articles of each story, in order of arrival."""
        return [
            tuple(self._ids[at] for at in sorted(story.members))
            for story in self._stories.values()
        ]

    def _ranked(self, single: Group) -> list[tuple[float, float, int]]:
        """The open stories next to an article: margin, likeness and which, best first.

        Found by its heaviest terms, among the latest articles where many have one.
        """
        shared: Counter[int] = Counter()
        for term in list(single.terms)[:INDEXED]:
            for at in self._index[term][-CROWD:]:
                weight = single.terms[term] * self._singles[at].terms[term]
                shared[self._home[at]] += weight  # type: ignore[assignment] # no ints
        found = []
        for story, _ in shared.most_common(RANKED):
            likeness = single.likeness(self._stories[story])
            if likeness >= ALONE:
                above = margin(single, self._stories[story], likeness)
                found.append((above, likeness, story))
        return sorted(found, reverse=True)

    def _settle(self, single: Group, ranked: list[tuple[float, float, int]]) -> None:
        """Join the best of the ranked stories, or open one; then mend around it."""
        near = self._small_enough(ranked)
        if near:
            places = sorted(
                at for story in near for at in self._stories.pop(story).members
            )
            self._tell_apart([*places, *single.members])
        elif ranked and ranked[0][0] >= 0:
            _, likeness, story = ranked[0]
            self._keep(self._stories.pop(story).joined(single, likeness))
        else:
            self._keep(single)

    def _small_enough(self, ranked: list[tuple[float, float, int]]) -> list[int]:
        """The best stories that can be told apart anew, with the article in one."""
        near: list[int] = []
        room = AROUND
        for _, _, story in ranked:
            room -= len(self._stories[story].members)
            if room < 0:
                break
            near.append(story)
        return near

    def _tell_apart(self, places: list[int]) -> None:
        around = [self._singles[at] for at in places]
        for group in regroup(around, combinations(range(len(around)), 2)):
            self._keep(group)

    def _keep(self, story: Group) -> None:
        """A story goes by its latest article: no other one can go by that."""
        name = max(story.members)
        self._stories[name] = story
        for at in story.members:
            self._home[at] = name
