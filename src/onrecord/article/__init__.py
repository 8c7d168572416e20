"""Pages to articles: zones, the choice of spans, title, byline, outlet, times."""

from onrecord.article.assemble import find_articles
from onrecord.article.label import label_blocks

__all__ = ["find_articles", "label_blocks"]
