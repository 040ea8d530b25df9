"""Strings and paths whose repr does not show them."""

from __future__ import annotations

import os
import re
from typing import NoReturn, Self, SupportsIndex, TypeVar, cast, overload

T = TypeVar("T")
TextT = TypeVar("TextT", bound="str | bytes")

_LONGEST_PATH, _LONGEST_NAME = 4096, 255  # bytes, on Linux
_SHORT = 8  # characters
_OPAQUE = r"[A-Za-z0-9_.=-]{40,}"


def without(text: TextT, secret: str, shown: str = "[redacted]") -> TextT:
    """Return a text without a secret.

    A secret of fewer than 8 characters is removed only where it is a whole word: it is a part of other words by chance.

    Args:
        text: A text, or bytes that may hold the secret in UTF-8.
        secret: The secret; an empty one is in no text.
        shown: What takes its place.
    """
    if not secret:
        return text
    if len(secret) < _SHORT:  # longer ones would stay in the cache of `re`
        pattern = rf"(?<!\w){re.escape(str(secret))}(?!\w)"
        if isinstance(text, bytes):
            return cast("TextT", re.sub(pattern.encode(), shown.encode(), text))
        return cast("TextT", re.sub(pattern, shown, text))
    if isinstance(text, bytes):
        return cast("TextT", text.replace(secret.encode(), shown.encode()))
    return cast("TextT", text.replace(secret, shown))


class Hidden(str):
    """A `str` whose `repr` is redacted: a path or an address that may hold a secret."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}('***')"

    def __getitem__(self, key: SupportsIndex | slice) -> Self:
        # rich shortens a long local variable before it asks for its repr.
        return type(self)(super().__getitem__(key))


class Secret(Hidden):
    """A `str` whose `repr` is redacted and that refuses to be pickled, for tokens, keys and whole headers.

    It is the plain string to everything that asks for its characters (`str.encode`, `+`, f-strings); what prints a
    container, a traceback's locals or a log record's arguments by `repr` sees no secret.
    """

    __slots__ = ()

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret cannot be pickled: build the credentials in the process that uses them")


class SecretBytes(bytes):
    """`Secret` for bytes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "SecretBytes('***')"

    @overload
    def __getitem__(self, key: SupportsIndex) -> int: ...
    @overload
    def __getitem__(self, key: slice) -> bytes: ...
    def __getitem__(self, key: SupportsIndex | slice) -> int | bytes:
        found = super().__getitem__(key)
        return type(self)(found) if isinstance(found, bytes) else found

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret cannot be pickled: build the credentials in the process that uses them")


def hide_secret(value: T) -> T:
    """Return a string as `Secret`; rebinding an argument to it keeps tracebacks' locals clean.

    Bytes are hidden too. Every other value is returned as it is, for the check that follows to reject.
    """
    if isinstance(value, str):
        return cast("T", Secret(value))
    return cast("T", SecretBytes(value)) if isinstance(value, bytes) else value


def kind_of(value: object) -> str:
    """Return the name of a value's type, for an error; hidden bytes are bytes to the caller."""
    return "bytes" if isinstance(value, bytes) else type(value).__name__


def hide(value: object) -> object:
    """Return a string or a path as `Hidden`; rebinding an argument to it keeps tracebacks' locals clean."""
    if isinstance(value, (str, os.PathLike)):
        text = os.fspath(value)
        return Hidden(text) if isinstance(text, str) else value
    return value


def path_argument(value: object, argument: str) -> str:
    """Return the path, as `Hidden`; reject, without showing it, what looks like the content of the file.

    Args:
        value: What the caller gave.
        argument: Its name, for the error.

    Raises:
        TypeError: It is not a path.
        ValueError: It is empty, or looks like a key, a certificate or a token.
    """
    value = hide(value)
    if not isinstance(value, str):
        raise TypeError(f"{argument} must be the path of a file, not {type(value).__name__}")
    if not value.strip():
        raise ValueError(f"{argument} is empty; it must be the path of a file")
    if reason := _no_path(value):
        raise ValueError(f"{argument} must be the path of a file, but looks like its content: it {reason}")
    return value


def _no_path(text: str) -> str:
    """Return why `text` cannot be meant as a path; empty if it can."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "-----BEGIN")):
        return "begins as JSON does" if start[0] == "{" else "begins as a PEM does"
    if any(c in text for c in "\r\n\0"):
        return "holds a line end"
    sizes = [len(name.encode("utf-8", "replace")) for name in re.split(r"[/\\]", text)]
    if sum(sizes) > _LONGEST_PATH or max(sizes) > _LONGEST_NAME:
        return "is longer than a path may be"
    if re.fullmatch(_OPAQUE, text) and not os.path.exists(text):  # noqa: PTH110 - a Path would show it
        return "has the form of a token, and no such file exists (write ./NAME for a file that comes later)"
    return ""


def shown_path(path: str | os.PathLike[str]) -> str:
    """Return a path for an error or a repr; it is shown only if it exists, because it may be a secret by mistake."""
    text = Hidden(os.fspath(path))
    exists = os.path.exists(text)  # noqa: PTH110 - a Path would show it
    return str.__str__(text) if exists else "(not shown: it does not exist)"


def read_path(path: object, argument: str) -> bytes:
    """Return the bytes of a file.

    Raises:
        ValueError: `path` looks like the file's content.
        OSError: The file cannot be read. The error names the path only if it cannot be a secret.
    """
    path = hide(path)
    text = path_argument(path, argument)
    try:
        with open(text, "rb") as file:  # noqa: PTH123 - a Path would show it
            return file.read()
    except OSError as exception:
        number, reason, kind = exception.errno, exception.strerror, type(exception)
    raise kind(number, f"cannot read {argument} {shown_path(text)}: {reason}")
