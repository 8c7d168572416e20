"""What the stages need, opened once and passed along."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.extract import TASK
from onrecord.gazetteer import ActorTable, Countries, load_actors, load_countries
from onrecord.gazetteer.places import Gazetteer
from onrecord.language import (
    DEFAULT_PARSER,
    Assistant,
    Encoder,
    PairJudge,
    Parser,
    SpacyParser,
    choose_encoder,
    choose_judge,
)
from onrecord.model import Run, content_id

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tools:
    """The loaded parts. Models load at first use, so making Tools is cheap.

    `assistant` is None unless the user named one. Without a `gazetteer` places keep
    their names and get no points; without a `judge` of pairs contradictions are told
    by the words alone.
    """

    parser: Parser
    encoder: Encoder
    actors: ActorTable
    countries: Countries
    run: Run
    assistant: Assistant | None = None
    gazetteer: Gazetteer | None = None
    judge: PairJudge | None = None


def load_tools(
    actor_files: tuple[Path, ...] = (),
    parser_name: str | None = None,
    assistant: Assistant | None = None,
    gazetteer: Gazetteer | None = None,
) -> Tools:
    """The models and tables, with the user's own actors on top.

    `parser_name` is an installed spaCy pipeline, None for the one that ships. Raises
    ConfigError when a table is wrong or the pipeline is of no use.
    """
    parser = SpacyParser(parser_name or DEFAULT_PARSER)
    if parser_name is not None:
        parser.languages  # noqa: B018 - loaded now: it may be of no use
    encoder = choose_encoder()
    judge = choose_judge()
    actors = load_actors(*actor_files)
    return Tools(
        parser=parser,
        encoder=encoder,
        actors=actors,
        countries=load_countries(actors),
        run=make_run(parser, (encoder, judge), actor_files, assistant, gazetteer),
        assistant=assistant,
        gazetteer=gazetteer,
        judge=judge,
    )


def make_run(
    parser: Parser,
    models: tuple[Encoder, PairJudge | None],
    actor_files: tuple[Path, ...],
    assistant: Assistant | None = None,
    gazetteer: Gazetteer | None = None,
) -> Run:
    """The versions of everything that a finding depends on."""
    encoder, judge = models
    versions = {
        "onrecord": __version__,
        "parser": parser.name,
        "encoder": encoder.name,
        **({"judge": judge.name} if judge is not None else {}),
        "tables": _hash_of_tables(),
        **{f"actors {path.name}": _digest(path.read_bytes()) for path in actor_files},
        **(_versions_of(assistant) if assistant is not None else {}),
        **(gazetteer.versions if gazetteer is not None else {}),
    }
    ordered = tuple(sorted(versions.items()))
    return Run(content_id(*(part for pair in ordered for part in pair)), ordered)


def _versions_of(assistant: Assistant) -> dict[str, str]:
    """The model by its name, and the task that it was given."""
    return {"assistant": assistant.model, "assistant task": _digest(TASK.encode())}


def _hash_of_tables() -> str:
    """One hash over every data table that ships with the package.

    The judge's weights are left out: its name has their hash.
    """
    digest = hashlib.sha256()
    for table in _tables(files("onrecord.data")):
        digest.update(table.name.encode() + b"\0" + table.read_bytes())
    return digest.hexdigest()[:16]


def _tables(folder: Traversable) -> list[Traversable]:
    kept = [item for item in folder.iterdir() if item.is_file()]
    return sorted(
        (item for item in kept if not item.name.endswith((".py", ".pyc", ".onnx"))),
        key=lambda item: item.name,
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
