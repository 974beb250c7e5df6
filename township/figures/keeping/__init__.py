"""Figures kept in memory while the records they count stay unchanged, and not a moment longer.

**What tells that they are unchanged.** Every transaction that writes to a table adds a row for that table to
`TableWrite`, in the same transaction (`writes.py`). It is noticed at the connection, below the ORM: forms,
imports, `bulk_create`, `update()`, deleting, restoring and raw SQL through Django all pass there. The *tally*
is the sum of these rows by table. Rows are seen exactly when what they stand for is seen, and the sum only
grows; so two equal tallies of a table mean that no writing of it was committed between them.

**What is kept** (`kept.py`): a value, beside the tallies of all tables that were read while it was computed.
They are taken from the statements that were sent, so that no list of them can be wrong; a table whose writes
are not tallied makes the value one that is not kept. The key says all else that the value depends on: the
question, place, span and what the reader may reach.

**Why nothing old is shown.** A reader asks for the tally first, and only then takes a kept value or computes
one. Let it have read the tally T at moment t. A kept value with T was computed by somebody who had read T
before computing. Was it computed before t, then nothing was committed between that reading of T and t, and so
the value is what t would give. Was it computed after t, it is at most newer than asked for. A writer that
commits between a reader's two steps changes the tally: the newer value is kept under the older T, which
nobody reads any more once the writer has committed. What is rolled back takes its row with it.

**Where nothing is kept or taken:** within a transaction. One that has written sees what others do not yet
see, and one that is to see a single moment (locking a report, a backup) might be given something newer.

Each process keeps its own, a bounded number of values, the longest unused ones going first. They are numbers
of records and ids and names of places and choices, never personal data. What is written past Django altogether
(by hand in the database's own shell) is seen after `AT_MOST` at the latest.

**The statements themselves** (`composed.py`) are kept as well, whatever is written: they are questions, not answers.
"""
