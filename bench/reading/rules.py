"""Rules of the record: private people, languages without a pipeline, roles."""

from bench.compare import is_name, plain
from bench.harness import Figures, Miss, joined, shared_out
from bench.reading.located import NOTHING, Reading
from bench.reading.statements import match_statements
from bench.rows import EntityRow, PageRow, StatementRow

OURS = "en"  # the language that has a pipeline by default


def compare_rules(reading: Reading) -> Figures:
    """Profiles of private people, languages, and how each statement was made."""
    return joined(_private(reading), _languages(reading), _wording(reading))


def _private(reading: Reading) -> Figures:
    """No profile: no entity bears the name."""
    misses = [
        Miss("private_kept", name, "no profile", row.id)
        for name in reading.gold.private
        for row in reading.export.all(EntityRow)
        if any(is_name(each, [name]) for each in (row.name or "", *row.names))
    ]
    return shared_out("private_kept", len(reading.gold.private), misses)


def _languages(reading: Reading) -> Figures:
    """The language is told, and one without a pipeline gets no statements."""
    misses = []
    for file, language in reading.gold.languages.items():
        row = reading.export.get(PageRow, reading.pages.get(file))
        said = len(reading.statements(file)) if language != OURS else 0
        if row is None or row.language != language or said:
            told = f"{row.language if row else NOTHING}, {said} statements"
            misses.append(Miss("languages_right", file, language, told))
    return shared_out("languages_right", len(reading.gold.languages), misses)


def _wording(reading: Reading) -> Figures:
    """Of the statements found: mode and role as the gold has them."""
    wanted = [each for each in reading.gold.statements if each.must]
    found = match_statements(reading, wanted)
    pairs = [(wanted[number], rows[0]) for number, rows in found.items()]
    modes = [
        Miss("modes_right", gold.file, gold.kind or NOTHING, _told(reading, row))
        for gold, row in pairs
        if row.mode != gold.kind
    ]
    with_role = [(gold, row) for gold, row in pairs if gold.role]
    roles = [
        Miss("roles_right", gold.file, gold.role or NOTHING, _told(reading, row))
        for gold, row in with_role
        if not _is_role(gold.role, row.role)
    ]
    return joined(
        shared_out("modes_right", len(pairs), modes),
        shared_out("roles_right", len(with_role), roles),
    )


def _is_role(wanted: str | None, ours: str | None) -> bool:
    """Whether two wordings of a role are one, or one is part of the other."""
    one, other = plain(wanted), plain(ours)
    return bool(other) and (one in other or other in one)


def _told(reading: Reading, row: StatementRow) -> str:
    return f"{row.mode}, {row.role or 'no role'}: {reading.told(row)}"
