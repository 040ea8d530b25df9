from zitadel import object_pb2 as _object_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ProjectState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROJECT_STATE_UNSPECIFIED: _ClassVar[ProjectState]
    PROJECT_STATE_ACTIVE: _ClassVar[ProjectState]
    PROJECT_STATE_INACTIVE: _ClassVar[ProjectState]

class PrivateLabelingSetting(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PRIVATE_LABELING_SETTING_UNSPECIFIED: _ClassVar[PrivateLabelingSetting]
    PRIVATE_LABELING_SETTING_ENFORCE_PROJECT_RESOURCE_OWNER_POLICY: _ClassVar[PrivateLabelingSetting]
    PRIVATE_LABELING_SETTING_ALLOW_LOGIN_USER_RESOURCE_OWNER_POLICY: _ClassVar[PrivateLabelingSetting]

class ProjectGrantState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROJECT_GRANT_STATE_UNSPECIFIED: _ClassVar[ProjectGrantState]
    PROJECT_GRANT_STATE_ACTIVE: _ClassVar[ProjectGrantState]
    PROJECT_GRANT_STATE_INACTIVE: _ClassVar[ProjectGrantState]
PROJECT_STATE_UNSPECIFIED: ProjectState
PROJECT_STATE_ACTIVE: ProjectState
PROJECT_STATE_INACTIVE: ProjectState
PRIVATE_LABELING_SETTING_UNSPECIFIED: PrivateLabelingSetting
PRIVATE_LABELING_SETTING_ENFORCE_PROJECT_RESOURCE_OWNER_POLICY: PrivateLabelingSetting
PRIVATE_LABELING_SETTING_ALLOW_LOGIN_USER_RESOURCE_OWNER_POLICY: PrivateLabelingSetting
PROJECT_GRANT_STATE_UNSPECIFIED: ProjectGrantState
PROJECT_GRANT_STATE_ACTIVE: ProjectGrantState
PROJECT_GRANT_STATE_INACTIVE: ProjectGrantState

class Project(_message.Message):
    __slots__ = ("id", "details", "name", "state", "project_role_assertion", "project_role_check", "has_project_check", "private_labeling_setting")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLE_CHECK_FIELD_NUMBER: _ClassVar[int]
    HAS_PROJECT_CHECK_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_LABELING_SETTING_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    name: str
    state: ProjectState
    project_role_assertion: bool
    project_role_check: bool
    has_project_check: bool
    private_labeling_setting: PrivateLabelingSetting
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., name: _Optional[str] = ..., state: _Optional[_Union[ProjectState, str]] = ..., project_role_assertion: bool = ..., project_role_check: bool = ..., has_project_check: bool = ..., private_labeling_setting: _Optional[_Union[PrivateLabelingSetting, str]] = ...) -> None: ...

