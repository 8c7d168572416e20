"""Names: spellings of one identity joined, different ones kept apart, branches."""

from collections import defaultdict
from functools import cached_property

from bench.compare import name_words
from bench.harness import Figures, Miss, faults, joined, shared_out
from bench.reading.gold import Piece
from bench.reading.located import NOTHING, Place, Reading
from bench.rows import EntityRow, MentionRow, StatementRow

BRANCH = "branch of"
_NEAR = 0.5  # characters shared of all: a mention cut a little wider or narrower


def compare_names(reading: Reading) -> Figures:
    """Groups wholly joined, pairs wrongly joined, branches with their whole."""
    identities = Identities(reading)
    groups = [group for group in reading.gold.names.same if len(group) > 1]
    apart = [miss for group in groups for miss in _apart(identities, group)]
    wrong = _wrong(identities)
    branches, lost = _branches(identities)
    return joined(
        shared_out("names_joined", len(groups), apart),
        faults("names_wrongly_joined", wrong),
        shared_out("part_of", branches, lost),
    )


class Identities:
    """The entities that the record gives to names."""

    def __init__(self, reading: Reading) -> None:
        """Read the mentions, speakers and entities of a record."""
        self.reading = reading

    @cached_property
    def _worded(self) -> dict[tuple[str, ...], set[str]]:
        """The words of a mention or a speaker's source, to the entities given."""
        entities: dict[tuple[str, ...], set[str]] = defaultdict(set)
        export = self.reading.export
        for mention in export.all(MentionRow):
            text = export.words(mention.page).words_at(mention.spans)
            if mention.entity:
                entities[name_words(text)].add(mention.entity)
        for row in export.all(StatementRow):
            text = export.words(row.page).words_at(row.source)
            if row.speaker and name_words(text) in entities:
                entities[name_words(text)].add(row.speaker)
        return entities

    def stands(self, name: str) -> bool:
        """Whether the pages have this name; a gold's label for it need not."""
        reading = self.reading
        return any(name in reading.words(file).text for file in reading.gold.files)

    def of(self, name: str) -> set[str]:
        """The entities of a name where the pages have it; empty when none is found.

        A name that is no mention of its own takes the mention cut most like it.
        """
        return self._worded.get(name_words(name)) or self._around(name)

    def listed(self, name: str) -> set[str]:
        """The entities that have this name, in the text or in their list of names."""
        words = name_words(name)
        return self.of(name) | {
            row.id
            for row in self.reading.export.all(EntityRow)
            if any(name_words(each) == words for each in row.names)
        }

    def _around(self, name: str) -> set[str]:
        found = set()
        for file in self.reading.gold.files:
            for place in self.reading.places(file, Piece(name)):
                scored = [
                    (place.share(Place(m.page, self._words(m))), m.entity)
                    for m in self.reading.export.all(MentionRow)
                    if m.page == place.page
                ]
                score, entity = max(scored, key=lambda each: each[0], default=(0, None))
                if score >= _NEAR and entity:
                    found.add(entity)
        return found

    def _words(self, mention: MentionRow) -> frozenset[int]:
        return self.reading.export.words(mention.page).within(mention.spans)


def _apart(identities: Identities, group: tuple[str, ...]) -> list[Miss]:
    """The miss of a group that is not wholly one entity; none when it is."""
    found = {name: identities.of(name) for name in group if identities.stands(name)}
    if found and all(found.values()) and len(set().union(*found.values())) == 1:
        return []
    told = "; ".join(
        f"{name} = {', '.join(sorted(entities)) or NOTHING}"
        for name, entities in found.items()
    )
    number = identities.reading.gold.names.same.index(group)
    return [Miss("names_joined", f"names.same {number}", " = ".join(group), told)]


def _wrong(identities: Identities) -> list[Miss]:
    reading, names = identities.reading, identities.reading.gold.names
    misses = []
    for number, (one, other) in enumerate(names.different):
        left, right = (
            set().union(*(identities.listed(each) for each in reading.variants(name)))
            for name in (one, other)
        )
        if left & right:
            told = f"both are {', '.join(sorted(left & right))}"
            at = f"names.different {number}"
            expected = f"{one} is not {other}"
            misses.append(Miss("names_wrongly_joined", at, expected, told))
    return misses


def _branches(identities: Identities) -> tuple[int, list[Miss]]:
    """How many branches are asked for, and a miss for each that is not found."""
    names = identities.reading.gold.names
    asked = [each for each in names.related if each[1] == BRANCH]
    misses = []
    for number, (branch, _, whole) in enumerate(asked):
        wholes = identities.listed(whole)
        rows = [
            row
            for row in identities.reading.export.all(EntityRow)
            if row.id in identities.listed(branch)
        ]
        if not any(set(_part_of(row)) & wholes for row in rows):
            told = ", ".join(part for row in rows for part in _part_of(row)) or NOTHING
            at = f"names.related {number}"
            misses.append(Miss("part_of", at, f"{branch} in {whole}", told))
    return len(asked), misses


def _part_of(row: EntityRow) -> tuple[str, ...]:
    if row.part_of is None:
        return ()
    return (row.part_of,) if isinstance(row.part_of, str) else row.part_of
