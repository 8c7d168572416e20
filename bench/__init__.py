"""Measures: each file named like a bench prints our figure, the peer's, the goal."""
