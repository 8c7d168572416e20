"""The sample says of itself only what stands in its pages."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from onrecord.sample import sample_pages
from tests.sample.finds import Effect, Finds, across, finds_of
from tests.sample.readable import folded, readable_text

PAGES = [page.name for page in sample_pages()]
every_page = pytest.mark.parametrize("page", PAGES)


def body_region(page: str) -> str:
    """The text from the body's first words to its last, furniture lines cut out."""
    article = finds_of(page).article
    text = readable_text(page)
    start = text.index(folded(article.body_first))
    end = text.index(folded(article.body_last), start) + len(article.body_last)
    region = text[start:end]
    for line in article.inside:
        region = region.replace(folded(line), " ")
    return region


def quoted_strings(finds: Finds) -> Iterator[str]:
    """Every string of the JSON that must stand in the page word for word."""
    article = finds.article
    yield from (article.title, article.body_first, article.body_last)
    yield from (*article.byline, *article.headings, *article.captions, *article.tags)
    yield from (*article.must_not_contain, *article.inside, *article.pull_quotes)
    yield from filter(None, (article.source_line, article.correction))
    for teaser in finds.teasers:
        yield from filter(None, (teaser.title, teaser.summary_start))
    for said in finds.statements:
        yield from filter(None, (*said.content, said.source, said.cue))
    for told in finds.reports:
        yield from (figure.text for figure in told.figures)
    yield from (*finds.private, *(words for words, _ in finds.notes))


def figures_of(page: str, effect: Effect) -> list[list[int | str | None]]:
    """Low, high and source of every figure of one effect in a page."""
    return [
        [figure.low, figure.high, figure.attributed_to]
        for told in finds_of(page).reports
        for figure in told.figures
        if figure.effect == effect
    ]


def test_sample_has_sixteen_to_eighteen_pages_of_html_and_text() -> None:
    texts = [name for name in PAGES if name.endswith(".txt")]
    assert 16 <= len(PAGES) <= 18
    assert len(texts) == 5


@every_page
def test_every_string_of_the_json_stands_in_the_page(page: str) -> None:
    text = readable_text(page)
    missing = [
        words for words in quoted_strings(finds_of(page)) if folded(words) not in text
    ]
    assert missing == []


@every_page
def test_furniture_stands_in_the_body_on_furniture_lines_only(page: str) -> None:
    region = body_region(page)
    unwanted = finds_of(page).article.must_not_contain
    assert [words for words in unwanted if folded(words) in region] == []


@every_page
def test_statements_and_reports_that_must_be_found_stand_in_the_body(page: str) -> None:
    finds = finds_of(page)
    region = body_region(page)
    words = [words for said in finds.statements if said.must for words in said.content]
    assert [one for one in words if folded(one) not in region] == []


@every_page
def test_a_teaser_of_a_sample_story_is_not_older_than_its_capture(page: str) -> None:
    finds = finds_of(page)
    published = {
        finds_of(other).article.title: finds_of(other).article.published
        for other in PAGES
    }
    days = [published.get(teaser.title) for teaser in finds.teasers]
    captured = finds.capture.captured_at[:10]
    assert [day for day in days if day and day[:10] > captured] == []


@every_page
def test_a_page_is_captured_after_it_was_published(page: str) -> None:
    finds = finds_of(page)
    published = finds.article.published
    captured = datetime.fromisoformat(finds.capture.captured_at)
    assert captured.tzinfo is not None
    assert published is None or published[:10] <= captured.date().isoformat()


@every_page
def test_body_with_its_captions_has_150_to_460_words(page: str) -> None:
    assert 150 <= len(body_region(page).split()) <= 460


@every_page
def test_low_is_never_above_high(page: str) -> None:
    figures = [figure for told in finds_of(page).reports for figure in told.figures]
    for figure in figures:
        assert figure.low is not None or figure.high is not None
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


def test_every_claim_names_words_of_its_pages() -> None:
    uses = [use for claim in across().claims for use in claim.statements + claim.may]
    assert [use for use in uses if folded(use[1]) not in readable_text(use[0])] == []


