"""Small archives, feeds and mails about invented things, for the fuzz run and tests."""

import base64
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence

WORDS = (
    "The harbour of Oldmouth was closed on Friday after a ferry struck the northern "
    "pier, the port authority said. Seven people were hurt, two of them badly. "
    "“We had no warning at all,” said Mara Quill, who runs the fish market. "
)
PARAGRAPH = f"<p>{WORDS * 4}</p>"
PAGE = (
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry strikes "
    f"pier</title></head><body><h1>Ferry strikes pier</h1>{PARAGRAPH * 3}</body></html>"
)
DATE = "2024-05-03T10:15:00Z"
HTML = "text/html; charset=utf-8"


def http_answer(
    body: bytes, *, status: str = "200 OK", headers: Mapping[str, str] | None = None
) -> bytes:
    """The bytes of an HTTP answer with this body."""
    told = {"Content-Type": HTML} | dict(headers or {})
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def in_chunks(body: bytes, size: int = 100) -> bytes:
    """A body as a server sends it in chunks."""
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"


def record(
    address: str,
    block: bytes,
    *,
    kind: str = "response",
    length: int | None = None,
    more: Mapping[str, str] | None = None,
) -> bytes:
    """The bytes of a record of a web archive; `length` is what it says of itself."""
    headers = {
        "WARC-Type": kind,
        "WARC-Target-URI": address,
        "WARC-Date": DATE,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000000>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block) if length is None else length),
    } | dict(more or {})
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def page_record(
    address: str, page: str | bytes = PAGE, *, length: int | None = None
) -> bytes:
    """A record with the answer that has this page."""
    body = page.encode() if isinstance(page, str) else page
    return record(address, http_answer(body), length=length)


def digest(block: bytes) -> str:
    """The check sum of a block as web archives write it."""
    told = hashlib.sha1(block, usedforsecurity=False).digest()
    return "sha1:" + base64.b32encode(told).decode()


def packed(records: Sequence[bytes]) -> bytes:
    """Records as members of a gzip file, each by itself."""
    return b"".join(gzip.compress(item, mtime=0) for item in records)


def zipped(
    members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A zip archive with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, data)
    return file.getvalue()


def wacz(archive: bytes, told: str | None = None) -> bytes:
    """A WACZ with one web archive, and the check sum told of it."""
    path = "archive/data.warc.gz"
    told = told or "sha256:" + hashlib.sha256(archive).hexdigest()
    package = json.dumps({"resources": [{"path": path, "hash": told}]})
    members: dict[str, str | bytes] = {
        path: archive,
        "datapackage.json": package,
        "indexes/index.cdx": "x",
    }
    return zipped(members, zipfile.ZIP_STORED)


def rss(items: str, prologue: str = "<?xml version='1.0' encoding='UTF-8'?>") -> str:
    """An RSS feed with these items."""
    return (
        f"{prologue}<rss version='2.0' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:media='http://search.yahoo.com/mrss/'>"
        "<channel><title>The Harbour Post</title><language>en-gb</language>"
        f"<link>https://post.example/</link>{items}</channel></rss>"
    )


def rss_item(link: str, description: str, full: str = "") -> str:
    """One item of an RSS feed."""
    content = f"<content:encoded><![CDATA[{full}]]></content:encoded>" if full else ""
    return (
        f"<item><title>Ferry strikes pier</title><link>{link}</link>"
        "<pubDate>Fri, 03 May 2024 10:15:00 +0300</pubDate>"
        "<dc:creator>Ada Reed</dc:creator><media:title>A picture</media:title>"
        f"<description><![CDATA[{description}]]></description>{content}</item>"
    )


def atom(entries: str) -> str:
    """An Atom feed with these entries."""
    return (
        "<?xml version='1.0' encoding='utf-8'?>"
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' "
        "xml:base='https://post.example/news/'><title>The Harbour Post</title>"
        f"{entries}</feed>"
    )


def mhtml(page: str = PAGE, location: str = "https://post.example/ferry") -> bytes:
    """A page as browsers save it in one file, an image beside it."""
    body = base64.encodebytes(page.encode()).decode()
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {location}\r\n"
        "Subject: Ferry strikes pier\r\nDate: Fri, 3 May 2024 10:15:00 +0300\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="=_x"\r\n\r\n'
        "--=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://post.example/a.png\r\n\r\niVBORw0KGgo=\r\n"
        "--=_x\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: base64\r\n"
        f"Content-Location: {location}\r\n\r\n{body}\r\n--=_x--\r\n"
    ).encode()


def newsletter(page: str = PAGE) -> bytes:
    """A mail with text and HTML."""
    return (
        "Received: by mail.example; Fri, 3 May 2024 10:15:00 +0300\r\n"
        "From: The Harbour Post <news@post.example>\r\nSubject: Today\r\n"
        "Date: Fri, 3 May 2024 10:15:00 +0300\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/alternative; boundary="=_y"\r\n\r\n'
        f"--=_y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{WORDS}\r\n"
        f"--=_y\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--=_y--\r\n"
    ).encode()
