"""An assistant model behind an OpenAI-compatible address, asked only when named.

It sees words of pages, which may say anything, and may answer anything: what it
answers is read as data, and nothing in it is believed that does not stand in the page.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import TYPE_CHECKING, Protocol

import msgspec

from onrecord.errors import ConfigError
from onrecord.language.answers import AnswerLimits, Unanswered

if TYPE_CHECKING:
    import httpx

COMPLETIONS = "/chat/completions"
PORTS = range(1, 65536)
FAILURES, REST_SECONDS = 3, 600.0  # in a row without an answer: the pause that follows
LONGEST_NAME = 100  # characters of a model's name: it stands beside every proposal


class Assistant(Protocol):
    """Answers a question about words; slow, and now and then not at all."""

    @property
    def model(self) -> str:
        """The model's name: part of every run, and beside all that it proposed."""
        ...

    def ask(self, task: str, words: str, at_most_seconds: float) -> str:
        """What it answers when given the task and the words, exactly as it came.

        Raises Unanswered when nothing of use came in time.
        """
        ...


@dataclass(frozen=True, slots=True)
class _Message:
    content: str


@dataclass(frozen=True, slots=True)
class _Choice:
    message: _Message


@dataclass(frozen=True, slots=True)
class _Completion:
    """The part of a chat completion that is read."""

    choices: tuple[_Choice, ...]


class ChatAssistant:
    """A model at an address that speaks the form of OpenAI's chat completions."""

    def __init__(
        self,
        url: str,
        model: str,
        key: str | None = None,
        limits: AnswerLimits | None = None,
    ) -> None:
        """`url` up to and with its version: http://127.0.0.1:8080/v1.

        Nothing is reached yet. Raises ConfigError for what is no such address, model
        or key, and for a key that would go over a network in the clear.
        """
        self._url = _url(url)
        self.model = _model(model)
        self._key = _key(key, self._url) if key else None
        self._limits = limits or AnswerLimits()
        self._failed, self._rests_until = 0, 0.0

    def ask(self, task: str, words: str, at_most_seconds: float) -> str:
        """What it answers when given the task and the words, exactly as it came.

        After three questions in a row without an answer of use it is left alone for
        ten minutes: one that hangs must not cost its time on every page.
        """
        if time.monotonic() < self._rests_until:
            raise Unanswered(f"failed {FAILURES} times in a row and rests")
        try:
            answer = self._answer(task, words, at_most_seconds)
        except Unanswered:
            self._failed += 1
            if self._failed >= FAILURES:
                self._failed, self._rests_until = 0, time.monotonic() + REST_SECONDS
            raise
        self._failed = 0
        return answer

    def _answer(self, task: str, words: str, at_most_seconds: float) -> str:
        from onrecord.language.post import post  # noqa: PLC0415 - see _url

        said = [("system", task), ("user", words)]
        question = {
            "model": self.model,
            "messages": [{"role": role, "content": text} for role, text in said],
            "temperature": 0,
            "stream": False,
        }
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key is not None:
            headers["Authorization"] = f"Bearer {self._key}"
        seconds = min(at_most_seconds, self._limits.answer_seconds)
        limits = replace(self._limits, answer_seconds=seconds)
        body = msgspec.json.encode(question)
        return _content(post(self._url, headers, body, limits))


def _content(body: bytes) -> str:
    """The words of the first choice; raises Unanswered when there are none."""
    try:
        completion = msgspec.json.decode(body, type=_Completion)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unanswered("answers with what is no chat completion") from error
    if not completion.choices:
        raise Unanswered("answers with an empty chat completion")
    return completion.choices[0].message.content


def _url(given: str) -> httpx.URL:
    """Where to send questions; raises ConfigError for what is no such address."""
    import httpx  # noqa: PLC0415 - the network's parts load when an assistant is named

    said = f"{given or repr(given)}: is no address of an assistant"
    try:
        url = httpx.URL(given)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise ConfigError(f"{said} ({error})") from error
    is_port = url.port is None or url.port in PORTS
    if url.scheme not in {"http", "https"} or not url.host or not is_port:
        raise ConfigError(f"{said}; write it as http://127.0.0.1:8080/v1")
    if url.userinfo or url.query or url.fragment:
        raise ConfigError(
            "the assistant's address carries a password, query or fragment; "
            "write it without, and a key into ONRECORD_ASSISTANT_KEY"
        )
    path = url.path.rstrip("/").removesuffix(COMPLETIONS)
    return url.copy_with(path=path + COMPLETIONS)


def _model(name: str) -> str:
    """The model's name; raises ConfigError for one that cannot be shown."""
    if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
        raise ConfigError(
            f"the assistant's model needs a name of 1 to {LONGEST_NAME} printable "
            f"characters: --assistant-model or ONRECORD_ASSISTANT_MODEL"
        )
    return name.strip()


def _key(key: str, url: httpx.URL) -> str:
    """The key; raises ConfigError when it cannot be sent, or not safely."""
    if not key.isascii() or not key.isprintable() or " " in key:
        raise ConfigError("ONRECORD_ASSISTANT_KEY is no key: it holds odd characters")
    if url.scheme == "http" and not _is_here(url.host):
        raise ConfigError(
            "the assistant's key would go over the network for all to read; "
            "write its address with https://"
        )
    return key


def _is_here(host: str) -> bool:
    """Whether a host is this very machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
