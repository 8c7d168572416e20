"""When two places are one: the address by which captures of one page are grouped.

What a capture came from is kept as given; the address is only what it is compared
by. It is careful: two places that might be two pages keep two addresses.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

DEFAULT_PORTS = {"http": ":80", "https": ":443"}
TRACKING = re.compile(
    r"(utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid"
    r"|igshid|mc_cid|mc_eid|_hsenc|_hsmi)(=.*)?",
    re.IGNORECASE | re.DOTALL,
)  # added by mailings, advertisements and networks; no page is told by them
ROUTES = ("!", "/")  # fragments that begin so name a page, others a place in it


def address_of(where: str) -> str:
    """The place in the form it is compared by; what is no web address stays as it is.

    Scheme and host in lower case, no default port, no fragment, no parameters that
    only track who came from where. Everything else may tell pages apart. The record
    keeps what this gives: a change here needs a migration.

    >>> address_of("HTTPS://News.Example:443/a?id=7&utm_source=mail#top")
    'https://news.example/a?id=7'
    >>> address_of("/pages/ferry.html")
    '/pages/ferry.html'
    """
    try:
        parts = urlsplit(where)
    except ValueError:
        return where
    if parts.scheme not in DEFAULT_PORTS or not parts.netloc:
        return where
    kept = parts._replace(
        netloc=_host(parts),
        path=parts.path or "/",
        query=_query(parts.query),
        fragment=parts.fragment if parts.fragment.startswith(ROUTES) else "",
    )
    return kept.geturl()


def _host(parts: SplitResult) -> str:
    user, mark, host = parts.netloc.rpartition("@")
    return user + mark + host.lower().removesuffix(DEFAULT_PORTS[parts.scheme])


def _query(query: str) -> str:
    return "&".join(part for part in query.split("&") if not TRACKING.fullmatch(part))
