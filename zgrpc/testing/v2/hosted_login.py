"""The translations of the hosted login."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from google.protobuf import json_format
from google.protobuf.struct_pb2 import Struct
from zitadel.settings.v2 import settings_service_pb2 as s

from zgrpc.testing.domain import hosted_login as domain
from zgrpc.testing.registry import rpc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zgrpc.testing.domain.context import Context


@rpc("v2.settings.GetHostedLoginTranslation")
def get_translation(ctx: Context, request: s.GetHostedLoginTranslationRequest) -> s.GetHostedLoginTranslationResponse:
    """Answer with the translations of a level, and where it has none, with those of the levels above."""
    instance, org_id = ctx.store.fact("instance_id"), request.organization_id
    match request.WhichOneof("level"):
        case "organization_id":
            owners = [org_id] if request.ignore_inheritance else [org_id, instance]
        case "instance":
            owners = [instance]
        case _:
            owners = []
    found = domain.get(ctx.store, request.locale, *owners)
    if not request.ignore_inheritance or request.system:
        found = domain.inherited(found)
    translations = json_format.ParseDict(found, Struct())
    return s.GetHostedLoginTranslationResponse(etag=_etag(translations), translations=translations)


@rpc("v2.settings.SetHostedLoginTranslation")
def set_translation(ctx: Context, request: s.SetHostedLoginTranslationRequest) -> s.SetHostedLoginTranslationResponse:
    """Set all translations of a level for a language."""
    owner = request.organization_id or ctx.store.fact("instance_id")
    translations: Mapping[str, Any] = json_format.MessageToDict(request.translations)
    domain.write(ctx, owner, request.locale, translations)
    return s.SetHostedLoginTranslationResponse(etag=_etag(request.translations))


def _etag(translations: Struct) -> str:
    return hashlib.md5(translations.SerializeToString(deterministic=True), usedforsecurity=False).hexdigest()
