"""Organizations with all that they own, as data to import elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zitadel import admin_pb2 as ad
from zitadel import app_pb2, org_pb2, v1_pb2

from zgrpc.testing.domain import apps, members, transfer
from zgrpc.testing.domain.shared import NEVER
from zgrpc.testing.domain.users import HUMAN
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import timestamp

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.transfer import Exported


@rpc("admin.ExportData")
def export_data(ctx: Context, request: ad.ExportDataRequest) -> ad.ExportDataResponse:
    """Answer with organizations, their users, projects, applications, grants and members."""
    found = transfer.export(ctx, request.org_ids, request.excluded_org_ids)
    return ad.ExportDataResponse(orgs=[_as_data(each, with_passwords=request.with_passwords) for each in found])


def _as_data(found: Exported, *, with_passwords: bool) -> ad.DataOrg:
    data = ad.DataOrg(org_id=found.org["id"], org={"name": found.org["name"]}, org_state=found.org["state"])
    for row in found.domains:
        data.domains.append(
            org_pb2.Domain(
                org_id=row["org_id"], domain_name=row["domain"], is_verified=bool(row["is_verified"]),
                is_primary=bool(row["is_primary"]), validation_type=row["validation_type"],
            )
        )  # fmt: skip
    for row in found.users:
        if row["type"] == HUMAN:
            data.human_users.append(_human(row, with_password=with_passwords))
        else:
            data.machine_users.append(_machine(row))
    for row in found.user_metadata:
        data.user_metadata.add(id=row["user_id"], key=row["key"], value=row["value"])
    for row in found.machine_keys:
        key = data.machine_keys.add(
            key_id=row["id"], user_id=row["user_id"], type=row["type"], public_key=row["public_key"]
        )
        if row["expires"] < NEVER:
            key.expiration_date.CopyFrom(timestamp(row["expires"]))
    for row in found.projects:
        project = data.projects.add(project_id=row["id"]).project
        project.name, project.private_labeling_setting = row["name"], row["private_labeling"]
        project.project_role_assertion = bool(row["role_assertion"])
        project.project_role_check = bool(row["role_check"])
        project.has_project_check = bool(row["has_project_check"])
    for row in found.roles:
        data.project_roles.add(
            project_id=row["project_id"], role_key=row["key"], display_name=row["display_name"],
            group=row["role_group"],
        )  # fmt: skip
    for row in found.apps:
        _add_app(data, row)
    for row in found.actions:
        action = data.actions.add(action_id=row["id"]).action
        action.name, action.script = row["name"], row["script"]
        action.allowed_to_fail = bool(row["allowed_to_fail"])
        action.timeout.FromNanoseconds(row["timeout"])
    _add_grants_and_members(data, found)
    return data


def _human(row: sqlite3.Row, *, with_password: bool) -> v1_pb2.DataHumanUser:
    human = v1_pb2.DataHumanUser(
        user_id=row["id"],
        state=row["state"],
        user={
            "user_name": row["user_name"],
            "profile": {
                "first_name": row["first_name"],
                "last_name": row["last_name"],
                "nick_name": row["nick_name"] or "",
                "display_name": row["display_name"] or "",
                "preferred_language": row["language"] or "",
                "gender": row["gender"] or 0,
            },
            "email": {"email": row["email"] or "", "is_email_verified": bool(row["email_verified"])},
            "password_change_required": bool(row["password_change_required"]),
        },
    )
    if row["phone"]:
        human.user.phone.phone, human.user.phone.is_phone_verified = row["phone"], bool(row["phone_verified"])
    if with_password and row["password_hash"]:
        human.user.hashed_password.value = row["password_hash"]
    return human


def _machine(row: sqlite3.Row) -> v1_pb2.DataMachineUser:
    user = {
        "user_id": row["id"],
        "user_name": row["user_name"],
        "name": row["name"],
        "description": row["description"] or "",
        "access_token_type": row["access_token_type"] or 0,
    }
    return v1_pb2.DataMachineUser(user_id=row["id"], state=row["state"], user=user)


def _add_app(data: ad.DataOrg, row: sqlite3.Row) -> None:
    """Add an application; one of SAML has no place in the data."""
    if row["kind"] == apps.OIDC:
        oidc = data.oidc_apps.add(app_id=row["id"]).app
        oidc.project_id, oidc.name = row["project_id"], row["name"]
        config = app_pb2.OIDCConfig.FromString(row["config"])
        for field, value in config.ListFields():
            if field.name in oidc.DESCRIPTOR.fields_by_name and field.message_type is None:
                target = getattr(oidc, field.name)
                target.extend(value) if hasattr(target, "extend") else setattr(oidc, field.name, value)
        oidc.clock_skew.CopyFrom(config.clock_skew)
    elif row["kind"] == apps.API:
        api = data.api_apps.add(app_id=row["id"]).app
        api.project_id, api.name = row["project_id"], row["name"]
        api.auth_method_type = app_pb2.APIConfig.FromString(row["config"]).auth_method_type


def _add_grants_and_members(data: ad.DataOrg, found: Exported) -> None:
    for row in found.project_grants:
        grant = data.project_grants.add(grant_id=row["id"]).project_grant
        grant.project_id, grant.granted_org_id = row["project_id"], row["granted_org_id"]
        grant.role_keys.extend(json.loads(row["roles"]))
    for row in found.user_grants:
        data.user_grants.add(
            user_id=row["user_id"], project_id=row["project_id"], project_grant_id=row["project_grant_id"] or "",
            role_keys=json.loads(row["roles"]),
        )  # fmt: skip
    for row in found.members:
        user_id, roles = row["user_id"], json.loads(row["roles"])
        if row["kind"] == members.ORG:
            data.org_members.add(user_id=user_id, roles=roles)
        elif row["kind"] == members.PROJECT:
            data.project_members.add(project_id=row["object_id"], user_id=user_id, roles=roles)
        else:
            data.project_grant_members.add(
                project_id=row["project_id"], grant_id=row["object_id"], user_id=user_id, roles=roles
            )
