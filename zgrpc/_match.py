"""Values for `where=`: text matches and the conditions that combine others.

Plain data without protobuf, so that `import zgrpc` stays light; `_where` turns it into query messages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from google.protobuf.message import Message

C = TypeVar("C")
C_co = TypeVar("C_co", covariant=True)


@dataclass(frozen=True, slots=True)
class TextMatch:
    """How a text is compared; made by `equals`, `starts_with`, `contains` and `ends_with`.

    Attributes:
        value: The text to compare with, taken literally (`%` and `_` are no wildcards).
        method: The comparison, named as in ZITADEL's `TextQueryMethod`.
        ignore_case: Whether upper and lower case are the same.
    """

    value: str
    method: Literal["EQUALS", "STARTS_WITH", "CONTAINS", "ENDS_WITH"]
    ignore_case: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.value, str):
            raise TypeError(f"{self.method.lower()}() takes a string, not {type(self.value).__name__}")
        if not isinstance(self.ignore_case, bool):
            raise TypeError(f"ignore_case= takes True or False, not {type(self.ignore_case).__name__}")


def equals(value: str, *, ignore_case: bool = False) -> TextMatch:
    """Matches the whole text. A plain string in `where=` means the same.

    Args:
        value: The text to compare with.
        ignore_case: Whether upper and lower case are the same.

    Raises:
        TypeError: If `value` is not a string.
    """
    return TextMatch(value, "EQUALS", ignore_case)


def starts_with(value: str, *, ignore_case: bool = False) -> TextMatch:
    """Matches texts that begin with `value`.

    Args:
        value: The text to compare with.
        ignore_case: Whether upper and lower case are the same.

    Raises:
        TypeError: If `value` is not a string.
    """
    return TextMatch(value, "STARTS_WITH", ignore_case)


def contains(value: str, *, ignore_case: bool = False) -> TextMatch:
    """Matches texts that hold `value` anywhere.

    Args:
        value: The text to compare with.
        ignore_case: Whether upper and lower case are the same.

    Raises:
        TypeError: If `value` is not a string.
    """
    return TextMatch(value, "CONTAINS", ignore_case)


def ends_with(value: str, *, ignore_case: bool = False) -> TextMatch:
    """Matches texts that end with `value`.

    Args:
        value: The text to compare with.
        ignore_case: Whether upper and lower case are the same.

    Raises:
        TypeError: If `value` is not a string.
    """
    return TextMatch(value, "ENDS_WITH", ignore_case)


@dataclass(frozen=True, slots=True)
class Condition(Generic[C_co]):
    """Conditions combined into one; made by `and_`, `or_` and `not_`.

    `C_co` is the mapping that `where=` takes, so that type checkers know the keys of the mappings directly in one.
    Those of a combination within a combination are checked when the request is built: pyright infers no deeper.
    """

    conditions: tuple[C_co | Condition[Any] | Message, ...]

    def __post_init__(self) -> None:
        if not self.conditions:
            raise TypeError(f"{type(self).__name__.lower()}_() takes at least one condition")


@dataclass(frozen=True, slots=True)
class And(Condition[C_co]):
    """Every one of the conditions holds."""


@dataclass(frozen=True, slots=True)
class Or(Condition[C_co]):
    """At least one of the conditions holds."""


@dataclass(frozen=True, slots=True)
class Not(Condition[C_co]):
    """The condition does not hold."""


def and_(*conditions: C | Condition[Any] | Message) -> And[C]:
    """Every one of the conditions holds. Several keys in one mapping mean the same.

    At the top of `where=` it works for every search, as the server ANDs queries; inside `or_` and `not_` it works
    where they do (`ListUsers`).

    Args:
        *conditions: What `where=` takes: mappings, query messages, further combinations.

    Raises:
        TypeError: If there is no condition.
    """
    return And(conditions)


def or_(*conditions: C | Condition[Any] | Message) -> Or[C]:
    """At least one of the conditions holds; for searches whose contract has an `or_query` (`ListUsers`).

    Args:
        *conditions: What `where=` takes: mappings (several keys in one are ANDed), query messages, combinations.

    Raises:
        TypeError: If there is no condition.
    """
    return Or(conditions)


def not_(condition: C | Condition[Any] | Message) -> Not[C]:
    """The condition does not hold; for searches whose contract has a `not_query` (`ListUsers`).

    Args:
        condition: What `where=` takes; of several keys in a mapping, at least one does not hold.
    """
    return Not((condition,))
