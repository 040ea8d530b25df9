from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STATE_UNSPECIFIED: _ClassVar[State]
    STATE_ACTIVE: _ClassVar[State]
    STATE_INACTIVE: _ClassVar[State]

class AuthorizationFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    AUTHORIZATION_FIELD_NAME_UNSPECIFIED: _ClassVar[AuthorizationFieldName]
    AUTHORIZATION_FIELD_NAME_CREATED_DATE: _ClassVar[AuthorizationFieldName]
    AUTHORIZATION_FIELD_NAME_CHANGED_DATE: _ClassVar[AuthorizationFieldName]
    AUTHORIZATION_FIELD_NAME_ID: _ClassVar[AuthorizationFieldName]
    AUTHORIZATION_FIELD_NAME_USER_ID: _ClassVar[AuthorizationFieldName]
    AUTHORIZATION_FIELD_NAME_PROJECT_ID: _ClassVar[AuthorizationFieldName]
    AUTHORIZATION_FIELD_NAME_ORGANIZATION_ID: _ClassVar[AuthorizationFieldName]
    AUTHORIZATION_FIELD_NAME_USER_ORGANIZATION_ID: _ClassVar[AuthorizationFieldName]
STATE_UNSPECIFIED: State
STATE_ACTIVE: State
STATE_INACTIVE: State
AUTHORIZATION_FIELD_NAME_UNSPECIFIED: AuthorizationFieldName
AUTHORIZATION_FIELD_NAME_CREATED_DATE: AuthorizationFieldName
AUTHORIZATION_FIELD_NAME_CHANGED_DATE: AuthorizationFieldName
AUTHORIZATION_FIELD_NAME_ID: AuthorizationFieldName
AUTHORIZATION_FIELD_NAME_USER_ID: AuthorizationFieldName
AUTHORIZATION_FIELD_NAME_PROJECT_ID: AuthorizationFieldName
AUTHORIZATION_FIELD_NAME_ORGANIZATION_ID: AuthorizationFieldName
AUTHORIZATION_FIELD_NAME_USER_ORGANIZATION_ID: AuthorizationFieldName

class Authorization(_message.Message):
    __slots__ = ("id", "creation_date", "change_date", "project", "organization", "user", "state", "roles")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    PROJECT_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    id: str
    creation_date: _timestamp_pb2.Timestamp
    change_date: _timestamp_pb2.Timestamp
    project: Project
    organization: Organization
    user: User
    state: State
    roles: _containers.RepeatedCompositeFieldContainer[Role]
    def __init__(self, id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., project: _Optional[_Union[Project, _Mapping]] = ..., organization: _Optional[_Union[Organization, _Mapping]] = ..., user: _Optional[_Union[User, _Mapping]] = ..., state: _Optional[_Union[State, str]] = ..., roles: _Optional[_Iterable[_Union[Role, _Mapping]]] = ...) -> None: ...

class Project(_message.Message):
    __slots__ = ("id", "name", "organization_id")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    organization_id: str
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., organization_id: _Optional[str] = ...) -> None: ...

class Organization(_message.Message):
    __slots__ = ("id", "name")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class User(_message.Message):
    __slots__ = ("id", "preferred_login_name", "display_name", "avatar_url", "organization_id")
    ID_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    AVATAR_URL_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    preferred_login_name: str
    display_name: str
    avatar_url: str
    organization_id: str
    def __init__(self, id: _Optional[str] = ..., preferred_login_name: _Optional[str] = ..., display_name: _Optional[str] = ..., avatar_url: _Optional[str] = ..., organization_id: _Optional[str] = ...) -> None: ...

class Role(_message.Message):
    __slots__ = ("key", "display_name", "group")
    KEY_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    key: str
    display_name: str
    group: str
    def __init__(self, key: _Optional[str] = ..., display_name: _Optional[str] = ..., group: _Optional[str] = ...) -> None: ...

class AuthorizationsSearchFilter(_message.Message):
    __slots__ = ("authorization_ids", "organization_id", "state", "in_user_ids", "user_organization_id", "user_preferred_login_name", "user_display_name", "project_id", "project_name", "role_key", "project_grant_id")
    AUTHORIZATION_IDS_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    IN_USER_IDS_FIELD_NUMBER: _ClassVar[int]
    USER_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_PREFERRED_LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    USER_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    authorization_ids: _filter_pb2.InIDsFilter
    organization_id: _filter_pb2.IDFilter
    state: StateQuery
    in_user_ids: _filter_pb2.InIDsFilter
    user_organization_id: _filter_pb2.IDFilter
    user_preferred_login_name: UserPreferredLoginNameQuery
    user_display_name: UserDisplayNameQuery
    project_id: _filter_pb2.IDFilter
    project_name: ProjectNameQuery
    role_key: RoleKeyQuery
    project_grant_id: _filter_pb2.IDFilter
    def __init__(self, authorization_ids: _Optional[_Union[_filter_pb2.InIDsFilter, _Mapping]] = ..., organization_id: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ..., state: _Optional[_Union[StateQuery, _Mapping]] = ..., in_user_ids: _Optional[_Union[_filter_pb2.InIDsFilter, _Mapping]] = ..., user_organization_id: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ..., user_preferred_login_name: _Optional[_Union[UserPreferredLoginNameQuery, _Mapping]] = ..., user_display_name: _Optional[_Union[UserDisplayNameQuery, _Mapping]] = ..., project_id: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ..., project_name: _Optional[_Union[ProjectNameQuery, _Mapping]] = ..., role_key: _Optional[_Union[RoleKeyQuery, _Mapping]] = ..., project_grant_id: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ...) -> None: ...

class StateQuery(_message.Message):
    __slots__ = ("state",)
    STATE_FIELD_NUMBER: _ClassVar[int]
    state: State
    def __init__(self, state: _Optional[_Union[State, str]] = ...) -> None: ...

class UserPreferredLoginNameQuery(_message.Message):
    __slots__ = ("login_name", "method")
    LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    login_name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, login_name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class UserDisplayNameQuery(_message.Message):
    __slots__ = ("display_name", "method")
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    display_name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, display_name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class ProjectNameQuery(_message.Message):
    __slots__ = ("name", "method")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class OrganizationNameQuery(_message.Message):
    __slots__ = ("name", "method")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class RoleKeyQuery(_message.Message):
    __slots__ = ("key", "method")
    KEY_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    key: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, key: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...
