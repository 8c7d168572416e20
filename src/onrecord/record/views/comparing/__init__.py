"""The texts of a story side by side: facts as rows, outlets' texts as columns."""

from onrecord.record.views.comparing.reading import compare_articles, read_comparison

__all__ = ["compare_articles", "read_comparison"]
