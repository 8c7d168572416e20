"""Sentences of a note that tell what was put into the text or taken out of it."""

from __future__ import annotations

from onrecord.extract.corrections.cues import any_of, matcher
from onrecord.extract.corrections.phrases import Pair, Piece, set_against, without_tail

TAKEN_OUT = (
    r"\W*(?P<was>(?:an?|the|one|two|some) (?:sentences?|paragraphs?|references?"
    r"|quotations?|quotes?|passages?|lines?|claims?|descriptions?)\b.+?)"
    r" (?:has|have|was|were)(?: been)? (?:removed|deleted|taken out|cut|dropped)\b.*"
)


def change_in(sentence: Piece) -> Pair | None:
    """What this sentence says was changed; None when it tells of no change."""
    for read in (_from_to, _spelling, _telling, _adding, _should, _taken_out):
        found = read(sentence)
        if found is not None:
            return found
    return None


def _from_to(sentence: Piece) -> Pair | None:
    verbs = any_of("changing", "verbs")
    pattern = (
        rf".*?\b{verbs}\b(?: \w+)?"
        r" from (?P<was>(?:\S+ ){1,8}?)to (?P<now>.+)"
    )
    found = matcher(f"(?s:{pattern})").fullmatch(sentence.words)
    if found is None:
        return None
    now = without_tail(sentence.group(found, "now"))
    return Pair(sentence.group(found, "was"), now)


def _spelling(sentence: Piece) -> Pair | None:
    """From "the spelling of A has been corrected", "corrects it to A, not B"."""
    corrects = (
        r"(?s:.*?\bcorrect(?:s|ed|ing)?\b(?: the| an?)? .{1,90}?\bto"
        r"(?: say| read| show)?(?: that)? (?P<now>.+))"
    )
    found = matcher(corrects).fullmatch(sentence.words)
    if found and matcher(r"\bbeen correct").search(sentence.words) is None:
        return _sides(without_tail(sentence.group(found, "now")))
    spelled = (
        r"(?s:\W*the spelling of (?P<now>.+?)(?:['’]s? (?:\w+ )?(?:name|surname))?"
        r" (?:has|was)(?: been)? (?:corrected|fixed|changed)\b.*)"
    )
    found = matcher(spelled).fullmatch(sentence.words)
    return Pair(None, sentence.group(found, "now")) if found else None


def _telling(sentence: Piece) -> Pair | None:
    """From "has been updated to make clear that ..."."""
    verbs, telling = any_of("changing", "verbs"), any_of("changing", "telling")
    pattern = rf".*?\b{verbs}\b[^;]{{0,80}}?\bto {telling}\b(?:,? that)? (?P<now>.+)"
    found = matcher(f"(?s:{pattern})").fullmatch(sentence.words)
    return _sides(without_tail(sentence.group(found, "now"))) if found else None


def _adding(sentence: Piece) -> Pair | None:
    verbs = any_of("changing", "verbs")
    adding, removing = any_of("changing", "adding"), any_of("changing", "removing")
    added = (
        rf".*?\b(?:{verbs}\b[^;]{{0,60}}?\b(?:to {adding}|with)"
        r"|now (?:includes|carries)|^\W*adds)"
        r"(?: more| additional| further| new)? (?P<now>.+)"
    )
    found = matcher(f"(?s:{added})").fullmatch(sentence.words)
    if found:
        return Pair(None, sentence.group(found, "now"))
    removed = rf".*?\b{verbs}\b[^;]{{0,60}}?\bto {removing} (?P<was>.+)"
    found = matcher(f"(?s:{removed})").fullmatch(sentence.words)
    return Pair(sentence.group(found, "was"), None) if found else None


def _should(sentence: Piece) -> Pair | None:
    verbs = r"(?:read|said|say|been|be|stated|state|reported|given)"
    pattern = rf".*?\bshould (?:instead )?(?:have )?{verbs}(?: that)? (?P<now>.+)"
    found = matcher(f"(?s:{pattern})").fullmatch(sentence.words)
    return _sides(sentence.group(found, "now")) if found else None


def _taken_out(sentence: Piece) -> Pair | None:
    found = matcher(f"(?s:{TAKEN_OUT})").fullmatch(sentence.words)
    return Pair(sentence.group(found, "was"), None) if found else None


def _sides(now: Piece) -> Pair:
    """What holds now, with what it replaces where the words set it against that."""
    return set_against(now) or Pair(None, now)
