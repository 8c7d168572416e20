"""Numbers of people to whom something happened, as sentences word them."""

from onrecord.extract.figures.find import find_tolls
from onrecord.extract.figures.quantities import Quantity, find_quantities
from onrecord.extract.figures.toll import Toll

__all__ = ["Quantity", "Toll", "find_quantities", "find_tolls"]
