"""Fits how much each sign counts when a place is chosen, and keeps what is held out."""
