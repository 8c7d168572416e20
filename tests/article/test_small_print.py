"""Times, names and credits are read as printed, and no sharper."""

from __future__ import annotations

import pytest

from onrecord.article.bylines import printed_names, split_names, told_names
from onrecord.article.credits import dateline_end, is_captioned, source_credit
from onrecord.article.metadata import without_site
from onrecord.article.moments import read_moment


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2025-09-26T22:17:05.123Z", "2025-09-26T22:17:05+00:00"),
        ("2025-09-26T22:17:00+0530", "2025-09-26T22:17+05:30"),
        ("2025-09", "2025-09"),
        ("26 Sep 2025 22:17", "2025-09-26T22:17"),
        ("Published: March 4, 2025 at 6:40 p.m.", "2025-03-04T18:40"),
        ("Updated 12:05 a.m., March 4th, 2025", "2025-03-04T00:05"),
        ("Wednesday, 5 March 2025 · 17:20", "2025-03-05T17:20"),
        ("5. März 2025, 17.20 Uhr", "2025-03-05T17:20"),
        ("4 de octubre de 2025", "2025-10-04"),
        ("2025年3月5日", "2025-03-05"),
        ("5 марта 2025, 17:20", "2025-03-05T17:20"),
        ("5. března 2025", "2025-03-05"),
        ("5 ΜΑΡΤΊΟΥ 2025", "2025-03-05"),
        ("5 Μαΐου 2025", "2025-05-05"),
        ("\u0665 مارس \u0662\u0660\u0662\u0665", "2025-03-05"),
        ("5 मार्च 2025", "2025-03-05"),
        ("2025. március 5.", "2025-03-05"),
        ("2025 m. kovo 5 d.", "2025-03-05"),
        ("5. maaliskuuta 2025", "2025-03-05"),
        ("5 במרץ 2025", "2025-03-05"),
        ("5/Mar/2025", "2025-03-05"),
        ("05.03.2025", "2025-03-05"),
        ("23/04/2025 09:21", "2025-04-23T09:21"),
        ("04/23/2025", "2025-04-23"),
        ("03/04/2025", "2025"),
        ("04/04/2025", "2025-04-04"),
        ("31 June 2025", None),
        ("2025-13-40", None),
        ("5 Min Read", None),
        ("May contain nuts", None),
    ],
)
def test_time_is_read_as_far_as_it_is_printed(words: str, moment: str | None) -> None:
    found = read_moment(words)
    assert (str(found) if found else None) == moment


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By Ann Other", ("Ann Other",)),
        ("By ANN OTHER and Bo Ek | 3 May 2025", ("ANN OTHER", "Bo Ek")),
        ("By Ann Other -", ("Ann Other",)),
        ("By Ann Other May 3, 2025", ("Ann Other",)),
        ("Von Anna Ander", ("Anna Ander",)),
        ("Written by Ann Other, Senior Reporter", ("Ann Other",)),
        ("By The Harbour Post", ("The Harbour Post",)),
        ("By the river, rain fell.", ()),
        ("By noon the harbour was shut", ()),
    ],
)
def test_byline_gives_names(words: str, names: tuple[str, ...]) -> None:
    assert printed_names(words) == names


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ann Other, Bo Ek & Cy Dee", ("Ann Other", "Bo Ek", "Cy Dee")),
        ("Ann Other, MD", ("Ann Other, MD",)),
        ("Ann Other, AFP", ("Ann Other", "AFP")),
        ("Ann Other, Jr", ("Ann Other, Jr",)),
    ],
)
def test_names_are_split_and_degrees_kept(value: str, names: tuple[str, ...]) -> None:
    assert split_names(value) == names


@pytest.mark.parametrize("value", ["https://post.example/by/ann", "ann@post.example"])
def test_address_is_no_author(value: str) -> None:
    assert told_names(value) == ()


@pytest.mark.parametrize(
    ("words", "credit"),
    [
        ("Source: Agencies", "Agencies"),
        ("(With inputs from AFP and Reuters)", "AFP and Reuters"),
        ("Sources said: nothing", None),
        ("The source of the river", None),
    ],
)
def test_agency_line_is_known(words: str, credit: str | None) -> None:
    assert source_credit(words) == credit


@pytest.mark.parametrize(
    ("words", "dateline", "agency"),
    [
        ("SKERRY, Feb 5 (Reuters) — The harbour", "SKERRY, Feb 5 (Reuters)", "Reuters"),
        ("NEW HOLM (AP) - Rain fell", "NEW HOLM (AP)", "AP"),
        ("SKERRY \u2013 Rain fell", "SKERRY", None),
        ("(AP) — Rain fell", "(AP)", "AP"),
        ("The harbour — once busy — is shut", "", None),
        ("NATO-led ships left", "", None),
    ],
)
def test_dateline_is_found_at_the_start_only(
    words: str, dateline: str, agency: str | None
) -> None:
    end, named = dateline_end(words)
    assert (words[:end], named) == (dateline, agency)


@pytest.mark.parametrize(
    ("words", "is_caption"),
    [
        ("Boats wait at the quay. (AP Photo/Jon Fell)", True),
        ("Boats wait at the quay. Photo: Jon Fell", True),
        ("Boats at the quay (Harbour Post/Jon Fell)", True),
        ("The ministry said so on Friday (in its own words).", False),
    ],
)
def test_picture_credit_marks_a_caption(words: str, *, is_caption: bool) -> None:
    assert is_captioned(words) is is_caption


@pytest.mark.parametrize(
    ("title", "site", "cited"),
    [
        ("Rain | The Harbour Post", "The Harbour Post", "Rain"),
        ("Rain - Harbour Post", "The Harbour Post", "Rain"),
        ("Rain | Wind", "The Harbour Post", "Rain | Wind"),
        ("Storm-hit Holm", "Holm", "Storm-hit Holm"),
        ("Rain | Post", "", "Rain | Post"),
    ],
)
def test_title_loses_the_sites_name_alone(title: str, site: str, cited: str) -> None:
    assert without_site(title, site) == cited
