"""A real Chromium, and a server for it to look at."""

from __future__ import annotations

import os
import shutil
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.server.app import app_over
from onrecord.server.serving import address_of, listen, server_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from onrecord.server.archive import Archive

CHROMIUM = shutil.which("chromium")
IS_REQUIRED = os.environ.get("ONRECORD_REQUIRE_BROWSER") == "1"
QUIET = [
    "--no-sandbox",  # CI runs as root, where Chromium's sandbox cannot start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 10.0


@contextmanager
def shown(archive: Archive) -> Iterator[str]:
    """The archive behind a server of its own; gives its address without a slash."""
    listener = listen(0)
    server = server_over(app_over(archive))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        until = time.monotonic() + START_SECONDS
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        yield address_of(listener).rstrip("/")
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


class Watched:
    """What a browser did that it should not: console errors, requests elsewhere."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        """Watch every page of the context."""
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        context.on("console", lambda message: self._note(message.type, message.text))
        context.on("weberror", lambda error: self._note("error", str(error.error)))
        context.on("request", lambda request: self._seen(request.url, address))

    def _note(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.errors.append(text)

    def _seen(self, url: str, address: str) -> None:
        if not url.startswith(address + "/"):
            self.elsewhere.append(url)
