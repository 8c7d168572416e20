"""Correction and editor's notes: what was wrong, what holds now, what it touches."""

from onrecord.extract.corrections.find import find_corrections, without_notes

__all__ = ["find_corrections", "without_notes"]
