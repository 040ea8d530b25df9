"""The calls that make a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc._apply.desired import MACHINE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zgrpc._apply.current import State
    from zgrpc._apply.plan import Change

__all__ = ["Call", "calls_of", "remember"]

_PROFILE = ("first_name", "last_name", "nick_name", "display_name", "preferred_language")


class Call(NamedTuple):
    """One call: an RPC of the management service, and its fields."""

    rpc: str
    fields: Mapping[str, object]


def calls_of(change: Change, state: State) -> list[Call]:
    """Return the calls that make a change, in order. `state` has the things that were created before."""
    row, after = change.row, change.after
    if row.kind == "projects":
        return _project(change, state)
    if row.kind == "roles":
        return _role(change, state)
    if row.kind == "users":
        return _user(change, state)
    user_id = state.user_id(row.key[0]) or ""
    if row.kind == "metadata":
        if change.action == "remove":
            return [Call("remove_user_metadata", {"id": user_id, "key": row.key[1]})]
        return [Call("set_user_metadata", {"id": user_id, "key": row.key[1], "value": after["value"]})]
    wanted = after.get("roles")
    roles = sorted(wanted) if isinstance(wanted, frozenset) else []
    project_id = (state.project_id(row.key[1]) or "") if row.key[1] else ""
    if row.kind == "memberships":
        where = {"project_id": project_id} if project_id else {}
        verb = {"create": "add", "update": "update", "remove": "remove"}[change.action]
        fields = {**where, "user_id": user_id, **({} if change.action == "remove" else {"roles": roles})}
        return [Call(f"{verb}_{'project' if project_id else 'org'}_member", fields)]
    if change.action == "create":
        grant_id = state.projects[row.key[1]].grant_id
        fields = {"user_id": user_id, "project_id": project_id, "role_keys": roles}
        return [Call("add_user_grant", {**fields, **({"project_grant_id": grant_id} if grant_id else {})})]
    known = {"user_id": user_id, "grant_id": state.grants[user_id, project_id].id}
    if change.action == "remove":
        return [Call("remove_user_grant", known)]
    return [Call("update_user_grant", {**known, "role_keys": roles})]


def remember(change: Change, answers: Iterable[Any], state: State) -> None:
    """Add the things that a change created to the state, for the rows that depend on them."""
    for answer in answers:
        if change.row.kind == "users" and change.action == "create":
            from zitadel import user_pb2

            state.users[change.row.key[0]] = user_pb2.User(id=answer.user_id, user_name=change.row.key[0])
        elif change.row.kind == "projects" and change.action == "create":
            from zitadel import project_pb2

            from zgrpc._apply.current import Project

            state.projects[change.row.key[0]] = Project(answer.id, "", project_pb2.Project(id=answer.id))


def _project(change: Change, state: State) -> list[Call]:
    if change.action == "create":
        return [Call("add_project", {"name": change.row.key[0], **change.after})]
    project = state.projects[change.row.key[0]]
    if change.action == "remove":
        return [Call("remove_project", {"id": project.id})]
    kept = {name: getattr(project.message, name) for name in ("name", "private_labeling_setting")}
    checks = ("project_role_assertion", "project_role_check", "has_project_check")
    return [
        Call(
            "update_project",
            {"id": project.id, **kept, **{name: getattr(project.message, name) for name in checks}, **change.after},
        )
    ]


def _role(change: Change, state: State) -> list[Call]:
    project_id, key = state.project_id(change.row.key[0]) or "", change.row.key[1]
    where = {"project_id": project_id, "role_key": key}
    if change.action == "remove":
        return [Call("remove_project_role", where)]
    if change.action == "create":
        return [Call("add_project_role", {"display_name": key, **where, **change.after})]
    role = state.roles[project_id, key]
    kept = {"display_name": role.display_name, "group": role.group}
    return [Call("update_project_role", {**where, **kept, **change.after})]


def _user(change: Change, state: State) -> list[Call]:
    row, after = change.row, dict(change.after)
    if change.action == "create":
        if MACHINE_FIELDS & row.fields.keys():
            return [Call("add_machine_user", {"user_name": row.key[0], **after})]
        return [Call("import_human_user", _new_human(row.key[0], after))]
    user = state.users[row.key[0]]
    if change.action == "remove":
        return [Call("remove_user", {"id": user.id})]
    calls = []
    if MACHINE_FIELDS & after.keys():
        kept = {"name": user.machine.name, "description": user.machine.description}
        kept["access_token_type"] = user.machine.access_token_type  # type: ignore[assignment]  # an enum's number
        calls.append(Call("update_machine", {"user_id": user.id, **kept, **after}))
    if after.keys() & set(_PROFILE):
        profile = user.human.profile
        kept = {name: getattr(profile, name) for name in (*_PROFILE, "gender")}
        changed = {name: value for name, value in after.items() if name in _PROFILE}
        calls.append(Call("update_human_profile", {"user_id": user.id, **kept, **changed}))
    if after.keys() & {"email", "email_verified"}:
        email = user.human.email
        verified = after.get("email_verified", row.fields.get("email_verified", False))
        fields = {"email": after.get("email", email.email), "is_email_verified": verified}
        calls.append(Call("update_human_email", {"user_id": user.id, **fields}))
    if after.keys() & {"phone", "phone_verified"}:
        phone = after.get("phone", user.human.phone.phone)
        verified = after.get("phone_verified", row.fields.get("phone_verified", False))
        if phone:
            fields = {"phone": phone, "is_phone_verified": verified}
            calls.append(Call("update_human_phone", {"user_id": user.id, **fields}))
        else:
            calls.append(Call("remove_human_phone", {"user_id": user.id}))
    return calls


def _new_human(user_name: str, fields: Mapping[str, object]) -> dict[str, object]:
    new: dict[str, object] = {
        "user_name": user_name,
        "profile": {name: fields[name] for name in _PROFILE if fields.get(name)},
        "email": {"email": fields["email"], "is_email_verified": fields.get("email_verified", False)},
    }
    if fields.get("phone"):
        new["phone"] = {"phone": fields["phone"], "is_phone_verified": fields.get("phone_verified", False)}
    if "password" in fields:
        new["password"] = fields["password"]
        new["password_change_required"] = fields.get("password_change_required", True)
    return new
