"""Identity providers of organizations and of the instance, and the older API for those of OIDC and JWT."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zitadel import idp_pb2, object_pb2

from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing.domain import idps as domain
from zgrpc.testing.domain import legacy_idps
from zgrpc.testing.domain.idp_kinds import PROVIDERS
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.messages import fill, plain, response_of
from zgrpc.testing.registry import full_name, rpc
from zgrpc.testing.v1.details import added, changed, details, list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import instance, organization, unchanged

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from google.protobuf.message import Message

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event
    from zgrpc.testing.v1.shared import Owner

    Owners = Callable[[Context], tuple[str, ...]]

_NAMES = {
    "GenericOAuth": "oauth",
    "GenericOIDC": "oidc",
    "JWT": "jwt",
    "AzureAD": "azure_ad",
    "GitHub": "github",
    "GitHubEnterpriseServer": "github_es",
    "GitLab": "gitlab",
    "GitLabSelfHosted": "gitlab_self_hosted",
    "Google": "google",
    "LDAP": "ldap",
    "Apple": "apple",
    "SAML": "saml",
}
"""The kinds of providers by their names in the RPCs."""
_LEGACY = ("idp_id", "name", "styling_type", "auto_register")


def _add(name: str, kind: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        made = domain.add(ctx, PROVIDERS[kind], owner(ctx), *_parts(request))
        return answer(id=made.id, details=added(made.event))


def _update(name: str, kind: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        done = domain.update(ctx, PROVIDERS[kind], owner(ctx), request.id, *_parts(request))
        return answer(details=_changed(done))


def _migrate(name: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        kind = "azure_ad" if request.WhichOneof("template") == "azure" else "google"
        template = request.azure if kind == "azure_ad" else request.google
        return answer(details=changed(domain.migrate(ctx, kind, owner(ctx), request.id, *_parts(template))))


def _by_id(name: str, field: str, change: Callable[[Context, str, str], Event], owner: Owner) -> None:
    """Enter the handler of a command that takes an id and nothing else."""
    answer = response_of(name)
    with_details = "details" in all_rpcs()[full_name(name)].response_class.DESCRIPTOR.fields_by_name

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        event = change(ctx, owner(ctx), getattr(request, field))
        return answer(details=changed(event)) if with_details else answer()


def _get(name: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(idp=as_provider(ctx, domain.get(ctx, request.id, owner(ctx))))


def _list(name: str, owners: Owners) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        filters = Filters().one_of("owner", owners(ctx))
        _with_queries(ctx, filters, request.queries)
        found = domain.search(ctx, filters, page(request.query))
        return answer(details=list_details(ctx, found.total), result=[as_provider(ctx, row) for row in found.rows])


def _both(ctx: Context) -> tuple[str, ...]:
    """Return the owners of the providers that an organization may use: itself and the instance."""
    return (organization(ctx), instance(ctx))


def _instance_alone(ctx: Context) -> tuple[str, ...]:
    return (instance(ctx),)


for _service, _owner, _owners in (("management", organization, _both), ("admin", instance, _instance_alone)):
    for _name, _kind in _NAMES.items():
        _add(f"{_service}.Add{_name}Provider", _kind, _owner)
        _update(f"{_service}.Update{_name}Provider", _kind, _owner)
    _migrate(f"{_service}.MigrateGenericOIDCProvider", _owner)
    _by_id(f"{_service}.RegenerateSAMLProviderCertificate", "id", domain.regenerate_certificate, _owner)
    _by_id(f"{_service}.DeleteProvider", "id", domain.remove, _owner)
    _get(f"{_service}.GetProviderByID", _owner)
    _list(f"{_service}.ListProviders", _owners)


# -- the older API ---------------------------------------------------------------------------------
def _add_legacy(name: str, kind: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        settings = plain(request, leave_out=_LEGACY)
        made = legacy_idps.add(ctx, kind, owner(ctx), request.name, _common(request), settings)
        return answer(idp_id=made.id, details=added(made.event))


def _configure_legacy(name: str, kind: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        settings = plain(request, leave_out=_LEGACY)
        return answer(details=changed(legacy_idps.configure(ctx, kind, owner(ctx), request.idp_id, settings)))


def _update_legacy(name: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        event = legacy_idps.update(ctx, owner(ctx), request.idp_id, request.name, _common(request))
        return answer(details=changed(event))


def _get_legacy(name: str, owners: Owners) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(idp=_as_idp(ctx, domain.get(ctx, request.id, *owners(ctx), legacy=True)))


def _list_legacy(name: str, owners: Owners) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        filters = Filters().equals("legacy", 1).one_of("owner", owners(ctx))
        _with_queries(ctx, filters, request.queries)
        order = ""
        if request.sorting_column == idp_pb2.IDP_FIELD_NAME_NAME:
            order = f"sort_key(name) {'ASC' if request.query.asc else 'DESC'}"
        found = domain.search(ctx, filters, page(request.query, order))
        return answer(
            details=list_details(ctx, found.total),
            sorting_column=request.sorting_column,
            result=[_as_idp(ctx, row) for row in found.rows],
        )


def _deactivate(ctx: Context, owner: str, idp_id: str) -> Event:
    return legacy_idps.change_state(ctx, owner, idp_id, domain.INACTIVE)


def _reactivate(ctx: Context, owner: str, idp_id: str) -> Event:
    return legacy_idps.change_state(ctx, owner, idp_id, domain.ACTIVE)


for _service, _infix, _owner, _owners in (
    ("management", "Org", organization, _both), ("admin", "", instance, _instance_alone)
):  # fmt: skip
    for _name, _kind in (("OIDC", "oidc"), ("JWT", "jwt")):
        _add_legacy(f"{_service}.Add{_infix}{_name}IDP", _kind, _owner)
        _configure_legacy(f"{_service}.Update{_infix}IDP{_name}Config", _kind, _owner)
    _update_legacy(f"{_service}.Update{_infix}IDP", _owner)
    _by_id(f"{_service}.Deactivate{_infix}IDP", "idp_id", _deactivate, _owner)
    _by_id(f"{_service}.Reactivate{_infix}IDP", "idp_id", _reactivate, _owner)
    _by_id(f"{_service}.Remove{_infix}IDP", "idp_id", legacy_idps.remove, _owner)
    _get_legacy(f"{_service}.Get{_infix}IDPByID", _owners)
    _list_legacy(f"{_service}.List{_infix}IDPs", _owners)


# -- messages --------------------------------------------------------------------------------------
def as_provider(ctx: Context, row: sqlite3.Row) -> idp_pb2.Provider:
    """Return a provider as a message."""
    message = idp_pb2.Provider(
        id=row["id"], details=details(row, row["owner"]), state=row["state"], name=row["name"],
        owner=_owner_type(ctx, row), type=getattr(idp_pb2, f"PROVIDER_TYPE_{row['kind'].upper()}"),
    )  # fmt: skip
    message.config.options.SetInParent()
    fill(message.config.options, json.loads(row["options"]))
    config = getattr(message.config, row["kind"])
    config.SetInParent()
    fill(config, json.loads(row["settings"]))
    return message


def _as_idp(ctx: Context, row: sqlite3.Row) -> idp_pb2.IDP:
    settings = json.loads(row["settings"])
    message = idp_pb2.IDP(
        id=row["id"], details=details(row, row["owner"]), state=row["state"], name=row["name"],
        owner=_owner_type(ctx, row), styling_type=settings["styling_type"], auto_register=settings["auto_register"],
    )  # fmt: skip
    config: Message = message.oidc_config if row["kind"] == "oidc" else message.jwt_config
    config.SetInParent()
    fill(config, settings)
    return message


def _parts(request: Message) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the settings and the options of a request."""
    values = plain(request, leave_out=("id",))
    return values, values.pop("provider_options")


