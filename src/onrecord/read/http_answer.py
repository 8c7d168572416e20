"""An archived HTTP message to the answer it tells and the bytes of its body.

Parsed here, because fastwarc wants every line to end as the standard says and gives
one with a bare line end, which writers of archives leave, as headers without a body.
"""

from __future__ import annotations

import re

from onrecord.model import Answer

STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?!\d)[^\r\n]*\r?\n")
HEADERS_END = re.compile(rb"\r?\n\r?\n")
FOLDED = re.compile(r"\r?\n[ \t]+")
MAX_HEADERS = 65_536  # bytes of status and headers; servers refuse less


def split_answer(block: bytes, address: str) -> tuple[Answer, int] | None:
    """The answer and where its body starts; None for what is no HTTP answer."""
    status = STATUS.match(block)
    if status is None:
        return None
    end = HEADERS_END.search(block, status.end() - 2, MAX_HEADERS)
    if end is None:
        return None
    lines = FOLDED.sub(" ", block[status.end() : end.start()].decode("latin-1"))
    headers = tuple(
        (name.strip().lower(), value.strip())
        for name, mark, value in (line.partition(":") for line in lines.splitlines())
        if mark and name.strip()
    )
    return Answer(address, int(status[1]), headers), end.end()
