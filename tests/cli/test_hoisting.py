"""Global options may stand anywhere on the line."""

from __future__ import annotations

import pytest

from onrecord.cli.app import hoisted
from onrecord.errors import ConfigError


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["claims", "--json"], ["--json", "claims"]),
        (["who", "--record=a.db", "Qan"], ["--record=a.db", "who", "Qan"]),
        (["add", "x", "--record", "a.db"], ["--record", "a.db", "add", "x"]),
        (["--json", "claims", "--limit", "3"], ["--json", "claims", "--limit", "3"]),
        (["search", "--", "--json"], ["search", "--", "--json"]),
    ],
)
def test_global_options_move_before_the_command(
    given: list[str], expected: list[str]
) -> None:
    assert hoisted(given) == expected


def test_an_option_without_its_value_is_refused() -> None:
    with pytest.raises(ConfigError, match="--record needs a value"):
        hoisted(["claims", "--record"])
