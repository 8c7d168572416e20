"""Why an address is not fetched; told to the user as `Skipped`."""

from __future__ import annotations

SAVE_IT = "save the page by hand and add the file with --url"


class Refused(Exception):  # noqa: N818 - caught at once, and told as Skipped
    """Something on the way forbids the fetch, or it failed; `reason` says what."""

    def __init__(self, reason: str) -> None:
        """Keep the reason: a clause that follows the address."""
        super().__init__(reason)
        self.reason = reason


class Unreachable(Refused):
    """The whole site cannot or must not be reached, whatever the address in it."""
