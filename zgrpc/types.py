"""Names for annotations: what `where=` takes, and the dicts and enum values that stand for message fields.

For example `ListUsersWhere` (a TypedDict of the keys of `where=`), `ListUsersCondition` (all that `where=` takes),
`AddHumanUserRequestProfileDict` (a dict in place of that message) and `GenderValue` (an enum by value or name). They
are known to type checkers; at run time each is `typing.Any`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # Every name of the generated stub, which has no source.
    from zgrpc._contract._generated.types.names import *  # noqa: F403  # pyright: ignore[reportMissingModuleSource]
else:

    def __getattr__(name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return Any
