"""The JSON beside the sample pages, and story.json across them, as one gold."""

from pathlib import Path
from typing import TypeVar

import msgspec

from bench.reading.gold import (
    Gold,
    GoldArticle,
    GoldClaim,
    GoldDispute,
    GoldEvent,
    GoldFigure,
    GoldGroups,
    GoldNames,
    GoldReport,
    GoldStatement,
    Piece,
    Teaser,
)

T = TypeVar("T")
BESIDE = ".json"
STORY = "story.json"
EITHER = "neither is wrong"


class Capture(msgspec.Struct, frozen=True):
    """What is known of a page without opening it."""

    captured_at: str
    url: str | None = None
    outlet: str | None = None


class _Article(msgspec.Struct, frozen=True):
    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    published: str | None
    body_first: str
    body_last: str
    headings: tuple[str, ...]
    captions: tuple[str, ...]
    tags: tuple[str, ...]
    must_not_contain: tuple[str, ...]
    pull_quotes: tuple[str, ...]
    source_line: str | None
    correction: str | None


class _Statement(msgspec.Struct, frozen=True):
    speaker: str
    content: tuple[str, ...]
    mode: str | None = None
    role: str | None = None
    must: bool = True
    note: str = ""
    private: bool = False


class _Report(msgspec.Struct, frozen=True, rename={"others": "or"}):
    event_type: str
    sub_event_type: str | None
    place: str | None
    date: str | None
    status: str
    figures: tuple[GoldFigure, ...] = ()
    others: tuple[tuple[str, str | None], ...] = ()
    must: bool = True
    note: str = ""


class _Page(msgspec.Struct, frozen=True):
    capture: Capture
    language: str
    article: _Article
    teasers: tuple[Teaser, ...]
    statements: tuple[_Statement, ...]
    reports: tuple[_Report, ...]
    notes: tuple[tuple[str, str], ...]


class _Names(msgspec.Struct, frozen=True):
    same: tuple[tuple[str, ...], ...]
    different: tuple[tuple[str, str], ...]
    part_of: tuple[tuple[str, str], ...]


class _Incident(msgspec.Struct, frozen=True):
    reports: tuple[str, ...]
    place: str | None
    date: str | None
    may: tuple[str, ...] = ()
    must: bool = True


class _Story(msgspec.Struct, frozen=True):
    names: _Names
    claims: tuple[GoldClaim, ...]
    disputes: tuple[GoldDispute, ...]
    no_disputes: tuple[tuple[str, str, str, str], ...]
    incidents: tuple[_Incident, ...]
    stories: tuple[tuple[str, ...], ...]
    stories_either: tuple[tuple[str, ...], ...]
    copies: tuple[tuple[str, str], ...]
    revisions: tuple[tuple[str, str, msgspec.Raw], ...]
    private: tuple[str, ...]


def load_sample(folder: Path) -> tuple[Gold, dict[str, Capture]]:
    """What careful readers find in the sample, and how each page was captured."""
    pages = {
        path.name.removesuffix(BESIDE): _decode(path, _Page)
        for path in sorted(folder.glob(f"*.*{BESIDE}"))
    }
    story = _decode(folder / STORY, _Story)
    captures = {file: page.capture for file, page in pages.items()}
    gold = Gold(
        articles=tuple(_article(file, page) for file, page in pages.items()),
        statements=tuple(
            _statement(file, each) for file, p in pages.items() for each in p.statements
        ),
        reports=tuple(
            _report(file, each) for file, p in pages.items() for each in p.reports
        ),
        notes=tuple(
            (file, *note) for file, page in pages.items() for note in page.notes
        ),
        languages={file: page.language for file, page in pages.items()},
        names=_names(story.names),
        claims=story.claims,
        disputes=(*story.disputes, *_either(story)),
        groups=_groups(story),
        private=story.private,
    )
    return gold, captures


def _decode(path: Path, form: type[T]) -> T:
    return msgspec.json.decode(path.read_bytes(), type=form)


def _article(file: str, page: _Page) -> GoldArticle:
    article = page.article
    return GoldArticle(
        file=file,
        title=article.title,
        body_first=article.body_first,
        body_last=article.body_last,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        headings=article.headings,
        captions=article.captions,
        tags=article.tags,
        credit=article.source_line,
        pull_quotes=article.pull_quotes,
        correction=article.correction,
        must_not_contain=article.must_not_contain,
        teasers=tuple(teaser for teaser in page.teasers if teaser.must),
    )


def _statement(file: str, statement: _Statement) -> GoldStatement:
    return GoldStatement(
        file=file,
        speaker=statement.speaker,
        content=tuple(Piece(words) for words in statement.content),
        role=statement.role,
        kind=statement.mode,
        must=statement.must,
        note=statement.note,
        private=statement.private,
    )


def _report(file: str, report: _Report) -> GoldReport:
    return GoldReport(
        file=file,
        types=((report.event_type, report.sub_event_type), *report.others),
        place=report.place,
        date=report.date,
        status=report.status,
        figures=report.figures,
        must=report.must,
        note=report.note,
    )


def _names(names: _Names) -> GoldNames:
    related = tuple((part, "branch of", whole) for part, whole in names.part_of)
    return GoldNames(names.same, names.different, related)


def _either(story: _Story) -> tuple[GoldDispute, ...]:
    """Pairs that are a dispute or none: shown, they are no fault."""
    return tuple(
        GoldDispute(one, other, "", "", must=False, page=file)
        for file, one, other, remark in story.no_disputes
        if EITHER in remark
    )


def _groups(story: _Story) -> GoldGroups:
    return GoldGroups(
        stories=story.stories,
        stories_either=story.stories_either,
        copies=story.copies,
        revisions=tuple((first, second) for first, second, _ in story.revisions),
        events=tuple(
            GoldEvent(each.reports, each.place, each.date, each.may, each.must)
            for each in story.incidents
        ),
    )
