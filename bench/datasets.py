"""Data sets: JSON lines, packed or not, named up to the first dot."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
_SPLITS = ("_dev", "_test", "_heldout")


def find_dataset(folder: Path, name: str) -> Path | None:
    """The file of a data set, whatever its split and packing; None when missing."""
    if not folder.is_dir():
        return None
    files = (file for file in sorted(folder.iterdir()) if ".jsonl" in file.name)
    return next((file for file in files if dataset_name(file) == name), None)


def dataset_name(file: Path) -> str:
    """The name of a file's data set.

    >>> dataset_name(Path("storms_dev.jsonl.gz")), dataset_name(Path("rain.jsonl"))
    ('storms', 'rain')
    """
    name = file.name.partition(".")[0]
    for split in _SPLITS:
        name = name.removesuffix(split)
    return name


def read_dataset(path: Path, form: type[T]) -> Iterator[T]:
    """Each line of a data set, checked against its form."""
    decoder = msgspec.json.Decoder(form)
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        for line in lines:
            if line.strip():
                yield decoder.decode(line)
