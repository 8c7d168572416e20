"""Lessons from told blocks: one utterance, and what agrees, disputes or does neither.

The blocks stand in `blocks`, each file by another session of a language model, which
was given the codebook's rules and told to look at no other pairs. A line's first sign
says how it stands to the block's `=`: `+` says the same in full, `>` agrees and says
more or less, `-` cannot stand together with its main assertion, `~` disputes a part of
it, `?` does neither. What is `+` stands to `-` and `?` as the `=` does, so a block of
ten lines gives some twenty pairs. `@` is the topic.
"""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

from bench.training.disputes.tellings import AGREE, DISPUTE, OTHER, Made

FOLDER = Path(__file__).parent / "blocks"
SIGNS = {"+": AGREE, ">": AGREE, "-": DISPUTE, "~": DISPUTE, "?": OTHER}
Block = dict[str, list[str]]  # the lines by their sign


def told_lessons() -> list[Made]:
    """Every pair of every block, by the file's name."""
    paths = sorted(FOLDER.glob("*.txt"))
    return [
        pair for path in paths for block in blocks_of(path) for pair in pairs_of(block)
    ]


def blocks_of(path: Path) -> list[Block]:
    """The blocks of a file; raises ValueError for a line that has no sign."""
    return [_block(part, path) for part in _parts(path.read_text("utf-8"))]


def _parts(text: str) -> Iterator[list[str]]:
    for part in text.split("\n\n"):
        lines = [line for line in part.splitlines() if line[:1] not in {"", "#"}]
        if lines:
            yield lines


def _block(lines: list[str], path: Path) -> Block:
    block: Block = {sign: [] for sign in ("@", "=", *SIGNS)}
    for line in lines:
        sign, _, told = line.partition(" ")
        if sign not in block or not told:
            raise ValueError(f"{path.name}: no sign before {line!r}")
        block[sign].append(told.strip())
    if len(block["="]) != 1:
        raise ValueError(f"{path.name}: a block wants one =, at {lines[0]!r}")
    return block


def pairs_of(block: Block) -> Iterator[Made]:
    """Yield every pair of a block whose label follows from its lines."""
    (anchor,) = block["="]
    for sign, label in SIGNS.items():
        yield from ((anchor, told, label) for told in block[sign])
    for one, two in combinations(block["+"], 2):
        yield one, two, AGREE
    for sign in ("-", "?"):
        for same, told in product(block["+"], block[sign]):
            yield same, told, SIGNS[sign]
