"""Listening on this machine alone."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import ConfigError, RecordError
from onrecord.server import make_app, serve
from onrecord.server.serving import address_of, listen

if TYPE_CHECKING:
    from pathlib import Path


def test_a_taken_port_is_refused_in_one_line() -> None:
    with closing(listen(0)) as listener:
        listener.listen()
        port = listener.getsockname()[1]
        with pytest.raises(ConfigError, match=f"port {port} cannot be had") as refusal:
            listen(port)
    assert "--port" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_only_this_machine_is_listened_to() -> None:
    with closing(listen(0)) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"
        assert address_of(listener).startswith("http://127.0.0.1:")


def test_a_port_that_is_no_port_is_refused() -> None:
    with pytest.raises(ConfigError, match="port 99999999 cannot be had"):
        listen(99_999_999)


def test_a_missing_record_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"):
        make_app(tmp_path / "none.db")
    with pytest.raises(RecordError, match="there is no record"):
        serve(tmp_path / "none.db", port=0)
    assert list(tmp_path.iterdir()) == []
