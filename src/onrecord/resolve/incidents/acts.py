"""What was done, as any word of a text says it: shot, stabbed, burned, crashed.

A report has one kind, and late or vague reports have a vague one: an arrest, a killing,
harm. Their texts mostly still say what the matter was.
"""

from __future__ import annotations

import re
from collections import Counter

_ACTS = {
    "shooting": r"shots?|shoot(?:s|ing|ings|er|ers|out)?|gunshots?|gunfire|gunned|"
    r"gunm[ae]n|bullets?|drive-by|open(?:s|ed|ing)? fire|hail of",
    "stabbing": r"stab(?:s|bed|bing|bings)?|knif(?:e|ed|ing)|knives|slash(?:ed|ing)?|"
    r"machetes?|hacked|behead\w*",
    "fire": r"(?<!opened )(?<!open )(?<!under )(?<!opening )fires?"
    r"(?! (?:crews?|brigade|chief|department|service|trucks?|official|at|on)\b)|"
    r"blazes?|arson\w*|"
    r"flames|burn(?:ed|t|ing)|smoke|torched|firebomb\w*",
    "crash": r"(?:car|bus|road|fatal|head-on|highway|vehicle|truck)? ?crash(?:ed|es)?|"
    r"collisions?|collid\w+|hit[- ]and[- ]run|pile-?up|overturned|derail\w*|skidded|"
    r"(?:hit|struck|killed|knocked down|run over|ran over|mown down) by (?:a|an|the|"
    r"his|her) (?:\w+[ -]){0,2}(?:car|truck|lorry|bus|van|train|pickup|driver|vehicle|"
    r"suv|taxi|tram|motorist)|ran over|run over|left the road|pedestrian|cyclist|"
    r"motorcyclist|motorist",
    "blast": r"bomb(?!ard)\w*|explo(?:sion|sions|ded|des|sives?)|blasts?|grenades?|"
    r"detonat\w+|gas leak",
    "robbery": r"rob(?:s|bed|bing|ber|bers|bery|beries)?|h[eo]ld[- ]?ups?|held up|"
    r"mugg\w+|snatch\w*|heists?|carjack\w*|raiders?|loot(?:ed)?|ransack\w*",
    "theft": r"burgl\w+|break-ins?|broke into|thefts?|thie(?:f|ves)|stole|stolen",
    "abduction": r"kidnap\w*|abduct\w*|hostages?|ransom",
    "beating": r"beat(?:en|ing|s)?|bashed|assault\w*|punch(?:ed|ing)?|lynch\w*|mob|"
    r"kicked|bludgeon\w*|brawl",
    "strangling": r"strangl\w+|suffocat\w+|smother\w*",
    "rape": r"rap(?:e|ed|es|ist|ing)|sexual\w*|molest\w*|grop(?:ed|ing)",
    "drowning": r"drown\w*|capsiz\w+|swept away|sank|sunk|shipwreck",
    "collapse": r"collaps\w+|cave[ds] in|cave-in|rubble|gave way",
    "crush": r"stampede\w*|crushed",
    "flood": r"flood\w*|landslides?|mudslides?|monsoon|downpours?",
    "quake": r"earthquakes?|quakes?|aftershocks?|epicent\w+|magnitude",
    "storm": r"cyclones?|hurricanes?|typhoons?|tornado\w*|storms?",
    "protest": r"protest(?:s|ed|ers?|ors?)?|riot\w*|demonstrat\w+",
    "strike": r"air ?strikes?|drones?|missiles?|shell(?:ed|ing)|rockets?",
    "drugs": r"cocaine|heroin|fentanyl|meth|methamphetamine|cannabis|drug bust",
}
_WORDS = {
    act: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for act, words in _ACTS.items()
}
IN_TITLE = 2  # a word of the title counts so often: it says what the matter is


def acts_in(title: str, text: str) -> tuple[frozenset[str], str | None]:
    """All acts that are named, and the one named most, in title and text.

    >>> every, most = acts_in("Man shot in Oldport", "Police say that he was robbed.")
    >>> sorted(every), most
    (['robbery', 'shooting'], 'shooting')
    >>> acts_in("", "Two men are being held.")
    (frozenset(), None)
    """
    counts = Counter[str]()
    for act, words in _WORDS.items():
        told = IN_TITLE * len(words.findall(title)) + len(words.findall(text))
        if told:
            counts[act] = told
    first = min(counts, key=lambda act: (-counts[act], act)) if counts else None
    return frozenset(counts), first
