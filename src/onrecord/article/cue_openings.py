"""The letters that a cue can open with: a line that opens otherwise is never it."""

from __future__ import annotations

OPTIONAL = ("?", "*")


def openings(cue: str) -> frozenset[str] | None:
    """The first letters of all that an expression fits; None where that is open.

    It is open for expressions that start with anything but letters, or with choices
    of words.

    >>> sorted(openings("(the )?most (read|shared)")), openings(r"\\d+ comments")
    (['m', 't'], None)
    """
    found = [_of_choice(choice) for choice in _choices(cue)]
    known = [letters for letters in found if letters is not None]
    return frozenset().union(*known) if len(known) == len(found) else None


def _of_choice(cue: str) -> frozenset[str] | None:
    """The same of an expression that is no choice of several."""
    found: frozenset[str] = frozenset()
    at = 0
    while at < len(cue):
        end = _group_end(cue, at) if cue[at] == "(" else at + 1
        letters = _of_part(cue[at:end])
        if letters is None or cue.startswith("{", end):
            return None
        found |= letters
        if not cue.startswith(OPTIONAL, end):
            return found
        at = end + 1
    return None  # all of it may be left out


def _of_part(part: str) -> frozenset[str] | None:
    """The first letters of one letter, or of a choice of words in brackets."""
    if part.startswith("("):
        return None if part.startswith("(?") else openings(part[1:-1])
    return frozenset(part) if part.isalpha() else None


def _group_end(cue: str, start: int) -> int:
    """Where the group that starts here is closed."""
    return start + len(_until(cue[start + 1 :], ")")) + 2


def _choices(words: str) -> list[str]:
    """The parts between bars, those in groups within left together."""
    found = [_until(words, "|")]
    while len("|".join(found)) < len(words):
        found.append(_until(words[len("|".join(found)) + 1 :], "|"))
    return found


def _until(words: str, mark: str) -> str:
    """The words before a mark that stands in no group, class or escape within."""
    depth, at, in_class = 0, 0, False
    while at < len(words):
        letter = words[at]
        if letter == mark and not depth and not in_class:
            break
        in_class = letter == "[" or (in_class and letter != "]")
        if not in_class:
            depth += (letter == "(") - (letter == ")")
        at += 2 if letter == "\\" else 1
    return words[:at]
