"""The RPCs of the v1 services, each a small function from a request message over the domain to a response message.

How to write one. The server imports every module of this package, so a new file is enough::

    from zitadel import management_pb2 as m

    from zgrpc.testing.domain import pats
    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.registry import rpc
    from zgrpc.testing.v1.details import changed

    @rpc("management.RemovePersonalAccessToken")
    def remove_token(ctx: Context, request: m.RemovePersonalAccessTokenRequest) -> m.RemovePersonalAccessTokenResponse:
        return m.RemovePersonalAccessTokenResponse(details=changed(pats.remove(ctx, request.user_id, request.token_id)))

- When a handler runs, the caller is authenticated, has the permission in the contract within ``ctx.org_id``, and the
  request keeps the contract's limits (from the generated table, in the words of the real server): nothing of that is
  checked here. If the permission may be held for a single project only, enter the RPC in `zgrpc.testing.wire.checked`.
- RPCs that the contract marks as reads see the state that `projection_lag` allows. All others run in one transaction
  that an exception rolls back.
- A handler holds no rules: those are the domain's (`zgrpc.testing.domain` says how to write them).
- `details`: ``added(event)`` and ``changed(event)`` for what a write answers (the recordings say which of the two),
  ``details(row)`` for what a read answers, ``list_details(ctx, total)`` for lists, ``timestamp`` and ``micros``.
- `shared`: ``unchanged(row)`` for a write that found nothing to change, ``already_gone`` for a removal that found
  nothing, ``moment(message, field)`` for a Timestamp field or None.
- `lists`: ``page(request.query, order="")`` makes a domain `Page`. A handler turns `queries` into `Filters`:
  ``equals``, ``one_of``, ``text(column, value, method)``, ``where(sql, *parameters)``.
"""
