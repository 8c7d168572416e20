"""Names in an article: people, bodies, armed groups, countries and places."""

from onrecord.annotate.mentions.credits import find_credits
from onrecord.annotate.mentions.find import find_mentions
from onrecord.annotate.mentions.place_book import CountryPlaces

__all__ = ["CountryPlaces", "find_credits", "find_mentions"]
