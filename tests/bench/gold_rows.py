"""The export of a record that found exactly what a gold file says."""

import re
from itertools import count

from bench.compare import PageWords, plain
from bench.reading import Gold, GoldArticle, GoldReport, GoldStatement
from bench.reading.articles import shortest_with
from bench.reading.claims import evidence_of
from bench.reading.located import UNNAMED
from bench.reading.reports import date_range
from bench.recorded import hash_of
from bench.rows import (
    ArticleRow,
    ClaimRow,
    DisputeRow,
    EntityRow,
    FigureRow,
    IncidentRow,
    LinkRow,
    MentionRow,
    PageRow,
    PlaceName,
    Range,
    ReportRow,
    Row,
    Spans,
    StatementRow,
    StoryRow,
    Toll,
)

Texts = dict[str, str]


def hashes_of(texts: Texts) -> dict[str, str]:
    """The hash of every file."""
    return {file: hash_of(text.encode()) for file, text in texts.items()}


def rows_of(gold: Gold, texts: Texts) -> list[Row]:
    """Rows that are right in everything."""
    statements = [
        _statement(gold, texts, number, each)
        for number, each in enumerate(gold.statements)
    ]
    pages = [
        PageRow(
            file,
            f"/pages/{file}",
            hashes_of(texts)[file],
            language=gold.languages.get(file),
            text=text,
        )
        for file, text in texts.items()
    ]
    return [
        *pages,
        *(row for each in gold.articles for row in _articles(each, texts[each.file])),
        *statements,
        *_names(gold, texts),
        *_claims(gold),
        *_disputes(gold, texts),
        *_incidents(gold),
        *_reports(gold, texts),
        *_groups(gold),
    ]


def _articles(gold: GoldArticle, text: str) -> list[ArticleRow]:
    body: list[tuple[int, int]] = []
    zones: list[tuple[int, int, str]] = []
    start, end = body_ends(gold, text)
    for first, last in _lines(text):
        zone = _zone(gold, text[first:last], text.splitlines())
        if zone is not None:
            indent = len(text[first:last]) - len(text[first:last].lstrip())
            zones.append((first + indent, last, zone))
        elif first < end and last > start:
            body.append((first, last))
    own = ArticleRow(
        id=f"{gold.file} own",
        page=gold.file,
        type="article",
        title=gold.title,
        outlet=gold.outlet or None,
        byline=gold.byline or None,
        published=gold.published or None,
        body=tuple(body),
        zones=_once(zones, text),
        tags=gold.tags or (),
        source_line=gold.credit or None,
    )
    return [own, *_teasers(gold, text)]


def body_ends(gold: GoldArticle, text: str) -> tuple[int, int]:
    """Where the body begins and ends."""
    words = PageWords(text)
    first = words.span(words.find(gold.body_first)[0])
    last = words.span(words.find(gold.body_last)[-1])
    assert first is not None
    assert last is not None
    return first[0], last[1]


def _zone(gold: GoldArticle, line: str, lines: list[str]) -> str | None:
    """The zone of a line that is not of the body; None for the body's."""
    starts = {
        "caption": gold.captions or (),
        "pull-quote": gold.pull_quotes or (),
        "correction": (gold.correction,) if gold.correction else (),
    }
    if plain(line) in {plain(each) for each in gold.headings or ()}:
        return "heading"
    for zone, words in starts.items():
        if any(line in shortest_with(each, lines) for each in words):
            return zone
    return "promo" if any(each in line for each in gold.must_not_contain) else None


def _once(
    zones: list[tuple[int, int, str]], text: str
) -> tuple[tuple[int, int, str], ...]:
    """Zones without a line that repeats an earlier one."""
    return tuple({(text[s:e], zone): (s, e, zone) for s, e, zone in zones}.values())


def _teasers(gold: GoldArticle, text: str) -> list[ArticleRow]:
    found = []
    for number, teaser in enumerate(gold.teasers):
        at = text.find(teaser.summary_start) if teaser.summary_start else -1
        body = tuple(line for line in _lines(text) if line[0] == at)
        row_id = f"{gold.file} teaser {number}"
        found.append(ArticleRow(row_id, gold.file, "teaser", teaser.title, body=body))
    return found


def _lines(text: str) -> Spans:
    return tuple(match.span() for match in re.finditer(r"[^\n]+", text))


def _statement(
    gold: Gold, texts: Texts, number: int, statement: GoldStatement
) -> StatementRow:
    text = texts[statement.file]
    content = tuple(each.span or span_of(text, each.text) for each in statement.content)
    article = next(each for each in gold.articles if each.file == statement.file)
    kind = "own" if content[0][0] < body_ends(article, text)[1] else "teaser 0"
    name = statement.speaker.partition(" (")[0]
    is_private = name in gold.private
    unnamed = statement.speaker.endswith(UNNAMED)
    return StatementRow(
        id=f"statement {number}",
        article=f"{statement.file} {kind}",
        page=statement.file,
        content=content,
        speaker=None if unnamed or is_private else entity_of(gold, statement.speaker),
        speaker_name=None if unnamed else name,
        mode=statement.kind,
        role=statement.role,
    )


def span_of(text: str, piece: str) -> tuple[int, int]:
    """Where these words first stand."""
    words = PageWords(text)
    found = words.find(piece)
    assert found, piece
    span = words.span(found[0])
    assert span is not None
    return span


