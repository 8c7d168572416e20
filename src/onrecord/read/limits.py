"""How much one page may hold; what exceeds it is no page of news."""

from __future__ import annotations

MAX_BYTES = 20_000_000  # the largest page taken; saved pages seldom pass 5 MB
MAX_BLOCKS = 100_000  # lines or paragraphs; long live blogs have some 5,000
MAX_ELEMENTS = 1_000_000  # in HTML, tags that open or close


class TooManyBlocks(Exception):  # noqa: N818 - caught at once, and told as InputError
    """The page has more blocks than a page has."""
