"""How alike two spellings of a person's name are, in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from onrecord.gazetteer.folding import fold

# Words of a name that come and go between spellings.
PARTICLES = frozenset(
    ["al", "el", "ul", "ur", "ur-rahman", "bin", "ben", "ibn", "bint", "abu", "abou", "abi", "von", "van", "der", "den", "de", "da", "del", "la", "le", "di", "du", "dos", "das", "e", "i", "y", "ud", "uddin", "oglu", "zu", "ter", "ten"]
)
OPENERS = frozenset(
    ["sheikh", "shaikh", "sheik", "haji", "hajji", "sayed", "sayyid", "syed", "seyed", "said", "mullah", "mulla", "maulana", "maulvi", "mawlawi", "molvi", "ayatollah", "imam", "king", "queen", "prince", "princess", "emir", "sultan", "pope", "sir", "dr", "mr", "mrs", "ms", "lord", "lady", "dame", "prof"]
)
# Letters and pairs that write one sound in different transliterations; in order.
SOUNDS = (
    (re.compile(r"kh|gh|q|ck|x"), "k"),
    (re.compile(r"tch|tsch|dzh|dj|zh|ch|j|sch|sh|shch"), "j"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"th|dh|d"), "t"),
    (re.compile(r"ts|tz|z|c(?=[eiy])"), "s"),
    (re.compile(r"[gc]"), "k"),
    (re.compile(r"(?<!^)h"), ""),
    (re.compile(r"b|p"), "p"),
)
VOWELS = (
    (re.compile(r"ee|ey|iy|ii|ij|ie|yi|y|e"), "i"),
    (re.compile(r"ou|oo|uu|o"), "u"),
    (re.compile(r"ai|ay|aj|ei"), "ai"),
    (re.compile(r"aa"), "a"),
)
DOUBLED = re.compile(r"(.)\1+")
VOWEL = re.compile(r"[aiu]")


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """One form for the ways one sound is written; its vowels are kept, roughly.

    >>> sound_key("Mateen") == sound_key("Matin"), sound_key("Qani") == sound_key("Qane")
    (True, True)
    """
    text = fold(word).replace(" ", "")
    for pattern, letter in VOWELS:
        text = pattern.sub(letter, text)
    for pattern, letter in SOUNDS:
        text = pattern.sub(letter, text)
    return DOUBLED.sub(r"\1", text)


@lru_cache(maxsize=65536)
def bones(word: str) -> str:
    """The consonants of a word, by sound: "mtn" for Mateen, Matin and Metin.

    A vowel that opens the word is kept as one mark.

    >>> bones("Lavrov") == bones("Lawrow"), bones("Ilmar") == bones("Elmar")
    (True, True)
    """
    key = sound_key(word)
    if not key:
        return ""
    first = "a" if VOWEL.match(key) else key[0]
    return DOUBLED.sub(r"\1", first + VOWEL.sub("", key[1:]))


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name that count: no titles, no particles.

    "al-Qahtani" is one word, "qahtani"; a name of particles alone keeps them.
    """
    words = fold(name).split()
    while len(words) > 1 and words[0] in OPENERS:
        words = words[1:]
    kept = tuple(word for word in words if word not in PARTICLES)
    return kept or tuple(words)


@lru_cache(maxsize=131072)
def word_likeness(first: str, second: str) -> float:
    """How likely two folded words are spellings of one: 0 to 1.

    An initial is half a match with a word that it opens.
    """
    if first == second:
        return 1.0
    if len(first) == 1 or len(second) == 1:
        return 0.7 if first[:1] == second[:1] else 0.0
    left, right = sound_key(first), sound_key(second)
    if left == right:
        return 0.97
    likeness = Levenshtein.normalized_similarity(left, right)
    if bones(first) == bones(second):
        return max(0.8, 0.6 + 0.36 * likeness)
    letters = JaroWinkler.similarity(first, second)
    return (
        min(0.9, 0.5 * likeness + 0.5 * letters) if likeness >= 0.5 else 0.3 * letters
    )
