"""When a watched address is asked next: often while it is fresh, then ever less."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from onrecord.model import Answer

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LONGEST = 30 * DAY  # an old page is still looked at so often
LONGEST_FEED = DAY  # however long a feed fails, or says that it stays the same
FIRST_RETRY = timedelta(minutes=15)
LATER = 4  # times as long after every failure: what a site refuses it seldom grants
MAX_STEPS = 8  # more only make numbers too large to count with
SPREAD = 0.1  # of an interval: addresses found together are not asked together
MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})", re.I)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often feeds are asked, and how soon a new page is looked at again.

    `recapture` None: pages are fetched once and never again.
    """

    every: timedelta = HOUR
    recapture: timedelta | None = 3 * HOUR

    def feed_at(self, url: str, now: datetime, answer: Answer | None) -> datetime:
        """When to ask a feed again, after it answered; `answer` None: unchanged.

        A feed that says for how long it stays the same is not asked before.
        """
        said = timedelta(0)
        if answer is not None:
            found = MAX_AGE.search(answer.header("cache-control") or "")
            said = timedelta(seconds=int(found[1])) if found else said
        return now + _spread(url, max(self.every, min(said, LONGEST_FEED)))

    def page_at(self, url: str, now: datetime, added_at: datetime) -> datetime:
        """When to look at a page again: after half its age, within bounds."""
        shortest = self.recapture or LONGEST
        half_its_age = (now - added_at) / 2
        return now + _spread(url, min(max(shortest, half_its_age), LONGEST))

    def feed_retry_at(self, url: str, now: datetime, failures: int) -> datetime:
        """When to ask a feed again that failed so many times in a row."""
        wait = self.every * 2 ** min(failures - 1, MAX_STEPS)
        return now + _spread(url, max(self.every, min(wait, LONGEST_FEED)))

    def page_retry_at(self, url: str, now: datetime, failures: int) -> datetime:
        """When to ask a page again that failed so many times in a row."""
        wait = FIRST_RETRY * LATER ** min(failures - 1, MAX_STEPS)
        return now + _spread(url, min(wait, LONGEST))


def _spread(url: str, interval: timedelta) -> timedelta:
    """The interval, longer by up to a tenth: always the same for one address."""
    share = hashlib.sha256(url.encode(errors="replace")).digest()[0] / 255
    return interval * (1 + SPREAD * share)