class GrantedProject(_message.Message):
    __slots__ = ("grant_id", "granted_org_id", "granted_org_name", "granted_role_keys", "state", "project_id", "project_name", "project_owner_id", "project_owner_name", "details")
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORG_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORG_NAME_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    PROJECT_OWNER_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_OWNER_NAME_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    grant_id: str
    granted_org_id: str
    granted_org_name: str
    granted_role_keys: _containers.RepeatedScalarFieldContainer[str]
    state: ProjectGrantState
    project_id: str
    project_name: str
    project_owner_id: str
    project_owner_name: str
    details: _object_pb2.ObjectDetails
    def __init__(self, grant_id: _Optional[str] = ..., granted_org_id: _Optional[str] = ..., granted_org_name: _Optional[str] = ..., granted_role_keys: _Optional[_Iterable[str]] = ..., state: _Optional[_Union[ProjectGrantState, str]] = ..., project_id: _Optional[str] = ..., project_name: _Optional[str] = ..., project_owner_id: _Optional[str] = ..., project_owner_name: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ProjectQuery(_message.Message):
    __slots__ = ("name_query", "project_resource_owner_query")
    NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_RESOURCE_OWNER_QUERY_FIELD_NUMBER: _ClassVar[int]
    name_query: ProjectNameQuery
    project_resource_owner_query: ProjectResourceOwnerQuery
    def __init__(self, name_query: _Optional[_Union[ProjectNameQuery, _Mapping]] = ..., project_resource_owner_query: _Optional[_Union[ProjectResourceOwnerQuery, _Mapping]] = ...) -> None: ...

class ProjectNameQuery(_message.Message):
    __slots__ = ("name", "method")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class ProjectResourceOwnerQuery(_message.Message):
    __slots__ = ("resource_owner",)
    RESOURCE_OWNER_FIELD_NUMBER: _ClassVar[int]
    resource_owner: str
    def __init__(self, resource_owner: _Optional[str] = ...) -> None: ...

class Role(_message.Message):
    __slots__ = ("key", "details", "display_name", "group")
    KEY_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    key: str
    details: _object_pb2.ObjectDetails
    display_name: str
    group: str
    def __init__(self, key: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., display_name: _Optional[str] = ..., group: _Optional[str] = ...) -> None: ...

class RoleQuery(_message.Message):
    __slots__ = ("key_query", "display_name_query")
    KEY_QUERY_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    key_query: RoleKeyQuery
    display_name_query: RoleDisplayNameQuery
    def __init__(self, key_query: _Optional[_Union[RoleKeyQuery, _Mapping]] = ..., display_name_query: _Optional[_Union[RoleDisplayNameQuery, _Mapping]] = ...) -> None: ...

class RoleKeyQuery(_message.Message):
    __slots__ = ("key", "method")
    KEY_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    key: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, key: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class RoleDisplayNameQuery(_message.Message):
    __slots__ = ("display_name", "method")
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    display_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, display_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class ProjectGrantQuery(_message.Message):
    __slots__ = ("project_name_query", "role_key_query")
    PROJECT_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_QUERY_FIELD_NUMBER: _ClassVar[int]
    project_name_query: GrantProjectNameQuery
    role_key_query: GrantRoleKeyQuery
    def __init__(self, project_name_query: _Optional[_Union[GrantProjectNameQuery, _Mapping]] = ..., role_key_query: _Optional[_Union[GrantRoleKeyQuery, _Mapping]] = ...) -> None: ...

class AllProjectGrantQuery(_message.Message):
    __slots__ = ("project_name_query", "role_key_query", "project_id_query", "granted_org_id_query")
    PROJECT_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_QUERY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORG_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    project_name_query: GrantProjectNameQuery
    role_key_query: GrantRoleKeyQuery
    project_id_query: ProjectIDQuery
    granted_org_id_query: GrantedOrgIDQuery
    def __init__(self, project_name_query: _Optional[_Union[GrantProjectNameQuery, _Mapping]] = ..., role_key_query: _Optional[_Union[GrantRoleKeyQuery, _Mapping]] = ..., project_id_query: _Optional[_Union[ProjectIDQuery, _Mapping]] = ..., granted_org_id_query: _Optional[_Union[GrantedOrgIDQuery, _Mapping]] = ...) -> None: ...

class GrantProjectNameQuery(_message.Message):
    __slots__ = ("name", "method")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class GrantRoleKeyQuery(_message.Message):
    __slots__ = ("role_key", "method")
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    role_key: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, role_key: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class ProjectIDQuery(_message.Message):
    __slots__ = ("project_id",)
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    def __init__(self, project_id: _Optional[str] = ...) -> None: ...

class GrantedOrgIDQuery(_message.Message):
    __slots__ = ("granted_org_id",)
    GRANTED_ORG_ID_FIELD_NUMBER: _ClassVar[int]
    granted_org_id: str
    def __init__(self, granted_org_id: _Optional[str] = ...) -> None: ...
