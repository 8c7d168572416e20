"""Who said what, in invented sentences of every construction."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.extract.statements.telling import only, read, statements_in, told

SENTENCES = [
    ("The mayor said the bridge was safe.", "The mayor: the bridge was safe"),
    (
        "The mayor said on Monday that the bridge was safe.",
        "The mayor: that the bridge was safe",
    ),
    ("The bridge is safe, said the mayor.", "the mayor: The bridge is safe"),
    ("The bridge is safe, the mayor said on Monday.", "the mayor: The bridge is safe"),
    (
        "The bridge, the mayor said, will stay open.",
        "the mayor: The bridge | will stay open",
    ),
    ('"The bridge is safe," the mayor said.', "the mayor: The bridge is safe,"),
    (
        '"The bridge is safe," said Oskar Lind, the mayor. "We tested it twice."',
        "Oskar Lind, the mayor: The bridge is safe, | We tested it twice.",
    ),
    ("“Will it hold?” asked Oskar Lind.", "Oskar Lind: Will it hold?"),
    (
        'The mayor said: "The bridge is safe. We tested it twice."',
        "The mayor: The bridge is safe. We tested it twice.",
    ),
    (
        'The mayor told reporters in Halden, "The bridge is safe."',
        "The mayor: The bridge is safe.",
    ),
    (
        "The mayor told the council that the bridge was safe.",
        "The mayor: that the bridge was safe",
    ),
    ("According to the mayor, the bridge is safe.", "the mayor: the bridge is safe"),
    ("The bridge is safe, according to the mayor.", "the mayor: The bridge is safe"),
    (
        "The mayor, according to two aides, has resigned.",
        "two aides: The mayor | has resigned",
    ),
    ("The mayor called the plan a disgrace.", "The mayor: the plan a disgrace"),
    ('The mayor called the plan "a disgrace".', 'The mayor: the plan "a disgrace"'),
    ("The mayor described the plan as reckless.", "The mayor: the plan as reckless"),
    (
        "The mayor called on residents to leave the valley.",
        "The mayor: residents to leave the valley",
    ),
    ("The mayor called for more money.", "The mayor: more money"),
    (
        "The mayor urged residents to leave the valley.",
        "The mayor: residents to leave the valley",
    ),
    (
        "The mayor accused the governor of lying about the dam.",
        "The mayor: the governor of lying about the dam",
    ),
    (
        "The mayor compared the governor to a weather vane.",
        "The mayor: the governor to a weather vane",
    ),
    (
        "The mayor rejected the allegations as baseless.",
        "The mayor: the allegations as baseless",
    ),
    (
        "The mayor denied that the bridge had cracked.",
        "The mayor: that the bridge had cracked",
    ),
    ("The mayor denied taking bribes.", "The mayor: taking bribes"),
    (
        "The mayor admitted under questioning that he had lied.",
        "The mayor: that he had lied",
    ),
    (
        "The mayor went on to say that the bridge was safe.",
        "The mayor: that the bridge was safe",
    ),
    (
        "The mayor was quoted as saying that the bridge was safe.",
        "The mayor: that the bridge was safe",
    ),
    (
        "The mayor promised to rebuild the bridge by spring.",
        "The mayor: to rebuild the bridge by spring",
    ),
    ("The mayor threatened to close the bridge.", "The mayor: to close the bridge"),
    ("The mayor claims to have seen the report.", "The mayor: to have seen the report"),
    (
        "The mayor asked whether the bridge was safe.",
        "The mayor: whether the bridge was safe",
    ),
    ("The mayor warned of further floods.", "The mayor: further floods"),
    (
        "The mayor said the bridge was safe, adding that it had been tested twice.",
        "The mayor: the bridge was safe",
    ),
    (
        "The mayor said the bridge was safe, adding that it had been tested twice.",
        "The mayor: that it had been tested twice",
    ),
    (
        "The mayor said the bridge was safe but warned that the road was not.",
        "The mayor: the bridge was safe",
    ),
    (
        "The mayor said the bridge was safe but warned that the road was not.",
        "The mayor: that the road was not",
    ),
    (
        "While the mayor insists the bridge is safe, engineers contend it is cracking.",
        "the mayor: the bridge is safe",
    ),
    (
        "While the mayor insists the bridge is safe, engineers contend it is cracking.",
        "engineers: it is cracking",
    ),
    (
        "The mayor insists the bridge is safe, even as engineers warn it is cracking.",
        "The mayor: the bridge is safe",
    ),
    (
        "The mayor insists the bridge is safe, even as engineers warn it is cracking.",
        "engineers: it is cracking",
    ),
    ('The plan is "a mess," the mayor said.', 'the mayor: The plan is "a mess,"'),
    (
        "The mayor wrote in a letter that the bridge was safe.",
        "The mayor: that the bridge was safe",
    ),
    (
        "In a statement, the ministry said the border was calm.",
        "the ministry: the border was calm",
    ),
    (
        "The border was calm, the ministry said in a statement.",
        "the ministry: The border was calm",
    ),
    (
        "A poll found that most residents opposed the plan.",
        "A poll: that most residents opposed the plan",
    ),
    ("The poll shows a close race.", "The poll: a close race"),
    ("The mayor voiced concern over the dam.", "The mayor: the dam"),
    (
        "The mayor made clear that the bridge would stay open.",
        "The mayor: that the bridge would stay open",
    ),
    (
        "The mayor pointed out that the bridge was old.",
        "The mayor: that the bridge was old",
    ),
    ("The mayor ruled out an early vote.", "The mayor: an early vote"),
    (
        "The mayor did not say when the bridge would open.",
        "The mayor: when the bridge would open",
    ),
    (
        "The mayor, who said the bridge was safe, left the room.",
        "The mayor: the bridge was safe",
    ),
    (
        "The mayor said he believed the bridge was safe.",
        "The mayor: he believed the bridge was safe",
    ),
    ('Oskar Lind: "The bridge is safe."', "Oskar Lind: The bridge is safe."),
    (
        'The mayor defended the project: "It will bring jobs to Halden."',
        "The mayor: It will bring jobs to Halden.",
    ),
    (
        "It was reported by the harbour police that the ferry had sunk.",
        "the harbour police: that the ferry had sunk",
    ),
    ("The mayor reiterated his call for calm.", "The mayor: his call for calm"),
    (
        "The mayor thanked volunteers for their help.",
        "The mayor: volunteers for their help",
    ),
    (
        "The mayor said, speaking in Halden, that the bridge was safe.",
        "The mayor: that the bridge was safe",
    ),
    (
        "The mayor tells residents to stay at home.",
        "The mayor: residents to stay at home",
    ),
    ("The mayor believes the bridge is safe.", "The mayor: the bridge is safe"),
    (
        "The mayor declined to say whether he would resign.",
        "The mayor: whether he would resign",
    ),
    (
        "The mayor praised the crews for their courage.",
        "The mayor: the crews for their courage",
    ),
    (
        "The mayor described crass behaviour by the guards.",
        "The mayor: crass behaviour by the guards",
    ),
    (
        "The ministry agreed that the road was unsafe.",
        "The ministry: that the road was unsafe",
    ),
    (
        "Police said three men had been arrested, with the governor adding that more "
        "arrests would follow.",
        "Police: three men had been arrested",
    ),
    ('The statement read: "The border is calm."', "The statement: The border is calm."),
    (
        "The bridge is safe, the mayor added, and it will stay open.",
        "the mayor: The bridge is safe | and it will stay open",
    ),
    ("'The bridge is safe,' the mayor said.", "the mayor: The bridge is safe,"),
    (
        'The mayor posted on Friday: "The bridge is safe."',
        "The mayor: The bridge is safe.",
    ),
    (
        "The mayor announced the closure of the bridge.",
        "The mayor: the closure of the bridge",
    ),
    (
        "The mayor blamed the flood on poor planning.",
        "The mayor: the flood on poor planning",
    ),
    (
        '"We lost everything," said Mira, 34, a baker.',
        "Mira, 34, a baker: We lost everything,",
    ),
    (
        "The army said three soldiers were killed and five were wounded.",
        "The army: three soldiers were killed and five were wounded",
    ),
    (
        "The army said it had killed six rebels and seized weapons.",
        "The army: it had killed six rebels and seized weapons",
    ),
    (
        "The mayor told AFP news agency that the bridge was safe.",
        "The mayor: that the bridge was safe",
    ),
    (
        'Asked about the dam, the mayor replied: "No comment from me today."',
        "the mayor: No comment from me today.",
    ),
    (
        "The mayor expressed hope that talks would resume.",
        "The mayor: that talks would resume",
    ),
    (
        "The report says nothing about the dam, but notes that the bridge is old.",
        "The report: that the bridge is old",
    ),
    (
        "The mayor continues to insist that the bridge is safe.",
        "The mayor: that the bridge is safe",
    ),
    (
        "One of the guards called the mayor a liar.",
        "One of the guards: the mayor a liar",
    ),
    (
        "The guards left, in a gesture that the mayor described as brave.",
        "the mayor: as brave",
    ),
    (
        "The paper reported that the mayor, Oskar Lind, had left.",
        "The paper: that the mayor, Oskar Lind, had left",
    ),
    (
        'The mayor, asserting "the bridge is safe", left.',
        "The mayor: the bridge is safe",
    ),
    (
        "The bridge is safe, the mayor said, citing a report.",
        "the mayor: The bridge is safe",
    ),
    (
        '"The bridge is safe," the mayor said on Monday at a rally. "We tested it."',
        "the mayor: The bridge is safe, | We tested it.",
    ),
    (
        "The mayor left; the guard, according to The Harbour Post, stayed behind.",
        "The Harbour Post: the guard | stayed behind",
    ),
    (
        "The town is building a bridge, which, according to the mayor, is the longest.",
        "the mayor: which | is the longest",
    ),
    (
        "As Ana Petrell noted at the time, the bridge was safe, according to a report.",
        "a report: the bridge was safe",
    ),
    (
        "According to Tarvia Wire, quoting the Halden Office (HNO), the dam is safe.",
        "the Halden Office (HNO): the dam is safe",
    ),
    (
        "On Monday Petrell defended the council's record.",
        "Petrell: the council's record",
    ),
    (
        "She was led into a hall and told that the bridge was safe.",
        ": that the bridge was safe",
    ),
    (
        '"Guards were sent to the dam to close the gates in two days", added VNA.',
        "VNA: Guards were sent to the dam to close the gates in two days",
    ),
    ("The mayor denies any wrongdoing.", "The mayor: any wrongdoing"),
    ('"It is safe," said the mayor, who left on Monday.', "the mayor: It is safe,"),
    (
        'Speaking in Halden, the mayor, a former guard, told a crowd: "It is safe."',
        "the mayor, a former guard: It is safe.",
    ),
    (
        "The mayor tweeted that the bridge was safe.",
        "The mayor: that the bridge was safe",
    ),
    (
        "Witnesses described how the bridge collapsed.",
        "Witnesses: how the bridge collapsed",
    ),
    ("Police have not said who was driving.", "Police: who was driving"),
    (
        "The court ruled that the bridge must close.",
        "The court: that the bridge must close",
    ),
    (
        "The mayor has repeatedly warned that the bridge could collapse.",
        "The mayor: that the bridge could collapse",
    ),
    (
        "The mayor, in a letter to the council, wrote that the bridge was safe.",
        "The mayor: that the bridge was safe",
    ),
    (
        "The mayor and the governor said the bridge was safe.",
        "The mayor and the governor: the bridge was safe",
    ),
    ('"The bridge," said the mayor, "is safe."', "the mayor: The bridge, | is safe."),
    ('The mayor said there were "no cracks".', 'The mayor: there were "no cracks"'),
    (
        "Oskar Lind, mayor of Halden, said he would not resign.",
        "Oskar Lind, mayor of Halden: he would not resign",
    ),
    (
        "Oskar Lind, from Oslo, said he would not resign.",
        "Oskar Lind, from Oslo: he would not resign",
    ),
    (
        "Oskar Lind, who had been ill, said he would not resign.",
        "Oskar Lind: he would not resign",
    ),
    (
        "People familiar with the plan said that the bridge was safe.",
        "People familiar with the plan: that the bridge was safe",
    ),
    (
        "Lind replied that he knew how the board had dealt with the port, while "
        "conceding that it was full.",
        "Lind: that it was full",
    ),
    (
        '"It is safe," said the 43-year-old.',
        "the 43-year-old: It is safe,",
    ),
    (
        'The mayor says he was "shocked" by the news and will resign.',
        'The mayor: he was "shocked" by the news and will resign',
    ),
    ("Officials say the toll could rise.", "Officials: the toll could rise"),
    ("The toll could rise, officials say.", "officials: The toll could rise"),
    ("The toll, officials say, could rise.", "officials: The toll | could rise"),
    (
        "The ministry confirmed the deaths of three soldiers.",
        "The ministry: the deaths of three soldiers",
    ),
    ("Residents complained about the noise.", "Residents: the noise"),
    ("The union demanded higher wages.", "The union: higher wages"),
    (
        "The union is demanding that the mayor resign.",
        "The union: that the mayor resign",
    ),
    (
        "The mayor suggested that the guards had slept.",
        "The mayor: that the guards had slept",
    ),
    (
        "The mayor responded that the guards had slept.",
        "The mayor: that the guards had slept",
    ),
    ('"No one slept," the mayor shot back.', "the mayor: No one slept,"),
    (
        "The governor's spokesman, Oskar Lind, said the dam was safe.",
        "The governor's spokesman, Oskar Lind: the dam was safe",
    ),
]
NOBODY_SPEAKS = [
    "The group claimed responsibility for the attack.",
    "No group has said it did this.",
    'The "Mother of Rivers" runs through Halden.',
    "The mayor read the book on Monday.",
]

SENTENCES += [
    (
        "The mayor shifted her account to say that the dam was old.",
        "The mayor: that the dam was old",
    ),
    (
        'Pavel Orr, a guard who described the call as "improper", left the room.',
        'a guard: the call as "improper"',
    ),
    ('"Let her in," they chanted.', "they: Let her in,"),
    ("The union asked for a new bridge.", "The union: a new bridge"),
    (
        "The dam is old, the mayor said; the bridge is worse.",
        "the mayor: The dam is old | the bridge is worse",
    ),
    (
        "The mayor promised to protect the dam and hammered the union on its plan.",
        "The mayor: to protect the dam",
    ),
    ("The mayor announced a $8 million plan.", "The mayor: a $8 million plan"),
    (
        "The ministry stressed the state's responsibility for the dam.",
        "The ministry: the state's responsibility for the dam",
    ),
    (
        'Oskar Lind used his site to attack the judge, calling her "a disgrace," and '
        "claiming that she is biased.",
        'Oskar Lind: her "a disgrace,"',
    ),
    (
        "Anna Berg said that Oskar Lind had concluded the talks were over, saying she "
        "trusted the courts.",
        "Anna Berg: she trusted the courts",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_construction_gives_its_source_and_content(
    sentence: str, expected: str
) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize("sentence", NOBODY_SPEAKS)
def test_words_that_nobody_says_are_no_statement(sentence: str) -> None:
    assert told(sentence) == []


def test_quotation_over_paragraphs_is_one_statement() -> None:
    body = (
        'The mayor said: "The bridge is safe.\n"It was tested twice.\n'
        '"It will stay open."'
    )
    assert told(body) == [
        "The mayor: The bridge is safe. | It was tested twice. | It will stay open."
    ]


def test_colon_opens_the_quotation_of_the_next_paragraph() -> None:
    body = 'In a letter, the mayor struck a softer note:\n"The bridge is safe."'
    assert told(body) == ["the mayor: The bridge is safe."]


def test_floating_quotation_goes_on_with_the_speaker() -> None:
    body = 'The mayor said the bridge was safe.\n"We tested it twice."'
    assert told(body) == [
        "The mayor: the bridge was safe",
        "The mayor: We tested it twice.",
    ]


def test_quotation_after_a_colon_stands_beside_the_indirect_words() -> None:
    body = (
        "The mayor admitted small cracks in the piers but stressed that the bridge "
        'was safe: "We have tested every bolt of it."'
    )
    assert told(body) == [
        "The mayor: small cracks in the piers",
        "The mayor: that the bridge was safe",
        "The mayor: We have tested every bolt of it.",
    ]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ('"The bridge is safe," the mayor said.', "direct"),
        ("The mayor said the bridge was safe.", "indirect"),
        ("The mayor said there was 'no danger' at the bridge.", "mixed"),
        ("The mayor said the guards' lodge was safe.", "indirect"),
    ],
)
def test_mode_tells_how_much_is_quoted(sentence: str, mode: str) -> None:
    assert only(sentence).mode == mode


@pytest.mark.parametrize(
    ("sentence", "cue_class"),
    [
        ("The mayor said the bridge was safe.", "neutral"),
        ("The mayor insisted the bridge was safe.", "asserting"),
        ("The mayor denied that the bridge had cracked.", "denying"),
        ("The mayor admitted that the bridge had cracked.", "conceding"),
        ("The mayor warned that the bridge had cracked.", "warning"),
        ("The mayor promised to rebuild the bridge.", "promising"),
        ("The mayor complained that the bridge had cracked.", "accusing"),
        ("The mayor urged residents to leave the bridge.", "demanding"),
        ("The mayor asked whether the bridge was safe.", "asking"),
        ("The mayor confirmed that the bridge had cracked.", "confirming"),
        ("The mayor condemned the closure of the bridge.", "condemning"),
        ("The mayor believes the bridge is safe.", "believing"),
        ("The mayor wants to rebuild the bridge.", "wanting"),
        ("The bridge is safe, according to the mayor.", "according"),
    ],
)
def test_cue_has_its_class(sentence: str, cue_class: str) -> None:
    assert only(sentence).cue_class == cue_class


def test_what_was_not_said_is_negated() -> None:
    assert only("The mayor did not say when the bridge would open.").negated


def test_hearsay_is_hedged() -> None:
    assert only("The mayor reportedly said the bridge was safe.").hedged


def test_date_on_the_cue_tells_when_it_was_said() -> None:
    said_at = only("The mayor insisted Friday that the bridge was safe.").said_at
    assert said_at is not None
    assert said_at.start.isoformat() == "2024-05-17"


def test_date_in_the_content_tells_nothing_of_the_saying() -> None:
    assert only("The mayor said the bridge had opened on Friday.").said_at is None


def test_statement_inside_a_quotation_names_the_one_around_it() -> None:
    body = '"Oskar Lind told us that the bridge was safe," the mayor said.'
    outer, inner = statements_in(read(body))
    assert inner.nested_in == outer.id
    assert outer.nested_in is None


def test_denial_names_what_it_rejects() -> None:
    text = "The mayor rejected the allegations of the guards as baseless."
    (denied,) = only(text).denied
    assert denied.of(text) == "the allegations of the guards"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Mayor says bridge is safe", "Mayor: bridge is safe"),
        ("Bridge is safe, says mayor", "mayor: Bridge is safe"),
        ("Oskar Lind: The bridge stays open", "Oskar Lind: The bridge stays open"),
        ("The bridge stays open: Oskar Lind", "Oskar Lind: The bridge stays open"),
        ("Mayor Says the Old Bridge Is Safe and Will Stay Open",
         "Mayor: the Old Bridge Is Safe and Will Stay Open"),
    ],
)  # fmt: skip
def test_headline_forms(headline: str, expected: str) -> None:
    body = "Oskar Lind tested the old bridge. The bridge will stay open."
    assert expected in told(body, headline=headline)


PARTS = st.sampled_from(
    ["The mayor said", '"The bridge is safe,"', "while", "engineers warn", "it is",
     "cracking", "according to", "Oskar Lind", ".", ",", ":", '"', "“We left.”", "he",
     "told", "\n", "but", "rejected the claim", "as", "’s", "‘no", "danger’", "that",
     "stating", "citing", "police", "called for", "in a letter", "on Monday", "—", "?",
     "LIND:", "‘", "“", "it was claimed", ")", '"No."']
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=20).map(" ".join))
@example("“ ‘ .")
@example('reporters said on “and According to "APETRELL:"No."on Monday the the B:')
@example('told on Monday said »”"No."on Monday the has ) "\nLIND: of "said \n’')
def test_every_span_opens_words_and_no_content_holds_its_own_cue(body: str) -> None:
    if not body.strip():
        return
    annotated = read(body)
    text = annotated.page.text
    for each in statements_in(annotated):
        spans = (*each.content, *each.source, *each.cue, *each.denied)
        spans = (*spans, *each.addressee, *each.occasion)
        assert each.content
        assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
        assert not any(said.meets(cue) for said in each.content for cue in each.cue)
        assert 0 < each.confidence < 1


def test_the_same_words_give_the_same_ids() -> None:
    body = 'The mayor said the bridge was safe. "We left," said Oskar Lind.'
    first, second = statements_in(read(body)), statements_in(read(body))
    assert [each.id for each in first] == [each.id for each in second]
