"""Fixtures: what an emulator holds, as plain data or a YAML file.

The rows are those of `client.bulk`. Rows on top belong to the default organization; `orgs` is a list of further ones:

    orgs:
      - name: Acme
        projects: [{name: Shop}]
        roles: [{project: Shop, key: admin}]
        users: [{user_name: bot, name: Bot, grants: [{project: Shop, roles: [admin]}]}]
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zgrpc._apply import files
from zgrpc._apply.desired import KINDS, parse
from zgrpc._apply.plan import user_fields
from zgrpc._contract.rpc import did_you_mean
from zgrpc._files import replacing

if TYPE_CHECKING:
    from zitadel import user_pb2

    import zgrpc

__all__ = ["PASSWORD", "Fixtures", "checked", "dump", "load", "read", "write"]

Fixtures = Mapping[str, Any]
"""Rows by kind, and `orgs`: a list of organizations, each with a name and rows by kind."""

PASSWORD = "Password1!"  # noqa: S105 - public on purpose, for tests
"""The password that people have in a dump."""


def read(path: str | os.PathLike[str]) -> Fixtures:
    """Read fixtures from a YAML or JSON file.

    Raises:
        ValueError: the file is not valid.
        OSError: the file cannot be read.
        ModuleNotFoundError: YAML needs PyYAML.
    """
    return files.load(Path(path))


def checked(fixtures: Fixtures | str | os.PathLike[str]) -> Fixtures:
    """Return fixtures, read from their file if they are in one; raise what `load` raises before anything is sent."""
    given = read(fixtures) if isinstance(fixtures, str | os.PathLike) else fixtures
    _parse(given)
    return given


def write(fixtures: Fixtures, path: str | os.PathLike[str]) -> None:
    """Write fixtures to a YAML file, whole or not at all."""
    import yaml

    with replacing(Path(path)) as file:
        file.write(yaml.safe_dump(dict(fixtures), sort_keys=False, allow_unicode=True))


def load(client: zgrpc.Client, fixtures: Fixtures | str | os.PathLike[str]) -> dict[str, str]:
    """Create what the fixtures describe. What exists is changed where it differs, so loading twice is fine.

    Args:
        client: a client with the permissions of the instance's owner, on the default organization.
        fixtures: rows, or a file of them.

    Returns:
        the id of each organization in `orgs`, by name.

    Raises:
        TypeError: a kind, a field or a value has the wrong type. Nothing was sent.
        ValueError: a row is incomplete or given twice (nothing was sent), or ZITADEL refused a row.
    """
    given = read(fixtures) if isinstance(fixtures, str | os.PathLike) else fixtures
    top, orgs = _parse(given)
    known = {org.name: org.id for org in client.admin.list_orgs()} if orgs else {}
    _apply(client, top, "")
    ids = {}
    for name, rows in orgs.items():
        ids[name] = known.get(name) or client.management.add_org(name=name).id
        _apply(client.with_org(ids[name]), rows, f"organization {name}: ")
    return ids


def dump(client: zgrpc.Client, *, leave_out: Iterable[str] = ()) -> dict[str, Any]:
    """Return what an instance holds, as `load` takes it.

    Passwords cannot be read: people with a verified email get `PASSWORD`. Left out are keys and tokens, and what is no
    row: grants and memberships of users and projects of other organizations, policies, apps, states.

    Args:
        client: a client with the permissions of the instance's owner, on the default organization.
        leave_out: ids of users.
    """
    hidden = frozenset(leave_out)
    default = client.management.get_my_org().org
    orgs = sorted(client.admin.list_orgs(), key=lambda org: org.name)
    others = [{"name": org.name, **_rows(client.with_org(org.id), hidden)} for org in orgs if org.id != default.id]
    return {**_rows(client, hidden), **({"orgs": others} if others else {})}


def _parse(fixtures: Fixtures) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the rows on top, and those of each organization; everything is checked before anything is sent."""
    if not isinstance(fixtures, Mapping):
        raise TypeError(f"fixtures must be a mapping of kinds to rows, not {type(fixtures).__name__}")
    listed = fixtures.get("orgs") or []
    if isinstance(listed, (str, bytes, Mapping)) or not isinstance(listed, Iterable):
        raise TypeError(f"orgs must be a list of organizations, not {type(listed).__name__}")
    orgs: dict[str, dict[str, Any]] = {}
    for number, org in enumerate(listed):
        if not isinstance(org, Mapping):
            raise TypeError(f"orgs[{number}] must be a mapping with a name, not {type(org).__name__}")
        name = org.get("name")
        if not isinstance(name, str) or not name:
            raise ValueError(f"orgs[{number}].name must be the name of an organization, not {name!r}")
        if name in orgs:
            raise ValueError(f"orgs[{number}] has the same name as another one: {name}")
        orgs[name] = _checked(org, f"orgs[{number}] ({name})", {"name"})
    return _checked(fixtures, "fixtures", {"orgs"}), orgs


