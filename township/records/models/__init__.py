from .attachment import Attachment, Citation
from .history import Change, RecordLock
from .likeness import Apart, Merge
from .record import Line, Record, RecordQuerySet, State
from .reference import Holiday, Law, Scheme, SchemeMember, Topic
from .saved_filter import SavedFilter

__all__ = [
    "Apart",
    "Attachment",
    "Change",
    "Citation",
    "Holiday",
    "Law",
    "Line",
    "Merge",
    "Record",
    "RecordLock",
    "RecordQuerySet",
    "SavedFilter",
    "Scheme",
    "SchemeMember",
    "State",
    "Topic",
]
