"""Identity providers, by id."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zitadel.idp.v2 import idp_pb2, idp_service_pb2
from zitadel.object.v2 import object_pb2

from zgrpc.testing.domain import idps
from zgrpc.testing.messages import fill
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import timestamp

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("v2.idp.GetIDPByID")
def get_idp(ctx: Context, request: idp_service_pb2.GetIDPByIDRequest) -> idp_service_pb2.GetIDPByIDResponse:
    """Answer with an identity provider of any organization or of the instance that the caller may read."""
    row = idps.get_readable(ctx, request.id)
    message = idp_pb2.IDP(
        id=row["id"],
        details=object_pb2.Details(
            sequence=row["sequence"], creation_date=timestamp(row["created"]), change_date=timestamp(row["changed"]),
            resource_owner=row["owner"],
        ),
        state=row["state"], name=row["name"], type=getattr(idp_pb2, f"IDP_TYPE_{row['kind'].upper()}"),
    )  # fmt: skip
    message.config.options.SetInParent()
    fill(message.config.options, json.loads(row["options"]))
    config = getattr(message.config, row["kind"])
    config.SetInParent()
    fill(config, json.loads(row["settings"]))
    return idp_service_pb2.GetIDPByIDResponse(idp=message)
