"""Who dealt with whom parts two dealings that are alike in all else."""

from __future__ import annotations

import pytest

from onrecord.model import ArticleId, PageId, Party, Report, ReportId, Span
from onrecord.resolve.incidents.sides import may_be_one_dealing

Sides = tuple[tuple[str, ...], tuple[str, ...]]


def report(sides: Sides, *, event: str = "Dealing", sub: str | None = None) -> Report:
    actors, recipients = (
        tuple(Party(text, Span(0, 1)) for text in texts) for texts in sides
    )
    return Report(
        id=ReportId(f"{sides}"),
        article_id=ArticleId("article"),
        page_id=PageId("page"),
        event_type=event,
        sub_event_type=sub,
        detail="condemned",
        place=None,
        date=None,
        status="happened",
        spans=(Span(0, 1),),
        actors=actors,
        recipients=recipients,
    )


@pytest.mark.parametrize(
    ("one", "other", "may_be_one"),
    [
        ((("Kelmara",), ("Ruvenia",)), (("Kelmara",), ("Ruvenia",)), True),
        ((("Kelmara", "Ruvenia"), ()), (("Kelmara",), ("Ruvenia",)), True),
        ((("the Kelmari army",), ("Ruvenia",)), (("Kelmara",), ("Ruvenia",)), True),
        ((("Kelmara",), ("Ruvenia",)), (("Oster",), ("Ruvenia",)), False),
        ((("Kelmara",), ("Ruvenia",)), (("Kelmara",), ("Oster",)), False),
        (
            (("the foreign minister of Oster",), ("Ruvenia",)),
            (("the foreign minister of Kelmara",), ("Ruvenia",)),
            False,
        ),
    ],
)
def test_dealings_are_one_only_between_the_same_sides(
    one: Sides, other: Sides, *, may_be_one: bool
) -> None:
    assert may_be_one_dealing(report(one), report(other)) is may_be_one
    assert may_be_one_dealing(report(other), report(one)) is may_be_one


def test_arrests_are_not_parted_by_their_sides() -> None:
    told = [
        report(((name,), ()), event="Strategic developments", sub="Arrests")
        for name in ("Kelmara", "the police")
    ]
    assert may_be_one_dealing(*told)
