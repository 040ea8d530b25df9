"""The RPCs, each a small function over the store; this module is their table.

How to write one. Every module in this package is imported when the server starts, so a new file is enough:

    from zgrpc.testing.call import Call, added
    from zgrpc.testing.errors import Err
    from zgrpc.testing.handlers import rpc
    from zitadel import management_pb2 as m

    @rpc("management.AddProject")
    def add_project(call: Call, request: m.AddProjectRequest) -> dict[str, object]:
        project_id = call.store.new_id()
        event = call.push("project", project_id, "project.added")     # the log: sequences, dates, change lists
        call.add("projects", event, id=project_id, org_id=call.org_id, name=request.name)
        return {"id": project_id, "details": added(event)}            # the fields of the response

- When a handler runs, the caller is authenticated, has the permission that the contract asks for in `call.org_id`, and
  the request keeps the contract's limits (`validation`, from the generated table): none of that is checked here.
- `call`: `user_id` (the caller), `org_id` (`x-zitadel-orgid`, else the caller's own organization), `objects` (what the
  permission is held for), `domain` (the instance's), `store`. RPCs that the contract marks as reads see the state that
  `projection_lag` allows; all others run in one transaction that an exception rolls back.
- It returns the fields of the response as a dict, or the response message.
- Refuse with `raise Err("NOT_FOUND", "QUERY-fRunu", "Errors.PersonalAccessToken.NotFound")`: gRPC code, ZITADEL's id of
  the place, message key. English texts of keys are in `texts.ERRORS`, of event types in `texts.EVENTS`: add yours.
  ALREADY_EXISTS comes from unique indexes by itself (`schema.TAKEN`); `errors.hidden` is for what hides in UNKNOWN.
- The store: `one`, `all`, `value` read; `insert`, `update`, `run`, `run_many` write. `call.push` appends an event and
  gives its sequence; `call.add` and `call.change` write a row with the dates and the sequence of an event. Tables are
  in `schema`: add columns and tables there. A removed user, project or project grant takes its rows along.
- Details: `added(event)` and `changed(event)` for what a write answers (the recordings say which of the two), and
  `details(row)` for what a read answers.
- Lists: `call.page(query, select, source, filters, build, order="")` gives `details` and `result`. `Filters` has
  `equals`, `one_of`, `text(column, value, method)` and `where(sql, *parameters)`. With `order` the list is sorted as
  the real server sorts it; without, large lists come in another order for another offset or limit, as there.
- What several areas share is in `shared` and `users`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any, TypeVar

HANDLERS: dict[str, Callable[..., Any]] = {}
"""Every emulated RPC as ``management.AddOrg``, and the function that answers it."""

_F = TypeVar("_F", bound=Callable[..., Any])


def rpc(*names: str) -> Callable[[_F], _F]:
    """Enter a function in the table for one or more RPCs, each as ``management.AddOrg``."""

    def enter(function: _F) -> _F:
        for name in names:
            if name in HANDLERS:
                raise ValueError(f"{name} has two handlers: {HANDLERS[name].__module__} and {function.__module__}")
            HANDLERS[name] = function
        return function

    return enter


for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)
