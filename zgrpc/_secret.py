"""A string that does not show itself."""

from __future__ import annotations

from typing import NoReturn


class Secret(str):
    """A `str` whose `repr` is redacted and that refuses to be pickled, for tokens, keys and whole headers.

    It is the plain string to everything that asks for its characters (`str.encode`, `+`, f-strings); what prints a
    container, a traceback's locals or a log record's arguments by `repr` sees no secret.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('***')"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret is not pickled: build the credentials in the process that uses them")
