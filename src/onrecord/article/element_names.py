"""Names that content systems give to elements: closed-class words of markup."""

from __future__ import annotations

import re

WHOLE = r"(?:^|[.\-_])(?:{})(?:$|[.\-_])"
CAPTION = re.compile(
    WHOLE.format("caption|credits?|copyright|legende?|bildunterschrift")
)
AUTHOR = re.compile(WHOLE.format(r"by-?line|authors?|writer|autor\w*"))
DATE = re.compile(
    WHOLE.format(
        r"date(?:line)?|time(?:stamp)?|datepublished|published|posted|meta|datum"
        r"|pub-?date"
    )
)
PULLED = re.compile(WHOLE.format("pull-?quotes?|quote-?pull|callout-?quote"))
