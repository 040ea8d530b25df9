"""Values for `where=`: text matches and the conditions that combine others.

Plain data without protobuf, so that `import zgrpc` stays light. The module `where` turns it into query messages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from google.protobuf.message import Message

C = TypeVar("C")
C_co = TypeVar("C_co", covariant=True)


@dataclass(frozen=True, slots=True)
class TextMatch:
    """How a text is compared. `equals`, `starts_with`, `contains` and `ends_with` create it.

    Attributes:
        value: The text to compare with. `%` and `_` stand for themselves.
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
    """Match the whole text. A plain string in `where=` means the same.

    Args:
        value: The text to compare with.
        ignore_case: Whether upper and lower case are the same.

    Raises:
        TypeError: If `value` is not a string.
    """
    return TextMatch(value, "EQUALS", ignore_case)


def starts_with(value: str, *, ignore_case: bool = False) -> TextMatch:
    """Match texts that begin with `value`.

    Args:
        value: The text to compare with.
        ignore_case: Whether upper and lower case are the same.

    Raises:
        TypeError: If `value` is not a string.
    """
    return TextMatch(value, "STARTS_WITH", ignore_case)


def contains(value: str, *, ignore_case: bool = False) -> TextMatch:
    """Match texts that contain `value`.

    Args:
        value: The text to compare with.
        ignore_case: Whether upper and lower case are the same.

    Raises:
        TypeError: If `value` is not a string.
    """
    return TextMatch(value, "CONTAINS", ignore_case)


def ends_with(value: str, *, ignore_case: bool = False) -> TextMatch:
    """Match texts that end with `value`.

    Args:
        value: The text to compare with.
        ignore_case: Whether upper and lower case are the same.

    Raises:
        TypeError: If `value` is not a string.
    """
    return TextMatch(value, "ENDS_WITH", ignore_case)


@dataclass(frozen=True, slots=True)
class Condition(Generic[C_co]):
    """Conditions combined into one. `and_`, `or_` and `not_` create it.

    `C_co` is the mapping that `where=` takes, so type checkers know the keys of the mappings directly in it. They do
    not infer a combination within a combination: its keys are checked when the request is built.
    """

    conditions: tuple[C_co | Condition[object] | Message, ...]

    def __post_init__(self) -> None:
        if not self.conditions:
            raise TypeError(f"{type(self).__name__.lower()}_() takes at least one condition")


@dataclass(frozen=True, slots=True)
class And(Condition[C_co]):
    """Every condition holds."""


@dataclass(frozen=True, slots=True)
class Or(Condition[C_co]):
    """At least one of the conditions holds."""


@dataclass(frozen=True, slots=True)
class Not(Condition[C_co]):
    """The condition does not hold."""


def and_(*conditions: C | Condition[object] | Message) -> And[C]:
    """Require every condition. Several keys in one mapping mean the same.

    At the top of `where=` it works for every search, because the server ANDs queries. Inside `or_` and `not_` it works
    for the searches that have those: users, and administrators in v2.

    Args:
        *conditions: What `where=` takes: mappings, query messages, further combinations.

    Raises:
        TypeError: If there is no condition.
    """
    return And(conditions)


def or_(*conditions: C | Condition[object] | Message) -> Or[C]:
    """Require at least one of the conditions. Works for searches of users, and of administrators in v2.

    Args:
        *conditions: What `where=` takes: mappings (several keys in one are ANDed), query messages, combinations.

    Raises:
        TypeError: If there is no condition.
    """
    return Or(conditions)


def not_(condition: C | Condition[object] | Message) -> Not[C]:
    """Require that the condition does not hold. Works for searches of users, and of administrators in v2.

    Args:
        condition: What `where=` takes. If a mapping has several keys, at least one of them must not hold.
    """
    return Not((condition,))
