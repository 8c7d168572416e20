"""How alike two spellings of a person's name are, in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from onrecord.gazetteer.folding import fold
from onrecord.gazetteer.spelling.scripts import sounds_of
from onrecord.gazetteer.spelling.small_words import small_words

# Words of a name that come and go between spellings.
PARTICLES = frozenset(
    {"al", "el", "ul", "ur", "ud", "us", "bin", "ben", "ibn", "bint", "abu", "abou"}
    | {"abi", "von", "van", "der", "den", "de", "da", "del", "la", "le", "di", "du"}
    | {"dos", "das", "e", "i", "y", "zu", "ter", "ten", "mian", "jr", "sr"}
)
OPENERS = frozenset(
    {"sheikh", "shaikh", "sheik", "haji", "hajji", "sayed", "sayyid", "syed", "seyed"}
    | {"mullah", "mulla", "maulana", "maulvi", "mawlawi", "molvi", "ayatollah", "imam"}
    | {"king", "queen", "prince", "princess", "emir", "sultan", "pope", "sir", "dr"}
    | {"mr", "mrs", "ms", "lord", "lady", "dame", "prof"}
)
# Letters that write one sound in different transliterations; in this order.
SOUNDS = (
    (re.compile(r"tch|tsch|dzh|dj|zh|sch|sh|ch|j"), "j"),
    (re.compile(r"kh|gh|q|ck|x"), "k"),
    (re.compile(r"ts|tz|z|c(?=[eiy])"), "s"),
    (re.compile(r"[gc]"), "k"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"th|dh|d"), "t"),
    (re.compile(r"b"), "p"),
    (re.compile(r"(?<!^)h"), ""),
)
VOWELS = (
    (re.compile(r"ai|ay|aj|ei"), "e"),
    (re.compile(r"ee|ey|iy|ii|ij|ie|yi|y|e"), "i"),
    (re.compile(r"ou|oo|uu|o"), "u"),
    (re.compile(r"aa"), "a"),
)
HYPHENED = re.compile(r"\W*\w+-")  # a small word at the front, tied to what follows
DOUBLED = re.compile(r"(.)\1+")
VOWEL = re.compile(r"[aiu]")
INITIAL = 0.7  # how much an initial says for a word that it opens
SHORT_FORM = 4  # letters from which the opening of a word may stand for it
SAME_SOUND, SHORTENED, SAME_BONES = 0.97, 0.75, 0.8
EXTRA_WORD = 0.97  # for each word that only the longer name has
TOO_FAR = 0.5  # of the letters by sound; below, the words have nothing in common


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """One form for the ways one sound is written; its vowels are kept, roughly.

    >>> sound_key("Mateen") == sound_key("Matin")
    True
    """
    text = fold(word).replace(" ", "")
    for pattern, letter in (*VOWELS, *SOUNDS):
        text = pattern.sub(letter, text)
    return DOUBLED.sub(r"\1", text)


@lru_cache(maxsize=65536)
def bones(word: str) -> str:
    """The consonants of a word, by sound; a vowel that opens it is one mark.

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

    >>> name_words("Sheikh Hamid al-Rawi"), name_words("Ben Torel")
    (('hamid', 'rawi'), ('ben', 'torel'))
    """
    words = fold(name).split()
    while len(words) > 1 and words[0] in OPENERS:
        words = words[1:]
    kept = tuple(word for word in words if word not in PARTICLES)
    is_given = small_words().is_given([sounds_of(word) for word in words[:2]])
    if is_given and not HYPHENED.match(name):
        return (words[0], *kept) if words[0] in PARTICLES else kept
    return kept or tuple(words)


@lru_cache(maxsize=131072)
def word_likeness(first: str, second: str) -> float:
    """How likely two folded words are spellings of one: 0 to 1."""
    short, long = sorted((first, second), key=len)
    if len(short) <= 1 or first == second:
        return _by_initial(short, long)
    left, right = sound_key(first), sound_key(second)
    if left == right:
        return SAME_SOUND
    likeness = float(Levenshtein.normalized_similarity(left, right))
    if bones(first) == bones(second):
        return max(SAME_BONES, 0.6 + 0.36 * likeness)
    if len(short) >= SHORT_FORM and long.startswith(short):
        return SHORTENED
    if likeness < TOO_FAR:
        return 0.3 * likeness
    letters = float(JaroWinkler.similarity(first, second))
    return min(0.9, (likeness + letters) / 2)


def _by_initial(short: str, long: str) -> float:
    if short == long:
        return 1.0
    return INITIAL if short and long.startswith(short) else 0.0


def name_likeness(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """How likely two names, as `name_words`, are spellings of one: 0 to 1.

    Every word of the shorter name must have its like in the longer one, in any
    order; a given name that differs brings the whole down.
    """
    short, long = sorted((first, second), key=len)
    if not short:
        return 0.0
    if first == second:
        return 1.0
    joined = "".join(first), "".join(second)
    if bones(joined[0]) == bones(joined[1]):
        together = float(Levenshtein.normalized_similarity(*map(sound_key, joined)))
    else:
        together = 0.0
    return max(_by_words(short, long), together * SAME_SOUND)


def _by_words(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    free = list(range(len(long)))
    matched: list[tuple[float, int]] = []
    for word in short:
        best = max(free, key=lambda at: (word_likeness(word, long[at]), -at))
        matched.append((word_likeness(word, long[best]), best))
        free.remove(best)
    scores = [score for score, _ in matched]
    places = [place for _, place in matched]
    order = 1.0 if places == sorted(places) else 0.97
    worst, mean = min(scores), sum(scores) / len(scores)
    return float(worst**0.5 * mean * order * EXTRA_WORD ** len(free))
