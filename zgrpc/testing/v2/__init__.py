"""The RPCs of the v2 services, each a small function from a request message over the domain to a response message.

As `zgrpc.testing.v1`, but:

- A short name has the service's key: ``@rpc("v2.user.DeactivateUser")``.
- The context has no scope: things are found by id anywhere, and the domain checks the permission. The organization of a
  new thing comes from the request.
- The server refuses a request that breaks the contract's limits with a native INVALID_ARGUMENT.
- `details`: ``date(event)`` gives the Timestamp that most answers carry, ``date_or_changed(result)`` that of a command
  that may find nothing to change.
- `lists`: ``page(request.pagination, column, tie)`` gives 100 rows unless asked otherwise, and refuses more than 1,000;
  ``pagination(total, page)`` makes the response's part. A list drops the rows that the caller may not see from a page;
  the total counts them.
"""
