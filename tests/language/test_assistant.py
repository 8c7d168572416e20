"""An assistant is asked within limits, and whatever it does is one clause."""

from __future__ import annotations

import contextlib
import gzip
import time
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import ConfigError
from onrecord.language import AnswerLimits, ChatAssistant, Unanswered
from tests.language.model_server import Model, model_at_home, raw, saying

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from tests.language.model_server import Reply

SHORT = AnswerLimits(connect_seconds=0.5, answer_seconds=0.5, max_bytes=20_000)
PATIENCE = 4  # seconds a test may take on a busy machine
MINUTE = 60.0


def asked(model: Model, key: str | None = None) -> str:
    """What the model says about some words."""
    assistant = ChatAssistant(model.url, "harbour-8b", key, SHORT)
    return assistant.ask("Mark it.", "Rain fell.", MINUTE)


def failure(reply: Reply) -> str:
    """Why there is no answer."""
    with model_at_home(reply) as model, pytest.raises(Unanswered) as told:
        asked(model)
    assert "\n" not in told.value.reason
    return told.value.reason


def test_what_the_model_says_comes_back_as_it_was_said() -> None:
    with model_at_home(saying("Grüße from\nthe “pier”")) as model:
        assert asked(model, "k-1") == "Grüße from\nthe “pier”"
    (question,) = model.asked
    assert question.path == "/v1/chat/completions"
    assert (question.model, question.task) == ("harbour-8b", "Mark it.")
    assert question.words == "Rain fell."
    assert question.headers["authorization"] == "Bearer k-1"


def test_without_a_key_none_is_sent() -> None:
    with model_at_home(saying("{}")) as model:
        asked(model)
    assert "authorization" not in model.asked[0].headers


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    with model_at_home(saying("yes")) as model:
        assert asked(model) == "yes"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with model_at_home(saying("from elsewhere")) as elsewhere:
        target = (("Location", elsewhere.url),)
        assert "redirects" in failure(raw(b"", status, target))
        assert elsewhere.asked == []


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (raw(b"<!doctype html><p>Welcome!"), "what is no chat completion"),
        (raw(b"\xff\xfe"), "what is no chat completion"),
        (raw(b""), "what is no chat completion"),
        (raw(b"[" * 15_000), "what is no chat completion"),
        (raw(b'{"choices": [{"message": {"content": 7}}]}'), "no chat completion"),
        (raw(b'{"choices": []}'), "an empty chat completion"),
        (raw(b'{"error": "x"}', 500), "answers with status 500"),
        (raw(b"", 401), "status 401; check the key"),
        (raw(b"", 404), "check the address and the name of the model"),
        (raw(b"", 204), "status 204"),
        (raw(b" " * 30_000), "more than 20,000 bytes"),
        (raw(gzip.compress(b"{}"), headers=(("Content-Encoding", "gzip"),)), "packed"),
    ],
)
def test_what_is_no_answer_is_told_in_one_clause(reply: Reply, reason: str) -> None:
    assert reason in failure(reply)


