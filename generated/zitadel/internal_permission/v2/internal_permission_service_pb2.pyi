from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from zitadel.internal_permission.v2 import query_pb2 as _query_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ListAdministratorsRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _query_pb2.AdministratorFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_query_pb2.AdministratorSearchFilter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.AdministratorFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_query_pb2.AdministratorSearchFilter, _Mapping]]] = ...) -> None: ...

class ListAdministratorsResponse(_message.Message):
    __slots__ = ("pagination", "administrators")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    ADMINISTRATORS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    administrators: _containers.RepeatedCompositeFieldContainer[_query_pb2.Administrator]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., administrators: _Optional[_Iterable[_Union[_query_pb2.Administrator, _Mapping]]] = ...) -> None: ...

class CreateAdministratorRequest(_message.Message):
    __slots__ = ("user_id", "resource", "roles")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    resource: ResourceType
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., resource: _Optional[_Union[ResourceType, _Mapping]] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class ResourceType(_message.Message):
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
    project_grant: ResourceType.ProjectGrant
    def __init__(self, instance: bool = ..., organization_id: _Optional[str] = ..., project_id: _Optional[str] = ..., project_grant: _Optional[_Union[ResourceType.ProjectGrant, _Mapping]] = ...) -> None: ...

class CreateAdministratorResponse(_message.Message):
    __slots__ = ("creation_date",)
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class UpdateAdministratorRequest(_message.Message):
    __slots__ = ("user_id", "resource", "roles")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    resource: ResourceType
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., resource: _Optional[_Union[ResourceType, _Mapping]] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class UpdateAdministratorResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeleteAdministratorRequest(_message.Message):
    __slots__ = ("user_id", "resource")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    resource: ResourceType
    def __init__(self, user_id: _Optional[str] = ..., resource: _Optional[_Union[ResourceType, _Mapping]] = ...) -> None: ...

class DeleteAdministratorResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
