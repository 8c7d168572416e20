"""Templates into pages: everything escaped, nothing from a page trusted."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord import __version__
from onrecord.server import links, times, wording

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
PICTURES = 0x2400  # where the visible forms of control characters begin
SPACE = 0x20  # the first character that is none
SHORT = 160  # characters of a quotation in a list


@cache
def environment() -> Environment:
    """The templates with the words they speak in."""
    made = Environment(
        loader=PackageLoader("onrecord.server"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
    )
    for module in (links, times, wording):
        made.globals.update(_functions(module.__name__, vars(module)))
    made.globals.update(
        version=__version__,
        EVIDENCE=wording.EVIDENCE,
        EVIDENCE_EXPLAINED=wording.EVIDENCE_EXPLAINED,
        MODES=wording.MODES,
        TYPES=wording.TYPES,
        ZONES=wording.ZONES,
    )
    made.filters["short"] = shortened
    made.filters["percent"] = percent
    return made


def _functions(module: str, names: dict[str, object]) -> dict[str, object]:
    return {
        name: value
        for name, value in names.items()
        if getattr(value, "__module__", None) == module and callable(value)
    }


def harmless(value: object) -> object:
    """The value with characters that no reader can see made visible.

    >>> harmless("a" + chr(1) + "b")
    'a␁b'
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return CONTROLS.sub(_picture, value)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(PICTURES + code) if code < SPACE else "\ufffd"


def shortened(text: str, length: int = SHORT) -> str:
    """The text on one line, cut at a word with an ellipsis when it is long.

    >>> shortened("Rain fell all day", 10)
    'Rain fell …'
    """
    line = " ".join(text[: length * 4].split())
    if len(line) <= length:
        return line
    words = line[:length].rsplit(" ", 1)[0]
    return words.rstrip() + " …"


def percent(share: float) -> str:
    """A share of one in hundredths."""
    return f"{round(share * 100)} %"
