"""Names in an article: people, bodies, armed groups, countries and places."""

from onrecord.annotate.mentions.credits import find_credits
from onrecord.annotate.mentions.find import find_mentions

__all__ = ["find_credits", "find_mentions"]