def _checked(given: Mapping[str, Any], where: str, besides: set[str]) -> dict[str, Any]:
    rows = {str(kind): several for kind, several in given.items() if kind not in besides and several is not None}
    for kind in rows:
        if kind not in KINDS:
            known = [*KINDS, *besides]
            raise TypeError(f"{where} has no {kind!r}{did_you_mean(kind, known) or '; use ' + ', '.join(known)}")
    try:
        parse(rows)
    except (TypeError, ValueError) as error:
        raise type(error)(f"{where}: {error}") from None
    return rows


def _apply(client: zgrpc.Client, rows: dict[str, Any], where: str) -> None:
    report = client.bulk.apply(rows) if rows else None
    if report is not None and not report.ok:
        raise ValueError(f"{where}{report}")


def _rows(client: zgrpc.Client, hidden: frozenset[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of one organization, without empty kinds and fields."""
    service = client.management
    projects = {project.id: project for project in service.list_projects()}
    users = {user.id: user for user in service.list_users() if user.id not in hidden}
    found: dict[str, list[dict[str, Any]]] = {
        "projects": [
            {"name": project.name, **{name: getattr(project, name) for name in KINDS["projects"].fields}}
            for project in projects.values()
        ],
        "roles": [
            {"project": project.name, "key": role.key, "display_name": role.display_name, "group": role.group}
            for project in projects.values()
            for role in service.list_project_roles(project_id=project.id)
        ],
        "users": [_user(user) for user in users.values()],
        "metadata": [
            {"user": user.user_name, "key": entry.key, "value": _text(entry.value)}
            for user in users.values()
            for entry in service.list_user_metadata(id=user.id)
        ],
        "grants": [
            _roles(users[grant.user_id], projects[grant.project_id].name, grant.role_keys)
            for grant in service.list_user_grants()
            if grant.user_id in users and grant.project_id in projects
        ],
        "memberships": [
            _roles(users[member.user_id], "", member.roles)
            for member in service.list_org_members()
            if member.user_id in users
        ],
    }
    for project in projects.values():
        members = [each for each in service.list_project_members(project_id=project.id) if each.user_id in users]
        found["memberships"] += [_roles(users[member.user_id], project.name, member.roles) for member in members]
    return {kind: _sorted(kind, rows) for kind, rows in found.items() if rows}


def _roles(user: user_pb2.User, project: str, roles: Iterable[str]) -> dict[str, Any]:
    return {"user": user.user_name, "project": project, "roles": sorted(roles)}


def _user(user: user_pb2.User) -> dict[str, Any]:
    fields = user_fields(user) or {}
    if fields.get("email_verified"):
        # ZITADEL imports a person without a password as not initialized, with an email that is not verified.
        fields.update(password=PASSWORD, password_change_required=False)
    return {"user_name": user.user_name, **fields}


def _sorted(kind: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort rows, so that two dumps can be compared, and leave out what is empty."""
    key = KINDS[kind].key
    rows.sort(key=lambda row: tuple(row[name] for name in key))
    kept = ("name", "password_change_required")
    return [{name: value for name, value in row.items() if value or name in kept} for row in rows]


def _text(value: bytes) -> str | bytes:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value
