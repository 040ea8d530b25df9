"""Organizations with all that they own, from data that were exported elsewhere.

As with the real server, what cannot be imported is named among the errors of the answer, and the rest is imported.
"""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING, Any

from zitadel import admin_pb2 as ad
from zitadel import app_pb2

from zgrpc.testing.domain import (
    actions,
    apps,
    humans,
    idps,
    keys,
    machines,
    members,
    metadata,
    org_domains,
    orgs,
    project_grants,
    project_roles,
    projects,
    transfer,
    user_grants,
)
from zgrpc.testing.domain.project_roles import Role
from zgrpc.testing.domain.shared import free_id
from zgrpc.testing.errors import Err, bare
from zgrpc.testing.messages import nanoseconds
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.apps import oidc_config
from zgrpc.testing.v1.humans import person
from zgrpc.testing.v1.projects import settings
from zgrpc.testing.v1.shared import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zgrpc.testing.domain.context import Context

_SERVED = frozenset({
    "org_id", "org", "org_state", "domains", "human_users", "machine_users", "user_metadata", "machine_keys",
    "projects", "project_roles", "oidc_apps", "api_apps", "actions", "project_grants", "user_grants", "org_members",
    "project_members", "project_grant_members",
})  # fmt: skip
"""The fields of `DataOrg` that are imported."""


@rpc("admin.ImportData")
def import_data(ctx: Context, request: ad.ImportDataRequest) -> ad.ImportDataResponse:
    """Add organizations with all that the data hold; the answer names what was added, and what was not and why."""
    transfer.check_duration(request.timeout)
    if request.WhichOneof("data") != "data_orgs":
        raise bare("UNIMPLEMENTED", "admin.ImportData is emulated for data_orgs alone")
    importer = _Import(ctx)
    for org in request.data_orgs.orgs:
        importer.add_org(org)
    # Grants and members may name what another organization owns.
    for org, done in importer.orgs:
        importer.add_grants(org, done)
    for org, done in importer.orgs:
        importer.add_members(org, done)
    for org, _ in importer.orgs:
        importer.set_state(org)
    return importer.response


