"""Train the zone classifier: `python -m bench.training.zones EXTRACTION_FOLDER`.

Writes src/onrecord/data/zone_weights.npz, its hash into the code, and the weights
without each fold. Takes some minutes; needs `pip install torch==2.13.0`.
"""

import hashlib
import re
import sys
from pathlib import Path

from bench.harness import PROJECT
from bench.training.zones.folds import FOLDS, LEARNED, fold_of, weights_file
from bench.training.zones.learning import fit
from bench.training.zones.pages import Lesson, read_lessons

_SHIPPED = PROJECT / "src" / "onrecord" / "data" / "zone_weights.npz"
_CODE = PROJECT / "src" / "onrecord" / "article" / "zoning" / "network.py"


def main(arguments: list[str]) -> None:
    """Train all weights, or only those that are named: "all", or a fold's number."""
    folder, *wanted = arguments
    lessons = list(read_lessons(Path(folder)))
    for name in wanted or ["all", *map(str, range(FOLDS))]:
        _train(name, lessons)


def _train(name: str, lessons: list[Lesson]) -> None:
    if name == "all":
        data = fit(lessons)
        _SHIPPED.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        code = _CODE.read_text("utf-8")
        code = re.sub(r'(WEIGHTS_SHA256 = )"\w{64}"', rf'\1"{digest}"', code)
        _CODE.write_text(code, encoding="utf-8")
        learned = sorted({lesson.id for lesson in lessons})
        LEARNED.write_text("\n".join(learned) + "\n", encoding="utf-8")
    else:
        left = [lesson for lesson in lessons if fold_of(lesson.site) != int(name)]
        weights_file(int(name)).write_bytes(fit(left))
    print(f"trained: {name}", flush=True)  # noqa: T201 - the progress


if __name__ == "__main__":
    main(sys.argv[1:])
