from .attachment import Attachment, Citation
from .history import Change, RecordLock
from .record import Line, Record, RecordQuerySet, State
from .reference import Inherited, Law, Phrase, Scheme, SchemeMember, SwitchedOff, Topic
from .saved_filter import SavedFilter

__all__ = [
    "Attachment",
    "Change",
    "Citation",
    "Inherited",
    "Law",
    "Line",
    "Phrase",
    "Record",
    "RecordLock",
    "RecordQuerySet",
    "SavedFilter",
    "Scheme",
    "SchemeMember",
    "State",
    "SwitchedOff",
    "Topic",
]
