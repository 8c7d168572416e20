"""Numbers of people to whom something happened, as sentences word them."""

from onrecord.extract.figures.find import find_tolls
from onrecord.extract.figures.quantities import Quantity, find_quantities
from onrecord.extract.figures.toll import Toll
from onrecord.extract.figures.whole import Bounds, whole_of

__all__ = ["Bounds", "Quantity", "Toll", "find_quantities", "find_tolls", "whole_of"]
