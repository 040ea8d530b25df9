"""Random writes to an organization, of all kinds that a mirror must follow."""

from __future__ import annotations

import contextlib
import random

import zgrpc


class World:
    """An organization with two users, a project with two roles, and a grant.

    Args:
        owner: who adds it.
        suffix: what ends its name and those of its users, which are unique in the instance.
    """

    def __init__(self, owner: zgrpc.Client, suffix: str = "") -> None:
        self.suffix = suffix
        self.org = owner.management.add_org(name=f"Acme{suffix}").id
        self.client = owner.with_org(self.org)
        management = self.client.management
        self.ada = management.add_machine_user(user_name=f"ada{suffix}", name="Ada").user_id
        self.bob = management.add_machine_user(user_name=f"bob{suffix}", name="Bob").user_id
        self.shop = management.add_project(name="Shop").id
        for key in ("admin", "clerk"):
            management.add_project_role(project_id=self.shop, role_key=key, display_name=key)
        self.grant = self.give(self.ada, "admin")
        management.add_org_member(user_id=self.bob, roles=["ORG_OWNER_VIEWER"])

    def give(self, user: str, *roles: str) -> str:
        """Grant a user roles of the project; return the id of the grant."""
        answer = self.client.management.add_user_grant(user_id=user, project_id=self.shop, role_keys=roles)
        return str(answer.user_grant_id)


class Writer:
    """Writes at random, as administrators do, all kinds that a mirror must follow."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._random = random.Random(seed)
        self._count = 0
        self._users = [world.ada, world.bob]
        self._projects = {world.shop: ["admin", "clerk"]}

    def write(self) -> None:
        """Make one change; a change that the server refuses is none."""
        self._count += 1
        step = self._random.choice([
            self._add_user, self._change_user, self._remove_user, self._grant, self._grant, self._change_grant,
            self._switch_grant, self._remove_grant, self._add_project, self._project, self._role, self._member,
        ])  # fmt: skip
        with contextlib.suppress(
            zgrpc.FailedPreconditionError, zgrpc.AlreadyExistsError, zgrpc.NotFoundError, zgrpc.InvalidArgumentError
        ):
            step()

    def _user(self) -> str:
        return self._random.choice(self._users)

    def _add_user(self) -> None:
        name = f"user-{self._count}{self._world.suffix}"
        self._users.append(self._world.client.management.add_machine_user(user_name=name, name=name).user_id)

    def _change_user(self) -> None:
        management, user = self._world.client.management, self._user()
        step = self._random.randrange(4)
        if step == 0:
            management.update_machine(user_id=user, name=f"name {self._count}")
        elif step == 1:
            management.update_user_name(user_id=user, user_name=f"renamed-{self._count}{self._world.suffix}")
        elif step == 2:
            management.deactivate_user(id=user)
        else:
            management.reactivate_user(id=user)

    def _remove_user(self) -> None:
        if len(self._users) > 3:
            user = self._user()
            self._world.client.management.remove_user(id=user)
            self._users.remove(user)

    def _roles(self, project: str) -> list[str]:
        known = self._projects.get(project, [])  # a list that trails names removed ones
        return self._random.sample(known, self._random.randint(1, len(known))) if known else []

    def _grant(self) -> None:
        project = self._random.choice(list(self._projects))
        self._world.client.management.add_user_grant(
            user_id=self._user(), project_id=project, role_keys=self._roles(project)
        )

    def _some_grant(self) -> zgrpc.types.UserGrant | None:
        grants = list(self._world.client.management.list_user_grants())
        return self._random.choice(grants) if grants else None

    def _change_grant(self) -> None:
        if (grant := self._some_grant()) is not None:
            self._world.client.management.update_user_grant(
                user_id=grant.user_id, grant_id=grant.id, role_keys=self._roles(grant.project_id)
            )

    def _switch_grant(self) -> None:
        if (grant := self._some_grant()) is not None:
            management = self._world.client.management
            switch = management.deactivate_user_grant if grant.state == 1 else management.reactivate_user_grant
            switch(user_id=grant.user_id, grant_id=grant.id)

    def _remove_grant(self) -> None:
        if (grant := self._some_grant()) is not None:
            self._world.client.management.remove_user_grant(user_id=grant.user_id, grant_id=grant.id)

    def _add_project(self) -> None:
        project = self._world.client.management.add_project(name=f"Project {self._count}").id
        self._projects[project] = []

    def _project(self) -> None:
        management, project = self._world.client.management, self._random.choice(list(self._projects))
        step = self._random.randrange(4)
        if step == 0:
            management.update_project(id=project, name=f"Renamed {self._count}")
        elif step == 1:
            management.deactivate_project(id=project)
        elif step == 2:
            management.reactivate_project(id=project)
        elif len(self._projects) > 2:
            management.remove_project(id=project)
            del self._projects[project]

    def _role(self) -> None:
        management, project = self._world.client.management, self._random.choice(list(self._projects))
        known = self._projects[project]
        if known and self._random.random() < 0.3:
            management.remove_project_role(project_id=project, role_key=known.pop())
        elif known and self._random.random() < 0.3:
            management.update_project_role(project_id=project, role_key=known[0], display_name=f"Role {self._count}")
        else:
            management.add_project_role(project_id=project, role_key=f"role-{self._count}", display_name="Role")
            known.append(f"role-{self._count}")

    def _member(self) -> None:
        management, user, project = (
            self._world.client.management,
            self._user(),
            self._random.choice(list(self._projects)),
        )
        step = self._random.randrange(6)
        if step == 0:
            management.add_org_member(user_id=user, roles=["ORG_OWNER_VIEWER"])
        elif step == 1:
            management.update_org_member(user_id=user, roles=["ORG_USER_MANAGER"])
        elif step == 2:
            management.remove_org_member(user_id=user)
        elif step == 3:
            management.add_project_member(project_id=project, user_id=user, roles=["PROJECT_OWNER"])
        elif step == 4:
            management.update_project_member(project_id=project, user_id=user, roles=["PROJECT_OWNER_VIEWER"])
        else:
            management.remove_project_member(project_id=project, user_id=user)
