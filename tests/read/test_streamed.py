"""Pages that were sent in pieces."""

from __future__ import annotations

import pytest

from onrecord.model import Source
from onrecord.read import read_source

PAGE = (
    "<html><body><header>The Harbour Post</header>"
    '<main><template id="B:0"></template><p>Loading</p></main>'
    "<footer>Imprint</footer>{rest}</body></html>"
)


def read(rest: str) -> list[str]:
    """The lines of the page with this after its footer."""
    html = PAGE.format(rest=rest)
    page = read_source(Source("a.html", html.encode(), "file")).page
    return [block.span.of(page.text) for block in page.blocks]


def test_a_late_part_is_read_where_it_is_shown() -> None:
    lines = read('<div hidden id="S:0"><p>Rain fell on Vorrin.</p></div>')
    assert lines.index("Rain fell on Vorrin.") < lines.index("Imprint")


def test_a_script_says_which_part_goes_where() -> None:
    part = '<div hidden id="S:7"><p>Rain fell on Vorrin.</p></div>'
    assert "Rain fell on Vorrin." not in read(part)
    assert "Rain fell on Vorrin." in read(part + '<script>$RC("B:0","S:7")</script>')


def test_a_part_of_a_part_finds_its_gap() -> None:
    lines = read(
        '<div hidden id="S:0"><p>First.</p><template id="P:1"></template></div>'
        '<div hidden id="S:1"><p>Second.</p></div>'
    )
    assert lines.index("First.") + 1 == lines.index("Second.")


@pytest.mark.parametrize(
    "rest",
    [
        '<div hidden id="S:4"><p>Never shown.</p></div>',
        '<div hidden id="cookies"><p>Never shown.</p></div>',
        '<div hidden id="S:2"><p>Never shown.</p><template id="P:2"></template></div>',
    ],
)
def test_what_no_gap_waits_for_stays_hidden(rest: str) -> None:
    assert "Never shown." not in read(rest)


def test_words_after_a_part_stay_where_they_are() -> None:
    lines = read('<div hidden id="S:0"><p>Rain.</p></div>The end.')
    assert lines[-1] == "The end."
