"""Who did what to whom, as short articles about invented countries tell it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.dealings.reading import annotated, dealings_of, told

YEAR_2023 = "2023-01-01..2023-12-31"
DEALINGS = {
    "Kelmara formally recognised the Quarrin Liberation Front in 2023.":
        f"Kelmara > recognised > Quarrin Liberation Front | {YEAR_2023} | -",
    "Kelmara and Ruvenia signed a fishing accord in Oldport on Friday.":
        "Kelmara, Ruvenia > signed > - | 2024-05-17 | Oldport",
    "Kelmara and Ruvenia revived talks on Monday.":
        "Kelmara, Ruvenia > met > - | 2024-05-13 | -",
    "Ruvenia broke off diplomatic relations with Kelmara last week.":
        "Ruvenia > broke with > Kelmara | 2024-05-06..2024-05-12 | -",
    "Ruvenia imposed sanctions on two Kelmari banks.":
        "Ruvenia > sanctioned > two Kelmari banks | - | -",
    "Sanctions were imposed on Ruvenia by Kelmara.":
        "Kelmara > sanctioned > Ruvenia | - | -",
    # a body that is only called after its power
    "Kelmara's foreign minister accused Ruvenia of shelling a school.":
        "Kelmara's foreign minister > accused > Ruvenia | - | -",
    "Ruvenian forces handed over the island to Kelmara on Thursday.":
        "Ruvenian forces > returned > Kelmara | 2024-05-16 | -",
    "The president of Ruvenia thanked Kelmara for the tents.":
        "The president of Ruvenia > praised > Kelmara | - | -",
    "Kelmara accused the army of stealing from the harbour.":
        "Kelmara > accused > the army | - | -",
    "Maravel expelled three Ruvenian diplomats on Tuesday.":
        "Maravel > expelled > three Ruvenian diplomats | 2024-05-14 | -",
    # what is refused, asked for, threatened
    "Kelmara refused to hand the men over to Ruvenia.":
        "Kelmara > rejected > Ruvenia | - | -",
    "Kelmara demanded that Ruvenia free the sailors.":
        "Kelmara > demanded > Ruvenia | - | -",
    "Kelmara threatened to close its border with Ruvenia.":
        "Kelmara > threatened > Ruvenia | - | -",
    "Kelmara condemns the raids by Ruvenia.":
        "Kelmara > condemned > Ruvenia | - | -",
    # whom a pronoun means within the sentence
    "Kelmara said it had suspended aid to Ruvenia.":
        "Kelmara > cut aid > Ruvenia | - | -",
    "Ruvenia, which lifted its embargo on Kelmara in 2023, has two ports.":
        f"Ruvenia > eased > Kelmara | {YEAR_2023} | -",
    # another word's date is not the deed's
    "Kelmara accused Ruvenia of plotting the removal of the mayor in April 2022.":
        "Kelmara > accused > Ruvenia | - | -",
}  # fmt: skip
NOTHING = [
    "If Kelmara signed the accord with Ruvenia, trade would grow.",
    "Kelmara did not sign the accord with Ruvenia.",
    "Kelmara will sign the accord with Ruvenia.",
    "Kelmara may impose sanctions on Ruvenia.",
    "Kelmara denied that it had signed an accord with Ruvenia.",
    "Kelmara signs many accords with Ruvenia.",
    "A farmer in Kelmara praised the weather in Ruvenia.",  # a farmer is no actor
    "Kelmara told Ruvenia about the ship.",  # saying is no dealing
    "Kelmara condemned the attack.",  # one side
    "Kelmara praised the sailors of a harbour in Ruvenia.",  # people nobody names
    "The king of Kelmara resigned after the war with Ruvenia.",
]


@pytest.mark.parametrize("sentence", DEALINGS)
def test_sentence_tells_who_did_what_to_whom(sentence: str) -> None:
    assert told(sentence) == [DEALINGS[sentence]]


@pytest.mark.parametrize("sentence", NOTHING)
def test_sentence_tells_no_dealing(sentence: str) -> None:
    assert told(sentence) == []


def test_a_deed_joined_by_and_lends_its_other_side_to_no_other() -> None:
    body = "Kelmara and Ruvenia signed a pact, and Kelmara recognised the Dawn Brigade."
    assert told(body) == [
        "Kelmara, Ruvenia > signed > - | - | -",
        "Kelmara > recognised > Dawn Brigade | - | -",
    ]


def test_two_tellings_of_one_deed_are_one_report() -> None:
    reports = dealings_of(
        "Kelmara and Ruvenia signed an accord in Oldport on Friday. "
        "The rain stopped. Kelmara and Ruvenia signed the accord at noon."
    )
    assert [len(report.spans) for report in reports] == [2]


def test_dealings_of_different_days_are_two_reports() -> None:
    reports = dealings_of(
        "Kelmara condemned Ruvenia on Friday. Kelmara condemned Ruvenia in March 2021."
    )
    assert len(reports) == 2


def test_dealing_of_the_headline_is_what_the_article_is_about() -> None:
    body = "Ruvenia thanked Kelmara in 2019. Ruvenia and Kelmara signed an accord."
    reports = dealings_of(body, headline="Ruvenia and Kelmara sign an accord")
    assert [report.detail for report in reports if report.is_main] == ["signed"]


def test_dealing_beside_the_main_incident_is_not_what_the_article_is_about() -> None:
    body = "Kelmara condemned Ruvenia on Friday."
    main = dealings_of(body)
    assert [report.is_main for report in main] == [True]
    assert not any(report.is_main for report in dealings_of(body, beside=main))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from([*DEALINGS, *NOTHING]), min_size=1, max_size=4))
def test_every_span_lies_in_its_page_and_ids_differ(sentences: list[str]) -> None:
    body = " ".join(sentences)
    reports = dealings_of(body)
    text = annotated(body).page.text
    assert len({report.id for report in reports}) == len(reports)
    for report in reports:
        parties = (*report.actors, *report.recipients)
        assert all(party.span.of(text) == party.text for party in parties)
        assert all(0 <= span.start < span.end <= len(text) for span in report.spans)