def _common(request: Any) -> dict[str, Any]:
    return {"styling_type": request.styling_type, "auto_register": request.auto_register}


def _changed(done: Event | sqlite3.Row) -> object_pb2.ObjectDetails:
    return changed(done) if isinstance(done, tuple) else unchanged(done, done["owner"])


def _owner_id(ctx: Context, owner_type: int) -> str:
    return ctx.org_id if owner_type == idp_pb2.IDP_OWNER_TYPE_ORG else ctx.store.fact("instance_id")


def _owner_type(ctx: Context, row: sqlite3.Row) -> idp_pb2.IDPOwnerType:
    system = row["owner"] == ctx.store.fact("instance_id")
    return idp_pb2.IDP_OWNER_TYPE_SYSTEM if system else idp_pb2.IDP_OWNER_TYPE_ORG


def _with_queries(ctx: Context, filters: Filters, queries: Iterable[Any]) -> None:
    """Add the filters of a list."""
    for query in queries:
        kind = query.WhichOneof("query")
        if kind == "owner_type_query":
            filters.equals("owner", _owner_id(ctx, query.owner_type_query.owner_type))
        elif kind == "idp_id_query":
            filters.equals("id", query.idp_id_query.id)
        elif kind == "idp_name_query":
            filters.text("name", query.idp_name_query.name, query.idp_name_query.method)