def test_the_claim_has_many_utterances_months_apart_in_several_outlets() -> None:
    pages = {page for page, _ in across().claims[0].statements}
    outlets = {finds_of(page).article.outlet for page in pages}
    months = {(finds_of(page).article.published or "?")[:7] for page in pages}
    assert len(across().claims[0].statements) >= 6
    assert len(outlets - {None}) == 5
    assert len(months - {"?"}) >= 3


def test_both_sides_of_a_dispute_stand_in_its_pages_or_are_a_claim() -> None:
    claims = {claim.claim for claim in across().claims}
    for dispute in across().disputes:
        text = " ".join(readable_text(page) for page in [dispute.page, *dispute.pages])
        assert dispute.a in claims or folded(dispute.a) in text, dispute.a
        assert folded(dispute.b) in text, dispute.b


def test_what_is_no_dispute_stands_in_its_page() -> None:
    for page, left, right, _ in across().no_disputes:
        assert folded(left) in readable_text(page)
        assert folded(right) in readable_text(page)


def test_every_toll_of_an_incident_is_a_figure_of_its_page() -> None:
    for incident in across().incidents:
        for effect, tolls in (
            ("killed", incident.killed),
            ("injured", incident.injured),
        ):
            for page, *toll in tolls:
                figures = [
                    [figure.low, figure.high, figure.attributed_to]
                    for told in finds_of(page).reports
                    for figure in told.figures
                    if figure.effect == effect
                ]
                assert toll in figures, (page, effect, toll)


def test_every_report_that_must_be_found_belongs_to_an_incident() -> None:
    kinds = {
        (page, incident.event_type, incident.place)
        for incident in across().incidents
        for page in incident.reports
    }
    for page in PAGES:
        for told in finds_of(page).reports:
            if told.must:
                assert (page, told.event_type, told.place) in kinds, (page, told)


def test_names_that_are_the_same_stand_somewhere_in_the_sample() -> None:
    everything = " ".join(readable_text(page) for page in PAGES)
    names = [name for group in across().names.same for name in group]
    absent = [name for name in names if name not in everything]
    assert absent == ["Ministry of Interior (Kelmara)"]


def test_speakers_carry_the_fullest_name_of_their_group() -> None:
    shorter = {name for group in across().names.same for name in group[1:]}
    speakers = {said.speaker for page in PAGES for said in finds_of(page).statements}
    assert speakers & shorter == set()


def test_the_spokesman_is_spelled_in_three_ways_by_different_outlets() -> None:
    spellings = ("Ilmar Dozhan", "Ilmar Dojan", "Elmar Dozhan")
    outlets = [
        {finds_of(page).article.outlet for page in PAGES if name in readable_text(page)}
        for name in spellings
    ]
    assert all(outlets)
    assert outlets[1].isdisjoint(outlets[2])


def test_a_revised_page_keeps_its_url_and_changes_what_is_listed() -> None:
    for first, second, changes in across().revisions:
        assert finds_of(first).capture.url == finds_of(second).capture.url
        for change in changes:
            assert folded(change.after) in readable_text(second)
            assert folded(change.after) not in readable_text(first)
            before = change.before
            assert before is None or folded(before) in readable_text(first)


def test_a_copy_shares_most_of_its_words_with_its_original() -> None:
    for first, second in across().copies:
        one, two = set(body_region(first).split()), set(body_region(second).split())
        assert len(one & two) / min(len(one), len(two)) > 0.8


def test_a_private_person_is_never_listed_as_a_public_speaker() -> None:
    private = set(across().private)
    assert private == {name for page in PAGES for name in finds_of(page).private}
    assert private.isdisjoint(across().claims[0].speakers)


def test_one_page_has_neither_outlet_nor_date_and_one_is_not_english() -> None:
    unsigned = [
        page
        for page in PAGES
        if finds_of(page).article.outlet is None
        and finds_of(page).article.published is None
    ]
    foreign = [page for page in PAGES if finds_of(page).language != "en"]
    assert unsigned == ["unsigned-border-calm.txt"]
    assert foreign == ["meridian-2025-10-04-es.html"]
