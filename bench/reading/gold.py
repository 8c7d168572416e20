"""What a careful reader finds: the form of a gold file."""

import msgspec
from msgspec import UNSET, UnsetType


class Teaser(msgspec.Struct, frozen=True):
    """An item of another story that stands on the page."""

    title: str
    summary_start: str | None = None
    must: bool = True


class GoldArticle(msgspec.Struct, frozen=True):
    """The page's own article. A field left out is not measured; null is: "none"."""

    file: str
    title: str | None
    body_first: str
    body_last: str
    outlet: str | UnsetType | None = UNSET
    byline: str | tuple[str, ...] | UnsetType | None = UNSET
    published: str | UnsetType | None = UNSET
    headings: tuple[str, ...] | UnsetType = UNSET
    captions: tuple[str, ...] | UnsetType = UNSET  # their first words
    tags: tuple[str, ...] | UnsetType = UNSET
    credit: str | UnsetType | None = UNSET  # the agency credited
    pull_quotes: tuple[str, ...] | UnsetType = UNSET  # their first words
    correction: str | UnsetType | None = UNSET  # its first words
    must_not_contain: tuple[str, ...] = ()
    teasers: tuple[Teaser, ...] = ()


class Piece(msgspec.Struct, frozen=True):
    """Words of a page, and where they stand when that is known."""

    text: str
    span: tuple[int, int] | None = None


class Worded(msgspec.Struct, frozen=True):
    """A source or cue as worded."""

    text: str
    span: tuple[int, int] | None = None


class GoldStatement(msgspec.Struct, frozen=True):
    """Someone saying something; `must` is false where leaving it out is right too."""

    file: str
    speaker: str
    content: tuple[Piece, ...]
    role: str | None = None
    kind: str | None = None
    must: bool = True
    source: Worded | None = None
    cue: Worded | None = None
    note: str = ""
    private: bool = False  # a private person speaks: a masked name is as right

    @property
    def may_be_two(self) -> bool:
        """Whether two findings, each inside a piece, are as good as one."""
        return len(self.content) > 1 or "as good" in self.note


class GoldIncident(msgspec.Struct, frozen=True):
    """An event with its toll; `when` is an ISO date, or says that it is open."""

    file: str
    place: str | None = None
    killed: int | None = None
    injured: int | None = None
    when: str = ""
    must: bool = True


class GoldFigure(msgspec.Struct, frozen=True):
    """A number of people, as a page gives it; `low` or `high` None is open."""

    effect: str
    text: str = ""
    low: int | None = None
    high: int | None = None
    attributed_to: str | None = None
    must: bool = True


class GoldReport(msgspec.Struct, frozen=True):
    """What a page tells of one incident; `types` are all that are right."""

    file: str
    types: tuple[tuple[str, str | None], ...]
    place: str | None = None
    date: str | None = None
    status: str = "happened"
    figures: tuple[GoldFigure, ...] = ()
    must: bool = True
    note: str = ""


class GoldEvent(msgspec.Struct, frozen=True):
    """One event: the files that report it, and those that may."""

    files: tuple[str, ...]
    place: str | None = None
    date: str | None = None
    may: tuple[str, ...] = ()
    must: bool = True


class GoldGroups(msgspec.Struct, frozen=True):
    """What belongs together across pages, by file."""

    stories: tuple[tuple[str, ...], ...] = ()
    stories_either: tuple[tuple[str, ...], ...] = ()  # together or apart
    copies: tuple[tuple[str, str], ...] = ()
    revisions: tuple[tuple[str, str], ...] = ()
    events: tuple[GoldEvent, ...] = ()


class GoldNames(msgspec.Struct, frozen=True):
    """Spellings of one identity, names never to be joined, and other relations."""

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    related: tuple[tuple[str, str, str], ...] = ()

    def variants(self, name: str) -> tuple[str, ...]:
        """All spellings of the identity that this name is one of."""
        return next((group for group in self.same if name in group), (name,))


class GoldClaim(msgspec.Struct, frozen=True):
    """An assertion made more than once; words from each utterance.

    An utterance is its words, or (file, words) where they stand on several pages.
    """

    claim: str
    statements: tuple[str | tuple[str, str], ...]
    must: bool = True


class GoldDispute(msgspec.Struct, frozen=True):
    """Two sides, each a claim of the list or words of a page; `by` whom `b` is."""

    a: str
    b: str
    by: str
    evidence: str
    must: bool = True
    page: str | None = None  # the file of `b`, None: any
    pages: tuple[str, ...] = ()  # the files of both, where they are two


class Gold(msgspec.Struct, frozen=True):
    """Everything that a careful reader finds on some pages.

    `notes` are (file, words, remark).
    """

    articles: tuple[GoldArticle, ...]
    statements: tuple[GoldStatement, ...] = ()
    incidents: tuple[GoldIncident, ...] = ()
    names: GoldNames = GoldNames()
    claims: tuple[GoldClaim, ...] = ()
    disputes: tuple[GoldDispute, ...] = ()
    notes: tuple[tuple[str, str, str], ...] = ()
    reports: tuple[GoldReport, ...] = ()
    groups: GoldGroups = GoldGroups()
    languages: dict[str, str] = {}  # file to the language of its page
    private: tuple[str, ...] = ()  # people who get no profile

    @property
    def files(self) -> list[str]:
        """The pages' files, in the order of the articles."""
        return [article.file for article in self.articles]