class _Import:
    """One import: what was added so far, and what was not."""

    def __init__(self, ctx: Context) -> None:
        self.response = ad.ImportDataResponse(success=ad.ImportDataSuccess())
        self.orgs: list[tuple[ad.DataOrg, ad.ImportDataSuccessOrg]] = []
        self._ctx = ctx

    def _try(self, type: str, id: str, add: Callable[[], Any]) -> bool:
        """Add one thing; if it is refused, enter that among the errors and leave the rest as it is."""
        try:
            with self._ctx.store.attempt():
                add()
        except Err as refused:
            error_id, key = refused.args[1:]
            self.response.errors.add(type=type, id=id, message=f"ID={error_id} Message={key}")
            return False
        return True

    def _within(self, org: ad.DataOrg) -> Context:
        return dataclasses.replace(self._ctx, org_id=org.org_id, scope=org.org_id)

    def add_org(self, org: ad.DataOrg) -> None:
        """Add an organization, or take one that is there, with its users and projects."""
        ctx = self._ctx

        def add() -> None:
            org_id = free_id(ctx, "orgs", org.org_id, "ORG-lapo2m", "Errors.Org.AlreadyExisting")
            orgs.add(ctx, org.org.name, org_id=org_id)

        if not self._try("org", org.org_id, add) and not orgs.exists(ctx, org.org_id):
            return
        done = self.response.success.orgs.add(org_id=org.org_id)
        self.orgs.append((org, done))
        for field, _ in org.ListFields():
            if field.name not in _SERVED:
                message = f"{field.name} of admin.ImportData is not emulated"
                self.response.errors.add(type=field.name, id=org.org_id, message=message)
        within = self._within(org)
        self._add_domains(within, org, done)
        self._add_users(within, org, done)
        self._add_projects(within, org, done)

    def _add_domains(self, ctx: Context, org: ad.DataOrg, done: ad.ImportDataSuccessOrg) -> None:
        for domain in org.domains:
            name, about = domain.domain_name, f"{org.org_id}_{domain.domain_name}"
            if ctx.store.one("SELECT 1 FROM org_domains WHERE org_id = ? AND domain = ?", org.org_id, name) is None:
                if not self._try("domain", about, partial(org_domains.add, ctx, org.org_id, name)):
                    continue
                done.domains.append(name)
            if domain.is_primary:
                self._try("domain_primary", about, partial(org_domains.set_primary, ctx, org.org_id, name))

    def _each(
        self, type: str, items: Iterable[Any], id_of: Callable[[Any], str], add: Callable[[Any], Any]
    ) -> Iterable[Any]:
        """Add things one by one; yields those that were added."""
        for item in items:
            if self._try(type, id_of(item), partial(add, item)):
                yield item

    def _add_users(self, ctx: Context, org: ad.DataOrg, done: ad.ImportDataSuccessOrg) -> None:
        def add_human(data: Any) -> None:
            user = data.user
            humans.import_(
                ctx, person(user), user_id=data.user_id, password=user.password,
                password_hash=user.hashed_password.value, change_required=user.password_change_required,
                passkey=user.request_passwordless_registration,
                links=[idps.Link(idp.config_id, idp.external_user_id, idp.display_name) for idp in user.idps],
            )  # fmt: skip
            transfer.set_user_state(ctx, data.user_id, data.state)

        def add_machine(data: Any) -> None:
            user = data.user
            new = machines.add(
                ctx, user.user_name, user_id=data.user_id or user.user_id, name=user.name,
                description=user.description, access_token_type=user.access_token_type,
            )  # fmt: skip
            transfer.set_user_state(ctx, new.id, data.state)

        def add_key(key: Any) -> None:
            ends = moment(key, "expiration_date")
            keys.add_of_user(ctx, key.user_id, key.type, ends, key.public_key, key_id=key.key_id)

        for data in self._each("human_user", org.human_users, lambda data: data.user_id, add_human):
            done.human_user_ids.append(data.user_id)
            if data.user.otp_code:
                message = "otp_code of admin.ImportData is not emulated"
                self.response.errors.add(type="human_user_otp", id=data.user_id, message=message)
        for data in self._each("machine_user", org.machine_users, lambda data: data.user_id, add_machine):
            done.machine_user_ids.append(data.user_id)
        for entry in self._each(
            "user_metadata", org.user_metadata, lambda entry: f"{entry.id}_{entry.key}",
            lambda entry: metadata.set_of_user(ctx, entry.id, entry.key, entry.value),
        ):  # fmt: skip
            done.user_metadata.add(user_id=entry.id, key=entry.key)
        for key in self._each("machine_user_key", org.machine_keys, lambda key: key.key_id, add_key):
            done.machine_keys.append(key.key_id)

    def _add_projects(self, ctx: Context, org: ad.DataOrg, done: ad.ImportDataSuccessOrg) -> None:
        def add_project(data: Any) -> None:
            projects.add(ctx, org.org_id, settings(data.project), project_id=data.project_id)

        def add_oidc(data: Any) -> None:
            config = oidc_config(data.app)
            config.version = data.app.version
            apps.add_oidc(ctx, data.app.project_id, data.app.name, config, app_id=data.app_id)

        def add_api(data: Any) -> None:
            config = app_pb2.APIConfig(auth_method_type=data.app.auth_method_type)
            apps.add_api(ctx, data.app.project_id, data.app.name, config, app_id=data.app_id)

        def add_action(data: Any) -> None:
            action = data.action
            actions.add(
                ctx, org.org_id, action.name, action.script, nanoseconds(action.timeout),
                allowed_to_fail=action.allowed_to_fail, action_id=data.action_id,
            )  # fmt: skip

        def add_role(role: Any) -> None:
            project_roles.add(ctx, role.project_id, [Role(role.role_key, role.display_name, role.group)])

        for data in self._each("project", org.projects, lambda data: data.project_id, add_project):
            done.project_ids.append(data.project_id)
        for data in self._each("oidc_app", org.oidc_apps, lambda data: data.app_id, add_oidc):
            done.oidc_app_ids.append(data.app_id)
        for data in self._each("api_app", org.api_apps, lambda data: data.app_id, add_api):
            done.api_app_ids.append(data.app_id)
        for data in self._each("action", org.actions, lambda data: data.action_id, add_action):
            done.action_ids.append(data.action_id)
        for role in self._each(
            "project_role", org.project_roles, lambda role: f"{role.project_id}_{role.role_key}", add_role
        ):
            done.project_roles.append(f"{role.project_id}_{role.role_key}")

    def add_grants(self, org: ad.DataOrg, done: ad.ImportDataSuccessOrg) -> None:
        """Add the grants of projects to other organizations, and of roles to users."""
        ctx = self._within(org)

        def add_project_grant(data: Any) -> None:
            grant = data.project_grant
            project_grants.add(ctx, grant.project_id, grant.granted_org_id, grant.role_keys, grant_id=data.grant_id)

        def add_user_grant(grant: Any) -> None:
            user_grants.add(ctx, org.org_id, grant.user_id, grant.project_id, grant.role_keys, grant.project_grant_id)

        def of_project_grant(data: Any) -> str:
            return f"{org.org_id}_{data.project_grant.project_id}_{data.project_grant.granted_org_id}"

        for data in self._each("project_grant", org.project_grants, of_project_grant, add_project_grant):
            done.project_grants.add(
                grant_id=data.grant_id, project_id=data.project_grant.project_id,
                org_id=data.project_grant.granted_org_id,
            )  # fmt: skip
        for grant in self._each(
            "user_grant", org.user_grants, lambda grant: f"{grant.project_id}_{grant.user_id}", add_user_grant
        ):
            done.user_grants.add(project_id=grant.project_id, user_id=grant.user_id)

    def add_members(self, org: ad.DataOrg, done: ad.ImportDataSuccessOrg) -> None:
        """Add the members of the organization, of its projects and of their grants."""
        ctx = self._within(org)

        def add_to_grant(member: Any) -> None:
            grant = ctx.store.one(
                "SELECT * FROM project_grants WHERE id = ? AND project_id = ?", member.grant_id, member.project_id
            )
            members.add_to_grant(ctx, grant, member.user_id, member.roles)

        for member in self._each(
            "org_member", org.org_members, lambda member: f"{org.org_id}_{member.user_id}",
            lambda member: members.add_to_org(ctx, org.org_id, member.user_id, member.roles),
        ):  # fmt: skip
            done.org_members.append(member.user_id)
        for member in self._each(
            "project_member", org.project_members, lambda member: f"{member.project_id}_{member.user_id}",
            lambda member: members.add_to_project(ctx, member.project_id, member.user_id, member.roles),
        ):  # fmt: skip
            done.project_members.add(project_id=member.project_id, user_id=member.user_id)
        for member in self._each(
            "project_grant_member", org.project_grant_members,
            lambda member: f"{member.project_id}_{member.grant_id}_{member.user_id}", add_to_grant,
        ):  # fmt: skip
            done.project_grant_members.add(
                project_id=member.project_id, grant_id=member.grant_id, user_id=member.user_id
            )

    def set_state(self, org: ad.DataOrg) -> None:
        """Switch an organization off that was off where it comes from."""
        if org.org_state == orgs.INACTIVE:
            self._try("org_state", org.org_id, lambda: orgs.deactivate(self._within(org), org.org_id))
