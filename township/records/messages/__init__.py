"""Reading a message of a group chat into a draft (粘贴识别): rules and dictionaries, no model, no network.

Each record app states in its `messages.py` how people speak of its registers; what is common to all of them
(days, places, laws, topics) is read here. Nothing that is read is saved before somebody has looked at it.
"""

from .reading import Draft, read_message
from .rules import Count, Guess, Reading, Rows, Said, readings

__all__ = ["Count", "Draft", "Guess", "Reading", "Rows", "Said", "read_message", "readings"]