def entity_of(gold: Gold, name: str) -> str:
    """The entity of a name: one for each group of spellings."""
    known = {each for group in gold.names.same for each in group}
    name = name if name in known else name.partition(" (")[0]
    return f"entity {gold.names.variants(name)[0]}"


def _names(gold: Gold, texts: Texts) -> list[Row]:
    names = {each for group in gold.names.same for each in group}
    names |= {each for pair in gold.names.different for each in pair}
    names -= set(gold.private)
    wholes = {
        entity_of(gold, one): entity_of(gold, other)
        for one, relation, other in gold.names.related
        if relation == "branch of"
    }
    number = count()
    mentions = [
        MentionRow(f"mention {next(number)}", file, (found.span(),), entity)
        for name in sorted(names)
        for entity in [entity_of(gold, name)]
        for file, text in texts.items()
        for found in re.finditer(re.escape(name), text)
    ]
    entities = sorted({entity_of(gold, name) for name in names})
    return [*mentions, *(EntityRow(e, part_of=wholes.get(e)) for e in entities)]


def _with_words(gold: Gold, said: str | tuple[str, str]) -> list[str]:
    file, words = ("", said) if isinstance(said, str) else said
    return [
        f"statement {number}"
        for number, each in enumerate(gold.statements)
        if file in {"", each.file}
        and any(plain(words) in plain(piece.text) for piece in each.content)
    ]


def _claims(gold: Gold) -> list[ClaimRow]:
    return [
        ClaimRow(
            each.claim,
            tuple(row for said in each.statements for row in _with_words(gold, said)),
        )
        for each in gold.claims
    ]


def _disputes(gold: Gold, texts: Texts) -> list[Row]:
    rows: list[Row] = []
    for number, each in enumerate(gold.disputes):
        if not each.must:
            continue
        other = next((file for file in each.pages if file != each.page), each.page)
        right = _side(gold, texts, each.b, each.page)
        left = _side(gold, texts, each.a, other)
        if isinstance(left, StatementRow) and isinstance(right, StatementRow):
            left = _named(texts, each.a, other) if left.id == right.id else left
        rows += [row for row in (left, right) if isinstance(row, MentionRow)]
        dispute = DisputeRow(
            f"dispute {number}", left.id, right.id, evidence_of(each), spans=((0, 1),)
        )
        rows.append(dispute)
    return rows


def _side(gold: Gold, texts: Texts, side: str, file: str | None) -> Row:
    if any(claim.claim == side for claim in gold.claims):
        return ClaimRow(side)
    for report_number, report in enumerate(gold.reports):
        for number, figure in enumerate(report.figures):
            if (report.file, figure.text) == (file, side):
                return FigureRow(f"figure {report_number} {number}", "", "", "")
    said = _with_words(gold, side if file is None else (file, side))
    if said:
        return StatementRow(said[0], "", "", ())
    return _named(texts, side, file)


def _named(texts: Texts, words: str, file: str | None) -> MentionRow:
    """What is denied and nobody says: a name for it."""
    for page in texts if file is None else [file]:
        if PageWords(texts[page]).find(words):
            span = span_of(texts[page], words)
            return MentionRow(f"named {span}", page, (span,))
    raise AssertionError(words)


def _incidents(gold: Gold) -> list[Row]:
    rows: list[Row] = []
    for number, each in enumerate(gold.incidents):
        report = f"report {number}"
        rows += [
            ReportRow(report, f"{each.file} own", each.file),
            IncidentRow(
                id=f"incident {number}",
                reports=(report,),
                place=PlaceName(each.place),
                killed=Toll(each.killed, each.killed),
                injured=Toll(each.injured, each.injured),
            ),
        ]
    return rows


def _reports(gold: Gold, texts: Texts) -> list[Row]:
    rows: list[Row] = []
    for number, each in enumerate(gold.reports):
        days = date_range(each.date) if each.date else None
        rows.append(
            ReportRow(
                id=f"told {number}",
                article=f"{each.file} own",
                page=each.file,
                incident=_event_of(gold, each),
                event_type=each.types[0][0],
                sub_event_type=each.types[0][1],
                place=PlaceName(each.place),
                date=Range(*(day.isoformat() for day in days)) if days else None,
                status=each.status,
            )
        )
        rows += [
            FigureRow(
                id=f"figure {number} {at}",
                report=f"told {number}",
                page=each.file,
                effect=figure.effect,
                low=figure.low,
                high=figure.high,
                attributed_to=figure.attributed_to,
                span=span_of(texts[each.file], figure.text),
            )
            for at, figure in enumerate(each.figures)
        ]
    return rows


def _event_of(gold: Gold, report: GoldReport) -> str | None:
    for number, event in enumerate(gold.groups.events):
        years = {(each or "")[:4] for each in (event.date, report.date)}
        is_there = report.file in event.files and report.place == event.place
        if is_there and len(years) == 1:
            return f"event {number}"
    return None


def _groups(gold: Gold) -> list[Row]:
    groups = gold.groups
    stories = [
        StoryRow(f"story {number}", tuple(f"{file} own" for file in story))
        for number, story in enumerate(groups.stories)
    ]
    links = [
        LinkRow(f"{relation} {one}", f"{one} own", f"{other} own", relation)
        for relation, pairs in (
            ("copy_of", groups.copies),
            ("revision_of", groups.revisions),
        )
        for one, other in pairs
    ]
    return [*stories, *links]