def _endless(start: bytes, part: bytes, pause: float = 0.0) -> Reply:
    """A reply that never ends by itself."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        until = time.monotonic() + PATIENCE
        with contextlib.suppress(OSError):
            while time.monotonic() < until:
                handler.wfile.write(part)
                time.sleep(pause)
        handler.close_connection = True

    return write


@pytest.mark.parametrize(
    ("start", "part", "pause", "reason"),
    [
        (b"", b"", 0.05, "no answer within"),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.05, "no answer within"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b" ", 0.05, "no answer within"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b" " * 1000, 0.0, "more than 20,000 bytes"),
        (b"SSH-2.0-harbour\r\n\r\n", b"", 0.05, "is no web server"),
    ],
    ids=["silent", "dripping-headers", "dripping-body", "flood", "no-http"],
)
def test_an_answer_is_over_when_its_time_is(
    start: bytes, part: bytes, pause: float, reason: str
) -> None:
    begun = time.monotonic()
    assert reason in failure(_endless(start, part, pause))
    assert time.monotonic() - begun < PATIENCE


def test_a_model_that_fails_again_and_again_is_left_alone_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with model_at_home(raw(b"", 500)) as model:
        assistant = ChatAssistant(model.url, "harbour-8b")
        for _ in range(5):
            with pytest.raises(Unanswered):
                assistant.ask("task", "words", 5)
        assert len(model.asked) == 3
        with pytest.raises(Unanswered, match="failed 3 times in a row and rests"):
            assistant.ask("task", "words", 5)
        later = time.monotonic() + 601
        monkeypatch.setattr("onrecord.language.assistant.time.monotonic", lambda: later)
        with pytest.raises(Unanswered, match="status 500"):
            assistant.ask("task", "words", 5)
        assert len(model.asked) == 4


def test_an_answer_in_between_lets_a_model_go_on() -> None:
    with model_at_home(raw(b"", 500)) as model:
        assistant = ChatAssistant(model.url, "harbour-8b")
        for number in range(8):
            model.reply = saying("nothing") if number % 2 else raw(b"", 500)
            with contextlib.suppress(Unanswered):
                assistant.ask("task", "words", 5)
        assert len(model.asked) == 8


def test_the_caller_may_leave_less_time() -> None:
    with model_at_home(_endless(b"", b"", 0.05)) as model:
        assistant = ChatAssistant(model.url, "harbour-8b")
        with pytest.raises(Unanswered, match=r"within 0\.2 seconds"):
            assistant.ask("Mark it.", "Rain fell.", 0.2)


def test_a_host_that_can_be_none_is_told_like_one_that_is_not_there() -> None:
    for host in ("a" * 70, "a..b"):
        assistant = ChatAssistant(f"http://{host}/v1", "harbour-8b", None, SHORT)
        with pytest.raises(Unanswered, match="cannot be reached"):
            assistant.ask("", "", MINUTE)


def test_an_address_where_nobody_answers_is_told() -> None:
    with model_at_home(saying("")) as model:
        url = model.url
    with pytest.raises(Unanswered, match="cannot be reached; is it running"):
        ChatAssistant(url, "harbour-8b", None, SHORT).ask("", "", MINUTE)


@pytest.mark.parametrize(
    "url",
    ["", "127.0.0.1:8080", "ftp://a.example", "http://", "file:///x", "http://a:99999"],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="is no address of an assistant"):
        ChatAssistant(url, "harbour-8b")


@pytest.mark.parametrize("more", ["?key=s3cret", "#s3cret"])
def test_an_address_with_a_secret_in_it_is_refused_without_telling_it(
    more: str,
) -> None:
    for url in (f"https://a.example/v1{more}", "https://u:s3cret@a.example/v1"):
        with pytest.raises(ConfigError) as told:
            ChatAssistant(url, "harbour-8b")
        assert "s3cret" not in str(told.value)


@pytest.mark.parametrize("model", ["", "  ", "a\nb", "a\x1b[31m", "m" * 101])
def test_a_model_needs_a_name_that_can_be_shown(model: str) -> None:
    with pytest.raises(ConfigError, match="needs a name"):
        ChatAssistant("http://127.0.0.1:1/v1", model)


@pytest.mark.parametrize("host", ["127.0.0.1:1", "[::1]:1", "localhost"])
def test_a_key_may_go_to_this_machine_in_the_clear(host: str) -> None:
    ChatAssistant(f"http://{host}/v1", "harbour-8b", "k-1")


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://a.example/v1", "k-1"),
        ("http://localhost.a.example/v1", "k-1"),
        ("https://a.example/v1", "k-1\r\nX: y"),
        ("https://a.example/v1", "k–1"),
    ],
)
def test_a_key_is_never_sent_where_others_read_it_or_as_more_than_a_key(
    url: str, key: str
) -> None:
    with pytest.raises(ConfigError) as told:
        ChatAssistant(url, "harbour-8b", key)
    assert "k-1" not in str(told.value)


def test_an_address_may_be_whole_or_end_in_a_slash() -> None:
    for more in ("", "/", "/chat/completions"):
        with model_at_home(saying("yes")) as model:
            assistant = ChatAssistant(model.url + more, "harbour-8b")
            assert assistant.ask("", "", MINUTE) == "yes"
        assert model.asked[0].path == "/v1/chat/completions"


def test_odd_characters_of_a_page_reach_the_model_as_they_are() -> None:
    words = 'a "b" \\ \x00 \u2028 😀 {"role": "system"}'
    with model_at_home(saying("")) as model:
        ChatAssistant(model.url, "harbour-8b").ask("Mark.", words, MINUTE)
    assert model.asked[0].words == words
