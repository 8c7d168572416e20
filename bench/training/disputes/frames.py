"""Pairs by frames: what rose, who did it to whom, why, when, in which order."""

from bench.training.disputes.tellings import AGREE, DISPUTE, OTHER, Made, Teller


def change(tell: Teller) -> Made:
    """What went up, down or did not change."""
    thing, second = tell.two("changing")
    one, two = tell.chance.sample(("rising", "falling"), 2)
    label = tell.label()
    left = tell.one(one).replace("{x}", thing)
    if label == AGREE:
        right, against = tell.one(one), tell.one(two)
        return tell.wrapped(
            left,
            right.replace("{x}", thing),
            AGREE,
            opposite=against.replace("{x}", thing),
        )
    if label == DISPUTE:
        right = tell.one(tell.chance.choice((two, two, "steady")))
        return tell.wrapped(
            left,
            right.replace("{x}", thing),
            DISPUTE,
            opposite=tell.one(one).replace("{x}", thing),
        )
    if tell.at_times(0.5):
        return tell.wrapped(left, tell.one("aside").replace("{x}", thing), OTHER)
    return tell.wrapped(
        left,
        tell.one(tell.chance.choice((one, two))).replace("{x}", second),
        OTHER,
    )


def state(tell: Teller) -> Made:
    """What a thing is, is not, or is besides."""
    yes, no, aside = tell.chance.choice(tell.words["states"])
    if tell.at_times(0.5):
        yes, no = no, yes
    thing, second = tell.two("things")
    place, elsewhere = tell.two("places")

    def told(word: str, where: str = place, what: str = thing) -> str:
        forms = (
            f"{what} in {where} is {word}",
            f"{what} is {word} in {where}",
            f"{what} of {where} is {word}",
            f"in {where} {what} is {word}",
        )
        return tell.chance.choice(forms)

    label = tell.label()
    if label == AGREE:
        return tell.wrapped(
            told(yes),
            tell.chance.choice(
                (told(yes), told(f"not {no}"), told(f"anything but {no}"))
            ),
            AGREE,
            opposite=told(no),
        )
    if label == DISPUTE:
        return tell.wrapped(
            told(yes),
            tell.chance.choice(
                (
                    told(no),
                    told(no),
                    told(f"not {yes}"),
                    told(f"anything but {yes}"),
                )
            ),
            DISPUTE,
            opposite=told(yes),
        )
    right = tell.chance.choice(
        (
            told(aside),
            told(no, elsewhere),
            told(no, place, second),
            told(f"not {yes}", elsewhere),
        )
    )
    return tell.wrapped(told(yes), right, OTHER)


def deed(tell: Teller) -> Made:
    """Who did what to whom; turned round, denied or of another."""
    past, participle, opposite = tell.chance.choice(tell.words["deeds"])
    pool = [*tell.words["bodies"], *tell.words["persons"]]
    one, two, third = tell.chance.sample(pool, 3)

    def told(who: str, whom: str) -> str:
        forms = [f"{who} {past} {whom}", f"it was {who} that {past} {whom}"]
        if participle == past and " " not in past:
            forms += [
                f"{whom} was {participle} by {who}",
                f"{whom} had been {participle} by {who}",
            ]
        return tell.chance.choice(forms)

    label = tell.label()
    if label == AGREE:
        return tell.wrapped(
            told(one, two),
            told(one, two),
            AGREE,
            opposite=f"{one} {opposite} {two}",
        )
    if label == DISPUTE:
        right = tell.chance.choice(
            (
                told(two, one),
                f"it was not {one} but {third} that {past} {two}",
                f"{one} {opposite} {two}",
                f"{one} {opposite} {two}",
            )
        )
        return tell.wrapped(told(one, two), right, DISPUTE, opposite=told(one, two))
    right = tell.chance.choice(
        (
            told(one, third),
            f"{one} may have {participle} {third}",
            f"{third} {opposite} {two}",
            f"{two} met {one} in May",
            f"{one} {opposite} {third}",
        )
    )
    return tell.wrapped(told(one, two), right, OTHER)


def cause(tell: Teller) -> Made:
    """Why something happened."""
    effect, second = tell.two("effects")
    cause, wrong = tell.two("causes")

    def told(how: str, what: str, by: str) -> str:
        return tell.one(how).replace("{e}", what).replace("{c}", by)

    label = tell.label()
    left = told("causing", effect, cause)
    if label == AGREE:
        return tell.wrapped(
            left,
            told("causing", effect, cause),
            AGREE,
            opposite=told("not_causing", effect, cause),
        )
    if label == DISPUTE:
        right = tell.chance.choice(
            (told("causing", effect, wrong), told("not_causing", effect, cause))
        )
        return tell.wrapped(
            left, right, DISPUTE, opposite=told("causing", effect, cause)
        )
    right = tell.chance.choice(
        (
            told("aside_cause", effect, cause),
            told("aside_cause", effect, cause),
            told("causing", second, wrong),
            told("not_causing", second, cause),
        )
    )
    return tell.wrapped(left, right, OTHER)


def day(tell: Teller) -> Made:
    """When something happened, here or elsewhere."""
    event, second = tell.two("events")
    day, later = tell.two("days")
    place, elsewhere = tell.two("places")

    def told(what: str, when: str, where: str) -> str:
        return (
            tell.one("happening")
            .replace("{e}", f"{what} in {where}")
            .replace("{d}", when)
        )

    label = tell.label()
    asides = (
        told(second, later, place),
        told(event, later, elsewhere),
        f"{event} in {place} was filmed",
    )
    right = {
        AGREE: told(event, day, place),
        DISPUTE: told(event, later, place),
        OTHER: tell.chance.choice(asides),
    }[label]
    return tell.wrapped(told(event, day, place), right, label)


def order(tell: Teller) -> Made:
    """What came before what."""
    one, two, third = tell.chance.sample(tell.words["events"], 3)

    def told(first: str, after: str) -> str:
        return tell.one("before").replace("{a}", first).replace("{b}", after)

    label = tell.label()
    right = (
        told(one, two),
        told(two, one),
        tell.chance.choice((told(third, one), told(two, third))),
    )[label]
    return tell.wrapped(
        told(one, two),
        right,
        label,
        opposite=(told(two, one), told(one, two), None)[label],
    )


def compared(tell: Teller) -> Made:
    """What is larger than what."""
    more, less = tell.chance.choice(tell.words["larger"])
    one, two, third = tell.chance.sample(
        [*tell.words["places"], *tell.words["bodies"]], 3
    )
    label = tell.label()
    left = f"{one} is {more} than {two}"
    right = (
        (f"{two} is {less} than {one}", f"{one} is {more} than {two} is"),
        (f"{two} is {more} than {one}", f"{one} is {less} than {two}",
         f"{one} is no {more} than {two}",
         f"{two} is not {less} than {one}"),
        (f"{third} is {less} than {two}", f"{one} is {less} than {third}",
         f"{two} is {more} than {third}"),
    )[label]  # fmt: skip
    return tell.wrapped(left, tell.chance.choice(right), label)
