"""What a record of some texts holds as statements."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from bench.attributions import Document, Found, Judged
from bench.recorded import Export, Given, build_record, hash_of
from bench.rows import Spans, StatementRow
from onrecord.model import Findings, Source, Span, Statement
from onrecord.pipeline import load_tools, process
from onrecord.record.views import MASK

Places = tuple[Spans, Spans, Spans]  # of content, source and cue


def judged_by_record(given: Iterable[Document]) -> list[Judged]:
    """The texts with what a record made of them exports."""
    documents = list(given)
    with TemporaryDirectory(prefix="bench-") as folder:
        for number, document in enumerate(documents):
            path = Path(folder) / f"{number:04}.txt"
            path.write_bytes(document.text.encode())
        export = build_record([Given(Path(folder))])
    return [
        Judged(each.id, each.text, each.attributions, _found(export, each.text))
        for each in documents
    ]


def _found(export: Export, text: str) -> tuple[Found, ...]:
    page = export.page(hash_of(text.encode()))
    rows = (row for row in export.all(StatementRow) if row.page == page)
    return tuple(
        Found(
            source=row.source,
            cue=row.cue,
            content=row.content,
            # A name withheld is none: it says of nobody that they spoke.
            speaker=None if row.speaker_name == MASK else row.speaker_name,
            cue_class=row.cue_class or "neutral",
            mode=row.mode or "indirect",
            confidence=row.confidence,
            is_masked=row.speaker_name == MASK,
        )
        for row in rows
    )


def unmasked(judged: Sequence[Judged]) -> list[Judged]:
    """The same; a name that was withheld is now the one the article itself gives.

    An export never holds the names of private people, so these texts are read again.
    """
    hidden = [each for each in judged if any(f.is_masked for f in each.founds)]
    if not hidden:
        return list(judged)
    sources = [Source(f"{n}.txt", _data(each), "file") for n, each in enumerate(hidden)]
    names = {
        each.id: _names(findings)
        for each, findings in zip(hidden, process(sources, load_tools()), strict=True)
        if isinstance(findings, Findings)
    }
    return [_named(each, names.get(each.id, {})) for each in judged]


def _data(judged: Judged) -> bytes:
    return judged.text.encode()


def _names(findings: Findings) -> dict[Places, str | None]:
    return {_places(said): said.speaker_name for said in findings.statements}


def _named(judged: Judged, names: dict[Places, str | None]) -> Judged:
    founds = (
        replace(found, speaker=names.get((found.content, found.source, found.cue)))
        if found.is_masked
        else found
        for found in judged.founds
    )
    return Judged(judged.id, judged.text, judged.golds, tuple(founds))


def _places(said: Statement) -> Places:
    return _pairs(said.content), _pairs(said.source), _pairs(said.cue)


def _pairs(spans: Sequence[Span]) -> Spans:
    return tuple((span.start, span.end) for span in spans)
