"""The export of a record that found exactly what a gold file says."""

import re
from itertools import count

from bench.compare import plain
from bench.reading import Gold, GoldArticle, GoldStatement
from bench.reading.claims import evidence_of
from bench.reading.located import UNNAMED
from bench.recorded import hash_of
from bench.rows import (
    ArticleRow,
    ClaimRow,
    DisputeRow,
    EntityRow,
    IncidentRow,
    MentionRow,
    PageRow,
    PlaceName,
    ReportRow,
    Row,
    Spans,
    StatementRow,
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
        PageRow(file, f"/pages/{file}", hashes_of(texts)[file], text=text)
        for file, text in texts.items()
    ]
    return [
        *pages,
        *(row for each in gold.articles for row in _articles(each, texts[each.file])),
        *statements,
        *_names(gold, texts),
        *_claims(gold),
        *_disputes(gold),
        *_incidents(gold),
    ]


def _articles(gold: GoldArticle, text: str) -> list[ArticleRow]:
    headings = {plain(each) for each in gold.headings or ()}
    body: list[tuple[int, int]] = []
    zones: list[tuple[int, int, str]] = []
    start, end = text.index(gold.body_first), text.index(gold.body_last)
    for first, last in _lines(text):
        line = text[first:last]
        if plain(line) in headings:
            zones.append((first, last, "heading"))
        elif any(each in line for each in gold.captions or ()):
            zones.append((first + line.index(line.strip()), last, "caption"))
        elif any(each in line for each in gold.must_not_contain):
            zones.append((first, last, "promo"))
        elif start <= first <= end and line:
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
        zones=tuple(zones),
        tags=gold.tags or (),
    )
    return [own, *_teasers(gold, text)]


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
    content = tuple(
        piece.span or (text.index(piece.text), text.index(piece.text) + len(piece.text))
        for piece in statement.content
    )
    article = next(each for each in gold.articles if each.file == statement.file)
    end = text.index(article.body_last) + len(article.body_last)
    kind = "own" if content[0][0] < end else "teaser 0"
    name = statement.speaker.partition(" (")[0]
    unnamed = statement.speaker.endswith(UNNAMED)
    return StatementRow(
        id=f"statement {number}",
        article=f"{statement.file} {kind}",
        page=statement.file,
        content=content,
        speaker=None if unnamed else entity_of(gold, name),
        speaker_name=None if unnamed else name,
    )


def entity_of(gold: Gold, name: str) -> str:
    """The entity of a name: one for each group of spellings."""
    return f"entity {gold.names.variants(name)[0]}"


def _names(gold: Gold, texts: Texts) -> list[Row]:
    names = {each for group in gold.names.same for each in group}
    names |= {each for pair in gold.names.different for each in pair}
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


def _inside(gold: Gold, words: str) -> str:
    return next(
        f"statement {number}"
        for number, each in enumerate(gold.statements)
        if all(plain(piece.text) in plain(words) for piece in each.content)
    )


def _claims(gold: Gold) -> list[ClaimRow]:
    return [
        ClaimRow(
            each.claim,
            tuple(row for said in each.statements for row in _with_words(gold, said)),
        )
        for each in gold.claims
    ]


def _disputes(gold: Gold) -> list[DisputeRow]:
    claims = {each.claim for each in gold.claims}
    found = []
    for number, each in enumerate(gold.disputes):
        left, right = (
            side if side in claims else next(iter(_with_words(gold, side)), "")
            for side in (each.a, each.b)
        )
        if not left or not right:
            continue
        if left == right:  # what is denied is a part of the denial's words
            left = _inside(gold, each.a)
        evidence = evidence_of(each)
        found.append(
            DisputeRow(f"dispute {number}", left, right, evidence, spans=((0, 1),))
        )
    return found


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
