"""What sentences about invented events say of people struck."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.figures.reading import told, tolls_of

SENTENCES = {
    # one person, by name or by kind
    "Mira Talen, 23, was shot dead outside her home.": ["killed 1..1"],
    "Masked men shot dead a baker in Oldport on Monday.": ["killed 1..1"],
    "The policeman who was killed had two children.": ["killed 1..1"],
    "A woman drowned.": ["killed 1..1"],
    # sums of what "and" joins
    "The shelling killed Mira Talen and her two daughters.": ["killed 3..3"],
    "A couple and their two sons died in the fire.": ["killed 4..4"],
    "The blast wounded the mayor, his driver and three guards.": ["injured 5..5"],
    "A strike on a tent killed a family of five.": ["killed 5..5"],
    "The attackers killed both guards.": ["killed 2..2"],
    "The strike killed a commander along with four guards.": ["killed 5..5"],
    # other fates in the same breath
    "The crash left one dead and three critical.": ["injured 3..3", "killed 1..1"],
    "Seven sailors were killed and a dozen more injured.": [
        "injured 12..12", "killed 7..7",
    ],
    "None of the 150 passengers was hurt.": ["injured 0..0", "killed 0..0"],
    "Rebels killed or captured 25 guards.": ["arrested ..25", "killed ..25"],
    "Nobody has been killed or injured.": ["injured 0..0", "killed 0..0"],
    "A ferry carrying 120 people capsized off the port, killing eight men.": [
        "killed 8..8",
    ],
    "Gunmen carried 12 girls off in trucks.": ["abducted 12..12"],
    # qualifiers
    "At least 30 sailors drowned.": ["killed 30.."],
    "More than 30 sailors drowned.": ["killed 31.."],
    "No fewer than 30 sailors drowned.": ["killed 30.."],
    "Up to 30 sailors drowned.": ["killed ..30"],
    "Nearly 30 sailors drowned.": ["killed ..30"],
    "About 30 sailors drowned.": ["killed 30..30"],
    "Thirty or more sailors drowned.": ["killed 30.."],
    "Between 20 and 30 sailors drowned.": ["killed 20..30"],
    "The raid killed 4 to 6 rebels.": ["killed 4..6"],
    "Dozens of sailors drowned.": ["killed 24.."],
    "Scores of sailors drowned.": ["killed 40.."],
    "Hundreds of sailors drowned.": ["killed 200.."],
    "Sailors drowned.": ["killed 2.."],
    "Two dozen sailors drowned.": ["killed 24..24"],
    "One hundred and five sailors drowned.": ["killed 105..105"],
    # parts
    "Five people died, three of them children.": ["< killed 3..3", "killed 5..5"],
    "Police detained 120 protesters, including two nurses.": [
        "< arrested 2..2", "arrested 120..120",
    ],
    "The blaze injured 40 guests, six of whom are in a coma.": [
        "< injured 6..6", "injured 40..40",
    ],
    # tolls and their revision
    "The toll rose to 45 after two of the wounded died.": [
        "< killed 2..2", "killed 45..45",
    ],
    "The death toll has climbed from 30 to at least 45.": [
        "killed 45..", "old killed 30..30",
    ],
    "Earlier reports said 30 people had died.": ["old killed 30..30"],
    "The clinic put the number of injured at 53.": ["injured 53..53"],
    # nobody
    "There were no casualties.": ["injured 0..0", "killed 0..0"],
    "Nobody was hurt.": ["injured 0..0", "killed 0..0"],
    "There were no reports of casualties.": [],
    # several effects
    "The flood left 14 dead and 30 missing.": ["killed 14..14", "missing 30..30"],
    "Rebels abducted 17 schoolgirls and injured a guard.": [
        "abducted 17..17", "injured 1..1",
    ],
    "The storm drove more than 3,000 from their homes.": ["displaced 3001.."],
    "Some 200 people were killed or wounded.": ["injured ..200", "killed ..200"],
    "A gunman shot and wounded two teachers.": ["injured 2..2"],
    "Two nurses died and 23 were hospitalised.": ["injured 23..23", "killed 2..2"],
    # lists, whatever the parser makes of them
    "Two welders, a foreman and a tea boy died.": ["killed 4..4"],
    "A raid killed Mira Talen, a nurse, and her brother.": ["killed 2..2"],
    "Three people, a man and two girls, were hurt.": ["injured 3..3"],
    "Divers found the bodies of a father and his son.": ["killed 2..2"],
    "Twelve bodies were recovered.": ["killed 12..12"],
    "Of the 20 people crushed at the gate, seven died.": [
        "injured 13..13", "killed 7..7",
    ],
    "Five people were stabbed, one fatally.": ["injured 4..4", "killed 1..1"],
    "Three were hurt, one of whom died.": ["injured 3..3", "killed 1..1"],
    "A gunman shot and killed a priest.": ["killed 1..1"],
    "Three bakers were killed and a fourth badly burned.": [
        "injured 1..1", "killed 3..3",
    ],
    # who else died
    "Seven people, not counting the bomber, died.": ["killed 1..1", "killed 7..7"],
    "He shot two guards dead before turning the gun on himself.": [
        "killed 1..1", "killed 2..2",
    ],
    # injuries without the word
    "Eight sailors suffered burns.": ["injured 8..8"],
    "Thirty bathers were treated in hospital.": ["injured 30..30"],
    "Two passengers broke their legs.": ["injured 2..2"],
    "Nine people were hurt, two remain in hospital.": [
        "< injured 2..2", "injured 9..9",
    ],
    # nobody
    "The crew of nine escaped unharmed.": ["injured 0..0", "killed 0..0"],
    "No lives were lost.": ["killed 0..0"],
    "The device went off without hurting anyone.": ["injured 0..0", "killed 0..0"],
    # said apart
    "The number of dead rose from 30 to 45.": ["killed 45..45"],
    "The wounded exceed 70.": ["injured 71.."],
    "The 40th body was recovered.": ["killed 40..40"],
    "Injured: 52.": ["injured 52..52"],
    "The army, which gave the number of dead as 57, lowered it to 51.": [
        "killed 51..51", "old killed 57..57",
    ],
    "The rebels killed 40 guards; the army speaks of 12.": [
        "killed 12..12", "killed 40..40",
    ],
    # neither happened nor is told of these people
    "The storm could kill thousands of people.": [],
    "The group vowed to kill 100 guards.": [],
    "The army denied having killed 30 villagers.": [],
    "Rumours that 40 sailors had died were false.": [],
    "Smoking kills about 100,000 people a year.": [],
    'The film "Nine Dead Bakers" shows how a clerk kills two men.': [],
    "In the exercise 60 people were injured.": [],
    "The enemy lost 1,150 men killed and wounded.": [],
    "The rider left 150 rivals for dead.": [],
    "Two attackers fled.": [],
    "Twelve paintings are missing.": [],
    "The two bodies signed an agreement.": [],
    # what did not happen
    "The driver was not hurt.": [],
    "The miner has not died.": [],
    "The rider did not suffer a concussion.": [],
    "He fled the hall without being hurt.": [],
    "She was nearly killed.": [],
    "The driver escaped injury.": [],
    "The storm not only killed six sailors but sank a ferry.": ["killed 6..6"],
    "Guards shot into the crowd.": [],
    "Snipers shot at two guards.": [],
    "The attempted murder of two officers shocked Oldport.": [],
    "One in four patients died.": [],
    "It was not clear how many were injured.": [],
    # no victims
    "The clerks took 12 letters out of the file.": [],
    "In the game Red Dead Harbour 2 players can trade.": [],
    "Puppeteer Killed at the Box Office": [],
    "The new play killed at the box office.": [],
    "Police arrested Jon Sarvik on four charges including two local warrants.": [
        "arrested 1..1",
    ],
    "Rising rents are hurting 3,000 tenants.": [],
    "Two defenders were injured in the first half.": [],
    "The prince was killed off in the second season.": [],
    "In the third episode the inspector is shot.": [],
    "Two men are to be hanged on Friday.": [],
    "The photographer shot three brides in one day.": [],
    "He shot 12 portraits of the mayor.": [],
    "The minister was taken to hospital for tests.": [],
    "Doctors treated 300 patients in the clinic last week.": [],
    "Doctors treated 12 patients after the blast in their clinic.": ["injured 12..12"],
    "The injured list has grown to nine.": [],
    "She lost her life savings.": [],
    "Ten sailors lost their lives.": ["killed 10..10"],
    # numbers that are shares, years, measures of others
    "Half of the 40 passengers died.": [],
    "The fever wiped out one-third of the town.": [],
    "Eleven out of 40 passengers were killed.": ["killed 11..11"],
    "There were 11 deaths between 2009 and 2018.": ["killed 11..11"],
    "Sixteen died, the most since 2001, when 71 people perished.": ["killed 16..16"],
    "There have been 78 killings this year, compared with 64 last year.": [
        "killed 78..78",
    ],
    "Nine soldiers died in Vorrin, two days after a mine killed three.": [
        "killed 9..9",
    ],
    "Fighting killed more people in May than in June.": [],
    "Nine died and as many were wounded.": ["killed 9..9"],
    # one person, however many trades
    "Jon Sarvik, former chairman and chief clerk of the Vorrin Line, has died.": [
        "killed 1..1",
    ],
    "Our father, former chairman and editor Jon Sarvik, died on Sunday.": [
        "killed 1..1",
    ],
    "A teacher and poet was killed.": ["killed 1..1"],
    "A soldier and policeman were killed.": ["killed 2..2"],
    "A mother and daughter drowned.": ["killed 2..2"],
    "Nineteen-year-old Ana Varga-Lund was killed.": ["killed 1..1"],
    # one number for all
    "All 62 passengers and crew were killed.": ["killed 62..62"],
    "Five boys, brothers and cousins, drowned.": ["killed 5..5"],
    "Ten sailors -- a cook among them -- perished.": ["killed 10..10"],
    "Their twin sons died.": ["killed 2..2"],
    "Two bombers blew themselves up.": ["killed 2..2"],
    # more who were struck with them
    "Four attackers were killed along with six guards.": [
        "killed 4..4", "killed 6..6",
    ],
    "The mayor, along with two aides, was killed.": ["killed 3..3"],
    "The mayor and his wife were killed, as was their driver.": [
        "killed 1..1", "killed 2..2",
    ],
    # the dead by name, or by some of them
    "The dead were identified as Ana Petrell, 34, and Jon Sarvik, 29.": [
        "killed 2..2",
    ],
    "The dead include two firefighters and a nurse.": ["killed 3..3"],
    "Among the injured is a boy of six.": ["injured 1..1"],
    "The mayor confirmed the first death from marsh fever.": ["killed 1..1"],
    "She is the sixth person to die of the fever.": ["killed 6..6"],
    # nobody lived, nobody died
    "None of the 61 people aboard survived.": ["killed 61..61"],
    "There were no survivors among the 48 passengers.": ["killed 48..48"],
    "There are no dead.": ["killed 0..0"],
    "There was no loss of life.": ["killed 0..0"],
    "No officers were injured.": ["injured 0..0", "killed 0..0"],
    # verbs that stand elsewhere
    "Two girls and the driver did not survive.": ["killed 3..3"],
    "The army eliminated nine gunmen.": ["killed 9..9"],
    "In an ambush laid to the rebels, a clerk and four soldiers fell.": ["killed 5..5"],
    "Two guards fell asleep in the siege.": [],
    "Three died and 17 others, including two cooks, sustained injuries.": [
        "< injured 2..2", "injured 17..17", "killed 3..3",
    ],
    "Eight others are being treated.": ["injured 8..8"],
    "Two men are being treated as suspects.": [],
    "The fall left scores with broken ribs.": ["injured 40.."],
    "A grave holding the remains of 46 people was opened.": ["killed 46..46"],
    "A baker killed his wife and two sons before committing suicide.": [
        "killed 1..1", "killed 3..3",
    ],
    "Two brothers aged nine and eleven were killed.": ["killed 2..2"],
    "The blaze killed a grandmother and the two grandchildren.": ["killed 3..3"],
    "An officer embraced martyrdom.": ["killed 1..1"],
    "The number of victims of the crash has risen to nine.": ["killed 9..9"],
    "A cameraman was among the wounded.": ["injured 1..1"],
    "Nine people were killed: six men of one house, two of them deaf, and a guest.": [
        "< killed 2..2", "killed 9..9",
    ],
    "Killed: 12 / Injured: 36 / Houses destroyed: 210": [
        "injured 36..36", "killed 12..12",
    ],
    # totals
    "Fever: 14 new deaths were told, bringing the total since March to 311.": [
        "< killed 14..14", "killed 311..311",
    ],
    "In the collision died the driver and two passengers.": ["killed 3..3"],
    "Four people are said to have been killed.": ["killed 4..4"],
    "Four people met their deaths in the fire.": ["killed 4..4"],
    "Ten died and 35 sustained injuries.": ["injured 35..35", "killed 10..10"],
    "The toll of a fire that left two houses in ruins rose to 10.": ["killed 10..10"],
    # headlines
    "Suicide Bomber Kills at Least 20 at Oldport Market": ["killed 20.."],
    "Bus Plunges Into Ravine, Killing 18, Injuring Dozens": [
        "injured 24..", "killed 18..18",
    ],
    "Four Held Over Oldport Bank Robbery": ["arrested 4..4"],
    # numbers that count no people struck
    "The fire killed 40 goats and destroyed 12 houses.": [],
    "Some 30,000 people voted in Oldport.": [],
    "100,000 young people flee country in two months": [],
    "The minister said 60 percent of the dead were children.": [],
    "The deal was killed in the senate by 12 votes.": [],
    "The shop lost 300 customers in 2011.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_a_sentence_tells_these_tolls_and_no_others(
    text: str, expected: list[str]
) -> None:
    assert told(text) == sorted(expected)


def test_the_qualifier_is_kept_as_worded() -> None:
    (toll,) = tolls_of("An estimated 30 sailors drowned.")
    assert (toll.qualifier, toll.about, toll.counted) == (
        "An estimated",
        True,
        "sailors",
    )


def test_a_victims_name_is_not_what_is_counted() -> None:
    (toll,) = tolls_of("Mira Talen, 23, was shot dead outside her home.")
    assert toll.counted is None


def test_a_part_points_at_its_whole() -> None:
    whole, part = tolls_of("Five people died, three of them children.")
    assert (whole.part_of, part.part_of) == (None, 0)


WORDS = [
    "killed",
    "injured",
    "dead",
    "missing",
    "12",
    "at",
    "least",
    "more",
    "than",
    "including",
    "of",
    "them",
    "and",
    "or",
    "people",
    "a",
    "man",
    "toll",
    "rose",
    "to",
    "from",
    "dozens",
    ",",
    "no",
    "fled",
    "homes",
    "police",
    "were",
    "in",
    "Oldport",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_spans_lie_in_the_text_and_bounds_are_in_order(words: list[str]) -> None:
    text = " ".join(words)
    for toll in tolls_of(text):
        assert toll.span.end <= len(text)
        assert toll.low is None or toll.high is None or 0 <= toll.low <= toll.high
