"""Saved pages in the form of mail (MHTML, .mht), and mails with news in them.

The capture's bytes are the page itself, as the mail's part decodes to it (base64 and
quoted-printable are taken off), and not the mail around it with its images.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.model import Source
from onrecord.read.limits import MAX_MAIL_LINES, MAX_PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from onrecord.read.given import Given
    from onrecord.read.thing import Thing

HEADER = re.compile(rb"(?:From [^\r\n]{0,200}\r?\n)?[A-Za-z][A-Za-z0-9-]{1,60}:")
HEADERS_END = re.compile(rb"\r?\n\r?\n")
# Headers that only mail has; a saved text may well open with "From: ... Date: ...".
MAIL_ALONE = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Snapshot-Content-Location)[ \t]*:",
    re.I | re.M,
)
MAIL_SUFFIXES = (".eml", ".mht", ".mhtml")
LOOKED_AT = 65_536  # bytes; headers of much-forwarded mail fill 20,000
# Parameters take the standard library as long as the square of their number.
ENDLESS_HEADER = re.compile(
    rb"^Content-(?:Type|Disposition|ID|Location)[ \t]*:(?:[^\r\n]|\r?\n[ \t]){5000}",
    re.I | re.M,
)
NESTING = re.compile(rb"boundary\s*=|message/(?:rfc822|global)", re.I)


def is_mail(data: bytes, name: str) -> bool:
    """Whether these bytes are a mail or a page saved as one."""
    head = data[:LOOKED_AT].lstrip(b"\xef\xbb\xbf\r\n \t")
    if not HEADER.match(head):
        return False
    end = HEADERS_END.search(head)
    headers = head[: end.start()] if end else head
    return bool(MAIL_ALONE.search(headers)) or name.lower().endswith(MAIL_SUFFIXES)


def mail_source(thing: Thing, data: bytes, given: Given) -> Source:
    """The page in a mail: its root HTML part, else its text.

    Of a saved page the part says where it came from, and the mail's date when it was
    saved; the date of other mails is when they were sent, which is no capture. Raises
    InputError when there is no page in it.
    """
    holders = len(NESTING.findall(data))
    if holders > MAX_PARTS or data.count(b"\n") * (holders + 1) > MAX_MAIL_LINES:
        raise InputError("has more parts or lines than a page", where=thing.name)
    if ENDLESS_HEADER.search(data):
        raise InputError("has a header without end", where=thing.name)
    try:
        mail = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n \t"))
        part = _page_part(mail)
    except RecursionError as error:
        raise InputError("is a mail nested too deep", where=thing.name) from error
    page = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(page, bytes) or not page.strip():
        reason = "is a mail without a page: save the page as HTML"
        raise InputError(reason, where=thing.name)
    address = _address(part, mail)
    return Source(
        name=thing.name,
        data=page,
        how="archive",
        url=address or given.url,
        outlet=given.outlet,
        captured_at=(_saved_at(mail) if address else None) or given.captured_at,
        charset=_charset(part),
    )


def _page_part(mail: Message) -> Message | None:
    """The part that is the page: the root that is named, HTML, or text."""
    parts = list(mail.walk())
    start = _parameter(mail, "start").strip("<> ")
    html = [
        part for part in parts if _is_page(part, "text/html", "application/xhtml+xml")
    ]
    for part in html:
        if start and _header(part, "Content-ID").strip("<> ") == start:
            return part
    text = (part for part in parts if _is_page(part, "text/plain"))
    return html[0] if html else next(text, None)


def _is_page(part: Message, *types: str) -> bool:
    """Whether a part is of such a type, and no file sent along."""
    disposition = _header(part, "Content-Disposition").strip().lower()
    is_shown = not disposition.startswith("attachment")
    return part.get_content_type() in types and is_shown and not part.is_multipart()


def _address(part: Message, mail: Message) -> str | None:
    """Where the page was saved from; None for a mail that is no saved page."""
    for given in _addresses(part, mail):
        address = "".join(given.split())  # long headers are folded
        if address.lower().startswith(("http://", "https://")):
            return address
    return None


def _addresses(part: Message, mail: Message) -> Iterator[str]:
    yield _header(part, "Content-Location")
    yield _header(mail, "Snapshot-Content-Location")
    yield _header(mail, "Content-Location")


def _saved_at(mail: Message) -> datetime | None:
    """When a page was saved, in UTC; None when no zone or no time is given."""
    try:
        saved = parsedate_to_datetime(_header(mail, "Date"))
        return saved.astimezone(UTC) if saved.tzinfo else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None  # what the standard library raises for odd and huge numbers


def _header(part: Message, name: str) -> str:
    """A header as text, empty when there is none."""
    return str(part.get(name, ""))


def _parameter(part: Message, name: str) -> str:
    """A parameter of the content type as text, empty when there is none."""
    value = part.get_param(name, "")
    return value if isinstance(value, str) else ""


def _charset(part: Message) -> str | None:
    """The encoding that the part's content type names."""
    value = _parameter(part, "charset").strip().strip("'\"")
    return value if value.isascii() and value else None
