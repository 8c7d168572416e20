"""Days of other calendars by arithmetic: both Easters, Islamic, Hebrew, Persian.

The Islamic calendar here is the tabular one (civil epoch, leap years 2, 5, 7, 10, 13,
16, 18, 21, 24, 26, 29 of thirty). Lands that go by the sight of the moon are a day off,
either way. The Persian calendar follows the cycle of 33 years, which gives Iran's own
days from 1799 to 2254.
"""

from __future__ import annotations

from datetime import date, timedelta

_ISLAMIC_EPOCH = 227015  # 16 July 622 (Julian), as an ordinal of `date`
_HEBREW_EPOCH = -1373427
_ISLAMIC_YEAR = 354.367  # days
_HEBREW_AHEAD = 3761  # the Hebrew year that begins in autumn, less the civil one
_LONG_HESHVAN = frozenset({355, 385})  # days of a year whose second month has 30
_PERSIAN_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # of a cycle of 33
_NOWRUZ_OF = (2025, date(2025, 3, 21), 1404)


def easter(year: int) -> date:
    """Easter Sunday of the Western church (Gregorian computus).

    >>> easter(2000), easter(2025)
    (datetime.date(2000, 4, 23), datetime.date(2025, 4, 20))
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches (Julian computus), by the civil calendar.

    >>> orthodox_easter(2024), orthodox_easter(2025)
    (datetime.date(2024, 5, 5), datetime.date(2025, 4, 20))
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    julian_lag = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=julian_lag)


def islamic_day(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar; a day's doubt is inherent.

    >>> islamic_day(1445, 9, 1)
    datetime.date(2024, 3, 11)
    """
    months = 29 * (month - 1) + month // 2
    years = 354 * (year - 1) + (3 + 11 * year) // 30
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + years + months + day)


def islamic_years(year: int) -> range:
    """The Islamic years that meet a civil year.

    >>> list(islamic_years(2024))
    [1445, 1446]
    """
    first, last = (
        int((date(year, *edge).toordinal() - _ISLAMIC_EPOCH) / _ISLAMIC_YEAR) + 1
        for edge in ((1, 1), (12, 31))
    )
    return range(first, last + 1)


def hebrew_new_year(year: int) -> date:
    """Rosh Hashanah of a civil year's autumn; it begins on the evening before.

    >>> hebrew_new_year(2023), hebrew_new_year(2024)
    (datetime.date(2023, 9, 16), datetime.date(2024, 10, 3))
    """
    return date.fromordinal(_hebrew_ordinal(year + _HEBREW_AHEAD))


def passover(year: int) -> date:
    """The first day of Passover, which begins on the evening before.

    >>> passover(2024)
    datetime.date(2024, 4, 23)
    """
    return hebrew_new_year(year) - timedelta(days=163)


def hanukkah(year: int) -> date:
    """The first day of Hanukkah, which begins on the evening before.

    >>> hanukkah(2023), hanukkah(2024)
    (datetime.date(2023, 12, 8), datetime.date(2024, 12, 26))
    """
    first = hebrew_new_year(year)
    is_long = (hebrew_new_year(year + 1) - first).days in _LONG_HESHVAN
    return first + timedelta(days=84 if is_long else 83)


def nowruz(year: int) -> date:
    """The first day of the Persian year that begins in this civil year.

    >>> nowruz(2024), nowruz(2017)
    (datetime.date(2024, 3, 20), datetime.date(2017, 3, 21))
    """
    of_year, day, persian = _NOWRUZ_OF
    there = persian + year - of_year
    low, high = sorted((persian, there))
    leaps = sum(each % 33 in _PERSIAN_LEAP for each in range(low, high))
    days = 365 * (high - low) + leaps
    return day + timedelta(days=days if there > persian else -days)


def _hebrew_ordinal(year: int) -> int:
    before, this, after = (_moons_to(year + n) for n in (-1, 0, 1))
    too_long = 2 if after - this == 356 else 0  # noqa: PLR2004 - no year has as many
    too_short = 1 if this - before == 382 else 0  # noqa: PLR2004 - nor as few
    return _HEBREW_EPOCH + this + (too_long or too_short)


def _moons_to(year: int) -> int:
    """Days from the epoch to a year's first new moon, put off from days forbidden."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days  # noqa: PLR2004 - the rule's
