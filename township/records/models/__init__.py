from .attachment import Attachment, Citation
from .history import Change, RecordLock
from .job import Job
from .likeness import Apart, Merge
from .monthly import MonthlyTotal
from .own import OwnField, OwnRecord, OwnRegister
from .record import Line, Record, RecordQuerySet, State
from .reference import Holiday, Inherited, Law, Phrase, Scheme, SchemeMember, SwitchedOff, Topic
from .retention import Reduced, RetentionRule
from .saved_filter import SavedFilter
from .verified import Verified

__all__ = [
    "Apart",
    "Attachment",
    "Change",
    "Citation",
    "Holiday",
    "Inherited",
    "Job",
    "Law",
    "Line",
    "Merge",
    "MonthlyTotal",
    "OwnField",
    "OwnRecord",
    "OwnRegister",
    "Phrase",
    "Record",
    "RecordLock",
    "RecordQuerySet",
    "Reduced",
    "RetentionRule",
    "SavedFilter",
    "Scheme",
    "SchemeMember",
    "State",
    "SwitchedOff",
    "Topic",
    "Verified",
]
