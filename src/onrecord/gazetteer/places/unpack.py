"""The gazetteer's file: shipped packed, unpacked once into the user's cache."""

from __future__ import annotations

import atexit
import hashlib
import lzma
import shutil
import tempfile
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from onrecord.errors import ConfigError

PACKED = "places.sqlite.xz"
# Of the unpacked file; that of the packed one stands in THIRD_PARTY.md.
SHA256 = "9189acaf045351cf85df0b36e0219b507632a661416949619f820b32a2df56e0"
BLOCK = 2**20


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Where the file lies; `note` says what a user should know, None when all is well.

    A file that could not be kept is unpacked anew by each program that needs it.
    """

    file: Path
    note: str | None = None


def unpack_gazetteer(folder: Path) -> Unpacked:
    """The gazetteer's file in the folder, made when it is missing or damaged.

    Two programs may do this at once: each writes a file of its own, and the last one
    to rename it wins. Where the folder cannot be written the file lies in a temporary
    folder until the program ends. Raises ConfigError when the packed file is damaged.
    """
    kept = folder / f"places-{SHA256[:16]}.sqlite"
    if is_sound(kept):
        return Unpacked(kept)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _unpack(folder).replace(kept)
    except OSError as error:
        lent = Path(tempfile.mkdtemp(prefix="onrecord-"))
        atexit.register(shutil.rmtree, lent, ignore_errors=True)
        reason = error.strerror or "cannot be written"
        note = f"{folder}: {reason}; places are unpacked anew in every run"
        return Unpacked(_unpack(lent), note)
    return Unpacked(kept)


def is_sound(file: Path) -> bool:
    """Whether the file is there, whole and the one that this version wants."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == SHA256
    except OSError:
        return False


def _unpack(folder: Path) -> Path:
    """A sound file of a fresh name in the folder."""
    packed = resources.files("onrecord") / "data" / PACKED
    with tempfile.NamedTemporaryFile(
        dir=folder, prefix="places-", suffix=".part", delete=False
    ) as part:
        file = Path(part.name)
        try:
            with packed.open("rb") as stream, lzma.open(stream) as unpacked:
                shutil.copyfileobj(unpacked, part, BLOCK)
        except (lzma.LZMAError, EOFError) as error:
            file.unlink()
            raise ConfigError(f"{PACKED} is damaged; install onrecord anew") from error
        except OSError:
            file.unlink()
            raise
    if not is_sound(file):
        file.unlink()
        raise ConfigError(f"{PACKED} is damaged; install onrecord anew")
    return file
