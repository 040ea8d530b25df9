"""ZITADEL's roles and their permissions, as its default configuration has them (`RolePermissionMappings`)."""

from __future__ import annotations


def _expand(text: str) -> tuple[str, ...]:
    """Return the permissions of lines with a resource and its verbs: `org.member read write` is two."""
    found: list[str] = []
    for line in filter(str.strip, text.splitlines()):
        resource, *verbs = line.split()
        found.extend(f"{resource}.{verb}" for verb in verbs)
    return tuple(found)


_PROJECT_VIEW = """
project read
project.member read
project.role read
project.app read
project.grant read
project.grant.member read
"""
_PROJECT_WRITE = """
project read write delete
project.member read write delete
project.role read write delete
project.app read write delete
"""
_GRANT_WRITE = """
project.grant read write delete
project.grant.member read write delete
"""
_ORG_WRITE = """
org read global.read write delete
org.member read write delete
org.idp read write delete
org.action read write delete
org.flow read write delete
org.feature read write delete
user read global.read write delete
user.grant read write delete
user.membership read
user.credential write
user.passkey write
user.feature read write delete
policy read write delete
project create
session read delete
"""
_ORG_VIEW = """
org read
org.member read
org.idp read
org.action read
org.flow read
org.feature read
user read global.read
user.grant read
user.membership read
user.feature read
policy read
"""
_INSTANCE_VIEW = """
iam read
iam.policy read
iam.member read
iam.idp read
iam.action read
iam.flow read
iam.restrictions read
iam.feature read
iam.web_key read
iam.debug read
events read
milestones read
action.target read
action.execution read
userschema read
session read
"""
_INSTANCE_WRITE = """
iam read write
iam.policy read write delete
iam.member read write delete
iam.idp read write delete
iam.action read write delete
iam.flow read write delete
iam.feature read write delete
iam.restrictions read write
iam.web_key write delete read
iam.debug write read
org create
events read
milestones read
session write
action.target read write delete
action.execution read write
userschema read write delete
"""

ROLES: dict[str, tuple[str, ...]] = {
    "SYSTEM_OWNER": _expand("""
        system.instance read write delete
        system.domain read write delete
        system.debug read write delete
        system.feature read write delete
        system.limits write delete
        system.quota write delete
        system.iam.member read
    """),
    "IAM_OWNER": _expand(_INSTANCE_WRITE + _ORG_WRITE + _PROJECT_WRITE + _GRANT_WRITE),
    "IAM_OWNER_VIEWER": _expand(_INSTANCE_VIEW + _ORG_VIEW + _PROJECT_VIEW),
    "IAM_ORG_MANAGER": _expand("org create\n" + _ORG_WRITE + _PROJECT_WRITE + _GRANT_WRITE),
    "IAM_USER_MANAGER": _expand("""
        org read global.read
        org.member read delete
        user read global.read write delete
        user.grant read write delete
        user.membership read
        user.passkey write
        user.feature read write delete
        project read
        project.member read
        project.role read
        project.app read
        project.grant read write delete
        project.grant.member read
        session read delete
    """),
    "IAM_ADMIN_IMPERSONATOR": ("admin.impersonation", "impersonation"),
    "IAM_END_USER_IMPERSONATOR": ("impersonation",),
    "IAM_LOGIN_CLIENT": _expand("""
        iam read
        iam.policy read
        iam.member read write
        iam.idp read
        iam.feature read
        iam.restrictions read
        org read
        org.member read write
        org.idp read
        org.feature read
        user read write
        user.grant read write
        user.membership read
        user.credential write
        user.passkey write
        user.feature read
        policy read
        project read
        project.member read write
        project.role read
        project.app read
        project.grant read
        project.grant.member read write
        session read write link delete
        userschema read
    """),
    # The only organization role that may write apps but not delete them is the owner's.
    "ORG_OWNER": tuple(p for p in _expand(_ORG_WRITE + _PROJECT_WRITE + _GRANT_WRITE) if p != "project.app.delete"),
    "ORG_USER_MANAGER": _expand("""
        org read
        user read global.read write delete
        user.grant read write delete
        user.membership read
        user.feature read write delete
        policy read
        project read
        project.role read
        session read delete
    """),
    "ORG_OWNER_VIEWER": _expand(_ORG_VIEW + _PROJECT_VIEW + "project.grant.user.grant read"),
    "ORG_SETTINGS_MANAGER": _expand("""
        org read write
        org.member read
        org.idp read write delete
        org.feature read write delete
        policy read write delete
    """),
    "ORG_USER_PERMISSION_EDITOR": _expand(
        """
        org read
        org.member read
        user read global.read
        user.grant read write delete
        policy read
        """
        + _PROJECT_VIEW
    ),
    "ORG_PROJECT_PERMISSION_EDITOR": _expand("""
        org read
        org.member read
        user read global.read
        user.grant read write delete
        policy read
        project read
        project.member read
        project.role read
        project.app read
        project.grant read write delete
        project.grant.member read
    """),
    "ORG_PROJECT_CREATOR": ("user.global.read", "policy.read", "project.read:self", "project.create"),
    "ORG_ADMIN_IMPERSONATOR": ("admin.impersonation", "impersonation"),
    "ORG_END_USER_IMPERSONATOR": ("impersonation",),
    "ORG_USER_SELF_MANAGER": ("policy.read", "user.self.delete"),
    "SELF_MANAGEMENT_GLOBAL": ("org.create", "policy.read", "user.self.delete"),
    "PROJECT_OWNER": _expand(
        """
        org global.read
        policy read
        user read global.read
        user.grant read write delete
        user.membership read
        """
        + _PROJECT_WRITE
        + _GRANT_WRITE
    ),
    "PROJECT_OWNER_VIEWER": _expand(
        """
        policy read
        user read global.read
        user.grant read
        user.membership read
        """
        + _PROJECT_VIEW
    ),
    "PROJECT_OWNER_GLOBAL": _expand(
        """
        org global.read
        policy read
        user global.read
        user.grant read write delete
        user.membership read
        """
        + _PROJECT_WRITE
    ),
    "PROJECT_OWNER_VIEWER_GLOBAL": _expand(
        """
        policy read
        user global.read
        user.grant read
        user.membership read
        """
        + _PROJECT_VIEW
    ),
    "PROJECT_GRANT_OWNER": _expand("""
        policy read
        org global.read
        project read
        project.grant read
        project.grant.member read write delete
        user read global.read
        user.grant read write delete
        user.membership read
    """),
    "PROJECT_GRANT_OWNER_VIEWER": _expand("""
        policy read
        project read
        project.grant read
        project.grant.member read
        user read global.read
        user.grant read
        user.membership read
    """),
}
