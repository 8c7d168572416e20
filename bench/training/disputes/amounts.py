"""Pairs about how many: figures of one thing or of two, and shares of a whole."""

from bench.training.disputes.tellings import AGREE, DISPUTE, OTHER, Made, Teller

SMALL, LARGE = 20, 1000  # numbers from there on are mostly round
BARE = 5  # of twelve figures have no "about" or "at least"
ONES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def figure(tell: Teller) -> Made:
    """How many of a thing; ranges that exclude, hold or merely overlap."""
    (thing, done, aside), (other, done2, _) = tell.chance.sample(
        tell.words["counted"], 2
    )
    place, elsewhere = tell.two("places")
    size = tell.chance.choice((3, 5, 8, 12, 30, 60, 150, 400, 2000))
    label = tell.label()
    for _ in range(60):
        one, two = _amount(tell, size), _amount(tell, size)
        if _related(one[1:], two[1:]) == label or label == OTHER:
            break
    else:
        two, label = one, AGREE
    left = _counted(tell, one[0], thing, done, place)
    if label != OTHER:
        return tell.wrapped(left, _counted(tell, two[0], thing, done, place), label)
    right = tell.chance.choice((
        _counted(tell, two[0], thing, aside, place),
        _counted(tell, two[0], other, done2, place),
        _counted(tell, two[0], thing, done, elsewhere),
    ))  # fmt: skip
    return tell.wrapped(left, right, OTHER)


def share(tell: Teller) -> Made:
    """All, most, few or none of a thing."""
    thing, done, aside = tell.chance.choice(tell.words["counted"])
    label = tell.label()
    agreeing = (
        ("every", "every"),
        ("none", "none"),
        ("many", "many"),
        ("few", "few"),
        ("every", "many"),
    )
    disputing = (
        ("every", "none"),
        ("every", "few"),
        ("none", "some"),
        ("many", "few"),
        ("many", "none"),
        ("none", "many"),
    )
    one, two = tell.chance.choice((agreeing, disputing, (*agreeing, *disputing))[label])
    verb = aside if label == OTHER else done

    def told(how: str, does: str) -> str:
        return tell.one(how).replace("{x}", thing).replace("{v}", does)

    return tell.wrapped(told(one, done), told(two, verb), label)


def _amount(tell: Teller, size: int) -> tuple[str, float, float]:
    n = max(2, round(size * tell.chance.uniform(0.6, 1.6)))
    if n > SMALL and tell.at_times(0.7):
        n = round(n, -1 if n < LARGE else -2)
    word = ONES[n] if n < len(ONES) and tell.at_times(0.7) else f"{n:,}"
    way = tell.chance.randrange(12)
    if way < BARE:
        return word, n, n
    forms = (
        (f"at least {word}", n, 1e9),
        (f"more than {word}", n + 1, 1e9),
        (f"no more than {word}", 0, n),
        (f"fewer than {word}", 0, n - 1),
        (f"about {word}", n * 0.92, n * 1.08),
        (f"nearly {word}", n * 0.93, n - 1),
        (f"exactly {word}", n, n),
    )
    return forms[way - BARE]


def _counted(tell: Teller, amount: str, thing: str, done: str, place: str) -> str:
    forms = (
        "in {p}, {n} {x} {v}",
        "{n} {x} {v} in {p}",
        "the number of {x} in {p} that {v} was {n}",
    )
    form = tell.chance.choices(forms, (2, 4, 1))[0]
    return (
        form.replace("{p}", place)
        .replace("{n}", amount)
        .replace("{x}", thing)
        .replace("{v}", done)
    )


def _related(one: tuple[float, float], two: tuple[float, float]) -> int:
    """Whether ranges exclude each other, hold one another, or merely overlap."""
    if one[0] > two[1] or two[0] > one[1]:
        return DISPUTE
    holds = (one[0] <= two[0] and two[1] <= one[1]) or (
        two[0] <= one[0] and one[1] <= two[1]
    )
    return AGREE if holds else OTHER
