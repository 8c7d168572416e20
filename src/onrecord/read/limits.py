"""How much one page or archive may hold; what exceeds it is no news, or a trap."""

from __future__ import annotations

MAX_BYTES = 20_000_000  # the largest page taken; saved pages seldom pass 5 MB
MAX_BLOCKS = 100_000  # lines or paragraphs; long live blogs have some 5,000
MAX_ELEMENTS = 1_000_000  # in HTML, tags that open or close

# An archive may unpack to so many times its size, and always to the free amount.
# News unpacks to some 5 times its size, deflate can go to 1,032 times.
MAX_RATIO = 100
FREE_BYTES = 200_000_000  # ten pages of the largest size; read in a second or two
MAX_UNPACKED = (
    200_000_000_000  # a crawl of one night; beyond it, archives come in parts
)
MAX_DIRECTORY = 64_000_000  # bytes that list the members of a zip: half a million
MAX_DAMAGED = 100  # broken places after which the rest of an archive is given up
MAX_ITEMS = 10_000  # in a feed; publishers give 10 to 500
MAX_LINKS = 100_000  # in a list of addresses: a day's polite fetching is less
MAX_PARTS = 60  # parts of a mail that hold parts; saved pages have one or two

# Lines of a mail times its parts that hold parts: so many lines the standard library
# looks at, some half a million a second. A page of 20 MB has 300,000 lines.
MAX_MAIL_LINES = 2_000_000


class TooManyBlocks(Exception):  # noqa: N818 - caught at once, and told as InputError
    """The page has more blocks than a page has."""


class UnpacksTooFar(Exception):  # noqa: N818 - caught at once, and told as Skipped
    """The archive unpacks to far more than news does."""


class Allowance:
    """How much of an archive of this size may still be unpacked."""

    def __init__(self, packed: int) -> None:
        self.left = min(MAX_UNPACKED, max(FREE_BYTES, packed * MAX_RATIO))

    def take(self, size: int) -> None:
        """Count bytes that were unpacked; raises UnpacksTooFar beyond the limit."""
        self.left -= size
        if self.left < 0:
            raise UnpacksTooFar
