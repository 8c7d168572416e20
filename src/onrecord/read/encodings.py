"""Bytes to text: what the bytes say about themselves, else an honest guess."""

from __future__ import annotations

import codecs
import re

from resiliparse.parse.encoding import detect_encoding

from onrecord.errors import InputError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"{\\rtf", "a rich text document"),
)
# The web standard reads these labels as the wider code page.
WIDER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254",
    "iso8859-11": "cp874", "tis-620": "cp874", "euc_kr": "cp949", "gb2312": "gb18030",
    "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932",
}  # fmt: skip
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.I,
)
# Encodings of text that no page is in: reading as such turns one text into another.
UNTAKEN = frozenset({
    "utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined",
    "mbcs", "oem",
})  # fmt: skip
HEAD_BYTES = 4096  # where browsers look for a declared encoding (they stop at 1024)
LONGEST_CHARACTER = 4  # bytes of one character in UTF-8
CONTROL = bytes(range(0x20)).translate(None, b"\t\n\v\f\r\x1b")
MAX_CONTROL_SHARE = 0.002  # stray control characters happen; binary files have many
MAX_BAD_SHARE = 0.01  # bytes that are not UTF-8 in a page that is UTF-8 elsewhere
SAMPLE_BYTES = 200_000  # enough to tell an encoding
MARKUP_STARTS = (b"<!doctype html", b"<html")
NOT_A_PAGE = "save the page as HTML or text"


def decode(data: bytes, where: str, charset: str | None = None) -> tuple[str, str]:
    """The text of a page and its encoding, without a byte order mark.

    `charset` is what the server said, None when there was none. A byte order mark goes
    before it, and so do bytes that are UTF-8 throughout: no other encoding looks like
    that by chance, and servers name old encodings for new pages. Then comes what the
    server said, what the markup declares, and a guess; one that does not decode falls
    to the next. Raises InputError for what is no text, or a text cut within a
    character.
    """
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"is {what}: {NOT_A_PAGE}", where=where)
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(
                _strict(data[len(mark) :], encoding, where), where
            ), encoding
    sent = _python_name(charset) if charset else None
    if b"\0" in data and not _is_stray(data):
        return _wide(data, sent, where)
    data = data.replace(b"\0", b"")  # browsers leave them out as well
    text, encoding = _unmarked(data, sent, where)
    return _checked(text, where), encoding


def _is_stray(data: bytes) -> bool:
    """Whether a page of markup holds a NUL here and there, as broken systems write."""
    opens = data[:HEAD_BYTES].lstrip().lower().startswith(MARKUP_STARTS)
    return opens and data.count(0) <= MAX_CONTROL_SHARE * len(data)


def _wide(data: bytes, sent: str | None, where: str) -> tuple[str, str]:
    """The text of bytes with NULs, which only UTF-16 has that the server names."""
    if sent is not None and sent.startswith("utf-16"):
        encoding = "utf-16-le" if sent == "utf-16" else sent  # as browsers read it
        return _checked(_strict(data, encoding, where), where), encoding
    raise InputError(f"is binary (it holds NUL bytes): {NOT_A_PAGE}", where=where)


def _strict(data: bytes, encoding: str, where: str) -> str:
    """The text of bytes whose encoding is beyond doubt."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if len(data) - error.start < LONGEST_CHARACTER:
            raise InputError(_cut(error.start), where=where) from error
        reason = f"is not {encoding} at byte {error.start}: save the page again"
        raise InputError(reason, where=where) from error


def _unmarked(data: bytes, sent: str | None, where: str) -> tuple[str, str]:
    """The text and encoding of bytes without a byte order mark."""
    declared = _declared(data)
    for told in (sent, declared):
        if told and told.startswith("iso2022") and b"\x1b" in data:
            return _strict(data, told, where), told
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_cut(data, error, sent or declared):
            raise InputError(_cut(error.start), where=where) from error
    lenient = data.decode("utf-8", "replace")
    if _is_mostly_utf8(lenient, sent or declared):
        return lenient, "utf-8"
    return _legacy(data, (sent, declared), where)


def _declared(data: bytes) -> str | None:
    """The encoding that the markup declares, by Python's name; None when unknown."""
    match = DECLARED.search(data, 0, HEAD_BYTES)
    return _python_name(match[match.lastindex or 1].decode("ascii")) if match else None


def _python_name(label: str) -> str | None:
    """Python's name of an encoding of text; None when it knows none."""
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return None
    # Python calls hex, base64 and gzip encodings too, and reads those names in labels.
    if not found._is_text_encoding or found.name in UNTAKEN:  # noqa: SLF001 - no other way
        return None
    return WIDER.get(found.name, found.name)


def _is_cut(data: bytes, error: UnicodeDecodeError, declared: str | None) -> bool:
    """Whether UTF-8 ends within its last character and is sound before it.

    A single last byte after plain ASCII may as well be a letter of an older encoding.
    """
    if error.reason != "unexpected end of data":
        return False
    is_single = len(data) - error.start == 1
    is_told = declared == "utf-8" or not data[: error.start].isascii()
    return is_told or not is_single


def _cut(at: int) -> str:
    """The reason for bytes that end within a character."""
    return f"ends within a character at byte {at}: it was cut, copy it again"


def _is_mostly_utf8(lenient: str, declared: str | None) -> bool:
    """Whether only a few bytes of a UTF-8 page are not."""
    bad = lenient.count("�")
    good = len(lenient) - bad - _count_ascii(lenient)
    if declared == "utf-8":
        return bad <= max(good, MAX_BAD_SHARE * len(lenient))
    return bad <= MAX_BAD_SHARE * good


def _count_ascii(text: str) -> int:
    return len(text.encode("ascii", "ignore"))


def _legacy(data: bytes, told: tuple[str | None, ...], where: str) -> tuple[str, str]:
    """The text and encoding of a page older than UTF-8.

    Where none fits throughout, the first that fits but for stray bytes is taken, and
    those are shown as such.
    """
    encodings = [encoding for encoding in (*told, *_guesses(data)) if encoding]
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    for encoding in encodings:
        text = data.decode(encoding, "replace")
        if text.count("\N{REPLACEMENT CHARACTER}") <= MAX_BAD_SHARE * len(text):
            return text, encoding
    reason = "is in no encoding that can be told: save the page again as UTF-8"
    raise InputError(reason, where=where)


def _guesses(data: bytes) -> tuple[str, ...]:
    """Encodings to try, likeliest first.

    A guess that reads the bytes as Western European does is told as that: the
    commonest of several names for the same characters.
    """
    sample = data[:SAMPLE_BYTES]
    guess = detect_encoding(sample)
    try:
        name = codecs.lookup(guess).name if guess else "cp1252"
    except LookupError:
        name = "cp1252"
    name = WIDER.get(name, name)
    western = sample.decode("cp1252", "replace")
    if sample.decode(name, "replace") == western:
        return ("cp1252",)
    return (name, "gb18030") if name.startswith("gb") else (name,)


def _checked(text: str, where: str) -> str:
    """The text, if it reads as text."""
    if not text.strip():
        raise InputError("is empty: save the page again", where=where)
    data = text.encode("utf-8", "replace")
    stray = len(data) - len(data.translate(None, CONTROL))
    if stray > max(1, MAX_CONTROL_SHARE * len(text)):
        reason = f"is binary (many control characters): {NOT_A_PAGE}"
        raise InputError(reason, where=where)
    return text
