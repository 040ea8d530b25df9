from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AdministratorFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ADMINISTRATOR_FIELD_NAME_UNSPECIFIED: _ClassVar[AdministratorFieldName]
    ADMINISTRATOR_FIELD_NAME_USER_ID: _ClassVar[AdministratorFieldName]
    ADMINISTRATOR_FIELD_NAME_CREATION_DATE: _ClassVar[AdministratorFieldName]
    ADMINISTRATOR_FIELD_NAME_CHANGE_DATE: _ClassVar[AdministratorFieldName]
ADMINISTRATOR_FIELD_NAME_UNSPECIFIED: AdministratorFieldName
ADMINISTRATOR_FIELD_NAME_USER_ID: AdministratorFieldName
ADMINISTRATOR_FIELD_NAME_CREATION_DATE: AdministratorFieldName
ADMINISTRATOR_FIELD_NAME_CHANGE_DATE: AdministratorFieldName

class Administrator(_message.Message):
    __slots__ = ("creation_date", "change_date", "user", "instance", "organization", "project", "project_grant", "roles")
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    INSTANCE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    PROJECT_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    change_date: _timestamp_pb2.Timestamp
    user: User
    instance: bool
    organization: Organization
    project: Project
    project_grant: ProjectGrant
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., user: _Optional[_Union[User, _Mapping]] = ..., instance: bool = ..., organization: _Optional[_Union[Organization, _Mapping]] = ..., project: _Optional[_Union[Project, _Mapping]] = ..., project_grant: _Optional[_Union[ProjectGrant, _Mapping]] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class User(_message.Message):
    __slots__ = ("id", "preferred_login_name", "display_name", "organization_id")
    ID_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    preferred_login_name: str
    display_name: str
    organization_id: str
    def __init__(self, id: _Optional[str] = ..., preferred_login_name: _Optional[str] = ..., display_name: _Optional[str] = ..., organization_id: _Optional[str] = ...) -> None: ...

class Organization(_message.Message):
    __slots__ = ("id", "name")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class Project(_message.Message):
    __slots__ = ("id", "name", "organization_id")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    organization_id: str
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., organization_id: _Optional[str] = ...) -> None: ...

class ProjectGrant(_message.Message):
    __slots__ = ("id", "project_id", "project_name", "organization_id", "granted_organization_id")
    ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    project_id: str
    project_name: str
    organization_id: str
    granted_organization_id: str
    def __init__(self, id: _Optional[str] = ..., project_id: _Optional[str] = ..., project_name: _Optional[str] = ..., organization_id: _Optional[str] = ..., granted_organization_id: _Optional[str] = ...) -> None: ...

class AdministratorSearchFilter(_message.Message):
    __slots__ = ("creation_date", "change_date", "in_user_ids_filter", "user_organization_id", "user_preferred_login_name", "user_display_name", "resource", "role")
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    IN_USER_IDS_FILTER_FIELD_NUMBER: _ClassVar[int]
    USER_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_PREFERRED_LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    USER_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    AND_FIELD_NUMBER: _ClassVar[int]
    OR_FIELD_NUMBER: _ClassVar[int]
    NOT_FIELD_NUMBER: _ClassVar[int]
    creation_date: _filter_pb2.TimestampFilter
    change_date: _filter_pb2.TimestampFilter
    in_user_ids_filter: _filter_pb2.InIDsFilter
    user_organization_id: _filter_pb2.IDFilter
    user_preferred_login_name: UserPreferredLoginNameFilter
    user_display_name: UserDisplayNameFilter
    resource: ResourceFilter
    role: RoleFilter
    def __init__(self, creation_date: _Optional[_Union[_filter_pb2.TimestampFilter, _Mapping]] = ..., change_date: _Optional[_Union[_filter_pb2.TimestampFilter, _Mapping]] = ..., in_user_ids_filter: _Optional[_Union[_filter_pb2.InIDsFilter, _Mapping]] = ..., user_organization_id: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ..., user_preferred_login_name: _Optional[_Union[UserPreferredLoginNameFilter, _Mapping]] = ..., user_display_name: _Optional[_Union[UserDisplayNameFilter, _Mapping]] = ..., resource: _Optional[_Union[ResourceFilter, _Mapping]] = ..., role: _Optional[_Union[RoleFilter, _Mapping]] = ..., **kwargs) -> None: ...

class UserPreferredLoginNameFilter(_message.Message):
    __slots__ = ("preferred_login_name", "method")
    PREFERRED_LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    preferred_login_name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, preferred_login_name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class UserDisplayNameFilter(_message.Message):
    __slots__ = ("display_name", "method")
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    display_name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, display_name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class ResourceFilter(_message.Message):
    __slots__ = ("instance", "organization_id", "project_id", "project_grant")
    class ProjectGrant(_message.Message):
        __slots__ = ("project_id", "organization_id")
        PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
        ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
        project_id: str
        organization_id: str
        def __init__(self, project_id: _Optional[str] = ..., organization_id: _Optional[str] = ...) -> None: ...
    INSTANCE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_FIELD_NUMBER: _ClassVar[int]
    instance: bool
    organization_id: str
    project_id: str
    project_grant: ResourceFilter.ProjectGrant
    def __init__(self, instance: bool = ..., organization_id: _Optional[str] = ..., project_id: _Optional[str] = ..., project_grant: _Optional[_Union[ResourceFilter.ProjectGrant, _Mapping]] = ...) -> None: ...

class RoleFilter(_message.Message):
    __slots__ = ("role_key",)
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    role_key: str
    def __init__(self, role_key: _Optional[str] = ...) -> None: ...

class AndFilter(_message.Message):
    __slots__ = ("queries",)
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    queries: _containers.RepeatedCompositeFieldContainer[AdministratorSearchFilter]
    def __init__(self, queries: _Optional[_Iterable[_Union[AdministratorSearchFilter, _Mapping]]] = ...) -> None: ...

class OrFilter(_message.Message):
    __slots__ = ("queries",)
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    queries: _containers.RepeatedCompositeFieldContainer[AdministratorSearchFilter]
    def __init__(self, queries: _Optional[_Iterable[_Union[AdministratorSearchFilter, _Mapping]]] = ...) -> None: ...

class NotFilter(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: AdministratorSearchFilter
    def __init__(self, query: _Optional[_Union[AdministratorSearchFilter, _Mapping]] = ...) -> None: ...
