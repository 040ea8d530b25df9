"""What a failure of SQLite or of the disk answers: a status with a text, never a crash."""

from __future__ import annotations

import sqlite3

from zgrpc.testing.errors import Err, bare

# A part of SQLite's message, the status, and what the answer says.
_ANSWERS = (
    ("database or disk is full", "RESOURCE_EXHAUSTED", "the emulator's disk is full"),
    ("too many SQL variables", "INVALID_ARGUMENT", "the request has too many values for one statement"),
    ("expression tree is too large", "INVALID_ARGUMENT", "the request nests too many conditions"),
    ("parser stack overflow", "INVALID_ARGUMENT", "the request nests too many conditions"),
    ("query aborted", "UNAVAILABLE", "the emulator is stopping"),
    ("closed database", "UNAVAILABLE", "the emulator is stopping"),
    ("string or blob too big", "INVALID_ARGUMENT", "a value is too large for the emulator's store"),
    ("database is locked", "UNAVAILABLE", "another process locks the emulator's file"),
    ("disk i/o error", "UNAVAILABLE", "the emulator cannot read or write its file"),
    ("unable to open database file", "UNAVAILABLE", "the emulator cannot open its file"),
    ("readonly database", "UNAVAILABLE", "the emulator cannot write its file"),
    ("malformed", "INTERNAL", "the emulator's file is damaged"),
    ("not a database", "INTERNAL", "the emulator's file is damaged"),
)


def status_of(error: Exception) -> Err | None:
    """Return what the failure of a statement answers; None for an error of another kind.

    A full disk answers RESOURCE_EXHAUSTED, what SQLite cannot store or compute INVALID_ARGUMENT, a file that cannot be
    used UNAVAILABLE, a damaged one INTERNAL.
    """
    if isinstance(error, OverflowError) and "SQLite INTEGER" in str(error):
        return bare("INVALID_ARGUMENT", "a number is out of the range of 64 bits")
    if not isinstance(error, sqlite3.Error):
        return None
    text = str(error).lower()
    for part, code, answer in _ANSWERS:
        if part.lower() in text:
            return bare(code, f"{answer}: {error}")
    return bare("INTERNAL", f"the emulator's store failed: {error}")
