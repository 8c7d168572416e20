"""How bytes came over the network: part of their capture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What one server answered: the address asked, the status, the headers.

    `headers` are as sent, in order, names in lower case.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]

    def header(self, name: str) -> str | None:
        """The first value of this header; `name` in lower case.

        >>> Answer("https://a.example/", 200, (("etag", '"1"'),)).header("etag")
        '"1"'
        """
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Fetched:
    """Every answer from the address that was named to the page.

    Redirects come first, in the order they were followed; the last answer gave the
    bytes. A page out of a web archive has one answer, the archived one.
    """

    answers: tuple[Answer, ...]

    @property
    def last(self) -> Answer:
        """The answer that gave the bytes."""
        return self.answers[-1]
