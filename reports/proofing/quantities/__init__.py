"""Every numeral of an official text: what it is, how much it says, in which unit, and where it stands."""

from .finding import FIGURE, FREQUENCY, Quantity, quantities
from .units import KIND_OF, agreement

__all__ = ["FIGURE", "FREQUENCY", "KIND_OF", "Quantity", "agreement", "quantities"]
